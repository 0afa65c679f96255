using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

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

    [Theory]
    [Trait("Promise", "P3")]
    [Trait("Promise", "P9")]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_reminder_leaves_only_while_one_line_is_on_show(bool retires, bool oneIsLeft)
    {
        var person = await Folder.ActorAsync("person1");
        var consent = await ConsentInForceAsync(person);
        var left = oneIsLeft ? consent.Lines.First(line => !line.StepUp) : null;
        await RemindAsync();

        foreach (var line in consent.Lines.Where(line => line != left))
        {
            await TakeAwayAsync(person, consent, line, retires);
        }

        await SendAsync();

        Assert.Equal(oneIsLeft, Mailed().Contains("supervisor1"));
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reminder_about_lines_for_hard_days_leaves_only_while_the_switch_is_on(bool isOn)
    {
        var person = await Folder.ActorAsync("person1");
        var consent = await ConsentInForceAsync(person);
        await RemindAsync();
        foreach (var line in consent.Lines.Where(line => !line.StepUp))
        {
            await TakeAwayAsync(person, consent, line, retires: false);
        }

        if (isOn)
        {
            await Folder.DoAsync<Safeguards, IReadOnlyList<Problem>>(own => own.StepUpAsync(person, 1, tell: false));
        }

        await SendAsync();

        Assert.Contains(consent.Lines, line => line.StepUp);
        Assert.Equal(isOn, Mailed().Contains("supervisor1"));
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

    private async Task<Consent> ConsentInForceAsync(Actor person)
    {
        var share = await ShareInForceAsync(person);
        var detail = await Folder.DoAsync<ConsentRegister, ShareDetail?>(r => r.DetailAsync(person, share.ConsentId));
        return detail!.Consent;
    }

    /// <summary>Two weeks on, work is to be reminded to say how it is going; the mail has not left yet.</summary>
    private async Task RemindAsync()
    {
        Folder.Clock.Advance(TimeSpan.FromDays(14));
        await Folder.DoAsync<ConsentRounds, int>(rounds => rounds.RunAsync());
    }

    private async Task TakeAwayAsync(Actor person, Consent consent, ConsentLine line, bool retires)
    {
        if (retires)
        {
            var gone = await Folder.DoAsync<PlanDesk, PlanOutcome>(p =>
                p.RetireAsync(person, consent.PersonId, line.LineId)
            );
            Assert.IsType<PlanOutcome.Saved>(gone);
        }
        else
        {
            Assert.True(
                await Folder.DoAsync<ConsentRegister, bool>(r => r.StopLineAsync(person, consent.Id, line.LineId))
            );
        }
    }
}
