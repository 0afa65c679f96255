using Portal.Data;
using Portal.Data.Notices;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>Mail, sent and put off: the transport that the settings ask for, and the worker that uses it.</summary>
internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton<MailMessages>().AddSingleton<MailTokens>();
        if (settings.Mail.Host.Length > 0)
        {
            services.AddSingleton<IMailTransport, SmtpTransport>();
        }
        else
        {
            services.AddSingleton<IMailTransport, PickupTransport>();
        }

        return services.AddHostedService<MailWorker>();
    }

    /// <exception cref="OperationRefusedException">A setting would let no mail go out.</exception>
    public static void Require(MailSettings settings)
    {
        if (!new MailAddresses().IsOne(settings.From))
        {
            throw new OperationRefusedException("Set Portal:Mail:From to one e-mail address.");
        }

        if (MailMessages.ProblemWithKey(settings) is { } problem)
        {
            throw new OperationRefusedException(problem);
        }

        if (settings.SignIn == MailSignIn.OAuth2 && !IsComplete(settings))
        {
            throw new OperationRefusedException(
                "Set Portal:Mail:UserName, and Portal:Mail:OAuth2 with TokenEndpoint (https), ClientId and ClientSecret."
            );
        }
    }

    private static bool IsComplete(MailSettings settings) =>
        settings.UserName.Length > 0
        && settings.OAuth2 is { ClientId.Length: > 0, ClientSecret.Length: > 0, TokenEndpoint: { } endpoint }
        && endpoint.IsAbsoluteUri
        && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback);
}
