using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Caseload;

/// <summary>Who needs the worker first: now, today, soon, and everyone in a table.</summary>
public sealed class DeskRulesTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Moment.Now.UtcDateTime);
    private static readonly DeskQuery Everyone = new(null, DeskFilter.All, DeskSort.Name);

    [Fact]
    public void What_needs_someone_now_comes_first_and_of_that_the_oldest()
    {
        var person = Someone("Ada Moss");
        var call = Said(person, hoursAgo: 2) with { Rating = Rating.CallMe };
        var sign = Said(person, hoursAgo: 3) with { Signs = [new(Guid.NewGuid(), "Late", new(null, null))] };
        var notYet = Said(person, hoursAgo: 1) with
        {
            Adjustments = [new(Guid.NewGuid(), "Same shifts", new(Happening.NotYet))],
        };
        var plain = Said(person, hoursAgo: 5);
        var message = Message(person, hoursAgo: 4);
        List<FeedbackReport> reports = [call, sign, notYet, plain with { FromId = Guid.NewGuid() }];
        var facts = Of(person) with { Feedback = reports, Requests = [message] };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        List<Guid> expected = [message.Id, sign.Id, call.Id, notYet.Id];
        Assert.Equal(expected, page.Now.Select(item => item.Request?.Id ?? item.Feedback!.Id).ToList());
        Assert.Equal(plain.Id, Assert.Single(page.Today).Feedback!.Id);
        Assert.Empty(page.Soon);
    }

    [Theory]
    [InlineData(3, 3, 0)]
    [InlineData(4, 1, 3)]
    [InlineData(40, 1, 39)]
    public void Of_more_than_three_from_one_sender_the_one_that_needs_somebody_stands_for_all(
        int sent,
        int items,
        int more
    )
    {
        var (person, sender) = (Someone("Ada Moss"), Guid.NewGuid());
        var reports = Enumerable.Range(1, sent).Select(hour => Said(person, hour) with { FromId = sender }).ToList();
        var urgent = reports[^1] with { Rating = Rating.CallMe };
        var facts = Of(person) with { Feedback = [.. reports.SkipLast(1), urgent] };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        var first = Assert.Single(page.Now);
        Assert.Equal((urgent.Id, more), (first.Feedback!.Id, first.MoreFeedback));
        Assert.Equal(items, page.Now.Count + page.Today.Count);
    }

    [Fact]
    public void A_task_that_is_due_or_overdue_is_for_today_and_one_of_the_next_two_weeks_is_soon()
    {
        var job = AJob(startedDaysAgo: 7);

        var page = DeskRules.Of(Of(Someone("Ada Moss", job)), Everyone, Moment.Now, Today);

        List<string> today = ["DangerPoint-0", "ShiftDayRoutine-0", "ShiftDates-0", "CheckIn-1"];
        List<string> soon = ["Marker-0", "TirednessPrompt-0", "CheckIn-2", "CheckIn-3"];
        Assert.Empty(page.Now);
        Assert.Equal(today, Keys(page.Today));
        Assert.Equal(soon, Keys(page.Soon));
    }

    [Fact]
    public void A_marker_stays_until_it_is_written_down_a_done_task_is_gone_and_an_old_one_was_overtaken()
    {
        var job = AJob(startedDaysAgo: 29);
        var done = new TaskEntry(job.Id, "CheckIn-1", TaskFate.Done, null, null, Moment.Now);
        var facts = Of(Someone("Ada Moss", job)) with { Tasks = [done] };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        List<string> today = ["TirednessPrompt-0", "CheckIn-2 CheckIn-3", "CheckIn-4"];
        List<string> soon = ["Marker-0", "Marker-4"];
        Assert.Equal(today, Keys(page.Today));
        Assert.Equal(soon, Keys(page.Soon));
    }

    [Fact]
    [Trait("Promise", "P15")]
    public void A_missed_call_is_never_overtaken_by_events()
    {
        var job = AJob(startedDaysAgo: 200) with { FirstShifts = [Today.AddDays(-200), Today.AddDays(-199)] };
        var facts = Of(Someone("Ada Moss", job)) with { Tasks = [.. CheckedIn(job)] };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        Assert.Contains("CallAfterShift-1 CallAfterShift-2", Keys(page.Today));
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(10, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void What_ends_within_two_weeks_is_soon(int days, bool isSoon)
    {
        var person = Someone("Ada Moss");
        var facts = Of(person) with { Consents = [Sharing(person, days)] };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        Assert.Equal(isSoon, page.Soon.Any(item => item.Task?.Kind == TaskKind.EndingSoon));
        Assert.Empty(page.Today);
        Assert.Equal("Jo Example", Assert.Single(Assert.Single(page.People).Reach.WhoKnows));
    }

    [Theory]
    [InlineData(null, DeskFilter.All, DeskSort.Name, "Ada Moss, Bo Lind, Cy Hart")]
    [InlineData("lind", DeskFilter.All, DeskSort.Name, "Bo Lind")]
    [InlineData("nobody", DeskFilter.All, DeskSort.Name, "")]
    [InlineData(null, DeskFilter.Open, DeskSort.Name, "Bo Lind")]
    [InlineData(null, DeskFilter.NobodyKnows, DeskSort.Name, "Ada Moss, Bo Lind")]
    [InlineData(null, DeskFilter.NoJob, DeskSort.Name, "Ada Moss")]
    [InlineData("o", DeskFilter.NobodyKnows, DeskSort.Open, "Bo Lind, Ada Moss")]
    [InlineData(null, DeskFilter.All, DeskSort.Open, "Bo Lind, Ada Moss, Cy Hart")]
    [InlineData(null, DeskFilter.All, DeskSort.Next, "Bo Lind, Cy Hart, Ada Moss")]
    public void The_table_is_searched_filtered_and_sorted(
        string? search,
        DeskFilter filter,
        DeskSort sort,
        string names
    )
    {
        var ada = Someone("Ada Moss");
        var (bosJob, cysJob) = (AJob(startedDaysAgo: 300), AJob(startedDaysAgo: 300));
        var (bo, cy) = (Someone("Bo Lind", bosJob), Someone("Cy Hart", cysJob));
        var call = Said(bo, hoursAgo: 2) with { Rating = Rating.CallMe };
        var facts = Of(cy, bo, ada) with
        {
            Feedback = [call],
            Consents = [Sharing(cy, endsInDays: 10)],
            Tasks = [.. CheckedIn(bosJob), .. CheckedIn(cysJob)],
        };

        var page = DeskRules.Of(facts, new DeskQuery(search, filter, sort), Moment.Now, Today);

        Assert.Equal(names, string.Join(", ", page.People.Select(row => row.Name)));
    }

    [Fact]
    [Trait("Promise", "P6")]
    public void Somebody_who_only_wrote_to_the_reader_has_their_message_on_the_desk_and_nothing_else()
    {
        var stranger = Someone("Di Vane", AJob(startedDaysAgo: 7)) with { IsTheirs = false, ReviewOn = Today };
        var message = Message(stranger, hoursAgo: 1);
        var call = Said(stranger, hoursAgo: 2) with { Rating = Rating.CallMe };
        var facts = Of(stranger) with
        {
            Requests = [message],
            Feedback = [call],
            Consents = [Sharing(stranger, endsInDays: 10)],
        };

        var page = DeskRules.Of(facts, Everyone, Moment.Now, Today);

        Assert.Equal(message, Assert.Single(page.Now).Request);
        Assert.Empty(page.Today);
        Assert.Empty(page.Soon);
        Assert.Empty(page.People);
    }

    private static DeskFacts Of(params DeskPerson[] people) => new(people, [], [], new HashSet<ConsentMark>(), [], []);

    private static DeskPerson Someone(string name, params Placement[] jobs)
    {
        var person = new Person
        {
            Id = Guid.NewGuid(),
            AccountId = Guid.NewGuid(),
            WorkerId = Guid.NewGuid(),
            Name = name,
            Contact = SafeContact.None,
        };
        return new DeskPerson(person, IsTheirs: true, jobs, LinesOn: null);
    }

    private static Placement AJob(int startedDaysAgo) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            EmployerId = Guid.NewGuid(),
            EmployerName = "The shop",
            JobTitle = "Assistant",
            StartsOn = Today.AddDays(-startedDaysAgo),
        };

    private static IEnumerable<TaskEntry> CheckedIn(Placement job) =>
        Enumerable
            .Range(1, 4)
            .Select(week => new TaskEntry(job.Id, $"CheckIn-{week}", TaskFate.Done, null, null, Moment.Now));

    private static FeedbackReport Said(DeskPerson about, int hoursAgo) =>
        AFeedback.GivenAt(Moment.Now.AddHours(-hoursAgo), FeedbackShown.AtOnce) with
        {
            PersonId = about.Person.Id,
        };

    private static HelpRequest Message(DeskPerson from, int hoursAgo) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = from.Person.Id,
            Kind = HelpKind.Pressure,
            ReaderId = Guid.NewGuid(),
            At = Moment.Now.AddHours(-hoursAgo),
        };

    private static DeskConsent Sharing(DeskPerson person, int endsInDays)
    {
        var consent = AConsent.For(Guid.NewGuid()).Ending(Moment.Now.AddDays(endsInDays));
        return new DeskConsent(consent with { PersonId = person.Person.Id }, "Jo Example");
    }

    private static List<string> Keys(IEnumerable<DeskItem> items) =>
        [
            .. items.Select(item =>
                item.Step?.Task.Key ?? string.Join(' ', item.Missed.Select(missed => missed.Task.Key))
            ),
        ];
}
