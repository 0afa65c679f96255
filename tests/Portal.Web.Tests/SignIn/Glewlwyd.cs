using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Portal.Web.Tests.SignIn;

/// <summary>A real OpenID Connect provider in a process of its own: Debian's glewlwyd, on a new database.</summary>
internal sealed class Glewlwyd : IAsyncDisposable
{
    public const string ClientId = "portal";
    public const string ClientSecret = "portal-secret-of-the-test";
    private const string Binary = "/usr/bin/glewlwyd";
    private const string Schema = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz";
    private const string Password = "a-password-of-the-provider";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-provider-").FullName;
    private readonly int _port = FreePort();
    private readonly HttpClient _admin = NewBrowser();
    private Process? _process;

    private Glewlwyd() { }

    /// <summary>Why there is no such provider here; null where there is one, or where there has to be.</summary>
    public static string? WhyNot { get; } =
        (File.Exists(Binary) && File.Exists(Schema)) || Environment.GetEnvironmentVariable("REQUIRE_PROVIDER") == "1"
            ? null
            : $"There is no {Binary}: install Debian's package glewlwyd.";

    /// <summary>Its issuer; the discovery document is below it.</summary>
    public string Authority => $"{Api}/oidc";

    private string Api => $"http://localhost:{_port}/api";

    public static async Task<Glewlwyd> StartAsync()
    {
        var provider = new Glewlwyd();
        await provider.FillDatabaseAsync();
        provider.Run();
        await provider.UntilItAnswersAsync();
        await provider.SendAsync(HttpMethod.Post, "auth/", new { username = "admin", password = "password" });
        await provider.SignWithNewKeyAsync(isFirst: true);
        await provider.SendAsync(
            HttpMethod.Post,
            "scope/",
            new
            {
                name = "email",
                display_name = "email",
                password_required = false,
                scheme = new { },
            }
        );
        await provider.SendAsync(
            HttpMethod.Post,
            "client/",
            new
            {
                client_id = ClientId,
                name = "Portal",
                enabled = true,
                confidential = true,
                password = ClientSecret,
                client_secret = ClientSecret,
                redirect_uri = new[] { "https://localhost/sign-in/provider/0" },
                authorization_type = new[] { "code" },
                scope = new[] { "openid", "email" },
                token_endpoint_auth_method = new[] { "client_secret_post" },
            }
        );
        return provider;
    }

    /// <summary>Hires somebody.</summary>
    public Task AddAsync(string userName, string email) =>
        SendAsync(
            HttpMethod.Post,
            "user/",
            new
            {
                username = userName,
                name = userName,
                email,
                password = Password,
                enabled = true,
                scope = new[] { "openid", "email", "g_profile" },
            }
        );

    /// <summary>Gives somebody another address, as when one passes to a successor.</summary>
    public Task ChangeAddressAsync(string userName, string email) =>
        SendAsync(
            HttpMethod.Put,
            $"user/{userName}",
            new
            {
                email,
                enabled = true,
                scope = new[] { "openid", "email", "g_profile" },
            }
        );

