using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Data.Feedback;

internal sealed class FeedbackStore(PortalDb db, PersonKeys keys, IPeople people, TimeProvider clock) : IFeedbackStore
{
    public async Task AddAsync(Guid feedbackId, OpenedSheet about, Guid by, FeedbackInput input)
    {
        var lines = about.Lines.ToDictionary(line => line.Line.VersionId);
        var said = new Said(
            input.Rating!.Value,
            [.. input.Adjustments.Select(a => new AdjustmentAnswer(IdOf(a.Key), TextOf(a.Key), a.Value))],
            [.. input.Signs.Select(s => new SignAnswer(IdOf(s.Key), TextOf(s.Key), s.Value))],
            [.. input.Wanted],
            input.Comment
        );
        var key = await keys.OfAsync(about.PersonId);
        db.Feedback.Add(
            new FeedbackRow
            {
                Id = feedbackId,
                PersonId = about.PersonId,
                ConsentId = about.Consent.Id,
                PlacementId = about.PlacementId,
                By = by,
                At = clock.GetUtcNow(),
                Content = key.Seal(Fields.Feedback, feedbackId, JsonSerializer.SerializeToUtf8Bytes(said)),
            }
        );
        await db.SaveChangesAsync();

        Guid IdOf(Guid versionId) => lines[versionId].Line.LineId;

        string TextOf(Guid versionId) => lines[versionId].Content.Text;
    }

    public async Task AddHandledAsync(Guid feedbackId, Guid by, FeedbackAction action, string? note, bool talkedThrough)
    {
        var id = Guid.NewGuid();
        db.FeedbackHandled.Add(
            new FeedbackHandledRow
            {
                Id = id,
                FeedbackId = feedbackId,
                By = by,
                At = clock.GetUtcNow(),
                Action = action,
                Note = (await KeyOfAsync(feedbackId)).SealOrNull(Fields.FeedbackNote, id, note),
                TalkedThrough = talkedThrough,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task AddReplyAsync(Guid feedbackId, string text)
    {
        var id = Guid.NewGuid();
        var sealedText = (await KeyOfAsync(feedbackId)).Seal(Fields.Reply, id, text);
        db.FeedbackReplies.Add(
            new FeedbackReplyRow
            {
                Id = id,
                FeedbackId = feedbackId,
                At = clock.GetUtcNow(),
                Text = sealedText,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task AddStepAsync(Guid feedbackId, FeedbackStep step, Guid by)
    {
        var id = Guid.NewGuid();
        db.FeedbackSteps.Add(
            new FeedbackStepRow
            {
                Id = id,
                FeedbackId = feedbackId,
                State = step.State,
                RingOn = step.RingOn,
                Sentence = (await KeyOfAsync(feedbackId)).SealOrNull(Fields.FeedbackSentence, id, step.Sentence),
                By = by,
                At = step.At,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task<FeedbackReport?> FindAsync(Guid feedbackId) =>
        (await ListAsync(db.Feedback.Where(row => row.Id == feedbackId))).SingleOrDefault();

    public Task<bool> AnySinceAsync(Guid consentId, DateTimeOffset since) =>
        db.Feedback.AnyAsync(row => row.ConsentId == consentId && row.At >= since);

    public Task<IReadOnlyList<FeedbackReport>> AboutAsync(IReadOnlyCollection<Guid> personIds) =>
        ListAsync(db.Feedback.Where(row => personIds.Contains(row.PersonId)));

    private async Task<IReadOnlyList<FeedbackReport>> ListAsync(IQueryable<FeedbackRow> feedback)
    {
        var rows = await feedback
            .AsNoTracking()
            .Include(row => row.Handled.OrderBy(h => h.At))
            .Include(row => row.Replies.OrderBy(r => r.At))
            .Include(row => row.Steps.OrderBy(s => s.At))
            .OrderByDescending(row => row.At)
            .ToListAsync();
        var consentIds = rows.Select(row => row.ConsentId).Distinct().ToList();
        var shown = await (
            from c in db.Consents
            join recipient in db.Recipients on c.RecipientId equals recipient.Id
            where consentIds.Contains(c.Id)
            select new
            {
                c.Id,
                c.FeedbackShown,
                c.RecipientId,
                recipient.Name,
            }
        ).ToDictionaryAsync(c => c.Id);
        var placementIds = rows.Select(row => row.PlacementId).Distinct().ToList();
        var employers = await (
            from placement in db.Placements
            join employer in db.Employers on placement.EmployerId equals employer.Id
            where placementIds.Contains(placement.Id)
            select new { placement.Id, employer.Name }
        ).ToDictionaryAsync(e => e.Id, e => e.Name);
        var accountIds = rows.SelectMany(row => row.Handled.Select(h => h.By)).Distinct().ToList();
        var names = await db.Users.Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name);
        var reports = new List<FeedbackReport>();
        foreach (var row in rows)
        {
            var person = (await people.FindAsync(row.PersonId))!;
            var (key, consent) = (await keys.OfAsync(row.PersonId), shown[row.ConsentId]);
            reports.Add(
                ReportOf(row, person.Name, key.Open(Fields.Recipient, consent.RecipientId, consent.Name), key) with
                {
                    EmployerName = employers[row.PlacementId],
                    Shown = consent.FeedbackShown,
                    RecipientId = consent.RecipientId,
                    Handled = [.. row.Handled.Select(h => HandledOf(h, names[h.By], key))],
                    Steps = [.. row.Steps.Select(s => StepOf(s, key))],
                    Replies =
                    [
                        .. row.Replies.Select(r => new FeedbackReply(r.At, key.Open(Fields.Reply, r.Id, r.Text))),
                    ],
                }
            );
        }

        return reports;
    }

    /// <summary>What was said, without what became of it.</summary>
    /// <param name="fromName">By the person's own name for whoever said it, and not by one that they chose.</param>
    internal static FeedbackReport ReportOf(FeedbackRow row, string personName, string fromName, PersonKey key)
    {
        var said = JsonSerializer.Deserialize<Said>(key.OpenBytes(Fields.Feedback, row.Id, row.Content))!;
        return new FeedbackReport
        {
            Id = row.Id,
            PersonId = row.PersonId,
            PersonName = personName,
            At = row.At,
            FromId = row.By,
            PlacementId = row.PlacementId,
            FromName = fromName,
            EmployerName = "",
            Rating = said.Rating,
            Adjustments = said.Adjustments,
            Signs = said.Signs,
            Wanted = said.Wanted,
            Comment = said.Comment,
            Shown = default,
            Handled = [],
            Replies = [],
        };
    }

    private static FeedbackHandled HandledOf(FeedbackHandledRow row, string byName, PersonKey key) =>
        new(row.At, byName, row.Action, key.OpenOrNull(Fields.FeedbackNote, row.Id, row.Note), row.TalkedThrough);

    private static FeedbackStep StepOf(FeedbackStepRow row, PersonKey key) =>
        new(row.State, row.RingOn, key.OpenOrNull(Fields.FeedbackSentence, row.Id, row.Sentence), row.At);

    private async Task<PersonKey> KeyOfAsync(Guid feedbackId) =>
        await keys.OfAsync(
            await db.Feedback.Where(row => row.Id == feedbackId).Select(row => row.PersonId).SingleAsync()
        );

    /// <summary>What is sealed: everything that the supervisor said, the rating too.</summary>
    private sealed record Said(
        Rating Rating,
        IReadOnlyList<AdjustmentAnswer> Adjustments,
        IReadOnlyList<SignAnswer> Signs,
        IReadOnlyList<Wanted> Wanted,
        string? Comment
    );
}
