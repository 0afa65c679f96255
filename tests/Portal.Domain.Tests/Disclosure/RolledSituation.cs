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
    Ended,
    Replaced,
    ReplacedAndTheReplacementWithdrawn,
}

/// <summary>How a consent names a line.</summary>
internal enum Naming
{
    ThisWording,
    AnotherWording,
    NotAtAll,
}

internal sealed record RolledLine(Guid Id, LineKind Kind, Naming Naming, bool Retired, bool Stopped, bool StepUp)
{
    public static RolledLine Of(Random random) =>
        new(
            Guid.NewGuid(),
            random.AnyOf<LineKind>(),
            random.Chance(75) ? Naming.ThisWording : random.AnyOf<Naming>(),
            Retired: random.Chance(15),
            Stopped: random.Chance(15),
            StepUp: random.Chance(25)
        );

    public LineFacts Facts => new(Wording("this"), Kind, Retired);

    public ConsentLine Wording(string hash) => new(Id, Id, hash, StepUp);
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
    public required bool MayGiveFeedback { get; init; }
    public required SheetUse Use { get; init; }
    public required Part Part { get; init; }
    public required Fate Became { get; init; }
    public required List<RolledLine> Lines { get; init; }

    public static RolledSituation Of(Random random) =>
        new()
        {
            SignedIn = random.Chance(95),
            GuidelineAccepted = random.Chance(95),
            CodeKnown = random.Chance(95),
            CodeTheirs = random.Chance(95),
            Stands = random.Chance(95),
            NoticeAccepted = random.Chance(95),
            SwitchedOn = random.Chance(50),
            MayGiveFeedback = random.Chance(80),
            Use = random.AnyOf<SheetUse>(),
            Part = random.AnyOf<Part>(),
            Became = random.Chance(40) ? Fate.InForce : random.AnyOf<Fate>(),
            Lines = [.. Enumerable.Range(0, random.Next(5)).Select(_ => RolledLine.Of(random))],
        };

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
        && (Use == SheetUse.Sheet || MayGiveFeedback);

    private bool MayShow(RolledLine line) =>
        line is { Naming: Naming.ThisWording, Retired: false, Stopped: false }
        && (SwitchedOn || !line.StepUp)
        && (line.Kind == LineKind.Adjustment || Part is Part.Supervisor or Part.Deputy or Part.Buddy);

    private Consent ConsentOf(Guid recipientId)
    {
        var consent = AConsent.For(recipientId) with { MayGiveFeedback = MayGiveFeedback };
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
            Fate.Ended => [.. consent.InState(ConsentState.Ended)],
            Fate.Replaced => [consent, newer],
            Fate.ReplacedAndTheReplacementWithdrawn => [.. consent.InState(ConsentState.Replaced)],
            _ => throw new InvalidOperationException("No such fate."),
        };
    }
}
