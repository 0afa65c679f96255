using Portal.Domain.Notices;

namespace Portal.Web.Tests.Mail;

/// <summary>One mail, sent in a batch of its own.</summary>
internal static class Mails
{
    public static OutgoingMail To(string address) =>
        Notice.To(address, "Agreed at Work", "https://agreed.example/sign-in", Guid.NewGuid(), "agreed.example");

    public static async Task SendAsync(IMailTransport transport, OutgoingMail mail)
    {
        await using var batch = transport.Begin();
        await batch.SendAsync(mail, CancellationToken.None);
    }

    public static Task<MailNotTakenException> RefusedAsync(IMailTransport transport, OutgoingMail mail) =>
        Assert.ThrowsAsync<MailNotTakenException>(() => SendAsync(transport, mail));
}
