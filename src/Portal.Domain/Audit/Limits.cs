using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Domain.Audit;

/// <summary>An account that did something more often than anybody at work would.</summary>
/// <param name="What">A fixed word: <c>pages</c> or <c>feedback</c>.</param>
public sealed record LimitMet(string Name, string? Employer, string What, DateTimeOffset At);

/// <summary>
/// The door for what the service manager has to look into: what was asked for too often, and a record that disagrees. That a limit was met is on record, and the service manager sees by whom;
/// about which person is nobody's there to know.
/// </summary>
public sealed class Limits
{
    public const string Pages = "pages";
    public const string Feedback = "feedback";

    /// <summary>One entry an hour says it: a flood must not be able to fill this record either.</summary>
    private static readonly TimeSpan Once = TimeSpan.FromHours(1);
    private static readonly TimeSpan Shown = TimeSpan.FromDays(14);

    private readonly ILedger _ledger;
    private readonly IAccounts _accounts;
    private readonly IWorkplaces _workplaces;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Limits(ILedger ledger, IAccounts accounts, IWorkplaces workplaces, IUnitOfWork work, TimeProvider clock)
    {
        _ledger = ledger;
        _accounts = accounts;
        _workplaces = workplaces;
        _work = work;
        _clock = clock;
    }

    /// <param name="what">A fixed word.</param>
    public Task RecordAsync(Guid accountId, string what) =>
        _work.CommitAsync(() => _ledger.LimitMetAsync(accountId, what, _clock.GetUtcNow() - Once));

    /// <summary>When it last happened, within two weeks, that a consent and its record did not agree; null for never.</summary>
    public async Task<DateTimeOffset?> DisagreedAtAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var since = _clock.GetUtcNow() - Shown;
        var found = await _ledger.OfKindAsync(Ledger.SystemChain, LedgerKind.RecordDisagrees, since);
        return found.Count > 0 ? found[0].At : null;
    }

    /// <summary>What was met within two weeks, newest first.</summary>
    public async Task<IReadOnlyList<LimitMet>> OfAsync(Actor manager)
    {
        Require.Role(manager, Role.ServiceManager);
        var since = _clock.GetUtcNow() - Shown;
        var met = (await _ledger.OfKindAsync(Ledger.SystemChain, LedgerKind.LimitMet, since)).ToList();
        var ids = met.Select(entry => entry.ActorId!.Value).Distinct().ToList();
        var names = await _accounts.NamesAsync(ids);
        var employers = await _workplaces.EmployersOfAsync(ids);
        return
        [
            .. from entry in met
            let id = entry.ActorId!.Value
            select new LimitMet(names[id].Name, employers.GetValueOrDefault(id), entry.Detail, entry.At),
        ];
    }
}
