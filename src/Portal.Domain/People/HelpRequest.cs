namespace Portal.Domain.People;

/// <summary>What a person asks the service for, or what was heard from them. Stored by name.</summary>
public enum HelpKind
{
    /// <summary>To talk with the worker before anything is shared.</summary>
    TalkFirst,

    /// <summary>Someone is pushing them.</summary>
    Pressure,

    /// <summary>Support is to be taken up again: one action, at any time.</summary>
    MoreSupport,

    /// <summary>What they wrote or scored says that they may be in danger (P13).</summary>
    Heard,

    /// <summary>They switched "I need more right now" on.</summary>
    StepUp,

    /// <summary>They want to be rung.</summary>
    Call,

    /// <summary>A money plan was saved in which a week is short.</summary>
    ShortWeek,
}

/// <summary>Where something was written or scored that was heard. Stored by name.</summary>
public enum HeardIn
{
    CheckIn,
    Notes,
    Plan,
    Answer,
    Message,
}

/// <summary>What the person answered to "Do you want us to ring you?". Stored by name.</summary>
public enum CallWish
{
    /// <summary>On the first day on which somebody is there.</summary>
    Soonest,

    /// <summary>On the day after that.</summary>
    NextDay,

    No,
}

/// <summary>What a member of staff did about a request. Stored by name.</summary>
public enum HelpAct
{
    Rang,
    Spoke,
    Visited,

    /// <summary>Passed to the crisis team, or to the emergency services.</summary>
    PassedOn,

    /// <summary>The person said that they want nothing done.</summary>
    Declined,

    /// <summary>They tried, and did not reach the person. It stays open.</summary>
    Tried,

    /// <summary>A safeguarding referral was made. It stays open.</summary>
    Referred,

    /// <summary>It was decided how to go on. It stays open.</summary>
    Decided,
}

/// <summary>One thing that was done about a request. Appended, never changed.</summary>
public sealed record HelpActed(HelpAct Act, Guid By, DateTimeOffset At, string? Note)
{
    public const int LongestNote = 500;

    /// <summary>The name of whoever did it, for a page.</summary>
    public string ByName { get; init; } = "";

    /// <summary>Whether the person was answered by it. Nothing else closes a request (P13).</summary>
    public static bool Closes(HelpAct act) =>
        act is HelpAct.Rang or HelpAct.Spoke or HelpAct.Visited or HelpAct.PassedOn or HelpAct.Declined;
}

/// <summary>
/// A person asks for help, or was heard to need it. It is a record between the person and whoever they chose to read it:
/// it can never be shared, and no consent can name it (P7).
/// </summary>
public sealed record HelpRequest
{
    internal HelpRequest() { }

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required HelpKind Kind { get; init; }

    /// <summary>The one member of staff who reads it.</summary>
    public required Guid ReaderId { get; init; }

    /// <summary>
    /// Whether the person chose the safeguarding lead to read it. It stays so, whoever supports the person later: no worker
    /// and no cover ever reads it.
    /// </summary>
    public bool IsToLead { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What the person wrote to that reader; null when they wrote nothing, or elsewhere.</summary>
    public string? Text { get; init; }

    /// <summary>Where it was heard that they may be in danger; null where nothing of the kind was (P13).</summary>
    public HeardIn? HeardIn { get; init; }

    /// <summary>Whether they want to be rung; null until they say.</summary>
    public CallWish? Wish { get; init; }

    /// <summary>The day on which they want to be rung.</summary>
    public DateOnly? RingOn { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether it waits for nobody's convenience: it stands under Now until it is answered for.</summary>
    public bool IsNow =>
        AnsweredAt is null && (Kind is not (HelpKind.StepUp or HelpKind.ShortWeek) || RingOn is not null);
}

internal interface IHelpRequests
{
    Task AddAsync(HelpRequest request);

    /// <summary>What a person waits for, oldest first, whoever reads it.</summary>
    Task<IReadOnlyList<HelpRequest>> OpenOfAsync(Guid personId);
    Task<HelpRequest?> FindAsync(Guid requestId);
    Task WishAsync(Guid requestId, CallWish wish, DateOnly? ringOn);

    /// <summary>Appends what was done, and answers the request where that does.</summary>
    Task ActAsync(Guid requestId, HelpActed acted);

    /// <summary>What was done about a request, in its order.</summary>
    Task<IReadOnlyList<HelpActed>> ActsAsync(Guid requestId);

    /// <summary>Of whom messages to the lead are kept that wait, or on which frozen help rests.</summary>
    Task<IReadOnlyList<Guid>> WroteToLeadAsync(Guid leadId);

    /// <summary>Hands what waits for a worker, or is kept for a lead, to the one who comes after them.</summary>
    Task HandOverAsync(Guid personId, Guid fromId, Guid toId, bool isToLead);
}
