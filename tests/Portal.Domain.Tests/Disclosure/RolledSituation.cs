using CsCheck;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>What can have become of a consent before somebody asks.</summary>
internal enum Fate
{
    InForce,
    Resumed,
    AnsweredInTime,
    ReplacementNotStarted,
    ReplacementWithdrawnBeforeItsStart,
    NeverMade,
    OfAnotherRecipient,
    Declined,
    KeptReady,
    Scheduled,
    Paused,
    Withdrawn,
    Lapsed,
    Unanswered,
    Ended,
    Replaced,
    ReplacedAndTheReplacementWithdrawn,
}

/// <summary>
/// A situation made by dice, and what the dice themselves say may be shown: an oracle that knows how the
/// situation was made, so that it need not read it as the rule does.
/// </summary>
internal sealed record RolledSituation
{
    public required bool SignedIn { get; init; }
    public required bool GuidelineAccepted { get; init; }
    public required bool CodeKnown { get; init; }
    public required bool CodeTheirs { get; init; }
    public required bool Stands { get; init; }
    public required bool NoticeAccepted { get; init; }
    public required bool SwitchedOn { get; init; }
    public required bool IsComingBack { get; init; }
    public required bool MayGiveFeedback { get; init; }
    public required SheetUse Use { get; init; }
    public required Part Part { get; init; }
    public required Channel Channel { get; init; }
    public required Fate Became { get; init; }
    public required List<RolledLine> Lines { get; init; }

    public static Gen<RolledSituation> Any { get; } =
        from signedIn in Dice.Chance(95)
        from guidelineAccepted in Dice.Chance(95)
        from codeKnown in Dice.Chance(95)
        from codeTheirs in Dice.Chance(95)
        from stands in Dice.Chance(95)
        from noticeAccepted in Dice.Chance(95)
        from switchedOn in Gen.Bool
        from isComingBack in Gen.Bool
        from mayGiveFeedback in Dice.Chance(80)
        from use in Gen.Enum<SheetUse>()
        from part in Gen.Enum<Part>()
        from channel in Gen.Frequency((80, Gen.Const(Channel.Portal)), (20, Gen.Enum<Channel>()))
        from became in Gen.Frequency((40, Gen.Const(Fate.InForce)), (60, Gen.Enum<Fate>()))
        from lines in RolledLine.Any.List[0, 4]
        select new RolledSituation
        {
            SignedIn = signedIn,
            GuidelineAccepted = guidelineAccepted,
            CodeKnown = codeKnown,
            CodeTheirs = codeTheirs,
            Stands = stands,
            NoticeAccepted = noticeAccepted,
            SwitchedOn = switchedOn,
            IsComingBack = isComingBack,
            MayGiveFeedback = mayGiveFeedback,
            Use = use,
            Part = part,
            Channel = channel,
            Became = became,
            Lines = lines,
        };

    /// <summary>Whether a decision shows exactly what the dice allow.</summary>
    public bool IsMetBy(Func<ASituation, Decision> rule) =>
        Allowed.SetEquals(
            rule(Situation) is Decision.Disclosed disclosed ? disclosed.Lines.Select(line => line.Line.LineId) : []
        );

    public override string ToString() =>
        $"{Became} for a {Part} by {Channel} ({Use}); signed in {SignedIn}, guideline {GuidelineAccepted}, code known "
        + $"{CodeKnown} and theirs {CodeTheirs}, stands {Stands}, notice {NoticeAccepted}, switch {SwitchedOn}, "
        + $"coming back {IsComingBack}, "
        + $"feedback {MayGiveFeedback}; {string.Join("; ", Lines)}";

    /// <summary>The oracle: the ids of the lines that may be shown.</summary>
    public HashSet<Guid> Allowed => IsOpen ? [.. Lines.Where(MayShow).Select(line => line.Id)] : [];

