using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Domain.Notices;

namespace Portal.Web.Tests.Mail;

/// <summary>Signing in to a real mail server with a token of a real token endpoint (XOAUTH2).</summary>
public sealed class MailTokenTests : IAsyncLifetime
{
    private static readonly OutgoingMail Mail = Mails.To("robin@home.example");
    private readonly WebApplication _endpoint = NewEndpoint();
    private readonly List<string> _asked = [];
    private string _gives = "good";

    public async Task InitializeAsync()
    {
        _endpoint.MapPost(
            "/token",
            async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                _asked.Add($"{form["grant_type"]} {form["client_id"]} {form["scope"]}");
                return form["client_secret"] == "ours"
                    ? Results.Json(
                        new
                        {
                            access_token = _gives,
                            expires_in = 3600,
                            token_type = "Bearer",
                        }
                    )
                    : Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
            }
        );
        await _endpoint.StartAsync();
    }

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    [SmtpFact]
    public async Task A_token_is_asked_for_once_and_opens_the_mail_server()
    {
        await using var server = await SmtpServer.StartAsync("accept");
        var transport = server.TransportWith(Settings("ours"));

        await Mails.SendAsync(transport, Mail);
        await Mails.SendAsync(transport, Mail);

        Assert.Equal(2, server.Received.Count);
        Assert.Equal(["client_credentials portal-client mail"], _asked);
    }

    [SmtpFact]
    public async Task A_token_that_is_not_taken_is_asked_for_anew_at_the_next_try()
    {
        await using var server = await SmtpServer.StartAsync("accept");
        var transport = server.TransportWith(Settings("ours"));
        _gives = "stale";

        var refused = await Mails.RefusedAsync(transport, Mail);
        _gives = "good";
        await Mails.SendAsync(transport, Mail);

        Assert.Equal((MailFault.SignInRefused, false), (refused.Reason, refused.IsPermanent));
        Assert.Single(server.Received);
    }

    [SmtpFact]
    public async Task Without_a_token_the_mails_wait_and_nothing_is_said_to_the_server()
    {
        await using var server = await SmtpServer.StartAsync("accept");

        var refused = await Mails.RefusedAsync(server.TransportWith(Settings("theirs")), Mail);

        Assert.Equal((MailFault.TokenNotGiven, true, false), (refused.Reason, refused.EndsBatch, refused.IsPermanent));
        Assert.Empty(server.Received);
    }

    private MailSettings Settings(string secret) =>
        new()
        {
            UserName = "portal",
            SignIn = MailSignIn.OAuth2,
            OAuth2 = new MailOAuth2Settings
            {
                TokenEndpoint = new Uri(new Uri(_endpoint.Urls.First()), "/token"),
                ClientId = "portal-client",
                ClientSecret = secret,
                Scope = "mail",
            },
        };

    private static WebApplication NewEndpoint()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
