using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

public sealed class ConsentPeriodTests
{
    [Fact]
    [Trait("Promise", "P8")]
    public void A_consent_lasts_three_months_unless_someone_chooses_and_twelve_at_most()
    {
        Assert.Equal(3, ConsentPeriod.DefaultMonths);
        Assert.Equal(12, ConsentPeriod.MostMonths);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(2026, 11, 18, "2026-11-19 00:00:00Z")]
    [InlineData(2026, 6, 30, "2026-06-30 23:00:00Z")]
    [InlineData(2026, 12, 31, "2027-01-01 00:00:00Z")]
    [InlineData(2028, 2, 28, "2028-02-29 00:00:00Z")]
    [InlineData(2026, 3, 28, "2026-03-29 00:00:00Z")]
    [InlineData(2026, 3, 29, "2026-03-29 23:00:00Z")]
    [InlineData(2026, 10, 24, "2026-10-24 23:00:00Z")]
    [InlineData(2026, 10, 25, "2026-10-26 00:00:00Z")]
    public void It_ends_when_its_last_day_is_over_where_the_service_works(int year, int month, int day, string end)
    {
        var found = ConsentPeriod.EndOf(new DateOnly(year, month, day), London.Zone);

        Assert.Equal(end, $"{found:u}");
        Assert.Equal(TimeSpan.Zero, found.Offset);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void On_all_of_its_last_day_it_is_in_force_and_then_it_is_over()
    {
        var end = ConsentPeriod.EndOf(new DateOnly(2026, 11, 30), TimeZoneInfo.Utc);
        var consent = AConsent.For(Guid.NewGuid()).Ending(end);

        var lastMoment = new DateTimeOffset(2026, 11, 30, 23, 59, 59, 999, TimeSpan.Zero);

        Assert.Equal(ConsentState.InForce, ConsentStates.Of(consent, [consent], lastMoment));
        Assert.Equal(ConsentState.Ended, ConsentStates.Of(consent, [consent], lastMoment.AddMilliseconds(1)));
    }
}
