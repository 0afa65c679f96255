using Portal.Domain.People;

namespace Portal.Domain.Audit;

/// <summary>What an entry of a chain says happened. Stored by name: never rename one.</summary>
public enum LedgerKind
{
    PersonRegistered,
    PrivacyNoticeAccepted,
    WorkerChanged,
    ConsentDeclined,
    ConsentKeptReady,
    ConsentGiven,
    ConsentPaused,
    ConsentResumed,
    ConsentLineStopped,
    ConsentWithdrawn,
    ConsentLapsed,
    SheetViewed,
    SheetRefused,
    TeamListed,
    StaffRead,
    FeedbackGiven,
    NobodyChosen,
    Attested,
    StepUpOn,
    StepUpOff,
    RuleSet,
    RuleTakenBack,
    HelpAsked,
    HelpAnswered,
    DraftPrepared,
    ToldByWorker,
    NewSharingWaits,
    NewSharingFree,
    AuthorityRecorded,
    AuthorityConfirmed,
    AuthorityEnded,
    CoverNamed,

    /// <summary>A manager wanted a cover; who it is and when follows.</summary>
    CoverWanted,

    /// <summary>A second one of the staff agreed to what a manager wanted.</summary>
    SecondAgreed,

    /// <summary>A worker was made by two of the staff; in the system's chain.</summary>
    WorkerMade,
    PathwaySaved,
    OutcomeRecorded,

    /// <summary>A recipient's calendar was told on which days to sign in; at most one entry a day.</summary>
    CalendarListed,
    OwnOrganisationNamed,

    /// <summary>An employer was named as the service itself by mistake; in the system's chain.</summary>
    OwnOrganisationTakenBack,

    /// <summary>A spoken code was wrong, or the name beside it was nobody's; in the system's chain.</summary>
    SpokenCodeRefused,

    /// <summary>A member of staff began to help the person to sign in.</summary>
    SignInHelpStarted,

    /// <summary>A second one said the other half of a code.</summary>
    SignInHelpConfirmed,

    /// <summary>The help was used: a new password.</summary>
    SignInHelpUsed,

    /// <summary>Days away from a job, or of coming back, were written down: lines about it show by them.</summary>
    TimeAwaySet,

    /// <summary>The worker changed the number at which the person is rung.</summary>
    ContactChanged,

    /// <summary>A second one of the staff agreed to another service manager; in the system's chain.</summary>
    ManagerMade,

    /// <summary>The account of a member of staff who leaves was closed; in the system's chain.</summary>
    StaffClosed,

    /// <summary>An account did something more often than anybody at work would; in the system's chain, once an hour.</summary>
    LimitMet,

    /// <summary>What a row is now, as a keyed hash; in the chain of state.</summary>
    StateBound,

    /// <summary>From here on a table is bound to the chain of state; in the system's chain.</summary>
    StateBegan,

    /// <summary>A consent in force and the record of it do not agree, and nothing was shown; in the system's chain.</summary>
    RecordDisagrees,

    /// <summary>An operator had an account's second step forgotten; in the system's chain.</summary>
    SecondStepReset,
}

/// <summary>
/// Something to append to a chain. It holds identifiers and fixed words only, never what a person typed, so
/// that it can outlive an erasure (P12).
/// </summary>
/// <param name="ChainId">The person, or <see cref="Ledger.SystemChain"/> where no person is meant.</param>
internal sealed record LedgerEvent(Guid ChainId, LedgerKind Kind, Guid? ActorId)
{
    public Guid? ConsentId { get; init; }

    public string Detail { get; init; } = "";
}

/// <summary>
/// How often one actor did one thing within a quarter of an hour. Counted where the entries are, so that a flood of
/// them never crowds out another; a quarter, since every clock on earth is whole quarters from UTC.
/// </summary>
/// <param name="At">The last time.</param>
internal sealed record LedgerTally(LedgerKind Kind, Guid? ActorId, string Detail, DateTimeOffset At, int Times);

/// <summary>Appends to the chains of hashes. An append is part of the caller's commit.</summary>
internal interface ILedger
{
    Task AppendAsync(LedgerEvent entry);

    /// <summary>The newest tallies of one chain from before a moment, newest first.</summary>
    Task<IReadOnlyList<LedgerTally>> TalliesAsync(Guid chainId, DateTimeOffset before, int atMost);

    /// <summary>The newest entry of one kind; null when there is none.</summary>
    Task<LedgerEntry?> LastAsync(Guid chainId, LedgerKind kind);

    /// <summary>The entries of one kind since a moment, newest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> OfKindAsync(Guid chainId, LedgerKind kind, DateTimeOffset since);

    /// <summary>Whether the same thing, by the same actor about the same consent, is on record since a moment.</summary>
    Task<bool> HasSinceAsync(LedgerEvent entry, DateTimeOffset since);

    /// <summary>Every time that a sheet of one of these consents was shown, newest first.</summary>
    Task<IReadOnlyList<LedgerTally>> ViewsOfAsync(Guid chainId, IReadOnlyCollection<Guid> consentIds);
}

internal static class Ledger
{
    /// <summary>The chain of what happened to nobody in particular: a code that does not exist, say.</summary>
    public static readonly Guid SystemChain = Guid.Empty;

    /// <summary>The chain of what rows are: a keyed hash for each change of one that decides who sees what.</summary>
    public static readonly Guid StateChain = new("00000000-0000-0000-0000-000000000001");

    /// <summary>Records that an account met a limit, unless that is on record since a moment.</summary>
    public static async Task LimitMetAsync(this ILedger ledger, Guid accountId, string what, DateTimeOffset since)
    {
        var met = new LedgerEvent(SystemChain, LedgerKind.LimitMet, accountId) { Detail = what };
        if (!await ledger.HasSinceAsync(met, since))
        {
            await ledger.AppendAsync(met);
        }
    }

    public static Task StaffReadAsync(this ILedger ledger, Actor actor, Guid personId, string what) =>
        ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.StaffRead, actor.AccountId) { Detail = what });
}
