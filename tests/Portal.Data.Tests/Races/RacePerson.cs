using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Races;

/// <summary>What was shared in one round.</summary>
/// <param name="Words">Everything that a sheet with this wording says.</param>
internal sealed record SharedWording(int Round, Guid ConsentId, string Words)
{
    /// <summary>A sheet in one text, so that two of them can be compared whole.</summary>
    public static string WordsOf(SheetBody body) => JsonSerializer.Serialize(body);
}

/// <summary>A person who shares one wording after another with one recipient, and stops each.</summary>
internal sealed class RacePerson(
    RaceFolder folder,
    Actor person,
    Recipient recipient,
    Guid lineId,
    List<LineVersion> wordings
)
{
    public int Rounds => wordings.Count;

    /// <summary>What the recipient's browser sends.</summary>
    public SheetRequest Request => folder.Cast.Request with { Code = recipient.Code };

    /// <summary>Appends the consent, as the register does once the whole journey was walked.</summary>
    public Task<SharedWording> ShareAsync(int round) =>
        folder.CommitAsync(async services =>
        {
            var content = wordings[round - 1].Content;
            var consent = ConsentTo(wordings[round - 1], folder.Clock.GetUtcNow());
            await services.GetRequiredService<IConsentStore>().AddAsync(consent, [content]);
            var given = new LedgerEvent(recipient.PersonId, LedgerKind.ConsentGiven, person.AccountId);
            await services.GetRequiredService<ILedger>().AppendAsync(given with { ConsentId = consent.Id });
            return new SharedWording(round, consent.Id, SharedWording.WordsOf(SheetBody.Of([new BodyLine(content)])));
        });

    public Task<bool> StopAsync(SharedWording shared) =>
        folder.DoAsync<ConsentRegister, bool>(register => register.StopAsync(person, shared.ConsentId));

    /// <summary>The person's chain.</summary>
    public Task<List<LedgerRow>> ChainAsync()
    {
        var personId = recipient.PersonId;
        return folder.DoAsync<PortalDb, List<LedgerRow>>(db =>
            db.Ledger.AsNoTracking().Where(row => row.ChainId == personId).ToListAsync()
        );
    }

    private Consent ConsentTo(LineVersion wording, DateTimeOffset now) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = recipient.PersonId,
            RecipientId = recipient.Id,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = now,
            End = now.AddMonths(ConsentPeriod.DefaultMonths),
            TermsVersion = Terms.Consent,
            PreviewHash = "",
            MayPrint = true,
            MayGiveFeedback = true,
            FeedbackShown = FeedbackShown.AtOnce,
            Lines = [new ConsentLine(lineId, wording.Id, wording.Hash, StepUp: false)],
            Events = [new ConsentEvent(ConsentEventKind.Given, now, person.AccountId)],
        };
}
