using Microsoft.EntityFrameworkCore;
using Portal.Data.Consents;
using Portal.Data.Feedback;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Data.Caseload;

/// <summary>Everything of a desk in six queries, whether there are two people or twenty-five.</summary>
internal sealed class DeskStore(PortalDb db, PersonKeys keys) : IDeskStore
{
    public async Task<DeskFacts> ReadAsync(Guid workerId, DateTimeOffset now, DateOnly today)
    {
        var (people, peoplesKeys) = await PeopleAsync(workerId, today);
        var ids = people.Select(person => person.Person.Id).ToList();
        return new DeskFacts(
            people,
            await ConsentsAsync(ids, peoplesKeys, now),
            await FeedbackAsync(people, peoplesKeys),
            await MarksAsync(ids),
            await TasksAsync(ids),
            await RequestsAsync(ids, workerId, today)
        );
    }

    private async Task<(IReadOnlyList<DeskPerson> People, Dictionary<Guid, PersonKey> Keys)> PeopleAsync(
        Guid workerId,
        DateOnly today
    )
    {
        var covered = db.CoveredBy(workerId, today);
        var rows = await (
            from person in db.People.AsNoTracking()
            let isTheirs = person.WorkerId == workerId || covered.Any(other => other.Id == person.Id)
            where
                isTheirs
                || db.HelpRequests.Any(r =>
                    r.PersonId == person.Id
                    && r.ReaderId == workerId
                    && (r.AnsweredAt == null || (r.IsToLead && person.HelpFrozenSince != null))
                )
            select new
            {
                person,
                isTheirs,
                isClosed = db.JobsWithUs.Any(job => job.PersonId == person.Id),
                workerName = db.Users.Where(account => account.Id == person.WorkerId).Select(a => a.Name).First(),
                readerName = db.Users.Where(account => account.Id == workerId).Select(a => a.Name).First(),
                review = db
                    .Lines.Where(line => line.PersonId == person.Id && line.RetiredAt == null)
                    .Min(line => line.ReviewOn),
                nextReview = db.NextOf(PathwayForm.Review)
                    .Where(next => next.PersonId == person.Id)
                    .Min(next => next.NextOn),
                nextJoint = db.NextOf(PathwayForm.JointReview)
                    .Where(next => next.PersonId == person.Id)
                    .Min(next => next.NextOn),
                jobs = db
                    .Placements.Where(job => job.PersonId == person.Id && job.EndedAt == null)
                    .Join(db.Employers, job => job.EmployerId, e => e.Id, (job, e) => new { job, e.Name })
                    .ToList(),
            }
        )
            .AsSingleQuery()
            .ToListAsync();
        var theirKeys = rows.ToDictionary(row => row.person.Id, row => keys.Of(row.person));
        var people = rows.Select(row =>
        {
            var key = theirKeys[row.person.Id];
            var person = PeopleStore.PersonOf(row.person, key, row.isClosed);
            return new DeskPerson(
                person with
                {
                    Contact = person.Contact.For(row.readerName, row.workerName),
                },
                row.isTheirs,
                [.. row.jobs.Select(job => WorkplaceStore.PlacementOf(job.job, job.Name, key))],
                row.review,
                row.nextReview,
                row.nextJoint
            );
        });
        return ([.. people], theirKeys);
    }

    /// <summary>How consents stand, without their lines: whatever has not ended a good while ago, and what replaced it.</summary>
    private async Task<IReadOnlyList<DeskConsent>> ConsentsAsync(
        List<Guid> ids,
        Dictionary<Guid, PersonKey> keysOf,
        DateTimeOffset now
    )
    {
        var since = now - EndsRules.Looks;
        var rows = await (
            from consent in db.Consents.AsNoTracking()
            join recipient in db.Recipients on consent.RecipientId equals recipient.Id
            join seat in db.Seats on recipient.SeatId equals seat.Id
            join job in db.Placements on recipient.PlacementId equals job.Id
            // What replaced a consent that would still run is read even when it is over: replaced stays replaced.
            where
                ids.Contains(consent.PersonId)
                && (
                    consent.End > since
                    || db.Consents.Any(other =>
                        other.RecipientId == consent.RecipientId && other.Order < consent.Order && other.End > since
                    )
                )
            orderby consent.Order
            select new
            {
                consent.Id,
                consent.PersonId,
                consent.RecipientId,
                consent.Order,
                consent.Channel,
                consent.Start,
                consent.End,
                consent.ReadyId,
                consent.AsksAttestation,
                recipient.Name,
                seat.AccountId,
                JobEnded = job.EndedAt != null,
                SeatClosed = seat.ClosedAt != null,
                Events = consent.Events.OrderBy(e => e.Id).ToList(),
            }
        )
            .AsSingleQuery()
            .ToListAsync();
        return
        [
            .. rows.Select(row => new DeskConsent(
                new Consent
                {
                    Id = row.Id,
                    PersonId = row.PersonId,
                    RecipientId = row.RecipientId,
                    Order = row.Order,
                    ReadyId = row.ReadyId,
                    AsksAttestation = row.AsksAttestation,
                    Purpose = Purpose.SupportAtWork,
                    Channel = row.Channel,
                    Start = row.Start,
                    End = row.End,
                    TermsVersion = 0,
                    PreviewHash = "",
                    MayPrint = false,
                    MayGiveFeedback = false,
                    FeedbackShown = FeedbackShown.AtOnce,
                    Events = [.. row.Events.Select(ConsentStore.EventOf)],
                },
                keysOf[row.PersonId].Open(Fields.Recipient, row.RecipientId, row.Name)
            )
            {
                RecipientAccountId = row.AccountId,
                JobEnded = row.JobEnded,
                SeatClosed = row.SeatClosed,
            }),
        ];
    }

