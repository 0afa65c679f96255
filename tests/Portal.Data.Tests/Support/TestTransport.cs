using System.Collections.Concurrent;
using Portal.Domain.Notices;

namespace Portal.Data.Tests.Support;

/// <summary>Keeps what it is handed, or takes nothing. A test can look in, and fail, before and after.</summary>
internal sealed class TestTransport : IMailTransport, IMailBatch
{
    private readonly ConcurrentQueue<OutgoingMail> _taken = new();

    public bool Refuses { get; set; }

    /// <summary>What happens while a mail is in hand and not yet taken.</summary>
    public Func<OutgoingMail, Task> BeforeTaking { get; set; } = _ => Task.CompletedTask;

    /// <summary>What happens once it is taken, before the portal knows.</summary>
    public Action AfterTaking { get; set; } = () => { };

    public OutgoingMail[] Taken => [.. _taken];

    public IMailBatch Begin() => this;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        await BeforeTaking(mail);
        if (Refuses)
        {
            throw new MailNotTakenException("MailboxBusy");
        }

        _taken.Enqueue(mail);
        AfterTaking();
    }
}
