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

    /// <summary>
    /// The mail with a link to join. It says whom to expect it from only in the words that the person chose for it, and
    /// what makes it no trap: a second code that is told in person, and no password.
    /// </summary>
    /// <param name="expectFrom">The person's words; null where it is to name nobody.</param>
    public static OutgoingMail Invitation(
        string address,
        string serviceName,
        string link,
        string? expectFrom,
        Guid id,
        string host
    ) =>
        new(
            address,
            serviceName,
            $"""
            You are invited to {serviceName}.
            {(expectFrom is null ? "" : $"It is from: {expectFrom}\n")}
            Whoever invites you tells you a code of eight numbers. Without it this link opens nothing:
            {link}

            We never ask for a password in an e-mail. If nobody has told you of this, ignore it: nothing happens.

            """,
            $"<{id:N}@{host}>"
        );
}
