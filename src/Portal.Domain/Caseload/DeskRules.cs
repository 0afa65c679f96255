using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>Puts what waits for a worker in order: now, today, soon; and their people in a table. Pure.</summary>
internal static class DeskRules
{
    private const int SoonDays = 14;
    private const int EachByItself = 3;

    /// <summary>A task that was never done and is this old has been overtaken by events: it stays on the job's page.</summary>
    private const int OverdueDays = 28;

    public static TodayPage Of(DeskFacts facts, DeskQuery query, DateTimeOffset now, DateOnly today)
    {
        var alone = facts.People.ToDictionary(p => p.Person.Id, p => ReachOf(p.Person, facts.Consents, now));
        var reach = facts.People.ToDictionary(
            p => p.Person.Id,
            p => alone[p.Person.Id] with { AlsoThere = AlsoThere(p, facts.People, alone) }
        );
        var theirs = facts.People.Where(p => p.IsTheirs).ToList();
        var items = theirs.SelectMany(p => ItemsOf(p, facts, reach[p.Person.Id], now, today)).ToList();
        items.AddRange(RequestsOf(facts, reach));
        var urgent = items.Where(IsNow).OrderBy(item => item.Request?.HeardIn is null).ThenBy(item => item.On).ToList();
        var due = items
            .Where(item => !IsNow(item) && IsToday(item, today))
            .OrderBy(item => item.Request is null)
            .ThenBy(item => item.Feedback is null)
            .ThenBy(item => item.On)
            .ToList();
        var soon = items.Except(urgent).Except(due).OrderBy(item => item.On).ToList();
        return new TodayPage(urgent, due, soon, Rows(theirs, query, reach, items, today));
    }

    private static IEnumerable<DeskItem> ItemsOf(
        DeskPerson person,
        DeskFacts facts,
        Reach reach,
        DateTimeOffset now,
        DateOnly today
    )
    {
        var (id, name) = (person.Person.Id, person.Person.Name);
        var theirs = facts.Consents.Where(c => c.Consent.PersonId == id).ToList();
        foreach (var (report, more) in Folded(facts.Feedback.Where(report => report.PersonId == id)))
        {
            yield return new DeskItem(id, name, reach, report.At)
            {
                Feedback = report,
                MoreFeedback = more,
                IsStillShared = InForce(theirs, now).Any(c => c.Consent.RecipientId == report.RecipientId),
            };
        }

        foreach (var (task, _) in WorkerTasks.Due(person.Person, theirs, facts.Marks, now))
        {
            yield return new DeskItem(id, name, reach, task.On) { Task = task };
        }

        foreach (var placement in person.Placements)
        {
            var steps = TaskState.Of(placement, facts.Tasks);
            foreach (var missed in steps.Where(step => IsMissed(step, today)).GroupBy(step => step.Task.Step))
            {
                yield return new DeskItem(id, name, reach, AtNoon(missed.Min(step => step.On)))
                {
                    Missed = [.. missed],
                    PlacementId = placement.Id,
                };
            }

            foreach (var step in steps.Where(step => !IsMissed(step, today)))
            {
                if (step.IsOpen && !IsOvertaken(step, today) && step.On <= today.AddDays(SoonDays))
                {
                    yield return new DeskItem(id, name, reach, AtNoon(step.On))
                    {
                        Step = step,
                        PlacementId = placement.Id,
                    };
                }
            }
        }

        if (person.LinesOn is { } lines && lines <= today.AddDays(SoonDays))
        {
            yield return new DeskItem(id, name, reach, AtNoon(lines)) { AreLinesDue = true };
        }

        foreach (var (form, on) in ReviewsOf(person))
        {
            if (on <= today.AddDays(SoonDays))
            {
                yield return new DeskItem(id, name, reach, AtNoon(on)) { Review = form };
            }
        }
    }

    /// <summary>
    /// What waits from one sender, each by itself; of more than three, the one that asks for somebody now, or the newest,
    /// stands for them all.
    /// </summary>
    private static IEnumerable<(FeedbackReport Report, int More)> Folded(IEnumerable<FeedbackReport> reports) =>
        reports
            .GroupBy(report => report.FromId)
            .SelectMany(from =>
                from.Count() <= EachByItself
                    ? from.Select(report => (report, 0))
                    :
                    [
                        (
                            from.OrderBy(report => !report.NeedsSomeoneNow)
                                .ThenByDescending(report => report.At)
                                .First(),
                            from.Count() - 1
                        ),
                    ]
            );

    /// <summary>A call or a check-in whose week is over. It is never overtaken: somebody waited for it.</summary>
    internal static bool IsMissed(TaskState step, DateOnly today) =>
        step.IsOpen
        && step.Task.Step is ProtocolStep.CallAfterShift or ProtocolStep.CheckIn or ProtocolStep.ReturnCall
        && step.On <= today.AddDays(-7);

    private static IEnumerable<(PathwayForm Form, DateOnly On)> ReviewsOf(DeskPerson person)
    {
        if (person.ReviewOn is { } review)
        {
            yield return (PathwayForm.Review, review);
        }

        if (person.JointReviewOn is { } joint)
        {
            yield return (PathwayForm.JointReview, joint);
        }
    }

