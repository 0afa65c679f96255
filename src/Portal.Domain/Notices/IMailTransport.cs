namespace Portal.Domain.Notices;

/// <summary>Hands mails to a server.</summary>
public interface IMailTransport
{
    /// <summary>Begins a batch. Nothing is said to a server before its first mail.</summary>
    IMailBatch Begin();
}

/// <summary>Mails that go out one after the other, over one connection where there is one.</summary>
public interface IMailBatch : IAsyncDisposable
{
    /// <summary>Returns once the server has taken the mail.</summary>
    /// <exception cref="MailNotTakenException">The server did not take it; it may be tried again.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancelled);
}

/// <summary>The mail was not taken. Carries the kind of fault only: no address, no words of the server.</summary>
public sealed class MailNotTakenException : Exception
{
    public MailNotTakenException()
        : this("unknown") { }

    public MailNotTakenException(string reason)
        : base("The mail was not taken.") => Reason = reason;

    public MailNotTakenException(string reason, Exception inner)
        : base("The mail was not taken.", inner) => Reason = reason;

    /// <summary>A word of <see cref="MailFault"/>.</summary>
    public string Reason { get; }

    /// <summary>Whether it would be refused again: it is the address that is wrong, and not the moment.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Whether it is the server, and not this mail: those behind it would fare no better now.</summary>
    public bool EndsBatch { get; init; }
}
