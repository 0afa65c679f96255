using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Promises;
using Portal.Web.Tests.Support;
using static Portal.Web.Tests.Safety.CrySteps;

namespace Portal.Web.Tests.Safety;

/// <summary>"Do you want us to ring you?": honest about who is there, kept to its day, and passed on when it waits.</summary>
[Trait("Promise", "P13")]
public sealed class RightNowTests : IAsyncLifetime
{
    private const string Manager = "manager@demo.example";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task At_two_in_the_morning_it_says_that_nobody_is_here_who_is_there_and_when_we_ring()
    {
        _app.GoToMonday(hour: 2);
        var person = await _app.SignInAsync("person1");

        var answer = await person.CheckInAsync(Cry);
        var wished = await person.WishAsync(answer, "Soonest");

        Assert.Contains("Nobody from this service is here until Monday", answer.Text, StringComparison.Ordinal);
        Assert.Contains("09:00. These people are there now:", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, today, from 09:00", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, tomorrow", answer.Text, StringComparison.Ordinal);
        Assert.Contains("We ring you on Monday", wished.Text, StringComparison.Ordinal);
        Assert.Contains("Wants to be rung on Monday", await DeskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_friday_evening_the_days_are_those_on_which_somebody_can_ring()
    {
        _app.GoToMonday(hour: 10);
        _app.Clock.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(8));

        var answer = await (await _app.SignInAsync("person1")).CheckInAsync(Cry);

        Assert.Contains("Yes, on Monday", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, on Tuesday", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tomorrow", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_day_it_says_that_we_are_here_and_a_no_is_an_answer_that_can_be_changed()
    {
        _app.GoToMonday(hour: 10);
        var person = await _app.SignInAsync("person1");

        var answer = await person.CheckInAsync(Cry);
        var unsaid = await person.SendAsync(answer, "Send");
        var no = await person.WishAsync(answer, "No");
        var declined = await DeskAsync();
        var yes = await person.WishAsync(no, "NextDay");
        await person.CheckInAsync(Cry);

        Assert.Contains("We are here now, until 17:00", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose one of the answers"], unsaid.Errors);
        Assert.Contains("You said that you want no call.", no.Text, StringComparison.Ordinal);
        Assert.Contains("Said that they want no call", declined, StringComparison.Ordinal);
        Assert.Contains("We ring you on Tuesday", yes.Text, StringComparison.Ordinal);
        Assert.Contains("Wants to be rung on Tuesday", await DeskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_can_be_asked_for_at_any_time_and_where_no_number_is_known_it_asks_for_one()
    {
        _app.GoToMonday(hour: 10);
        var worker = await _app.SignInAsync("worker1");
        var contact = await worker.FollowAsync(await worker.PersonPageAsync("Robin Ashdown"), "Change safe contact");
        await worker.SendAsync(contact, "Save", ("Input.Number", ""));
        var person = await _app.SignInAsync("person1");

        var page = await person.FollowAsync(await person.GetAsync("/me"), "Whom you can reach");
        var missing = await person.WishAsync(page, "Soonest", "");
        var asked = await person.WishAsync(page, "Soonest", "07700 900321");
        var desk = await DeskAsync();

        Assert.Equal("Somebody to talk to", page.Heading);
        Assert.Equal(["Enter the number to ring"], missing.Errors);
        Assert.Contains("We ring you on Monday", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Ashdown wants to be rung", desk, StringComparison.Ordinal);
        Assert.Contains("07700 900321", desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cry_that_waits_for_an_hour_of_staffed_time_reaches_the_manager_once_and_not_before()
    {
        _app.GoToMonday(hour: 2);
        await _app.EscalateAsync();
        var earlier = (await _app.MailedToAsync()).Count;
        await (await _app.SignInAsync("person1")).CheckInAsync(Cry);

        _app.Clock.Advance(TimeSpan.FromHours(7) + TimeSpan.FromMinutes(55));
        await _app.EscalateAsync();
        var before = (await _app.MailedToAsync()).Skip(earlier).ToList();
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        await _app.EscalateAsync();
        await _app.EscalateAsync();
        var after = (await _app.MailedToAsync()).Skip(earlier).ToList();
        var summary = await _app.OpenAsync("manager", "/oversight");

        Assert.Contains("worker1@demo.example", before);
        Assert.DoesNotContain(Manager, before);
        Assert.Single(after, to => to == Manager);
        Assert.Contains("Something waits for Sam Oakley since", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", summary.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_country_has_its_own_numbers()
    {
        await using var elsewhere = await PortalApp.StartAsync(
            settings: new Dictionary<string, string>
            {
                ["Portal:EmergencyNumber"] = "112",
                ["Portal:ListeningLines:0:Name"] = "Telefonseelsorge",
                ["Portal:ListeningLines:0:Number"] = "0800 111 0 111",
            }
        );

        var answer = await (await elsewhere.SignInAsync("person1")).CheckInAsync(Cry);
        var sheet = await (await elsewhere.SignInAsync("supervisor1")).GetAsync("/team");

        Assert.Equal(
            ["tel:112", "tel:08001110111"],
            answer.Document.QuerySelectorAll(".lines a").Select(a => a.GetAttribute("href"))
        );
        Assert.DoesNotContain("Samaritans", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("999", answer.Text, StringComparison.Ordinal);
        Assert.Contains("call 112", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_a_person_says_whom_to_call_and_no_page_at_work_names_a_listening_line()
    {
        var person = await _app.SignInAsync("person1");
        var dana = await _app.SignInAsync("supervisor1");

        foreach (var url in new[] { "/me", "/me/plan", "/me/feedback", "/me/check-ins", "/me/activity", "/me/share" })
        {
            var page = await person.GetAsync(url);
            Assert.Equal("/me/now", page.LinkTo("Whom you can reach"));
            Assert.Contains("In danger, call 999", page.Text, StringComparison.Ordinal);
        }

        foreach (var url in new[] { "/team", await dana.SheetUrlAsync() })
        {
            Assert.DoesNotContain("Samaritans", (await dana.GetAsync(url)).Html, StringComparison.Ordinal);
        }
    }

    private async Task<string> DeskAsync() => (await _app.OpenAsync("worker1", "/desk")).UnderHeading("Now");
}