    public ASituation Situation
    {
        get
        {
            var viewer = new Viewer(Guid.NewGuid(), GuidelineAccepted ? Terms.Guideline : 0);
            var recipient = new RecipientFacts
            {
                Id = Guid.NewGuid(),
                PersonId = Guid.NewGuid(),
                PlacementId = Guid.NewGuid(),
                AccountId = CodeTheirs ? viewer.AccountId : Guid.NewGuid(),
                Part = Part,
                Stands = Stands,
                PrivacyNotice = NoticeAccepted ? Terms.PrivacyNotice : 0,
                StepUpUntil = SwitchedOn ? Moment.Now.AddDays(2) : null,
                IsComingBack = IsComingBack,
            };
            var facts = new DisclosureFacts
            {
                Recipient = CodeKnown ? recipient : null,
                Consents = Consents(ConsentOf(recipient.Id)),
                Lines = [.. Lines.Select(line => line.Facts)],
            };
            return new ASituation
            {
                Viewer = SignedIn ? viewer : null,
                Facts = facts,
                Use = Use,
            };
        }
    }

    private bool IsOpen =>
        SignedIn
        && GuidelineAccepted
        && CodeKnown
        && CodeTheirs
        && Stands
        && NoticeAccepted
        && Became <= Fate.ReplacementWithdrawnBeforeItsStart
        && Channel != Channel.WorkerTells
        && (Use != SheetUse.FeedbackForm || MayGiveFeedback);

    private bool MayShow(RolledLine line) =>
        line is { Naming: Naming.ThisWording, Retired: false, Stopped: false }
        && (SwitchedOn || !line.StepUp)
        && (IsComingBack || line.Kind != LineKind.ReturnToWork)
        && line.Fits(Part);

    private Consent ConsentOf(Guid recipientId)
    {
        var consent = AConsent.For(recipientId) with { Channel = Channel, MayGiveFeedback = MayGiveFeedback };
        foreach (var line in Lines.Where(line => line.Naming != Naming.NotAtAll))
        {
            consent = consent.WithLine(line.Wording(line.Naming == Naming.ThisWording ? "this" : "another"));
        }

        foreach (var line in Lines.Where(line => line.Stopped))
        {
            consent = consent.Then(ConsentEventKind.LineStopped, Moment.Now.AddDays(-2), line.Id);
        }

        return consent;
    }

    private List<Consent> Consents(Consent consent)
    {
        var yesterday = Moment.Now.AddDays(-1);
        var newer = AConsent.For(consent.RecipientId).GivenAt(yesterday).MadeAs(2);
        return Became switch
        {
            Fate.InForce => [consent],
            Fate.Resumed =>
            [
                consent.Then(ConsentEventKind.Paused, yesterday).Then(ConsentEventKind.Resumed, Moment.Now),
            ],
            Fate.AnsweredInTime => [StartedLongAgo(consent, ConsentEventKind.Attested)],
            Fate.ReplacementNotStarted => [consent, newer.Starting(Moment.Now.AddDays(1))],
            Fate.ReplacementWithdrawnBeforeItsStart =>
            [
                newer.Starting(Moment.Now.AddHours(-1)).Then(ConsentEventKind.Withdrawn, Moment.Now.AddHours(-2)),
                consent,
            ],
            Fate.NeverMade => [],
            Fate.OfAnotherRecipient => [consent with { RecipientId = Guid.NewGuid() }],
            Fate.Declined => [.. consent.InState(ConsentState.Declined)],
            Fate.KeptReady => [.. consent.InState(ConsentState.KeptReady)],
            Fate.Scheduled => [.. consent.InState(ConsentState.Scheduled)],
            Fate.Paused => [.. consent.InState(ConsentState.Paused)],
            Fate.Withdrawn => [.. consent.InState(ConsentState.Withdrawn)],
            Fate.Lapsed => [.. consent.InState(ConsentState.Lapsed)],
            Fate.Unanswered => [StartedLongAgo(consent)],
            Fate.Ended => [.. consent.InState(ConsentState.Ended)],
            Fate.Replaced => [consent, newer],
            Fate.ReplacedAndTheReplacementWithdrawn => [.. consent.InState(ConsentState.Replaced)],
            _ => throw new InvalidOperationException("No such fate."),
        };
    }

    /// <summary>The same consent, fifty days old; what happened after thirty days comes before all else.</summary>
    private static Consent StartedLongAgo(Consent consent, params ConsentEventKind[] thirtyDaysLater)
    {
        var start = Moment.Now.AddDays(-50);
        var since = thirtyDaysLater.Aggregate(consent.GivenAt(start), (c, kind) => c.Then(kind, start.AddDays(30)));
        return since with { End = consent.End, Events = [.. since.Events, .. consent.Events.Skip(1)] };
    }
}
