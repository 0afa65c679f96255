using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Tests;

/// <summary>
/// A consent that was given ten days ago and is in force, until a test says otherwise. Its recipient was not asked
/// yet whether they are still in that part: left alone, it lapses in 34 days.
/// </summary>
internal static class AConsent
{
    public static Consent For(Guid recipientId) =>
        new Consent
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            RecipientId = recipientId,
            Order = 1,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = Moment.Now,
            End = Moment.Now,
            TermsVersion = Terms.Consent,
            PreviewHash = "preview",
            MayPrint = false,
            MayGiveFeedback = true,
            FeedbackShown = FeedbackShown.AtOnce,
        }.GivenAt(Moment.Now.AddDays(-10));

    /// <summary>Given and started at that moment, for the months of the default. What happened before is forgotten.</summary>
    public static Consent GivenAt(this Consent consent, DateTimeOffset at) =>
        consent with
        {
            Start = at,
            End = at.AddMonths(ConsentPeriod.DefaultMonths),
            Events = [new ConsentEvent(ConsentEventKind.Given, at, By: null)],
        };

    public static Consent Starting(this Consent consent, DateTimeOffset start) => consent with { Start = start };

    public static Consent Ending(this Consent consent, DateTimeOffset end) => consent with { End = end };

    public static Consent MadeAs(this Consent consent, long order) => consent with { Order = order };

    public static Consent WithLine(this Consent consent, ConsentLine line) =>
        consent with
        {
            Lines = [.. consent.Lines, line],
        };

    public static Consent Then(this Consent consent, ConsentEventKind kind, DateTimeOffset at, Guid? lineId = null) =>
        consent with
        {
            Events = [.. consent.Events, new ConsentEvent(kind, at, By: null, lineId)],
        };

    /// <summary>The recipient said every thirty days, until that moment, that they are still in that part.</summary>
    public static Consent AnsweredUntil(this Consent consent, DateTimeOffset last)
    {
        for (var at = consent.Start + Attestation.Every; at <= last; at += Attestation.Every)
        {
            consent = consent.Then(ConsentEventKind.Attested, at);
        }

        return consent;
    }

    /// <summary>The consent, and what else it takes, for it to stand like this now.</summary>
    public static Consent[] InState(this Consent consent, ConsentState state)
    {
        var earlier = Moment.Now.AddDays(-1);
        return state switch
        {
            ConsentState.Declined => [(consent with { Events = [] }).Then(ConsentEventKind.Declined, earlier)],
            ConsentState.KeptReady => [(consent with { Events = [] }).Then(ConsentEventKind.KeptReady, earlier)],
            ConsentState.Scheduled => [consent.Starting(Moment.Now.AddDays(1))],
            ConsentState.InForce => [consent],
            ConsentState.Paused => [consent.Then(ConsentEventKind.Paused, earlier)],
            ConsentState.Replaced =>
            [
                consent,
                For(consent.RecipientId)
                    .GivenAt(earlier)
                    .MadeAs(consent.Order + 1)
                    .Then(ConsentEventKind.Withdrawn, Moment.Now),
            ],
            ConsentState.Withdrawn => [consent.Then(ConsentEventKind.Withdrawn, earlier)],
            ConsentState.Ended => [consent.Ending(Moment.Now)],
            ConsentState.Lapsed => [consent.Then(ConsentEventKind.Lapsed, earlier)],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
        };
    }
}
