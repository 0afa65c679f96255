namespace Portal.Domain.Notices;

/// <summary>One e-mail, ready to hand to a server.</summary>
/// <param name="MessageId">Stays the same when a mail is tried again, so that a double can be told.</param>
public sealed record OutgoingMail(string To, string Subject, string Body, string MessageId);

/// <summary>
/// The one e-mail there is (P9): subject and body are constant but for the link. It names nobody, and says
/// neither what happened nor what kind of service this is.
/// </summary>
public static class Notice
{
    public static OutgoingMail To(string address, string serviceName, string link, Guid id, string host) =>
        new(
            address,
            serviceName,
            $"""
            There is something for you on {serviceName}.

            Sign in to see it:
            {link}

            We do not put anything else in e-mails. You can ignore this one if you did not expect it.

            """,
            $"<{id:N}@{host}>"
        );
}

/// <summary>Hands a mail to a server. One method, so that another library is one more class.</summary>
public interface IMailTransport
{
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

    /// <summary>A fixed word, such as a status code's name.</summary>
    public string Reason { get; }

    /// <summary>Whether it would be refused again: it is the address that is wrong, and not the moment.</summary>
    public bool IsPermanent { get; init; }
}
