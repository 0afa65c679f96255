using System.Collections.Concurrent;
using Portal.Domain.Notices;

namespace Portal.Data.Tests.Support;

/// <summary>Keeps what it is handed, or takes nothing.</summary>
internal sealed class TestTransport : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _taken = new();

    public bool Refuses { get; set; }

    public OutgoingMail[] Taken => [.. _taken];

    public Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        if (Refuses)
        {
            throw new MailNotTakenException("MailboxBusy");
        }

        _taken.Enqueue(mail);
        return Task.CompletedTask;
    }
}
