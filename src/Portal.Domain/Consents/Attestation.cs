namespace Portal.Domain.Consents;

/// <summary>
/// "Are you still their supervisor?": asked of a recipient every 30 days. Refused, or unanswered for 14 days, the
/// consent lapses by itself (P8): nothing has to run for it to do so.
/// </summary>
internal static class Attestation
{
    public static readonly TimeSpan Every = TimeSpan.FromDays(30);
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(14);

    /// <summary>When the question is put; null where it is not, and while the person has paused.</summary>
    public static DateTimeOffset? DueAt(Consent consent) => LapsesAt(consent) - AnswerWithin;

    /// <summary>When the consent lapses if the question stays unanswered; null where it is not put.</summary>
    public static DateTimeOffset? LapsesAt(Consent consent)
    {
        if (!consent.AsksAttestation)
        {
            return null;
        }

        var (since, paused) = (consent.Start, false);
        foreach (var happened in consent.Events)
        {
            if (!paused && happened.At >= since + Every + AnswerWithin)
            {
                break;
            }

            (since, paused) = happened.Kind switch
            {
                ConsentEventKind.Attested => (Later(since, happened.At), paused),
                ConsentEventKind.Paused => (since, true),
                ConsentEventKind.Resumed => (Later(since, happened.At), false),
                _ => (since, paused),
            };
        }

        return paused ? null : since + Every + AnswerWithin;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
