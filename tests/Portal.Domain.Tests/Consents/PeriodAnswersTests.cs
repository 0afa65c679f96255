using System.Globalization;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Consents;

/// <summary>What can be answered to from when and until when, and what someone is told to do instead.</summary>
public sealed class PeriodAnswersTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Theory]
    [InlineData(ShareStart.Now, null)]
    [InlineData(ShareStart.KeptReady, null)]
    [InlineData(ShareStart.OnDay, "2026-11-18")]
    [InlineData(ShareStart.OnDay, "2026-11-19")]
    [InlineData(ShareStart.OnDay, "2027-11-18")]
    public void It_can_start_now_or_on_a_day_of_the_next_twelve_months_or_be_kept_ready(ShareStart starts, string? day)
    {
        var check = ConsentPeriod.CheckStart(starts, Day(day), Today);

        Assert.True(check.Ok);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(null, null, "Starts", "Choose when it starts")]
    [InlineData((ShareStart)99, null, "Starts", "Choose when it starts")]
    [InlineData(ShareStart.OnDay, null, "FirstDay", "Enter the day on which it starts")]
    [InlineData(ShareStart.OnDay, "2026-11-17", "FirstDay", "The first day must be today or later")]
    [InlineData(ShareStart.OnDay, "2027-11-19", "FirstDay", "The first day must be within 12 months")]
    public void Who_answers_otherwise_from_when_is_told_what_to_do(
        ShareStart? starts,
        string? day,
        string field,
        string message
    )
    {
        var check = ConsentPeriod.CheckStart(starts, Day(day), Today);

        Assert.Equal(new Problem(field, message), Assert.Single(check.Problems));
    }

    [Theory]
    [InlineData(ShareUntil.FourWeeks, null)]
    [InlineData(ShareUntil.ThreeMonths, null)]
    [InlineData(ShareUntil.JobEnd, null)]
    [InlineData(ShareUntil.OnDay, "2026-11-18")]
    [InlineData(ShareUntil.OnDay, "2027-11-18")]
    public void It_can_end_on_a_day_of_the_twelve_months_after_its_first(ShareUntil until, string? day)
    {
        var check = ConsentPeriod.CheckUntil(until, Day(day), Today);

        Assert.True(check.Ok);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(null, null, "Until", "Choose when it ends")]
    [InlineData((ShareUntil)99, null, "Until", "Choose when it ends")]
    [InlineData(ShareUntil.OnDay, null, "LastDay", "Enter the last day")]
    [InlineData(ShareUntil.OnDay, "2026-11-17", "LastDay", "The last day must not be before the first")]
    [InlineData(ShareUntil.OnDay, "2027-11-19", "LastDay", "The last day must be within 12 months of the first")]
    public void Who_answers_otherwise_until_when_is_told_what_to_do(
        ShareUntil? until,
        string? day,
        string field,
        string message
    )
    {
        var check = ConsentPeriod.CheckUntil(until, Day(day), Today);

        Assert.Equal(new Problem(field, message), Assert.Single(check.Problems));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
