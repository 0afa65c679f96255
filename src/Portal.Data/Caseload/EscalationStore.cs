using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Feedback;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Data.Caseload;

internal sealed class EscalationStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IEscalations
{
    public async Task<IReadOnlyList<Overdue>> OverdueAsync(DateTimeOffset before, DateTimeOffset criesBefore)
    {
        var messages = await db
            .HelpRequests.Where(r =>
                r.AnsweredAt == null
                && r.Kind != HelpKind.ShortWeek
                && r.At < (r.HeardIn == null ? before : criesBefore)
            )
            .Select(r => new Overdue(
                r.Id,
                r.ReaderId,
                r.At,
                db.JobsWithUs.Any(job => job.PersonId == r.PersonId),
                r.IsToLead
            ))
            .ToListAsync();
        return [.. messages, .. await FeedbackAsync(before), .. await MissedAsync()];
    }

    /// <summary>
    /// Calls and check-ins whose week is over, of jobs of the last months: a first shift can be two months after the start,
    /// and its call can be put off.
    /// </summary>
    private async Task<IReadOnlyList<Overdue>> MissedAsync()
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var since = today.AddDays(-180);
        var jobs = await (
            from job in db.Placements.AsNoTracking()
            join person in db.People on job.PersonId equals person.Id
            where job.EndedAt == null && person.PrivacyNotice > 0 && (job.StartsOn >= since || job.ReturnsOn >= since)
            select new
            {
                job,
                person.WorkerId,
                isClosed = db.JobsWithUs.Any(own => own.PersonId == person.Id),
            }
        ).ToListAsync();
        var ids = jobs.Select(one => one.job.Id).ToList();
        var rows = await db
            .TaskEntries.Where(row => ids.Contains(row.PlacementId))
            .OrderBy(row => row.Id)
            .Select(row => new TaskEntry(row.PlacementId, row.Key, row.Fate, row.MovedTo, null, row.At))
            .ToListAsync();
        var entries = rows.ToLookup(entry => entry.PlacementId);
        return
        [
            .. from one in jobs
            from step in TaskState.Of(WorkplaceStore.DaysOf(one.job), entries[one.job.Id])
            where DeskRules.IsMissed(step, today)
            select new Overdue(
                ItemIdOf(one.job.Id, step.Task.Key),
                one.WorkerId,
                new DateTimeOffset(step.On, new TimeOnly(12, 0), TimeSpan.Zero),
                one.isClosed
            ),
        ];
    }

    /// <summary>A task has no row of its own: its number is made of its job and its key.</summary>
    private static Guid ItemIdOf(Guid placementId, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{placementId:N} {key}")).AsSpan(0, 16));

    public async Task<bool> MarkAsync(Guid itemId)
    {
        if (await db.Escalations.AnyAsync(row => row.ItemId == itemId))
        {
            return false;
        }

        db.Escalations.Add(new EscalationRow { ItemId = itemId, At = clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return true;
    }

    private async Task<IReadOnlyList<Overdue>> FeedbackAsync(DateTimeOffset before)
    {
        var rows = await (
            from said in db.Feedback.AsNoTracking()
            join person in db.People on said.PersonId equals person.Id
            where said.At < before && !said.Handled.Any()
            select new
            {
                said,
                person.WorkerId,
                isClosed = db.JobsWithUs.Any(job => job.PersonId == person.Id),
            }
        ).ToListAsync();
        var overdue = new List<Overdue>();
        foreach (var row in rows)
        {
            var key = await keys.OfAsync(row.said.PersonId);
            if (FeedbackStore.ReportOf(row.said, "", "", key).NeedsSomeoneNow)
            {
                overdue.Add(new Overdue(row.said.Id, row.WorkerId, row.said.At, row.isClosed));
            }
        }

        return overdue;
    }
}
