using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Model;

/// <summary>A twin of the reader: the same rule, on facts in which one thing was forgotten.</summary>
internal sealed class LeakyView
{
    private Func<Consent, DateTimeOffset, Consent> Deceive { get; init; } = (consent, _) => consent;
    private bool ForgetsWithdrawn { get; init; }
    private bool ForgetsRetired { get; init; }
    private bool ForgetsSwitch { get; init; }
    private bool ForgetsAway { get; init; }
    private bool ForgetsWords { get; init; }

    public static LeakyView ThatForgets(string forgotten) =>
        forgotten switch
        {
            "nothing" => new LeakyView(),
            "which words were agreed to" => new LeakyView { ForgetsWords = true },
            "that a line was retired" => new LeakyView { ForgetsRetired = true },
            "that the switch is off" => new LeakyView { ForgetsSwitch = true },
            "that nobody is coming back" => new LeakyView { ForgetsAway = true },
            "that a replacement is for good" => new LeakyView { ForgetsWithdrawn = true },
            "that a line was stopped" => Deceived((consent, _) => Without(consent, ConsentEventKind.LineStopped)),
            "that it was only kept ready" => Deceived((consent, _) => Given(consent)),
            "a pause" => Deceived(Resumed),
            "that nobody answered" => Deceived(Answered),
            _ => throw new ArgumentOutOfRangeException(nameof(forgotten), forgotten, "No such twin."),
        };

    public async Task<List<string>> AskAsync(IServiceProvider services, Recipient recipient, Guid accountId)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var plans = services.GetRequiredService<IPlanStore>();
        var consents = await ConsentsAsync(services, recipient, now);
        var consent = ConsentStates.InForce(consents, now);
        var plan = (await plans.LinesAsync(recipient.PersonId)).ToDictionary(line => line.Id);
        var agreed = await plans.VersionsAsync(recipient.PersonId, consent?.Lines.Select(line => line.VersionId) ?? []);
        var facts = new DisclosureFacts
        {
            Recipient = await FactsOfAsync(services, recipient),
            Consents = consents,
            Lines =
            [
                .. from line in consent?.Lines ?? []
                let isRetired = !ForgetsRetired && plan[line.LineId].RetiredAt is not null
                select new LineFacts(line, agreed[line.VersionId].Content.Kind, isRetired),
            ],
        };
        return
            DisclosureRules.Decide(new Viewer(accountId, Terms.Guideline), facts, SheetUse.Sheet, now)
                is Decision.Disclosed shown
            ? [.. shown.Lines.Select(fact => TextOf(fact.Line))]
            : [];

        string TextOf(ConsentLine line) =>
            (ForgetsWords ? plan[line.LineId].Current : agreed[line.VersionId]).Content.Text;
    }

    private async Task<List<Consent>> ConsentsAsync(IServiceProvider services, Recipient recipient, DateTimeOffset now)
    {
        var all = await services.GetRequiredService<IConsentStore>().OfPersonAsync(recipient.PersonId);
        return
        [
            .. from consent in all
            where consent.RecipientId == recipient.Id
            where !ForgetsWithdrawn || !consent.Has(ConsentEventKind.Withdrawn)
            select Deceive(consent, now),
        ];
    }

    private async Task<RecipientFacts> FactsOfAsync(IServiceProvider services, Recipient recipient)
    {
        var person = (await services.GetRequiredService<IPeople>().FindAsync(recipient.PersonId))!;
        var workplaces = services.GetRequiredService<IWorkplaces>();
        var named = await workplaces.RecipientsAsync(recipient.PersonId);
        var job = (await workplaces.PlacementAsync(recipient.PlacementId))!;
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        return new RecipientFacts
        {
            Id = recipient.Id,
            PersonId = recipient.PersonId,
            PlacementId = recipient.PlacementId,
            AccountId = recipient.AccountId,
            Part = recipient.Part,
            Stands = named.Single(one => one.Id == recipient.Id).EndedAt is null,
            PrivacyNotice = person.PrivacyNotice,
            StepUpUntil = ForgetsSwitch ? DateTimeOffset.MaxValue : person.StepUpUntil,
            IsComingBack = ForgetsAway || job.TimeAway.Applies(today),
        };
    }

    private static LeakyView Deceived(Func<Consent, DateTimeOffset, Consent> deceive) => new() { Deceive = deceive };

    private static Consent Without(Consent consent, ConsentEventKind kind) =>
        consent with
        {
            Events = [.. consent.Events.Where(happened => happened.Kind != kind)],
        };

    private static Consent Given(Consent consent) =>
        consent with
        {
            Events =
            [
                .. consent.Events.Select(happened =>
                    happened.Kind == ConsentEventKind.KeptReady
                        ? happened with
                        {
                            Kind = ConsentEventKind.Given,
                        }
                        : happened
                ),
            ],
        };

    private static Consent Resumed(Consent consent, DateTimeOffset now) =>
        ConsentStates.IsPaused(consent)
            ? consent with
            {
                Events = [.. consent.Events, new ConsentEvent(ConsentEventKind.Resumed, now, By: null)],
            }
            : consent;

    /// <summary>As if they had said every 30 days that they still are what they were.</summary>
    private static Consent Answered(Consent consent, DateTimeOffset now)
    {
        var answers = new List<ConsentEvent>();
        for (var at = consent.Start; at <= now; at += TimeSpan.FromDays(30))
        {
            answers.Add(new ConsentEvent(ConsentEventKind.Attested, at, By: null));
        }

        return consent with
        {
            Events = [.. consent.Events.Concat(answers).OrderBy(happened => happened.At)],
        };
    }
}
