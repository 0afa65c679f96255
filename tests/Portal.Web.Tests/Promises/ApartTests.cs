using System.Net;
using Portal.Web.Tests.Desk;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Promises;

/// <summary>Nobody is worker and supervisor of the same person; and no paper opens a colleague's record.</summary>
public sealed class ApartTests : IAsyncLifetime
{
    private const string Refused = "They are your support worker. Choose someone else at work";

    private PortalApp _app = null!;

    public async Task InitializeAsync() => _app = await PortalApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Trait("Promise", "P6")]
    public async Task At_our_own_organisation_their_workers_name_is_refused_and_what_was_typed_is_kept()
    {
        const string Email = "sam.oakley@marlow.example";
        await _app.CloseRobinsRecordAsync();
        var (robin, kit) = (await _app.SignInAsync("person1"), await _app.SignInAsync("person3"));

        var refused = await robin.ToWhatForNewAsync(" sam  OAKLEY ", Email);
        var elsewhere = await kit.ToWhatForNewAsync("Sam Oakley", "sam@fernley.example");

        Assert.Equal([Refused], refused.Errors);
        Assert.EndsWith("/who", refused.Url, StringComparison.Ordinal);
        Assert.Equal(Email, refused.Document.QuerySelector("#Input-Email")!.GetAttribute("value"));
        Assert.EndsWith("/what", elsewhere.Url, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_yes_to_their_worker_is_refused_on_the_last_page_too_and_nobody_is_entered()
    {
        var robin = await _app.SignInAsync("person1");
        var check = await robin.ToCheckAsync(
            "Sam Oakley",
            "sam.oakley@marlow.example",
            ConsentSteps.LineWith("fitting rooms")
        );

        await _app.CloseRobinsRecordAsync();
        var refused = await robin.SayYesAsync(check);
        var who = await robin.SendAsync(await robin.GetAsync("/me/share"), "Start");

        Assert.Equal([Refused], refused.Errors);
        Assert.DoesNotContain("Sam Oakley", who.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_closed_record_does_not_go_to_a_worker_with_the_name_of_somebody_at_work()
    {
        await _app.CloseRobinsRecordAsync();
        var robin = await _app.SignInAsync("person1");
        await robin.SayYesAsync(
            await robin.ToCheckAsync(
                "lee marchmont",
                "lee.m@marlow.example",
                ConsentSteps.LineWith("fitting rooms"),
                part: "Buddy"
            )
        );
        var sam = await _app.SignInAsync("worker1");
        var url = (await sam.PersonPageAsync("Robin")).Url;

        var manager = await _app.SignInAsync("manager");
        var page = await manager.GetAsync("/oversight/assignments");
        var refused = await manager.SendAsync(page, "Move them all", ("Input.ToId", page.OptionOf("Lee")));

        Assert.Equal(["This worker cannot have all of these records. Choose another one"], refused.Errors);
        Assert.DoesNotContain("Robin", refused.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sam.GetAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.OpenAsync("worker2", url)).Status);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task A_worker_does_not_name_themselves_as_supervisor_at_our_own_organisation()
    {
        await _app.CloseRobinsRecordAsync();
        var sam = await _app.SignInAsync("worker1");
        var person = await sam.PersonPageAsync("Robin");
        var job = await sam.GetAsync(person.Document.QuerySelector("li.card a")!.GetAttribute("href")!);

        var refused = await sam.SendAsync(job, "Change supervisor", ("Input.Name", "sam oakley"));

        Assert.Equal(["Their support worker has this name. Enter someone else at work"], refused.Errors);
        Assert.Contains("Supervisor: Dana Whitlock", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task The_address_of_their_own_worker_cannot_be_named_at_work_whatever_the_name()
    {
        var robin = await _app.SignInAsync("person1");

        var refused = await robin.ToWhatForNewAsync("Somebody Else", "Worker1@demo.example");

        Assert.Equal(["They are your support worker. Choose someone else at work"], refused.Errors);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Whoever_a_person_names_at_work_cannot_become_their_worker_by_a_second_account()
    {
        var manager = await _app.SignInAsync("manager");
        await manager.SendAsync(
            await manager.GetAsync("/oversight/workers"),
            "Add and invite",
            ("Input.Name", "D. Whitlock"),
            ("Input.Email", "supervisor1@demo.example")
        );
        await _app.AgreeToItAsync("worker2");
        var page = await manager.GetAsync("/oversight/assignments");

        var refused = await manager.SendAsync(page, "of Robin", ("Input.WorkerId", page.OptionOf("D. Whitlock")));

        Assert.Equal(["This worker cannot have this record. Choose another one"], refused.Errors);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task What_waits_for_a_second_member_of_staff_is_shown_to_none_once_the_record_is_closed()
    {
        var sam = await _app.SignInAsync("worker1");
        var recorded = await sam.SendAsync(await sam.DecidingAsync("Robin"), "Record it", Paper());
        var id = recorded.Document.QuerySelector("input[name=authorityId]")!.GetAttribute("value")!;
        var before = await _app.OpenAsync("worker2", "/desk/authorities");

        await _app.CloseRobinsRecordAsync();
        var lee = await _app.SignInAsync("worker2");
        var after = await lee.GetAsync("/desk/authorities");
        var forged = await lee.PostAsync(
            "/desk/authorities",
            [await lee.TokenAsync(), KeyValuePair.Create("authorityId", id)]
        );
        var summary = await _app.OpenAsync("manager", "/oversight");

        Assert.Contains("Alex Ashdown for Robin Ashdown", before.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is waiting", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, forged.Status);
        Assert.DoesNotContain("to see a paper", summary.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Promise", "P6")]
    public async Task Nobody_can_record_that_somebody_decides_for_a_colleague()
    {
        await _app.CloseRobinsRecordAsync();
        var before = await _app.MailedToAsync();
        var sam = await _app.SignInAsync("worker1");
        var page = await sam.DecidingAsync("Robin");

        var fields = Paper().Select(field => KeyValuePair.Create(field.Name, field.Value));
        var forged = await sam.PostAsync(page.Url + "?handler=Record", [await sam.TokenAsync(), .. fields]);

        Assert.Contains("none can be recorded here", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["This record is closed to colleagues. Nobody else can see the paper, so it cannot count here"],
            forged.Errors
        );
        Assert.Contains("Nobody. They decide for themselves", forged.Text, StringComparison.Ordinal);
        Assert.Equal(before, await _app.MailedToAsync());
    }

    private (string Name, string Value)[] Paper() =>
        [
            ("Input.Name", "Alex Ashdown"),
            ("Input.Email", "alex@home.example"),
            ("Input.Basis", "LastingPowerOfAttorney"),
            ("Input.Scope", "Sharing"),
            ("Input.CannotDecideOn", _app.InDays(0)),
            ("Input.From", _app.InDays(0)),
            ("Input.Until", _app.InDays(30)),
        ];
}
