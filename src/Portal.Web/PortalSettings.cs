using System.ComponentModel.DataAnnotations;
using Portal.Domain.Caseload;

namespace Portal.Web;

/// <summary>The <c>Portal</c> section: every setting, with its default (appsettings.Development.json.example).</summary>
public sealed class PortalSettings
{
    /// <summary>The public name, in the header and as the subject of every mail.</summary>
    [Required]
    public string ServiceName { get; init; } = "Agreed at Work";

    /// <summary>The address of the portal as its users type it; links in mails start with it.</summary>
    [Required]
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>The SQLite file. A relative path is below the content root.</summary>
    [Required]
    public string DatabaseFile { get; init; } = "data/portal.db";

    /// <summary>The folder of keys. Back it up apart from the database.</summary>
    [Required]
    public string KeysFolder { get; init; } = "data/keys";

    /// <summary>The staffed number on every supervisor page.</summary>
    [Required]
    public string StaffedNumber { get; init; } = "020 7946 0101";

    /// <summary>When the staffed number is answered.</summary>
    [Required]
    public string StaffedHours { get; init; } = "Monday to Friday, 9am to 5pm";

    /// <summary>How many hours something that needs somebody now may wait, before a second one hears of it.</summary>
    [Range(1, 168)]
    public int EscalateAfterHours { get; init; } = 4;

    /// <summary>
    /// How many staffed hours a cry for help may wait, before a second member of staff and the manager hear of it (P13).
    /// </summary>
    [Range(0.25, 24)]
    public double EscalateCryAfterStaffedHours { get; init; } = 1;

    /// <summary>The number for immediate danger.</summary>
    [Required]
    public string EmergencyNumber { get; init; } = "999";

    /// <summary>Who listens day and night, in order; left empty, the lines of the United Kingdom.</summary>
    public IReadOnlyList<ListeningLineSettings> ListeningLines { get; init; } = [];

    /// <summary>Where "Exit this page" leads: an ordinary page that says nothing about the last one.</summary>
    [Required]
    public Uri ExitUrl { get; init; } = new("https://www.bbc.co.uk/weather");

    /// <summary>Whom to tell of a hole, as <c>mailto:</c> or <c>https:</c> address; left out, there is no security.txt.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>Sign-in tries that fail, from one network address in five minutes, before it must wait.</summary>
    [Range(1, 100_000)]
    public int SignInTries { get; init; } = 40;

    /// <summary>How often one account at work may ask for pages about people in ten minutes, before it must wait.</summary>
    [Range(1, 100_000_000)]
    public int LooksInTenMinutes { get; init; } = 240;

    /// <summary>After how many minutes without use a member of staff is signed out. Others choose for themselves.</summary>
    [Range(5, 720)]
    public int StaffIdleMinutes { get; init; } = 30;

    /// <summary>
    /// Whether staff may sign in with a password and no second step. Left out, they may in Development, where the demo
    /// is, and nowhere else; Production refuses to serve with it.
    /// </summary>
    public bool? StaffByPasswordAlone { get; init; }

    /// <summary>Organisations whose people may sign in with their own account there.</summary>
    public IReadOnlyList<ProviderSettings> Providers { get; init; } = [];

    public MailSettings Mail { get; init; } = new();

    internal IReadOnlyList<ListeningLineSettings> Lines =>
        ListeningLines.Count > 0 ? ListeningLines : ListeningLineSettings.OfUnitedKingdom;

    internal EscalationTimes EscalationTimes =>
        new(TimeSpan.FromHours(EscalateAfterHours), TimeSpan.FromHours(EscalateCryAfterStaffedHours));

    public ProxySettings Proxy { get; init; } = new();
}

/// <summary>Somebody to ring at any hour who is not of this service.</summary>
public sealed class ListeningLineSettings
{
    /// <summary>As people know it.</summary>
    public string Name { get; init; } = "";

    /// <summary>As it is dialled.</summary>
    public string Number { get; init; } = "";

    /// <summary>What to press, when it is there, what it costs.</summary>
    public string Note { get; init; } = "";

    /// <summary>NHS 111 (option 2) and Samaritans, as they publish themselves.</summary>
    internal static IReadOnlyList<ListeningLineSettings> OfUnitedKingdom { get; } =
    [
        new()
        {
            Name = "NHS 111",
            Number = "111",
            Note = "Then press 2. Urgent help, day and night",
        },
        new()
        {
            Name = "Samaritans",
            Number = "116 123",
            Note = "Somebody who listens, day and night, free",
        },
    ];
}

/// <summary>The OpenID Connect provider of an organisation: of an employer, or of the service itself.</summary>
public sealed class ProviderSettings
{
    /// <summary>As its people know it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The domain of its people's addresses. Only for these is it believed.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Where its discovery document is: below <c>/.well-known/openid-configuration</c>. By https.</summary>
    public Uri? Authority { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";
}

public sealed class MailSettings
{
    /// <summary>The SMTP server; empty for the pickup folder, which is for Development only.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>How the connection is encrypted. It always is.</summary>
    public MailTls Tls { get; init; } = MailTls.StartTls;

    /// <summary>Empty where the portal does not sign in to the server.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    public MailSignIn SignIn { get; init; } = MailSignIn.Password;

    public MailOAuth2Settings OAuth2 { get; init; } = new();

    public DkimSettings Dkim { get; init; } = new();

    /// <summary>A sender that says nothing about health.</summary>
    public string From { get; init; } = "no-reply@agreed.example";

    /// <summary>Where mails are put in Development; read them at /dev/mail.</summary>
    public string PickupFolder { get; init; } = "data/mail";
}

/// <summary>How the connection to a mail server is encrypted. There is no "when it is offered".</summary>
public enum MailTls
{
    /// <summary>STARTTLS, which must succeed before anything else is said; most often on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; most often on port 465.</summary>
    Implicit,
}

/// <summary>How the portal signs in to a mail server.</summary>
public enum MailSignIn
{
    Password,

    /// <summary>XOAUTH2, with an access token in place of a password.</summary>
    OAuth2,
}

/// <summary>Where an access token for the mail server comes from: client credentials (RFC 6749, section 4.4).</summary>
public sealed class MailOAuth2Settings
{
    public Uri? TokenEndpoint { get; init; }

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    public string Scope { get; init; } = "";
}

/// <summary>The signature by which a receiver knows that a mail is from the sender's domain (RFC 6376).</summary>
public sealed class DkimSettings
{
    /// <summary>A private key in PEM form, RSA or Ed25519; empty for no signature.</summary>
    public string KeyFile { get; init; } = "";

    /// <summary>The name under which the domain publishes the public key: <c>selector._domainkey.domain</c>.</summary>
    public string Selector { get; init; } = "portal";
}

public sealed class ProxySettings
{
    /// <summary>The addresses of trusted reverse proxies; forwarded headers from others are ignored.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}
