using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Data.Consents;

internal sealed class ConsentStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IConsentStore
{
    public async Task<IReadOnlyList<Consent>> OfPersonAsync(Guid personId)
    {
        var rows = await db
            .Consents.AsNoTracking()
            .Where(c => c.PersonId == personId)
            .Include(c => c.Events.OrderBy(e => e.Id))
            .OrderBy(c => c.Order)
            .ToListAsync();
        return [.. rows.Select(ConsentOf)];
    }

    public async Task AddAsync(Consent consent, IReadOnlyList<LineContent> words)
    {
        var key = await keys.OfAsync(consent.PersonId);
        var parts = JsonSerializer.SerializeToUtf8Bytes(words.Select(line => line.Parts()));
        var order = 1 + (await db.Consents.MaxAsync(c => (long?)c.Order) ?? 0);
        db.Consents.Add(
            new ConsentRow
            {
                Id = consent.Id,
                Order = order,
                PersonId = consent.PersonId,
                RecipientId = consent.RecipientId,
                Purpose = consent.Purpose,
                Channel = consent.Channel,
                Start = consent.Start,
                End = consent.End,
                TermsVersion = consent.TermsVersion,
                PreviewHash = consent.PreviewHash,
                MayPrint = consent.MayPrint,
                MayGiveFeedback = consent.MayGiveFeedback,
                FeedbackShown = consent.FeedbackShown,
                Rhythm = consent.Rhythm,
                Present = consent.Present,
                AsksAttestation = consent.AsksAttestation,
                ReadyId = consent.ReadyId,
                Lines = PackedLines.Pack(consent.Lines, words),
                Words = key.Seal(Fields.Words, consent.Id, parts),
                Events = [.. consent.Events.Select(e => EventRowOf(consent.Id, e))],
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task AppendAsync(Guid consentId, ConsentEvent happened)
    {
        db.ConsentEvents.Add(EventRowOf(consentId, happened));
        await db.SaveChangesAsync();
    }

    public async Task<ShareDraft?> DraftAsync(Guid personId, Guid draftId) =>
        (await DraftsAsync(personId)).FirstOrDefault(draft => draft.Id == draftId);

    public async Task<IReadOnlyList<ShareDraft>> DraftsAsync(Guid personId)
    {
        var rows = await db
            .ShareDrafts.AsNoTracking()
            .Where(row => row.PersonId == personId)
            .OrderByDescending(row => row.SavedAt)
            .ToListAsync();
        var key = await keys.OfAsync(personId);
        return
        [
            .. rows.Select(row =>
                JsonSerializer.Deserialize<ShareDraft>(key.OpenBytes(Fields.Draft, row.Id, row.Answers))!
            ),
        ];
    }

    public async Task SaveDraftAsync(ShareDraft draft)
    {
        var key = await keys.OfAsync(draft.PersonId);
        var answers = key.Seal(Fields.Draft, draft.Id, JsonSerializer.SerializeToUtf8Bytes(draft));
        var row = await db.ShareDrafts.SingleOrDefaultAsync(d => d.Id == draft.Id);
        if (row is null)
        {
            row = new ShareDraftRow
            {
                Id = draft.Id,
                PersonId = draft.PersonId,
                Answers = answers,
            };
            db.ShareDrafts.Add(row);
        }

        (row.Answers, row.SavedAt) = (answers, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    public async Task DropDraftAsync(Guid draftId) =>
        await db.ShareDrafts.Where(d => d.Id == draftId).ExecuteDeleteAsync();

    public async Task<IReadOnlyList<Guid>> PeopleWithConsentsAsync(DateTimeOffset endingAfter) =>
        await db
            .Consents.Where(c =>
                c.End > endingAfter
                && !c.Events.Any(e => e.Kind == ConsentEventKind.Withdrawn || e.Kind == ConsentEventKind.Lapsed)
            )
            .Select(c => c.PersonId)
            .Distinct()
            .ToListAsync();

    public async Task<IReadOnlySet<ConsentMark>> MarksAsync(Guid personId) =>
        await db
            .ConsentMarks.Where(mark => mark.PersonId == personId)
            .Select(mark => new ConsentMark(mark.ConsentId, mark.Step, mark.About))
            .ToHashSetAsync();

    public async Task MarkAsync(Guid personId, ConsentMark mark)
    {
        var isThere = await db.ConsentMarks.AnyAsync(row =>
            row.ConsentId == mark.ConsentId && row.Step == mark.Step && row.About == mark.About
        );
        if (!isThere)
        {
            db.ConsentMarks.Add(
                new ConsentMarkRow
                {
                    PersonId = personId,
                    ConsentId = mark.ConsentId,
                    Step = mark.Step,
                    About = mark.About,
                    At = clock.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync();
        }
    }

    internal static Consent ConsentOf(ConsentRow row) =>
        new()
        {
            Id = row.Id,
            Order = row.Order,
            PersonId = row.PersonId,
            RecipientId = row.RecipientId,
            Purpose = row.Purpose,
            Channel = row.Channel,
            Start = row.Start,
            End = row.End,
            TermsVersion = row.TermsVersion,
            PreviewHash = row.PreviewHash,
            MayPrint = row.MayPrint,
            MayGiveFeedback = row.MayGiveFeedback,
            FeedbackShown = row.FeedbackShown,
            Rhythm = row.Rhythm,
            Present = row.Present,
            AsksAttestation = row.AsksAttestation,
            ReadyId = row.ReadyId,
            Lines = [.. PackedLines.Unpack(row.Lines).Select(packed => packed.Line)],
            Events = [.. row.Events.Select(EventOf)],
        };

    internal static ConsentEvent EventOf(ConsentEventRow row) => new(row.Kind, row.At, row.By, row.LineId);

    private static ConsentEventRow EventRowOf(Guid consentId, ConsentEvent happened) =>
        new()
        {
            ConsentId = consentId,
            Kind = happened.Kind,
            At = happened.At,
            By = happened.By,
            LineId = happened.LineId,
        };
}
