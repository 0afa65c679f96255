using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>What staff do in the stories about a colleague's record.</summary>
internal static class ColleagueSteps
{
    /// <summary>The page about the employer where Robin works.</summary>
    public static async Task<Seen> ShopAsync(this Visitor worker) =>
        await worker.FollowAsync(await worker.GetAsync("/desk/employers"), "Marlow");

    /// <summary>Names Robin's employer as our own organisation: Robin is a colleague, and nobody else is.</summary>
    public static async Task<Seen> CloseRobinsRecordAsync(this PortalApp app)
    {
        var sam = await app.SignInAsync("worker1");
        var asks = await sam.FollowAsync(await sam.ShopAsync(), "Close the records of colleagues");
        await sam.SendAsync(asks, "Yes, this is our own organisation");
        var manager = await app.SignInAsync("manager");
        await manager.SendAsync(await manager.GetAsync("/oversight/own"), "Yes, close the records");
        return await sam.ShopAsync();
    }

    /// <summary>Lee covers for Sam, from today.</summary>
    public static async Task<Visitor> LeeCoversAsync(this PortalApp app)
    {
        await app.NameCoverAsync(from: 0, until: 2);
        return await app.SignInAsync("worker2");
    }

    /// <summary>"Someone is pushing me."</summary>
    public static async Task SayPushedAsync(this Visitor person, string toLead, string text) =>
        await person.SendAsync(
            await person.GetAsync("/me/pushed"),
            "Send",
            ("Input.ToLead", toLead),
            ("Input.Text", text)
        );

    /// <summary>The value of the first choice in a list that has a text.</summary>
    public static string OptionOf(this Seen page, string text) =>
        page
            .Document.QuerySelectorAll("option")
            .First(option => option.TextContent.Contains(text, StringComparison.Ordinal))
            .GetAttribute("value")!;
}
