using Microsoft.EntityFrameworkCore;
using Portal.Data.Notices;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Tests.Notices;

/// <summary>What cannot be delivered is given up after days of tries, or at once, and staff have a list.</summary>
public sealed class UndeliveredTests : OnTheOutbox
{
    [Fact]
    public async Task After_more_than_five_days_of_tries_it_is_on_the_list_and_rests()
    {
        await NotifyAsync("worker1");
        Folder.Transport.Refuses = true;
        var since = Folder.Clock.GetUtcNow();

        var tries = 0;
        while ((await UndeliveredAsync()).Count == 0)
        {
            tries += await SendAsync();
            Folder.Clock.Advance(TimeSpan.FromHours(1));
        }

        var listed = Assert.Single(await UndeliveredAsync());
        Assert.InRange(Folder.Clock.GetUtcNow() - since, TimeSpan.FromDays(5), TimeSpan.FromDays(7));
        Assert.Equal((16, 16), (tries, listed.Tries));
        Assert.Equal("Sam Oakley", listed.Name);
        Assert.Equal("MailboxBusy", listed.Fault);
        Folder.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task An_address_that_is_refused_for_good_is_on_it_after_one_try()
    {
        await NotifyAsync("worker1");
        Folder.Transport.BeforeTaking = _ =>
            throw new MailNotTakenException("MailboxUnavailable") { IsPermanent = true };

        await SendAsync();

        Assert.Equal(1, Assert.Single(await UndeliveredAsync()).Tries);
    }

    [Fact]
    public async Task A_mail_whose_dispatchers_all_vanish_is_not_tried_for_ever()
    {
        await NotifyAsync("worker1");
        await Folder.DoAsync<PortalDb, int>(async db =>
        {
            (await db.Outbox.SingleAsync(row => row.SentAt == null)).Attempts = 16;
            return await db.SaveChangesAsync();
        });

        await SendAsync();

        Assert.Empty(Mailed());
        Assert.Equal("Interrupted", Assert.Single(await UndeliveredAsync()).Fault);
    }

    [Fact]
    [Trait("Promise", "P6")]
    [Trait("Promise", "P9")]
    public async Task A_person_is_not_named_and_whoever_works_with_them_is()
    {
        await GiveUpAsync("person1");

        var listed = Assert.Single(await UndeliveredAsync());

        Assert.Null(listed.Name);
        Assert.Equal("Sam Oakley", listed.WorkerName);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_colleague_at_work_is_not_named_and_somebody_elsewhere_is()
    {
        await GiveUpAsync("supervisor1");
        await GiveUpAsync("supervisor3");
        await NameOwnAsync();

        var named = (await UndeliveredAsync()).Select(mail => mail.Name);

        Assert.Equal(["Morag Tennant", null], named);
    }

    [Fact]
    public async Task Try_again_sends_it_and_let_it_go_does_not()
    {
        await GiveUpAsync("worker1");
        await GiveUpAsync("worker2");
        var manager = await Folder.ActorAsync("manager");
        var listed = await UndeliveredAsync();
        var (again, gone) = (listed.Single(mail => mail.Name == "Sam Oakley").Id, listed[0].Id);

        Assert.True(await Folder.DoAsync<MailRoom, bool>(room => room.TryAgainAsync(manager, again)));
        Assert.True(await Folder.DoAsync<MailRoom, bool>(room => room.LetGoAsync(manager, gone)));
        Assert.False(await Folder.DoAsync<MailRoom, bool>(room => room.LetGoAsync(manager, gone)));
        await SendAsync();

        Assert.NotEqual(again, gone);
        Assert.Equal(["worker1"], Mailed());
        Assert.Empty(await UndeliveredAsync());
    }

    [Fact]
    public async Task A_newer_notice_that_fails_too_takes_the_earlier_ones_place()
    {
        await GiveUpAsync("worker1");
        await GiveUpAsync("worker1");

        Assert.Single(await UndeliveredAsync());
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("person1")]
    [InlineData("supervisor1")]
    [InlineData("worker1")]
    [InlineData("lead1")]
    public async Task The_list_is_for_the_service_manager(string account)
    {
        var actor = await Folder.ActorAsync(account);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Folder.DoAsync<MailRoom, IReadOnlyList<UndeliveredMail>>(room => room.UndeliveredAsync(actor))
        );
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Folder.DoAsync<MailRoom, bool>(room => room.TryAgainAsync(actor, Guid.NewGuid()))
        );
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Folder.DoAsync<MailRoom, bool>(room => room.LetGoAsync(actor, Guid.NewGuid()))
        );
    }

    private async Task GiveUpAsync(string account)
    {
        await NotifyAsync(account);
        Folder.Transport.BeforeTaking = _ =>
            throw new MailNotTakenException("MailboxUnavailable") { IsPermanent = true };
        await SendAsync();
        Folder.Clock.Advance(TimeSpan.FromMinutes(1));
        Folder.Transport.BeforeTaking = _ => Task.CompletedTask;
    }

    private async Task<IReadOnlyList<UndeliveredMail>> UndeliveredAsync()
    {
        var manager = await Folder.ActorAsync("manager");
        return await Folder.DoAsync<MailRoom, IReadOnlyList<UndeliveredMail>>(room => room.UndeliveredAsync(manager));
    }
}