    private async Task<IReadOnlyList<FeedbackReport>> FeedbackAsync(
        IReadOnlyList<DeskPerson> people,
        Dictionary<Guid, PersonKey> keysOf
    )
    {
        var theirs = people.Where(p => p.IsTheirs).ToDictionary(p => p.Person.Id, p => p.Person.Name);
        var ids = theirs.Keys.ToList();
        var rows = await (
            from said in db.Feedback.AsNoTracking()
            join job in db.Placements on said.PlacementId equals job.Id
            join employer in db.Employers on job.EmployerId equals employer.Id
            join consent in db.Consents on said.ConsentId equals consent.Id
            join recipient in db.Recipients on consent.RecipientId equals recipient.Id
            let isHandled = said.Handled.Any()
            where
                ids.Contains(said.PersonId)
                && (!isHandled || said.Replies.Any(reply => !said.Handled.Any(handled => handled.At >= reply.At)))
            select new
            {
                said,
                isHandled,
                recipient.Name,
                Employer = employer.Name,
                consent.FeedbackShown,
                consent.RecipientId,
            }
        ).ToListAsync();
        return
        [
            .. from row in rows
            let key = keysOf[row.said.PersonId]
            let sender = key.Open(Fields.Recipient, row.RecipientId, row.Name)
            select FeedbackStore.ReportOf(row.said, theirs[row.said.PersonId], sender, key) with
            {
                EmployerName = row.Employer,
                Shown = row.FeedbackShown,
                IsAnswered = row.isHandled,
                RecipientId = row.RecipientId,
            },
        ];
    }

    private async Task<IReadOnlySet<ConsentMark>> MarksAsync(List<Guid> ids) =>
        await db
            .ConsentMarks.Where(mark => ids.Contains(mark.PersonId))
            .Select(mark => new ConsentMark(mark.ConsentId, mark.Step, mark.About))
            .ToHashSetAsync();

    private async Task<IReadOnlyList<TaskEntry>> TasksAsync(List<Guid> ids) =>
        await db
            .TaskEntries.Where(row => ids.Contains(row.PersonId))
            .OrderBy(row => row.Id)
            .Select(row => new TaskEntry(row.PlacementId, row.Key, row.Fate, row.MovedTo, null, row.At))
            .ToListAsync();

    /// <summary>
    /// What their own people and those whom they cover for ask. Of a lead what was written to them, and where help with
    /// signing in is frozen, also after it was answered: nobody else can allow it again.
    /// </summary>
    private async Task<IReadOnlyList<HelpRequest>> RequestsAsync(List<Guid> ids, Guid workerId, DateOnly today)
    {
        var covered = db.CoveredBy(workerId, today);
        var rows = await (
            from request in db.HelpRequests.AsNoTracking()
            join person in db.People on request.PersonId equals person.Id
            where
                ids.Contains(request.PersonId)
                && (
                    request.IsToLead
                        ? request.ReaderId == workerId
                            && (
                                request.AnsweredAt == null
                                || (
                                    person.HelpFrozenSince != null
                                    && !db.HelpRequests.Any(later =>
                                        later.PersonId == person.Id && later.IsToLead && later.At > request.At
                                    )
                                )
                            )
                        : request.AnsweredAt == null
                            && request.ReaderId == person.WorkerId
                            && (person.WorkerId == workerId || covered.Any(other => other.Id == person.Id))
                )
            select request
        ).ToListAsync();
        return [.. rows.Select(HelpRequestStore.WithoutText)];
    }
}
