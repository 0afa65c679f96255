using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>Why nothing is shown. For the ledger, never for a page (P5). Stored by name.</summary>
internal enum RefusalReason
{
    NotSignedIn,
    GuidelineNotAccepted,
    NoSuchCode,
    NotTheirs,
    PartEnded,
    NoConsentInForce,
    NothingLeft,
    FeedbackNotAllowed,
    ToldByWorker,

    /// <summary>The events of the consent and the person's chain do not say the same: somebody changed one of them.</summary>
    RecordDisagrees,
}

internal abstract record Decision
{
    private Decision() { }

    public sealed record Disclosed(Consent Consent, IReadOnlyList<LineFacts> Lines) : Decision;

    public sealed record Refused(RefusalReason Reason) : Decision;
}

/// <summary>
/// The rule of the gateway: pure, total, and closed by default. No facts, unknown line, unknown recipient:
/// nothing is shown. Empty means no (P1).
/// </summary>
internal static class DisclosureRules
{
    public static Decision Decide(Viewer? viewer, DisclosureFacts facts, SheetUse use, DateTimeOffset now)
    {
        if (RefusalOfViewer(viewer) is { } notYet)
        {
            return new Decision.Refused(notYet);
        }

        if (RefusalOfRecipient(viewer!, facts.Recipient) is { } notTheirs)
        {
            return new Decision.Refused(notTheirs);
        }

        if (ConsentStates.InForce(facts.Consents, now) is not { } consent || consent.RecipientId != facts.Recipient!.Id)
        {
            return new Decision.Refused(RefusalReason.NoConsentInForce);
        }

        if (!facts.IsOnRecord)
        {
            return new Decision.Refused(RefusalReason.RecordDisagrees);
        }

        if (consent.Channel == Channel.WorkerTells)
        {
            return new Decision.Refused(RefusalReason.ToldByWorker);
        }

        if (use == SheetUse.FeedbackForm && !consent.MayGiveFeedback)
        {
            return new Decision.Refused(RefusalReason.FeedbackNotAllowed);
        }

        var shown = facts.Lines.Where(line => IsOnShow(line, consent, facts.Recipient, now)).ToList();
        return shown.Count == 0
            ? new Decision.Refused(RefusalReason.NothingLeft)
            : new Decision.Disclosed(consent, shown);
    }

    /// <summary>What stands between this viewer and any code at all; asked before a code is looked up.</summary>
    public static RefusalReason? RefusalOfViewer(Viewer? viewer) =>
        viewer is null ? RefusalReason.NotSignedIn
        : viewer.Guideline < Terms.Guideline ? RefusalReason.GuidelineNotAccepted
        : null;

    private static RefusalReason? RefusalOfRecipient(Viewer viewer, RecipientFacts? recipient) =>
        recipient is null ? RefusalReason.NoSuchCode
        : recipient.AccountId != viewer.AccountId ? RefusalReason.NotTheirs
        : !recipient.Stands || recipient.PrivacyNotice == 0 ? RefusalReason.PartEnded
        : null;

    private static bool IsOnShow(LineFacts line, Consent consent, RecipientFacts recipient, DateTimeOffset now) =>
        consent.Lines.Contains(line.Line)
        && !line.Retired
        && !consent.Events.Any(e => e.Kind == ConsentEventKind.LineStopped && e.LineId == line.Line.LineId)
        && (!line.Line.StepUp || now < recipient.StepUpUntil)
        && (line.Kind != LineKind.ReturnToWork || recipient.IsComingBack)
        && PreviewMaker.MayHold(recipient.Part, line.Kind);
}
