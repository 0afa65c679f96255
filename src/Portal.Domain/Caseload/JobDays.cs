using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// Keeps the days of a job, whoever writes them down. Days away decide whether work sees what was agreed about coming
/// back, so they are on record, and they open nothing while widening is held (P14). The caller owns the commit.
/// </summary>
internal sealed class JobDays(IWorkplaces workplaces, Giving giving, ILedger ledger, TimeProvider clock)
{
    /// <param name="seen">The dates that were on the page: where others were saved meanwhile, nothing is.</param>
    public async Task<ChangeOutcome> KeepAsync(Actor by, Placement placement, JobDates dates, string? seen)
    {
        if (JobDates.Of(placement).Stamp != seen)
        {
            return new ChangeOutcome.ChangedMeanwhile();
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var next = dates.Tidied().On(placement);
        var check = new Check().That(
            "AbsentFrom",
            !Opens(placement.TimeAway, next.TimeAway, today) || !await giving.IsHeldAsync(placement.PersonId),
            "Staff helped with signing in, so nothing more can show at work for a day. Write it down tomorrow"
        );
        if (dates.Problems(placement.StartsOn, today).Concat(check.Problems).ToList() is { Count: > 0 } problems)
        {
            return new ChangeOutcome.Invalid(problems);
        }

        await workplaces.SavePlacementAsync(next);
        if (next.TimeAway != placement.TimeAway)
        {
            await ledger.AppendAsync(new LedgerEvent(placement.PersonId, LedgerKind.TimeAwaySet, by.AccountId));
        }

        return new ChangeOutcome.Done(placement.Id);
    }

    /// <summary>Whether lines about coming back would show within a day that did not before.</summary>
    private static bool Opens(TimeAway before, TimeAway after, DateOnly today) =>
        new[] { today, today.AddDays(1) }.Any(day => after.Applies(day) && !before.Applies(day));
}
