using Microsoft.Playwright;

namespace Portal.Browser.Tests.Support;

/// <summary>
/// A phone's own authenticator, made up by Chromium (WebAuthn domain of the DevTools protocol): it keeps passkeys for
/// as long as its page is open, also when the page forgets its cookies.
/// </summary>
internal sealed class VirtualAuthenticator(ICDPSession session, string id)
{
    public static async Task<VirtualAuthenticator> PlugInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return new VirtualAuthenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the right finger is on the phone.</summary>
    public Task VerifyAsync(bool isTheirs) =>
        session.SendAsync(
            "WebAuthn.setUserVerified",
            new Dictionary<string, object> { ["authenticatorId"] = id, ["isUserVerified"] = isTheirs }
        );

    public async Task<int> PasskeysAsync()
    {
        var answer = await session.SendAsync(
            "WebAuthn.getCredentials",
            new Dictionary<string, object> { ["authenticatorId"] = id }
        );
        return answer!.Value.GetProperty("credentials").GetArrayLength();
    }
}
