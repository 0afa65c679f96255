using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>
/// The one door through which anybody at work sees anything of a plan (P1–P5). Every answer about a code is
/// recorded before it is given; there is no cache.
/// </summary>
public sealed class DisclosureGateway
{
    private readonly IDisclosureEngine _engine;
    private readonly AccessWitness _witness;

    internal DisclosureGateway(IDisclosureEngine engine, AccessWitness witness)
    {
        _engine = engine;
        _witness = witness;
    }

    /// <summary>Opens a sheet for whoever the cookie says is asking; the claim is checked in the same read.</summary>
    /// <exception cref="DisclosureUnavailableException">The record could not be written: send 503.</exception>
    public async Task<SheetOutcome> OpenAsync(SheetRequest request)
    {
        var answer = await _engine.OpenAsync(request);
        if (answer.Opened is { } opened)
        {
            _witness.Record();
            return new SheetOutcome.Disclosed(SheetOf(opened));
        }

        return answer.Refusal switch
        {
            RefusalReason.NotSignedIn => new SheetOutcome.NotSignedIn(),
            RefusalReason.GuidelineNotAccepted => new SheetOutcome.GuidelineFirst(),
            _ => new SheetOutcome.NotAvailable(),
        };
    }

    private static Sheet SheetOf(OpenedSheet opened) =>
        new()
        {
            PersonName = opened.PersonName,
            CheckedAt = opened.At,
            Body = SheetBody.Of([
                .. opened.Lines.Select(line => new BodyLine(line.Content)
                {
                    IsForNow = line.Line.StepUp,
                    IsAsked = line.IsAsked,
                }),
            ]),
            ForNowUntil = opened.Lines.Any(line => line.Line.StepUp) ? opened.StepUpUntil : null,
            MayPrint = opened.Consent.MayPrint,
            MayGiveFeedback = opened.Consent.MayGiveFeedback,
            AsksAttestation = Attestation.DueAt(opened.Consent) <= opened.At,
            Part = opened.Part,
            Adjustments = LinesOf(opened, LineKind.Adjustment),
            Signs = LinesOf(opened, LineKind.Sign),
        };

    private static IReadOnlyList<SheetLine> LinesOf(OpenedSheet opened, LineKind kind) =>
        [
            .. opened
                .Lines.Where(line => line.Content.Kind == kind)
                .Select(line => new SheetLine(line.Line.VersionId, line.Content.Text)),
        ];
}
