namespace Portal.Domain.Consents;

/// <summary>How a consent stands now (design §3, docs/states.md).</summary>
public enum ConsentState
{
    Declined,
    KeptReady,
    Scheduled,
    InForce,
    Paused,
    Replaced,
    Withdrawn,
    Ended,
    Lapsed,
}

/// <summary>Computes how a consent stands from its own events and the other consents of the same recipient.</summary>
public static class ConsentStates
{
    /// <param name="consent">The consent to look at.</param>
    /// <param name="sameRecipient">Every consent of that recipient in that placement; order does not matter.</param>
    /// <param name="now">The moment of the question.</param>
    public static ConsentState Of(Consent consent, IEnumerable<Consent> sameRecipient, DateTimeOffset now)
    {
        if (consent.Has(ConsentEventKind.Withdrawn))
        {
            return ConsentState.Withdrawn;
        }

        if (consent.Has(ConsentEventKind.Lapsed))
        {
            return ConsentState.Lapsed;
        }

        if (!consent.Has(ConsentEventKind.Given))
        {
            return ReadyState(consent, sameRecipient, now);
        }

        if (sameRecipient.Any(other => Replaces(other, consent, now)))
        {
            return ConsentState.Replaced;
        }

        return Attestation.LapsesAt(consent) is { } lapses && lapses < consent.End && lapses <= now
                ? ConsentState.Lapsed
            : now >= consent.End ? ConsentState.Ended
            : now < consent.Start ? ConsentState.Scheduled
            : IsPaused(consent) ? ConsentState.Paused
            : ConsentState.InForce;
    }

    /// <summary>The one consent that is in force, or null. There is never a union of two.</summary>
    public static Consent? InForce(IReadOnlyCollection<Consent> sameRecipient, DateTimeOffset now) =>
        sameRecipient.FirstOrDefault(consent => Of(consent, sameRecipient, now) == ConsentState.InForce);

    /// <summary>Whether the consent can still come to show something: there is something left to stop.</summary>
    public static bool IsLive(ConsentState state) =>
        state is ConsentState.InForce or ConsentState.Paused or ConsentState.Scheduled or ConsentState.KeptReady;

    internal static bool IsPaused(Consent consent) =>
        consent.Events.LastOrDefault(e => e.Kind is ConsentEventKind.Paused or ConsentEventKind.Resumed)?.Kind
        == ConsentEventKind.Paused;

    /// <summary>What is kept ready shows nothing, and is used up by the consent that is given from it.</summary>
    private static ConsentState ReadyState(Consent consent, IEnumerable<Consent> sameRecipient, DateTimeOffset now) =>
        !consent.Has(ConsentEventKind.KeptReady) || consent.Has(ConsentEventKind.Declined) ? ConsentState.Declined
        : sameRecipient.Any(other => other.ReadyId == consent.Id) ? ConsentState.Replaced
        : now >= consent.End ? ConsentState.Ended
        : ConsentState.KeptReady;

    /// <summary>
    /// A later consent takes over at its own start, for good: to withdraw it then does not bring the old one
    /// back. One that was withdrawn or lapsed before its start never took over.
    /// </summary>
    private static bool Replaces(Consent other, Consent consent, DateTimeOffset now) =>
        other.Id != consent.Id
        && other.Has(ConsentEventKind.Given)
        && other.Order > consent.Order
        && other.Start <= now
        && other.Start < other.End
        && !EndedBeforeStart(other);

    private static bool EndedBeforeStart(Consent other) =>
        other.When(ConsentEventKind.Withdrawn) < other.Start || other.When(ConsentEventKind.Lapsed) < other.Start;
}
