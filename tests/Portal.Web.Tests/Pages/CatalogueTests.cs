using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Pages;

/// <summary>The catalogue is the service's to edit, and lines started from it keep their own words.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task An_entry_can_be_added_changed_and_removed_and_a_line_started_from_it_keeps_its_words()
    {
        await using var app = await PortalApp.StartAsync();
        var (manager, person) = (await app.SignInAsync("manager"), await app.SignInAsync("person1"));

        await manager.SendAsync(
            await manager.GetAsync("/oversight/catalogue"),
            "Save",
            ("Input.Kind", "Adjustment"),
            ("Input.Category", "Tools"),
            ("Input.Text", "Keep one trolley for me")
        );
        var choices = await person.GetAsync("/me/plan/add?kind=Adjustment");
        var plan = await person.SendAsync(await person.FollowAsync(choices, "Keep one trolley for me"), "Save");
        var catalogue = await manager.GetAsync("/oversight/catalogue");
        var entry = catalogue.LinkTo("Change: Keep one trolley for me");
        await manager.SendAsync(await manager.GetAsync(entry), "Save", ("Input.Text", "Keep a trolley ready"));
        await manager.SendAsync(catalogue, "Remove: Keep one trolley for me");

        Assert.Contains("Keep one trolley for me", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Keep one trolley for me", (await person.GetAsync("/me/plan")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "trolley",
            (await person.GetAsync("/me/plan/add?kind=Adjustment")).Text,
            StringComparison.Ordinal
        );
    }
}
