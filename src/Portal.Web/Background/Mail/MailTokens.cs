using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>
/// Access tokens for XOAUTH2, by client credentials (RFC 6749, section 4.4). One is kept until a minute before its
/// end. Used by the mail worker only, one mail at a time.
/// </summary>
internal sealed class MailTokens(PortalSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
    );

    private string? _token;
    private DateTimeOffset _until;

    /// <exception cref="MailNotTakenException">No token was given.</exception>
    public async Task<string> GetAsync(CancellationToken cancelled)
    {
        if (_token is { } kept && clock.GetUtcNow() < _until)
        {
            return kept;
        }

        try
        {
            var given = await AskAsync(settings.Mail.OAuth2, cancelled);
            _until = clock.GetUtcNow() + TimeSpan.FromSeconds(given.ExpiresIn) - Early;
            return _token = given.AccessToken;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException)
        {
            throw new MailNotTakenException(MailFault.TokenNotGiven, fault) { EndsBatch = true };
        }
    }

    public void Forget() => _token = null;

    public void Dispose() => _http.Dispose();

    private async Task<Given> AskAsync(MailOAuth2Settings oauth, CancellationToken cancelled)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = oauth.ClientId,
                ["client_secret"] = oauth.ClientSecret,
                ["scope"] = oauth.Scope,
            }
        );
        using var answer = await _http.PostAsync(oauth.TokenEndpoint, form, cancelled);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<Given>(cancelled) ?? throw new JsonException();
    }

    private sealed record Given(
        [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn = 300
    );
}