    /// <summary>A marker stays until it is written down: what was never said cannot be counted.</summary>
    private static bool IsOvertaken(TaskState step, DateOnly today) =>
        step.Task.Step != ProtocolStep.Marker && step.On < today.AddDays(-OverdueDays);

    /// <summary>
    /// A message is for its reader, who may have no other business with the person. Of what was heard, the newest stands
    /// for what came before it.
    /// </summary>
    private static IEnumerable<DeskItem> RequestsOf(DeskFacts facts, Dictionary<Guid, Reach> reach) =>
        from request in facts.Requests
        where !facts.Requests.Any(later => StandsFor(later, request))
        let person = facts.People.FirstOrDefault(p => p.Person.Id == request.PersonId)?.Person
        where person is not null
        select new DeskItem(request.PersonId, person.Name, reach[request.PersonId], request.At) { Request = request };

    private static bool StandsFor(HelpRequest later, HelpRequest request) =>
        later is { Kind: HelpKind.Heard }
        && request is { Kind: HelpKind.Heard }
        && later.PersonId == request.PersonId
        && later.ReaderId == request.ReaderId
        && later.At > request.At;

    private static bool IsNow(DeskItem item) =>
        item.Request is { IsNow: true } || item.Feedback is { NeedsSomeoneNow: true, IsAnswered: false };

    /// <summary>Feedback not read yet, words to tell, and whatever is due today or overdue.</summary>
    private static bool IsToday(DeskItem item, DateOnly today) =>
        item.Feedback is not null
        || item.Request is not null
        || item.Missed.Count > 0
        || item.Task?.Kind is TaskKind.TellAtWork or TaskKind.Ended
        || ((item.Review is not null || item.AreLinesDue) && item.On <= AtNoon(today))
        || (item.Step is { Task.Step: not ProtocolStep.Marker } step && step.On <= today);

    private static IReadOnlyList<DeskEntry> Rows(
        IReadOnlyList<DeskPerson> people,
        DeskQuery query,
        Dictionary<Guid, Reach> reach,
        List<DeskItem> items,
        DateOnly today
    )
    {
        var rows =
            from person in people
            let theirs = items.Where(item => item.PersonId == person.Person.Id).ToList()
            let job = person.Placements.OrderByDescending(p => p.StartsOn).FirstOrDefault()
            select new DeskEntry(
                person.Person.Id,
                person.Person.Name,
                person.Person.PrivacyNotice > 0,
                reach[person.Person.Id],
                job is null ? null : $"{job.JobTitle}, {job.EmployerName}",
                job is null || job.StartsOn > today ? null : 1 + ((today.DayNumber - job.StartsOn.DayNumber) / 7),
                theirs.Count(item => IsNow(item) || IsToday(item, today)),
                theirs.Count == 0 ? null : DateOnly.FromDateTime(theirs.Min(item => item.On).UtcDateTime)
            );
        var wanted = rows.Where(row => Fits(row, query));
        return query.Sort switch
        {
            DeskSort.Open => [.. wanted.OrderByDescending(row => row.Open).ThenBy(row => row.Name, ByName)],
            DeskSort.Next => [.. wanted.OrderBy(row => row.Next ?? DateOnly.MaxValue).ThenBy(row => row.Name, ByName)],
            _ => [.. wanted.OrderBy(row => row.Name, ByName)],
        };
    }

    private static bool Fits(DeskEntry row, DeskQuery query) =>
        (query.Search is not { } search || row.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase))
        && query.Filter switch
        {
            DeskFilter.Open => row.Open > 0,
            DeskFilter.NobodyKnows => row.Reach.WhoKnows.Count == 0,
            DeskFilter.NoJob => row.Job is null,
            _ => true,
        };

    private static List<(string, IReadOnlyList<string>)> AlsoThere(
        DeskPerson person,
        IReadOnlyList<DeskPerson> people,
        Dictionary<Guid, Reach> reach
    )
    {
        var employers = person.Placements.Select(job => job.EmployerId).ToHashSet();
        return
        [
            .. from other in people
            where other.IsTheirs && other.Person.Id != person.Person.Id
            where other.Placements.Any(job => employers.Contains(job.EmployerId))
            select (other.Person.Name, reach[other.Person.Id].WhoKnows),
        ];
    }

    private static Reach ReachOf(Person person, IReadOnlyList<DeskConsent> consents, DateTimeOffset now)
    {
        var theirs = consents.Where(c => c.Consent.PersonId == person.Id).ToList();
        var knows = InForce(theirs, now).Select(one => one.RecipientName);
        return new Reach([.. knows], person.Contact);
    }

    private static IEnumerable<DeskConsent> InForce(IReadOnlyList<DeskConsent> theirs, DateTimeOffset now) =>
        from one in theirs
        let sameRecipient = theirs.Select(c => c.Consent).Where(c => c.RecipientId == one.Consent.RecipientId)
        where ConsentStates.Of(one.Consent, sameRecipient, now) == ConsentState.InForce
        select one;

    private static DateTimeOffset AtNoon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static StringComparer ByName => StringComparer.CurrentCultureIgnoreCase;
}
