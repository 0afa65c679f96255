using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>Answers, pauses and resumptions as dice make them, against a diary that is kept day by day.</summary>
public sealed class AnyAnswersTests
{
    private const int Diaries = 300;
    private const int Days = 300;

    private static readonly DateTimeOffset Start = Moment.Now;

    private delegate ConsentState Rule(Consent consent, DateTimeOffset now);

    [Fact]
    [Trait("Promise", "P8")]
    public void On_each_day_of_any_diary_the_consent_stands_as_the_diary_says()
    {
        var seed = Random.Shared.Next();

        var fault = FirstFault((consent, now) => ConsentStates.Of(consent, [consent], now), seed);

        Assert.True(fault is null, $"With seed {seed}, {fault}");
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void Its_leaky_twin_that_takes_silence_for_a_yes_is_found_out()
    {
        var seed = Random.Shared.Next();

        var fault = FirstFault((consent, now) => StateFrom(consent, now, now), seed);

        Assert.True(fault is not null, $"With seed {seed}, a rule that takes silence for a yes passed");
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void Its_leaky_twin_that_takes_a_late_yes_is_found_out()
    {
        var seed = Random.Shared.Next();

        var fault = FirstFault((consent, now) => StateFrom(consent, LastAnswer(consent), now), seed);

        Assert.True(fault is not null, $"With seed {seed}, a rule that takes a late yes passed");
    }

    private static string? FirstFault(Rule rule, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Diaries; i++)
        {
            var consent = AConsent.For(Guid.NewGuid()).GivenAt(Start).Ending(Start.AddDays(Days));
            var diary = (Since: 0, State: ConsentState.InForce);
            for (var day = 0; day < Days; day++)
            {
                var happened = AnyEvent(random, consent);
                diary = Written(diary, day, happened);
                consent = happened is { } kind ? consent.Then(kind, Start.AddDays(day)) : consent;
                var found = rule(consent, Start.AddDays(day));
                if (found != diary.State)
                {
                    return $"on day {day} it is {found} and not {diary.State}: {string.Join(", ", consent.Events)}";
                }
            }
        }

        return null;
    }

    /// <summary>The oracle: each page follows from the one before, and a lapse is never struck out.</summary>
    private static (int Since, ConsentState State) Written(
        (int Since, ConsentState State) before,
        int day,
        ConsentEventKind? happened
    ) =>
        before.State == ConsentState.Lapsed ? before
        : before.State == ConsentState.InForce && day >= before.Since + 44 ? (before.Since, ConsentState.Lapsed)
        : happened switch
        {
            ConsentEventKind.Attested => (day, before.State),
            ConsentEventKind.Paused => (before.Since, ConsentState.Paused),
            ConsentEventKind.Resumed => (day, ConsentState.InForce),
            _ => before,
        };

    private static ConsentEventKind? AnyEvent(Random random, Consent consent) =>
        !random.Chance(5) ? null
        : random.Chance(60) ? ConsentEventKind.Attested
        : ConsentStates.IsPaused(consent) ? ConsentEventKind.Resumed
        : ConsentEventKind.Paused;

    private static ConsentState StateFrom(Consent consent, DateTimeOffset start, DateTimeOffset now) =>
        ConsentStates.Of(consent.Starting(start), [], now);

    private static DateTimeOffset LastAnswer(Consent consent) =>
        consent.Events.Where(e => e.Kind != ConsentEventKind.Paused).Max(e => e.At);
}