    /// <summary>Signs with a key that nobody has seen before.</summary>
    public async Task SignWithNewKeyAsync(bool isFirst = false)
    {
        using var key = RSA.Create(2048);
        var plugin = new
        {
            module = "oidc",
            name = "oidc",
            display_name = "oidc",
            parameters = new Dictionary<string, object>
            {
                ["iss"] = Authority,
                ["jwt-type"] = "rsa",
                ["jwt-key-size"] = "256",
                ["key"] = key.ExportPkcs8PrivateKeyPem(),
                ["cert"] = key.ExportSubjectPublicKeyInfoPem(),
                ["access-token-duration"] = 300,
                ["refresh-token-duration"] = 600,
                ["code-duration"] = 60,
                ["refresh-token-rolling"] = true,
                ["allow-non-oidc"] = false,
                ["auth-type-code-enabled"] = true,
                ["auth-type-token-enabled"] = false,
                ["auth-type-id-token-enabled"] = true,
                ["auth-type-none-enabled"] = false,
                ["auth-type-password-enabled"] = false,
                ["auth-type-client-enabled"] = false,
                ["auth-type-refresh-enabled"] = false,
                ["scope"] = Array.Empty<object>(),
                ["additional-parameters"] = Array.Empty<object>(),
                ["claims"] = Array.Empty<object>(),
                ["jwks-show"] = true,
                ["jwks-x5c"] = Array.Empty<object>(),
                ["pkce-allowed"] = true,
                ["pkce-method-plain-allowed"] = false,
                ["pkce-required"] = true,
                ["subject-type"] = "public",
                ["name-claim"] = "no",
                ["email-claim"] = "on-demand",
                ["email-claim-scope"] = new[] { "email" },
                ["scope-claim"] = "no",
                ["address-claim"] = new { type = "no" },
                ["introspection-revocation-allowed"] = false,
                ["register-client-allowed"] = false,
                ["session-management-allowed"] = false,
                ["request-parameter-allow"] = false,
            },
        };
        await (
            isFirst
                ? SendAsync(HttpMethod.Post, "mod/plugin/", plugin)
                : SendAsync(HttpMethod.Put, "mod/plugin/oidc", plugin)
        );
        if (!isFirst)
        {
            await SendAsync(HttpMethod.Put, "mod/plugin/oidc/reset/", new { });
        }
    }

    /// <summary>Somebody signs in there and agrees.</summary>
    /// <param name="challenge">Where the portal has sent their browser.</param>
    /// <returns>Where the provider sends their browser back to.</returns>
    public async Task<Uri> AuthorizeAsync(string userName, Uri challenge)
    {
        using var browser = NewBrowser();
        using var signedIn = await browser.PostAsJsonAsync(
            $"{Api}/auth/",
            new { username = userName, password = Password }
        );
        signedIn.EnsureSuccessStatusCode();
        using var granted = await browser.PutAsJsonAsync(
            $"{Api}/auth/grant/{ClientId}",
            new { scope = "openid email" }
        );
        granted.EnsureSuccessStatusCode();

        // Its own script adds this once the user has pressed "Continue".
        using var answer = await browser.GetAsync($"{challenge}&g_continue");
        return answer.Headers.Location!;
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FillDatabaseAsync()
    {
        await using var packed = new GZipStream(File.OpenRead(Schema), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "g.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await reader.ReadToEndAsync();
        await command.ExecuteNonQueryAsync();
    }

    private void Run()
    {
        var file = Path.Combine(_folder, "g.conf");
        File.WriteAllText(
            file,
            $$"""
            port={{_port}}
            bind_address="127.0.0.1"
            external_url="http://localhost:{{_port}}"
            login_url="login.html"
            api_prefix="api"
            log_mode="file"
            log_level="ERROR"
            log_file="{{_folder}}/g.log"
            cookie_secure=0
            cookie_same_site="empty"
            session_key="PROVIDER"
            admin_scope="g_admin"
            profile_scope="g_profile"
            user_module_path="/usr/lib/glewlwyd/user"
            client_module_path="/usr/lib/glewlwyd/client"
            user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
            plugin_module_path="/usr/lib/glewlwyd/plugin"
            use_secure_connection=false
            secure_connection_key_file="/none"
            secure_connection_pem_file="/none"
            secure_connection_ca_file="/none"
            hash_algorithm="SHA512"
            database =
            {
              type = "sqlite3"
              path = "{{_folder}}/g.db"
            };
            """
        );
        _process = Process.Start(new ProcessStartInfo(Binary, [$"--config-file={file}"]) { UseShellExecute = false });
    }

    private async Task UntilItAnswersAsync()
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && _process is { HasExited: false })
        {
            try
            {
                using var answer = await _admin.GetAsync($"{Api}/");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("The provider did not start.");
    }

    private async Task SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, $"{Api}/{path}") { Content = JsonContent.Create(body) };
        using var answer = await _admin.SendAsync(request);
        Assert.True(
            answer.IsSuccessStatusCode,
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
    }

    private static HttpClient NewBrowser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>
/// A test against a real provider. Without glewlwyd it is reported as skipped, with the reason; with
/// REQUIRE_PROVIDER=1 it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProviderFactAttribute : FactAttribute
{
    public ProviderFactAttribute()
    {
        if (Glewlwyd.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}
