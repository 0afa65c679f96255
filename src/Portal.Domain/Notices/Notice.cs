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
