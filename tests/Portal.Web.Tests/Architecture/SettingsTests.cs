using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Portal.Data;

namespace Portal.Web.Tests.Architecture;

/// <summary>A setting with which the portal would harm, or do nothing, is found as it starts, in a sentence.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("Mail:From", "nobody", "Set Portal:Mail:From to one e-mail address.")]
    [InlineData("Mail:From", "a@b.example,c@d.example", "Set Portal:Mail:From to one e-mail address.")]
    [InlineData("Mail:Dkim:KeyFile", "/no/such/key.pem", "Portal:Mail:Dkim:KeyFile cannot be read")]
    [InlineData("Mail:Dkim:KeyFile", "(empty)", "Portal:Mail:Dkim:KeyFile cannot be read")]
    [InlineData("Mail:SignIn", "OAuth2", "Set Portal:Mail:UserName, and Portal:Mail:OAuth2")]
    [InlineData("StaffedHours", "weekdays", "Portal:StaffedHours cannot be read.")]
    [InlineData("ListeningLines:0:Name", "Samaritans", "Set Name and Number of each of Portal:ListeningLines.")]
    [InlineData("StaffByPasswordAlone", "true", "Portal:StaffByPasswordAlone is for Development only")]
    [InlineData("Providers:0:Name", "Marlow & Finch", "Set Name, Domain, Authority (https)")]
    public void What_could_not_work_or_must_not_be_is_refused(string name, string value, string sentence)
    {
        var refused = Assert.Throws<OperationRefusedException>(() => Start((name, value)));

        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_endpoint_or_a_provider_in_clear_is_refused()
    {
        var mail = Assert.Throws<OperationRefusedException>(() =>
            Start(
                ("Mail:SignIn", "OAuth2"),
                ("Mail:UserName", "portal"),
                ("Mail:OAuth2:TokenEndpoint", "http://login.example/token"),
                ("Mail:OAuth2:ClientId", "portal"),
                ("Mail:OAuth2:ClientSecret", "secret-of-the-mail")
            )
        );
        var provider = Assert.Throws<OperationRefusedException>(() => Start(Provider("http://login.example")));

        Assert.DoesNotContain("secret-of-the-mail", mail.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-client-key", provider.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_taken() => Start(Provider("https://login.example"));

    public void Dispose() => File.Delete(_file);

    private static (string, string)[] Provider(string authority) =>
        [
            ("Providers:0:Name", "Marlow & Finch"),
            ("Providers:0:Domain", "marlow.example"),
            ("Providers:0:Authority", authority),
            ("Providers:0:ClientId", "portal"),
            ("Providers:0:ClientSecret", "a-client-key"),
        ];

    private void Start(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Portal:PublicUrl"] = "https://portal.example",
                ["Portal:StaffedNumber"] = "020 7946 0101",
                ["Portal:StaffedHours"] = "Monday to Friday, 9am to 5pm",
                ["Portal:Mail:Host"] = "127.0.0.1",
            }
        );
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting =>
                KeyValuePair.Create($"Portal:{setting.Name}", (string?)setting.Value.Replace("(empty)", _file))
            )
        );
        builder.AddPortal();
    }
}
