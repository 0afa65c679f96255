using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>The door to the worker's page: who needs me first?</summary>
public sealed class Desk
{
    private readonly IDeskStore _desk;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Desk(IDeskStore desk, ILedger ledger, IUnitOfWork work, TimeProvider clock)
    {
        _desk = desk;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>
    /// What waits now, today and soon, and the people in a table. That the worker read what work said is recorded
    /// for each person whose feedback is on the page (P4).
    /// </summary>
    public Task<TodayPage> TodayAsync(Actor worker, DeskQuery query) =>
        _work.CommitAsync(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            var (now, today) = (_clock.GetUtcNow(), DateOnly.FromDateTime(_clock.GetLocalNow().Date));
            var facts = await _desk.ReadAsync(worker.AccountId, now, today);
            foreach (var personId in facts.Feedback.Select(report => report.PersonId).Distinct())
            {
                await _ledger.StaffReadAsync(worker, personId, "feedback");
            }

            var search = Typed.TextOrNull(query.Search);
            return DeskRules.Of(facts, query with { Search = search }, now, today);
        });
}
