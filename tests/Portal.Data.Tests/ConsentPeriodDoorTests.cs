using Portal.Data.Tests.Support;
using Portal.Domain.Consents;

namespace Portal.Data.Tests;

public sealed class ConsentPeriodDoorTests : OnTheDemo
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TestClock.Today.Date);

    [Fact]
    [Trait("Promise", "P8")]
    public async Task The_last_day_can_be_twelve_months_away_and_not_a_day_more()
    {
        Assert.IsType<DraftOutcome.Saved>(await ChooseAsync(Today.AddMonths(12)));
        Assert.IsType<DraftOutcome.Invalid>(await ChooseAsync(Today.AddMonths(12).AddDays(1)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task The_last_day_can_be_today_and_not_yesterday()
    {
        Assert.IsType<DraftOutcome.Saved>(await ChooseAsync(Today));
        Assert.IsType<DraftOutcome.Invalid>(await ChooseAsync(Today.AddDays(-1)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task Without_a_choice_it_is_three_months()
    {
        var saved = Assert.IsType<DraftOutcome.Saved>(await ChooseAsync(null));

        Assert.Equal(Today.AddMonths(3), saved.Draft.LastDay);
    }

    private async Task<DraftOutcome> ChooseAsync(DateOnly? lastDay)
    {
        var person = await Folder.ActorAsync("person1");
        var draftId = await Folder.DoAsync<ShareJourney, Guid>(j => j.StartAsync(person));
        return await Folder.DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseEndAsync(person, draftId, lastDay));
    }
}
