using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>One recipient's consents as dice make them, with a clock that goes back at times, hour by hour.</summary>
public sealed class AnyHistoryTests
{
    private const int Histories = 500;
    private const int Hours = 60;

    private delegate ConsentState Rule(Consent consent, IEnumerable<Consent> sameRecipient, DateTimeOffset now);

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    public void At_no_hour_of_any_history_is_more_than_one_consent_in_force()
    {
        var seed = Random.Shared.Next();

        var fault = FirstUnion(ConsentStates.Of, seed);

        Assert.True(fault is null, $"With seed {seed}, {fault}");
    }

    [Fact]
    [Trait("Promise", "P3")]
    public void Its_leaky_twin_that_forgets_replacements_is_found_out()
    {
        var seed = Random.Shared.Next();

        var fault = FirstUnion((consent, _, now) => ConsentStates.Of(consent, [consent], now), seed);

        Assert.True(fault is not null, $"With seed {seed}, a rule that forgets replacements passed");
    }

    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P8")]
    public void At_every_hour_the_newest_consent_that_has_started_decides_alone()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);

        foreach (var history in Enumerable.Range(0, Histories).Select(_ => AnyHistory(random)))
        {
            foreach (var hour in EachHour())
            {
                var found = ConsentStates.InForce(history, hour);
                if (found?.Id != Expected(history, hour)?.Id)
                {
                    Assert.Fail($"With seed {seed}, at {hour:u}: {Told(history)}");
                }
            }
        }
    }

    private static string? FirstUnion(Rule rule, int seed)
    {
        var random = new Random(seed);
        foreach (var history in Enumerable.Range(0, Histories).Select(_ => AnyHistory(random)))
        {
            foreach (var hour in EachHour())
            {
                var inForce = history.Count(consent => rule(consent, history, hour) == ConsentState.InForce);
                if (inForce > 1)
                {
                    return $"{inForce} are in force at {hour:u}: {Told(history)}";
                }
            }
        }

        return null;
    }

    /// <summary>The oracle: find the newest that took over, then ask whether it still holds.</summary>
    private static Consent? Expected(List<Consent> history, DateTimeOffset now)
    {
        var newest = history
            .Where(consent => consent.Start <= now && !StoppedBeforeItsStart(consent))
            .MaxBy(consent => consent.Order);
        return newest is null || now >= newest.End || IsStopped(newest) || IsPaused(newest) ? null : newest;
    }

    private static bool StoppedBeforeItsStart(Consent consent) =>
        consent.Events.Any(e => IsStop(e.Kind) && e.At < consent.Start);

    private static bool IsStopped(Consent consent) => consent.Events.Any(e => IsStop(e.Kind));

    private static bool IsPaused(Consent consent) =>
        consent.Events.Count(e => e.Kind == ConsentEventKind.Paused)
        > consent.Events.Count(e => e.Kind == ConsentEventKind.Resumed);

    private static bool IsStop(ConsentEventKind kind) => kind is ConsentEventKind.Withdrawn or ConsentEventKind.Lapsed;

    private static IEnumerable<DateTimeOffset> EachHour() =>
        Enumerable.Range(0, Hours).Select(hour => Moment.Now.AddHours(hour));

    private static List<Consent> AnyHistory(Random random)
    {
        var recipient = Guid.NewGuid();
        var givenAt = Moment.Now;
        var history = new List<Consent>();
        var last = 1 + random.Next(5);
        for (var order = 1; order <= last; order++)
        {
            givenAt = givenAt.AddHours(random.Next(-4, 12));
            history.Add(AnyConsent(random, recipient, givenAt).MadeAs(order));
        }

        return [.. history.OrderBy(_ => random.Next())];
    }

    private static Consent AnyConsent(Random random, Guid recipient, DateTimeOffset givenAt)
    {
        var start = givenAt.AddHours(random.Chance(50) ? 0 : random.Next(20));
        var consent = AConsent
            .For(recipient)
            .GivenAt(givenAt)
            .Starting(start)
            .Ending(start.AddHours(1 + random.Next(40)));
        var pausedAt = givenAt.AddHours(random.Next(10));
        consent = random.Chance(20) ? consent.Then(ConsentEventKind.Paused, pausedAt) : consent;
        consent =
            consent.Events.Count > 1 && random.Chance(50)
                ? consent.Then(ConsentEventKind.Resumed, pausedAt.AddHours(1))
                : consent;
        var stop = random.Chance(70) ? ConsentEventKind.Withdrawn : ConsentEventKind.Lapsed;
        return random.Chance(25) ? consent.Then(stop, givenAt.AddHours(random.Next(20))) : consent;
    }

    private static string Told(List<Consent> history) =>
        string.Join("; ", history.Select(c => $"{c.Order} {c.Start:u} to {c.End:u} {string.Join(", ", c.Events)}"));
}
