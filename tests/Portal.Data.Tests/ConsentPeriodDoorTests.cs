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
    public async Task Three_months_end_when_the_last_day_is_over()
    {
        var person = await Folder.ActorAsync("person1");
        var recipient = (await Folder.DoAsync<ShareJourney, WhoChoices>(j => j.WhoChoicesAsync(person))).Recipients[0];

        var consentId = await Folder.ShareAsync(person, (j, draft) => j.ChooseKnownAsync(person, draft, recipient.Id));

        var detail = await Folder.DoAsync<ConsentRegister, ShareDetail?>(r => r.DetailAsync(person, consentId));
        Assert.Equal(Today.AddMonths(3).AddDays(1), DateOnly.FromDateTime(detail!.Share.End.UtcDateTime));
    }

    private async Task<DraftOutcome> ChooseAsync(DateOnly lastDay)
    {
        var person = await Folder.ActorAsync("person1");
        var draftId = await Folder.DoAsync<ShareJourney, Guid>(j => j.StartAsync(person));
        return await Folder.DoAsync<ShareJourney, DraftOutcome>(j =>
            j.ChooseEndAsync(person, draftId, ShareUntil.OnDay, lastDay)
        );
    }
}
