namespace Portal.Web.Security;

/// <summary>Whom to tell of a hole (RFC 9116), where the service has said whom.</summary>
internal static class SecurityTxt
{
    public const string Path = "/.well-known/security.txt";

    /// <summary>In days; the RFC asks for less than a year (section 2.5.5).</summary>
    private const int GoodFor = 180;

    public static IResult Answer(PortalSettings settings, TimeProvider clock) =>
        settings.SecurityContact is { } contact
            ? Results.Text(
                $"Contact: {contact}\nExpires: {clock.GetUtcNow().AddDays(GoodFor):yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en\nCanonical: {new Uri(settings.PublicUrl, Path)}\n"
            )
            : Results.NotFound();
}
