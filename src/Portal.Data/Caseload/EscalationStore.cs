using Microsoft.EntityFrameworkCore;
using Portal.Data.Feedback;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class EscalationStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IEscalations
{
    public async Task<IReadOnlyList<Overdue>> OverdueAsync(DateTimeOffset before, DateTimeOffset criesBefore)
    {
        var messages = await db
            .HelpRequests.Where(r => r.AnsweredAt == null && r.At < (r.HeardIn == null ? before : criesBefore))
            .Select(r => new Overdue(
                r.Id,
                r.ReaderId,
                r.At,
                db.JobsWithUs.Any(job => job.PersonId == r.PersonId),
                !db.People.Any(person => person.Id == r.PersonId && person.WorkerId == r.ReaderId)
            ))
            .ToListAsync();
        return [.. messages, .. await FeedbackAsync(before)];
    }

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
