using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>One connection, made with the first mail and used for all; a broken one is made anew.</summary>
internal sealed class SmtpBatch(
    SmtpTransport transport,
    PortalSettings settings,
    MailMessages messages,
    MailTokens tokens
) : IMailBatch
{
    private SmtpClient? _client;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        using var message = messages.MessageOf(mail);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(transport.Patience);
        try
        {
            await SendAsync(message, patience.Token);
        }
        catch (Exception late) when (patience.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            // Whatever it has become on its way up: a handshake that is cut short says that it failed.
            throw Noted(new MailNotTakenException(MailFault.TimedOut, late) { EndsBatch = true });
        }
        catch (MailNotTakenException refused)
        {
            throw Noted(refused);
        }
    }

    /// <summary>Says goodbye, and waits for the answer only a moment: what was taken is taken.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_client is null)
        {
            return;
        }

        using var patience = new CancellationTokenSource(transport.PatienceAtQuit);
        try
        {
            await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ProtocolException)
        {
            // It went without a word. That says nothing about the mails.
        }

        _client.Dispose();
    }

    private async Task SendAsync(MimeMessage message, CancellationToken patience)
    {
        var client = await ConnectedAsync(patience);
        try
        {
            await client.SendAsync(message, patience);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw SmtpFaults.OfSending(fault);
        }
    }

    private async Task<SmtpClient> ConnectedAsync(CancellationToken patience)
    {
        if (_client is { IsConnected: true })
        {
            return _client;
        }

        _client?.Dispose();
        _client = null;
        var client = new SmtpClient
        {
            LocalDomain = settings.PublicUrl.Host,
            ServerCertificateValidationCallback = transport.Trust,
        };
        try
        {
            await ConnectAsync(client, patience);
            await SignInAsync(client, patience);
            return _client = client;
        }
        finally
        {
            if (_client is null)
            {
                client.Dispose();
            }
        }
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken patience)
    {
        var encryption =
            settings.Mail.Tls == MailTls.Implicit ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        try
        {
            await client.ConnectAsync(settings.Mail.Host, settings.Mail.Port, encryption, patience);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw SmtpFaults.OfConnecting(fault);
        }
    }

    private async Task SignInAsync(SmtpClient client, CancellationToken patience)
    {
        if (settings.Mail.UserName.Length == 0)
        {
            return;
        }

        var token = settings.Mail.SignIn == MailSignIn.OAuth2 ? await tokens.GetAsync(patience) : null;
        try
        {
            await (
                token is null
                    ? client.AuthenticateAsync(settings.Mail.UserName, settings.Mail.Password, patience)
                    : client.AuthenticateAsync(new SaslMechanismOAuth2(settings.Mail.UserName, token), patience)
            );
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It may have been taken back before its time; the next try asks for another.
            tokens.Forget();
            throw SmtpFaults.OfSigningIn(fault);
        }
    }

    private MailNotTakenException Noted(MailNotTakenException fault)
    {
        transport.Note(fault);
        return fault;
    }
}
