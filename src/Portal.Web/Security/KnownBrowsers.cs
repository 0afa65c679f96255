using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Data.People;

namespace Portal.Web.Security;

/// <summary>
/// Knows a browser again by a cookie that names the accounts which have signed in with it, and says in plain words
/// what browser it is. Nothing else is looked at: no fingerprint, and of the address only its family.
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Cookie = "__Host-known";

    /// <summary>As many people as share a phone.</summary>
    private const int AccountsAtMost = 5;

    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "a Mac"),
        ("CrOS", "a Chromebook"),
        ("Linux", "Linux"),
    ];

    private readonly IDataProtector _protector = protection.CreateProtector("known-browser");

    public Device DeviceOf(HttpContext context, Account account) =>
        new(NameOf(context), NetworkOf(context.Connection.RemoteIpAddress), IsKnown(context, account));

    /// <summary>Until its account's stamp changes, as a new password makes it do: then it is a new device again.</summary>
    public bool IsKnown(HttpContext context, Account account) => AccountsOf(context).Contains(MarkOf(account));

    /// <summary>Who signed in with this browser last, by their number; null where it is not known. The mark is sealed by us.</summary>
    public string? LastOf(HttpContext context) => AccountsOf(context).FirstOrDefault()?.Split('.')[0];

    public void Remember(HttpContext context, Account account)
    {
        var others = AccountsOf(context).Where(mark => !mark.StartsWith($"{account.Id:N}", StringComparison.Ordinal));
        var accounts = others.Prepend(MarkOf(account)).Take(AccountsAtMost);
        context.Response.Cookies.Append(
            Cookie,
            _protector.Protect(string.Join(',', accounts)),
            new CookieOptions
            {
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromDays(180),
                Path = "/",
                IsEssential = true,
            }
        );
    }

    public static string NameOf(HttpContext context) => NameOf(context.Request.Headers.UserAgent.ToString());

    /// <summary>Two words from what a browser says of itself, such as "Chrome on Android".</summary>
    public static string NameOf(string userAgent)
    {
        var browser = Browsers.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
        return (browser, system) switch
        {
            (null, null) => "A browser",
            (null, _) => $"A browser on {system}",
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string MarkOf(Account account) => $"{account.Id:N}.{account.SecurityStamp}";

    private static string NetworkOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? "IPv6" : "IPv4";

    private string[] AccountsOf(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } cookie ? _protector.Unprotect(cookie).Split(',') : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
