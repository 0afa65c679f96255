using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Data.Tests.Notices;

/// <summary>Whether a mail may go out is asked again when it does: nothing tells of what was stopped (P9).</summary>
public sealed class EntitlementTests : OnTheOutbox
{
    [Fact]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    public async Task What_was_stopped_before_the_notice_went_out_is_not_mailed_about()
    {
        var person = await Folder.ActorAsync("person1");
        await NotifyAsync("supervisor1");

        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));
        await SendAsync();

        Assert.DoesNotContain("supervisor1", Mailed());
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    [Trait("Promise", "P9")]
    public async Task While_the_person_pauses_the_notice_waits_for_them_to_go_on()
    {
        var person = await Folder.ActorAsync("person1");
        var share = await ShareInForceAsync(person);
        await NotifyAsync("supervisor1");

        await Folder.DoAsync<ConsentRegister, bool>(register => register.PauseAsync(person, share.ConsentId));
        await SendAsync();
        var whilePaused = Mailed().ToList();
        await Folder.DoAsync<ConsentRegister, bool>(register => register.ResumeAsync(person, share.ConsentId));
        Folder.Clock.Advance(TimeSpan.FromMinutes(15));
        await SendAsync();

        Assert.Empty(whilePaused);
        Assert.Equal(["supervisor1"], Mailed());
    }

    [Theory]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reminder_to_say_how_work_is_going_leaves_only_while_it_is_shared(bool stops)
    {
        var person = await Folder.ActorAsync("person1");
        Folder.Clock.Advance(TimeSpan.FromDays(14));

        await Folder.DoAsync<ConsentRounds, int>(rounds => rounds.RunAsync());
        if (stops)
        {
            await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));
        }

        await SendAsync();

        Assert.Equal(!stops, Mailed().Contains("supervisor1"));
    }

    [Fact]
    public async Task An_account_that_has_lost_its_address_is_mailed_no_more()
    {
        await NotifyAsync("worker1");
        await Folder.DoAsync<PortalDb, int>(async db =>
        {
            var worker = await db.Users.SingleAsync(account => account.Email == "worker1@demo.example");
            worker.Email = null;
            return await db.SaveChangesAsync();
        });

        await SendAsync();

        Assert.Empty(Mailed());
        Assert.Equal(0, await SendAsync());
    }

    private async Task<Share> ShareInForceAsync(Actor person)
    {
        var shares = await Folder.DoAsync<ConsentRegister, IReadOnlyList<Share>>(r => r.SharesAsync(person));
        return shares.First(share => share.State == ConsentState.InForce);
    }
}
