namespace Portal.Browser.Tests.Support;

/// <summary>
/// A test in Debian's Chromium. Without Chromium it is reported as skipped, with the reason; with
/// REQUIRE_BROWSER=1 it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    /// <summary>Whether there is one, or has to be.</summary>
    public static bool IsThere { get; } =
        File.Exists(Chromium) || Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1";

    public BrowserFactAttribute()
    {
        if (!IsThere)
        {
            Skip = $"There is no {Chromium}: install Debian's package chromium.";
        }
    }
}
