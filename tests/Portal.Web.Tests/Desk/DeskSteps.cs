using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Caseload;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Desk;

/// <summary>What people do in the stories about feedback and the worker's desk, beside the other steps.</summary>
internal static class DeskSteps
{
    /// <summary>What a person would read under a heading, up to the next one.</summary>
    public static string UnderHeading(this Seen page, string heading)
    {
        var texts = new List<string>();
        var next = page
            .Document.QuerySelectorAll("h2")
            .First(h2 => h2.TextContent.Trim() == heading)
            .NextElementSibling;
        for (; next is not null && next.LocalName != "h2"; next = next.NextElementSibling)
        {
            texts.Add(next.TextContent);
        }

        return Tidy(string.Join(' ', texts));
    }

    /// <summary>What a person would read on the first card with a text.</summary>
    public static string CardWith(this Seen page, string text) =>
        page
            .Document.QuerySelectorAll(".card")
            .Select(card => Tidy(card.TextContent))
            .First(ConsentSteps.LineWith(text));

    /// <summary>The name of a field about one line of the form.</summary>
    public static string FieldFor(this Seen form, string line, string field) =>
        form
            .Document.QuerySelectorAll("fieldset")
            .First(one => one.QuerySelector("legend")?.TextContent.Trim() == line)
            .QuerySelector($"input[name^='Input.{field}']")!
            .GetAttribute("name")!;

    /// <summary>The form of the one sheet that a supervisor of the demo has.</summary>
    public static async Task<Seen> FeedbackFormAsync(this Visitor supervisor) =>
        await supervisor.GetAsync(await supervisor.SheetUrlAsync() + "/feedback");

    /// <summary>Asks for a call, from the sheet.</summary>
    public static async Task<Seen> AskForCallAsync(this Visitor supervisor, string number)
    {
        var sheet = await supervisor.GetAsync(await supervisor.SheetUrlAsync());
        return await supervisor.SendAsync(
            await supervisor.FollowAsync(sheet, "Ask for a call"),
            "Call me",
            ("Number", number)
        );
    }

    /// <summary>Stops one line of what somebody sees.</summary>
    public static async Task StopLineAsync(this Visitor person, string recipient, string line)
    {
        var share = await person.ShareWithAsync(recipient);
        var lineId = share
            .Document.QuerySelectorAll("li.card")
            .First(card => card.TextContent.Contains(line, StringComparison.Ordinal))
            .QuerySelector("input[name=lineId]")!
            .GetAttribute("value")!;
        await person.SendAsync(share, "Stop this line", ("lineId", lineId));
    }

    /// <summary>What the background worker does a few times an hour about what waits too long.</summary>
    public static async Task EscalateAsync(this PortalApp app)
    {
        var times = new EscalationTimes(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Escalation>().RunAsync(times);
    }

    private static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
