using Portal.Domain.People;

namespace Portal.Domain.Audit;

/// <summary>One thing that happened to a person's information, in a form that a page can put in words.</summary>
/// <param name="Who">Who did it, as this person's record calls them; null for the person themselves.</param>
/// <param name="Detail">A fixed word that narrows the kind down, such as what staff read.</param>
public sealed record Activity(DateTimeOffset At, LedgerKind Kind, KnownAs? Who, string Detail)
{
    /// <summary>How often the same thing happened on that day; 1 for most.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What a member of staff read of the record on that day, in its order; empty for anything else.</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];

    /// <summary>The hours of the day in which it happened.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];
}

/// <summary>One page of the record, newest first.</summary>
/// <param name="Before">The day before which the next page begins; null where this is the last one.</param>
public sealed record ActivityPage(IReadOnlyList<Activity> Rows, DateOnly? Before);

/// <summary>The door through which a person sees who has looked, from the ledger itself (P4).</summary>
public sealed class AccessLog
{
    /// <summary>How many tallies make a page: some weeks of a busy record.</summary>
    private const int OfPage = 600;

    private readonly ILedger _ledger;
    private readonly KnownNames _names;
    private readonly IPeople _people;
    private readonly IUnitOfWork _work;

    internal AccessLog(ILedger ledger, KnownNames names, IPeople people, IUnitOfWork work)
    {
        _ledger = ledger;
        _names = names;
        _people = people;
        _work = work;
    }

    /// <summary>
    /// The newest happenings first; the same thing by the same reader on one day is one row. All of it can be paged,
    /// and however often somebody looks, it takes no other row's place.
    /// </summary>
    /// <param name="hasSecondStep">
    /// Whether whoever looks signed in with a second step of the person's own: only then is it shown what went to the
    /// safeguarding lead, since a password can be had with the help of staff (P14).
    /// </param>
    /// <param name="before">The days before this one; null for the newest.</param>
    public Task<ActivityPage> OfAsync(Actor person, bool hasSecondStep, DateOnly? before = null) =>
        PageAsync(
            Require.Person(person),
            before,
            one => (hasSecondStep || !IsToLead(one)) && !(person.IsRepresentative && IsAboutHelp(one))
        );

    /// <summary>
    /// Everything that happened, for the worker: who read what when, what was agreed and stopped, what work said. Null
    /// when the person is not theirs. Messages for help are their reader's and not in it.
    /// </summary>
    public Task<ActivityPage?> TimelineAsync(Actor worker, Guid personId, DateOnly? before = null) =>
        _work.CommitAsync<ActivityPage?>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (
                await _people.FindAsync(personId) is not { } person
                || !await _people.WorksWithAsync(worker.AccountId, person)
            )
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, personId, "timeline");
            return await PageAsync(personId, before, one => !IsAboutHelp(one));
        });

    /// <summary>What was opened of these consents, and when: what a stop cannot take back.</summary>
    public async Task<IReadOnlyList<Activity>> OpenedAsync(Actor person, IReadOnlyCollection<Guid> consentIds)
    {
        var personId = Require.Person(person);
        return await RowsAsync(personId, await _ledger.ViewsOfAsync(personId, consentIds));
    }

    /// <summary>Whole days: the last one of a page that is full is left to the next page.</summary>
    private async Task<ActivityPage> PageAsync(Guid personId, DateOnly? before, Func<LedgerTally, bool> isShown)
    {
        var end = before is { Year: > 2000 and < 9000 } day ? MidnightOf(day) : DateTimeOffset.MaxValue;
        var tallies = await _ledger.TalliesAsync(personId, end, OfPage);
        DateOnly? next = null;
        if (tallies.Count == OfPage)
        {
            var (first, last) = (DayOf(tallies[0].At), DayOf(tallies[^1].At));
            next = first == last ? first : last.AddDays(1);
            tallies =
                first == last
                    ?
                    [
                        .. (await _ledger.TalliesAsync(personId, end, int.MaxValue)).Where(one =>
                            DayOf(one.At) == first
                        ),
                    ]
                    : [.. tallies.Where(one => DayOf(one.At) > last)];
        }

        return new ActivityPage(await RowsAsync(personId, [.. tallies.Where(isShown)]), next);
    }

    private async Task<IReadOnlyList<Activity>> RowsAsync(Guid personId, IReadOnlyList<LedgerTally> tallies)
    {
        var self = (await _people.FindAsync(personId))!.AccountId;
        var actors = tallies.Select(one => one.ActorId).OfType<Guid>().Where(id => id != self).Distinct().ToList();
        var names = await _names.OfAsync(personId, actors);
        var rows = tallies.Select(one => RowOf(one, names, self));
        return
        [
            .. rows.GroupBy(row => (DayOf(row.At), row.Kind, row.Who, OneOf(row)))
                .Select(day => Folded([.. day]))
                .OrderByDescending(row => row.At),
        ];
    }

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToLocalTime().DateTime);

    private static DateTimeOffset MidnightOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// Staff open several pages in one piece of work: that is one line a day. What they read of is listed in it; a message
    /// is told apart. The ledger keeps each look.
    /// </summary>
    private static string OneOf(Activity row) => IsLook(row) ? "" : row.Detail;

    private static bool IsLook(Activity row) =>
        row.Kind == LedgerKind.StaffRead && row.Detail is not ("message" or Asking.ToLead);

    private static Activity Folded(IReadOnlyList<Activity> day) =>
        day[0] with
        {
            Times = IsLook(day[0]) ? 1 : day.Sum(row => row.Times),
            Looks = IsLook(day[0]) ? [.. day.Select(row => row.Detail).Distinct(StringComparer.Ordinal).Reverse()] : [],
            Hours = [.. day.Select(row => row.At.ToLocalTime().Hour).Distinct().Order()],
        };

    /// <summary>Also what was written before the ledger told the readers of messages apart.</summary>
    private static bool IsToLead(LedgerTally one) =>
        one is { Detail: Asking.ToLead } or { Kind: LedgerKind.HelpAsked or LedgerKind.HelpAnswered, Detail: "" };

    /// <summary>Somebody who decides for a person may be the one who pushes them: they do not see that help was asked for.</summary>
    private static bool IsAboutHelp(LedgerTally one) =>
        one.Kind is LedgerKind.HelpAsked or LedgerKind.HelpAnswered
        || one is { Kind: LedgerKind.StaffRead, Detail: "message" or Asking.ToLead };

    private static Activity RowOf(LedgerTally one, IReadOnlyDictionary<Guid, KnownAs> names, Guid self)
    {
        var actor = one.ActorId is { } id && id != self ? names.GetValueOrDefault(id) : null;
        var detail = one.Kind
            is LedgerKind.StaffRead
                or LedgerKind.SheetViewed
                or LedgerKind.ConsentLapsed
                or LedgerKind.Attested
                or LedgerKind.ConsentWithdrawn
                or LedgerKind.HelpAsked
                or LedgerKind.HelpAnswered
                or LedgerKind.PathwaySaved
                or LedgerKind.OutcomeRecorded
                or LedgerKind.SignInHelpStarted
                or LedgerKind.CoverNamed
            ? one.Detail
            : "";
        return new Activity(one.At, one.Kind, actor, detail) { Times = one.Times };
    }
}
