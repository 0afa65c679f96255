using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Data.Tests.Model;

/// <summary>
/// How a consent comes to be, or does not: given, kept ready, given from what was kept, declined. The oracle says
/// what the door must answer.
/// </summary>
internal sealed class GivingSteps(ModelScene scene, PlanSteps plan)
{
    private static readonly Channel[] Channels =
    [
        Channel.Portal,
        Channel.Portal,
        Channel.Portal,
        Channel.Portal,
        Channel.Portal,
        Channel.Together,
        Channel.WorkerTells,
    ];

    private Actor Person => scene.Cast.Person;

    private ConsentRegister Register => scene.Door<ConsentRegister>();

    private IConsentStore Store => scene.Door<IConsentStore>();

    public Task<string?> GiveAsync() => ShareAsync(editsBetween: false);

    /// <summary>A line is edited between the preview and the yes: nothing may come of it.</summary>
    public Task<string?> GiveAfterAnEditAsync() => ShareAsync(editsBetween: true);

    public async Task<string?> GiveWhatWasKeptAsync()
    {
        var kept = scene
            .Oracle.Recipients.SelectMany(who => who.Agreements.Select(one => (Who: who, One: one)))
            .Where(pair => pair.One is { OnlyKept: true, Over: false })
            .ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var (recipient, ready) = scene.Pick(kept);
        var draftId = await scene.Door<ShareJourney>().StartFromAsync(Person, ready.Id);
        var draft = (await Store.DraftAsync(scene.Cast.PersonId, draftId!.Value))!;
        scene.Expect<Guid?>("what it is given from", ready.Id, draft.ReadyId);
        var left = ready.Words.ConvertAll(word => word.LineId);
        var lines = scene.Oracle.Plan.FindAll(line =>
            left.Contains(line.Id) && scene.Oracle.MayBeOffered(line, recipient)
        );
        if (lines.Count == 0)
        {
            return $"find nothing left of what was kept for {recipient.Named.Name}";
        }

        var answers = AnyAnswers() with { Starts = ShareStart.Now, FirstDay = null };
        var answered = DraftOf(recipient, lines, answers) with { Id = draft.Id, ReadyId = draft.ReadyId };
        return await SayYesAsync(recipient, lines, answers, answered, ready, editsBetween: false);
    }

    public async Task<string?> DeclineAsync()
    {
        var who = scene.AnyRecipient();
        var draft = new ShareDraft
        {
            Id = Guid.NewGuid(),
            PersonId = scene.Cast.PersonId,
            RecipientId = who.Named.Id,
        };
        await Store.SaveDraftAsync(draft);
        scene.Expect("a no is kept", expected: true, await Register.DeclineAsync(Person, draft.Id));
        return $"decline {who.Named.Name}";
    }

    private async Task<string?> ShareAsync(bool editsBetween)
    {
        var who = scene.AnyRecipient();
        var lines = AnyLines(who);
        if (lines.Count == 0)
        {
            return null;
        }

        var answers = AnyAnswers();
        return await SayYesAsync(who, lines, answers, DraftOf(who, lines, answers), kept: null, editsBetween);
    }

    private async Task<string?> SayYesAsync(
        OracleRecipient who,
        List<PlanLine> lines,
        Answers answers,
        ShareDraft draft,
        Agreement? kept,
        bool editsBetween
    )
    {
        await Store.SaveDraftAsync(draft);
        var preview = await scene.Door<ShareJourney>().PreviewAsync(Person, draft.Id);
        await Store.SaveDraftAsync(draft with { PreviewHash = preview?.Hash });
        var offered = lines.FindAll(line => scene.Oracle.MayBeOffered(line, who));
        var previewed = preview?.Lines.Select(line => line.Current.Content.Text) ?? [];
        scene.ExpectWords($"{who.Named.Name}'s preview", offered.Select(line => line.Text), previewed);
        var edit = editsBetween && offered.Count > 0 ? await plan.EditAsync(offered[0], Person) : null;

        var yes = new Yes(preview?.Hash, Present.Nobody, answers.WaitADay);
        var outcome = await Register.GiveAsync(Person, draft.Id, yes);

        var isAsSeen = edit is null && offered.Count == lines.Count;
        var isAnswered = offered.Count > 0 && scene.Oracle.Fits(answers);
        scene.Expect("a yes", NameOfOutcome(isAnswered, isAsSeen), outcome.GetType().Name);
        if (outcome is GiveOutcome.Given given)
        {
            who.Agreements.FindAll(one => one == kept).ForEach(usedUp => usedUp.Over = true);
            scene.Oracle.Give(who, given.ConsentId, lines, answers);
        }

        var what = string.Join(", ", lines.Select(line => scene.NameOf(line)));
        var when = $"{(kept is null ? "" : ", from what was kept")}{(edit is null ? "" : $", after {edit}")}";
        return $"{outcome.GetType().Name} to {who.Named.Name}{when}: {what}, {answers.InShort}";
    }

    private string NameOfOutcome(bool isAnswered, bool isAsSeen) =>
        scene.NewSharingWaits ? nameof(GiveOutcome.Waits)
        : !isAnswered ? nameof(GiveOutcome.Invalid)
        : !isAsSeen ? nameof(GiveOutcome.ChangedSincePreview)
        : nameof(GiveOutcome.Given);

    /// <summary>Some of what may be offered, in the plan's order; now and then a line that may not be.</summary>
    private List<PlanLine> AnyLines(OracleRecipient who)
    {
        var offers = scene.Oracle.Plan.FindAll(line => scene.Oracle.MayBeOffered(line, who) && scene.Chance(65));
        var extra = scene.Chance(8) ? scene.Pick(scene.Oracle.Plan) : null;
        return scene.Oracle.Plan.FindAll(line => line == extra || offers.Contains(line));
    }

    /// <summary>Now and then the last day is over before a day's wait is.</summary>
    private Answers AnyAnswers()
    {
        var starts = scene.Dice.Next(100) switch
        {
            < 68 => ShareStart.Now,
            < 86 => ShareStart.OnDay,
            _ => ShareStart.KeptReady,
        };
        var firstDay = starts == ShareStart.OnDay ? scene.Today.AddDays(scene.Dice.Next(25)) : scene.Today;
        var until = scene.Pick(Enum.GetValues<ShareUntil>());
        return new Answers(
            starts,
            starts == ShareStart.OnDay ? firstDay : null,
            until,
            until == ShareUntil.OnDay ? firstDay.AddDays(scene.Dice.Next(40)) : null,
            scene.Chance(10),
            scene.Pick(Channels)
        );
    }

    private ShareDraft DraftOf(OracleRecipient who, List<PlanLine> lines, Answers answers) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = scene.Cast.PersonId,
            RecipientId = who.Named.Id,
            LineIds = [.. lines.Select(line => line.Id)],
            Starts = answers.Starts,
            FirstDay = answers.FirstDay,
            Until = answers.Until,
            LastDay = answers.LastDay,
            Channel = answers.Channel,
            MayPrint = true,
            MayGiveFeedback = true,
            FeedbackShown = FeedbackShown.AtOnce,
            Rhythm = FeedbackRhythm.Weekly,
        };
}
