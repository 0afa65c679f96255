using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>The rhythm that the person chose: each reminder from its own moment, and none that was missed.</summary>
public sealed class FeedbackRemindersTests
{
    private static readonly DateTimeOffset Start = Moment.Now;

    [Theory]
    [InlineData(FeedbackRhythm.Weekly, 7)]
    [InlineData(FeedbackRhythm.Fortnightly, 14)]
    public void A_reminder_is_due_from_its_moment_on_and_the_one_before_no_longer(FeedbackRhythm rhythm, int days)
    {
        var consent = Given(rhythm);

        Assert.Empty(Due(consent, Start.AddDays(days).AddTicks(-1)));
        foreach (var times in new[] { 1, 2, 3 })
        {
            var moment = Start.AddDays(days * times);
            Assert.Equal([MarkOf(consent, moment)], Due(consent, moment));
            Assert.Equal([MarkOf(consent, moment)], Due(consent, moment.AddDays(days).AddTicks(-1)));
        }
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void Nobody_is_reminded_whom_the_person_did_not_choose_to_remind()
    {
        var later = Start.AddDays(30);

        Assert.Empty(Due(Given(FeedbackRhythm.None), later));
        Assert.Empty(Due(Given(FeedbackRhythm.Weekly) with { MayGiveFeedback = false }, later));
        Assert.Empty(Due(Given(FeedbackRhythm.Weekly) with { Channel = Channel.WorkerTells }, later));
        Assert.Empty(DaysAhead(Given(FeedbackRhythm.None), Start));
        Assert.NotEmpty(Due(Given(FeedbackRhythm.Weekly) with { Channel = Channel.Together }, later));
    }

    [Fact]
    [Trait("Promise", "P9")]
    public void What_fell_into_a_pause_is_not_sent_when_it_goes_on()
    {
        var paused = Given(FeedbackRhythm.Weekly).Then(ConsentEventKind.Paused, Start.AddDays(10));
        var resumed = paused.Then(ConsentEventKind.Resumed, Start.AddDays(16));

        Assert.Empty(Due(paused, Start.AddDays(15)));
        Assert.Empty(Due(resumed, Start.AddDays(16)));
        Assert.Equal([MarkOf(resumed, Start.AddDays(21))], Due(resumed, Start.AddDays(21)));
    }

    [Theory]
    [Trait("Promise", "P3")]
    [InlineData(ConsentEventKind.Withdrawn)]
    [InlineData(ConsentEventKind.Lapsed)]
    public void Nothing_is_due_about_what_is_over(ConsentEventKind ends)
    {
        var consent = Given(FeedbackRhythm.Weekly).Then(ends, Start.AddDays(13));

        Assert.Empty(Due(consent, Start.AddDays(14)));
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
        var consent = Given(FeedbackRhythm.Weekly).Ending(Start.AddDays(21));

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

    private static ConsentMark MarkOf(Consent consent, DateTimeOffset about) =>
        new(consent.Id, ConsentStep.FeedbackReminder, DateOnly.FromDateTime(about.UtcDateTime));

    private static List<ConsentMark> Due(Consent consent, DateTimeOffset now) =>
        [
            .. ConsentCalendar
                .Due(consent, ConsentStates.Of(consent, [consent], now), now)
                .Where(mark => mark.Step == ConsentStep.FeedbackReminder),
        ];
}
