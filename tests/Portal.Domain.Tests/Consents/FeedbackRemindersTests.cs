using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>The rhythm that the person chose: each reminder from its own moment, and none that was missed.</summary>
public sealed class FeedbackRemindersTests
{
    private static readonly DateTimeOffset Start = Moment.Now;

    [Theory]
    [InlineData(FeedbackRhythm.Weekly, 7)]
    [InlineData(FeedbackRhythm.Fortnightly, 14)]
    public void A_reminder_is_due_from_eight_of_its_day_and_the_one_before_no_longer(FeedbackRhythm rhythm, int days)
    {
        var consent = Given(rhythm);

        Assert.Null(Due(consent, Eight(days).AddTicks(-1)));
        foreach (var times in new[] { 1, 2, 3 })
        {
            Assert.Equal(DayOn(days * times), Due(consent, Eight(days * times)));
            Assert.Equal(DayOn(days * times), Due(consent, Eight(days * (times + 1)).AddTicks(-1)));
        }
    }

    [Theory]
    [InlineData(2026, 10, 10)]
    [InlineData(2027, 3, 20)]
    public void Its_day_of_the_week_stays_when_clocks_change(int year, int month, int day)
    {
        // From the first moment of a day, on the clock of the place.
        var first = new DateOnly(year, month, day);
        var start = FeedbackReminders.MomentOf(first, London.Zone).AddHours(-8);
        var consent = AConsent.For(Guid.NewGuid()).GivenAt(start).AnsweredUntil(start.AddDays(60)) with
        {
            Rhythm = FeedbackRhythm.Weekly,
        };
        var fourWeeksOn = first.AddDays(28);
        var moment = FeedbackReminders.MomentOf(fourWeeksOn, London.Zone);

        Assert.Equal(fourWeeksOn, Due(consent, moment));
        Assert.Equal(first.AddDays(21), Due(consent, moment.AddTicks(-1)));
        Assert.Contains(fourWeeksOn, DaysAhead(consent, start));
        Assert.Equal(8, TimeZoneInfo.ConvertTime(moment, London.Zone).Hour);
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Nobody_is_reminded_whom_the_person_did_not_choose_to_remind()
    {
        var later = Start.AddDays(30);

        Assert.Null(Due(Given(FeedbackRhythm.None), later));
        Assert.Null(Due(Given(FeedbackRhythm.Weekly) with { MayGiveFeedback = false }, later));
        Assert.Null(Due(Given(FeedbackRhythm.Weekly) with { Channel = Channel.WorkerTells }, later));
        Assert.Empty(DaysAhead(Given(FeedbackRhythm.None), Start));
        Assert.NotNull(Due(Given(FeedbackRhythm.Weekly) with { Channel = Channel.Together }, later));
    }

    [Fact]
    [Trait("Promise", "P9")]
    public void What_fell_into_a_pause_is_not_sent_when_it_goes_on()
    {
        var paused = Given(FeedbackRhythm.Weekly).Then(ConsentEventKind.Paused, Start.AddDays(10));
        var resumed = paused.Then(ConsentEventKind.Resumed, Start.AddDays(16));

        Assert.Null(Due(paused, Start.AddDays(15)));
        Assert.Null(Due(resumed, Start.AddDays(16)));
        Assert.Equal(DayOn(21), Due(resumed, Eight(21)));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentEventKind.Withdrawn)]
    [InlineData(ConsentEventKind.Lapsed)]
    public void Nothing_is_due_about_what_is_over(ConsentEventKind ends)
    {
        var consent = Given(FeedbackRhythm.Weekly).Then(ends, Start.AddDays(13));

        Assert.Null(Due(consent, Eight(14)));
    }

    [Theory]
    [InlineData(FeedbackRhythm.Weekly, new[] { 7, 14, 21, 28, 35, 42, 49, 56 })]
    [InlineData(FeedbackRhythm.Fortnightly, new[] { 14, 28, 42, 56 })]
    public void A_calendar_is_told_the_days_of_eight_weeks(FeedbackRhythm rhythm, int[] days)
    {
        Assert.Equal(days.Select(DayOn), DaysAhead(Given(rhythm), Start));
    }

    [Fact]
    public void Today_is_still_told_when_its_moment_is_over_and_yesterday_is_not()
    {
        var consent = Given(FeedbackRhythm.Weekly);

        Assert.Equal(DayOn(7), DaysAhead(consent, Start.AddDays(7).AddHours(1))[0]);
        Assert.Equal(DayOn(14), DaysAhead(consent, Start.AddDays(8))[0]);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void No_day_comes_after_the_end()
    {
        var consent = Given(FeedbackRhythm.Weekly).Ending(Eight(21));

        Assert.Equal([DayOn(7), DayOn(14)], DaysAhead(consent, Start));
    }

    private static Consent Given(FeedbackRhythm rhythm) =>
        AConsent.For(Guid.NewGuid()).GivenAt(Start).AnsweredUntil(Start.AddDays(60)) with
        {
            Rhythm = rhythm,
        };

    private static DateOnly DayOn(int day) => DateOnly.FromDateTime(Start.AddDays(day).UtcDateTime);

    private static List<DateOnly> DaysAhead(Consent consent, DateTimeOffset now) =>
        [.. FeedbackReminders.DaysAhead(consent, now, London.Zone)];

    private static DateTimeOffset Eight(int day) => FeedbackReminders.MomentOf(DayOn(day), London.Zone);

    private static DateOnly? Due(Consent consent, DateTimeOffset now) =>
        FeedbackReminders.Due(consent, ConsentStates.Of(consent, [consent], now), now, London.Zone)?.About;
}
