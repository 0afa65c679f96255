using Portal.Domain.People;

namespace Portal.Domain.Audit;

/// <summary>One thing that happened to a person's information, in a form that a page can put in words.</summary>
/// <param name="Who">The name of who did it; null for the person themselves.</param>
/// <param name="Detail">A fixed word that narrows the kind down, such as what staff read.</param>
public sealed record Activity(DateTimeOffset At, LedgerKind Kind, string? Who, Role? Role, string Detail)
{
    /// <summary>How often the same thing happened on that day; 1 for most.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What a member of staff read of the record on that day, in its order; empty for anything else.</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];

    /// <summary>The hours of the day in which it happened.</summary>
    public IReadOnlyList<int> Hours { get; init; } = [];
}

/// <summary>The door through which a person sees who has looked, from the ledger itself (P4).</summary>
public sealed class AccessLog
{
    private const int Most = 1000;
    private readonly ILedger _ledger;
    private readonly IAccounts _accounts;
    private readonly IPeople _people;
    private readonly IUnitOfWork _work;

    internal AccessLog(ILedger ledger, IAccounts accounts, IPeople people, IUnitOfWork work)
    {
        _ledger = ledger;
        _accounts = accounts;
        _people = people;
        _work = work;
    }

    /// <summary>The newest happenings first; the same thing by the same reader on one day is one row.</summary>
    /// <param name="hasSecondStep">
    /// Whether whoever looks signed in with a second step of the person's own: only then is it shown what went to the
    /// safeguarding lead, since a password can be had with the help of staff (P14).
    /// </param>
    public async Task<IReadOnlyList<Activity>> OfAsync(Actor person, bool hasSecondStep)
    {
        var personId = Require.Person(person);
        var entries = await _ledger.NewestAsync(personId, Most);
        return await RowsAsync(person, personId, [.. entries.Where(e => hasSecondStep || !IsToLead(e))]);
    }

    /// <summary>
    /// Everything that happened, for the worker: who read what when, what was agreed and stopped, what work said. Null
    /// when the person is not theirs. Messages for help are their reader's and not in it.
    /// </summary>
    public Task<IReadOnlyList<Activity>?> TimelineAsync(Actor worker, Guid personId) =>
        _work.CommitAsync<IReadOnlyList<Activity>?>(async () =>
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
            var entries = await _ledger.NewestAsync(personId, Most);
            return await RowsAsync(person.AccountId, [.. entries.Where(entry => !IsAboutHelp(entry))]);
        });

    /// <summary>What was opened of these consents, and when: what a stop cannot take back.</summary>
    public async Task<IReadOnlyList<Activity>> OpenedAsync(Actor person, IReadOnlyCollection<Guid> consentIds)
    {
        var personId = Require.Person(person);
        return await RowsAsync(person, personId, await _ledger.ViewsOfAsync(personId, consentIds));
    }

    /// <summary>
    /// Somebody who decides for a person may be the one who pushes them: they do not see that help was asked for.
    /// </summary>
    private async Task<IReadOnlyList<Activity>> RowsAsync(
        Actor person,
        Guid personId,
        IReadOnlyList<LedgerEntry> entries
    )
    {
        var shown = person.IsRepresentative ? [.. entries.Where(entry => !IsAboutHelp(entry))] : entries;
        return await RowsAsync((await _people.FindAsync(personId))!.AccountId, shown);
    }

    private async Task<IReadOnlyList<Activity>> RowsAsync(Guid self, IReadOnlyList<LedgerEntry> entries)
    {
        var names = await _accounts.NamesAsync(entries.Select(e => e.ActorId ?? Guid.Empty).Distinct());
        var rows = entries.Select(entry => RowOf(entry, names, self));
        return
        [
            .. rows.GroupBy(row => (row.At.ToLocalTime().Date, row.Kind, row.Who, OneOf(row)))
                .Select(day => Folded([.. day]))
                .OrderByDescending(row => row.At),
        ];
    }

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
            Times = IsLook(day[0]) ? 1 : day.Count,
            Looks = IsLook(day[0]) ? [.. day.Select(row => row.Detail).Distinct(StringComparer.Ordinal).Reverse()] : [],
            Hours = [.. day.Select(row => row.At.ToLocalTime().Hour).Distinct().Order()],
        };

    /// <summary>Also what was written before the ledger told the readers of messages apart.</summary>
    private static bool IsToLead(LedgerEntry entry) =>
        entry is { Detail: Asking.ToLead } or { Kind: LedgerKind.HelpAsked or LedgerKind.HelpAnswered, Detail: "" };

    private static bool IsAboutHelp(LedgerEntry entry) =>
        entry.Kind is LedgerKind.HelpAsked or LedgerKind.HelpAnswered
        || entry is { Kind: LedgerKind.StaffRead, Detail: "message" or Asking.ToLead };

    private static Activity RowOf(LedgerEntry entry, IReadOnlyDictionary<Guid, AccountName> names, Guid self)
    {
        var actor = entry.ActorId is { } id && id != self ? names.GetValueOrDefault(id) : null;
        var detail = entry.Kind
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
            ? entry.Detail
            : "";
        return new Activity(entry.At, entry.Kind, actor?.Name, actor?.Role, detail);
    }
}
