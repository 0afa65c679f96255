namespace Portal.Domain.People;

/// <summary>
/// Rules that a person sets for themselves when they are well, against pressure later. To take one back works
/// only a day after it was asked for, so that nobody can have it undone on the spot.
/// </summary>
public sealed record SharingRules
{
    /// <summary>How long a rule holds on after the person has taken it back.</summary>
    public static readonly TimeSpan HoldsOn = TimeSpan.FromHours(24);

    public static SharingRules None { get; } = new();

    /// <summary>"Always make me wait a day."</summary>
    public bool AlwaysWait { get; init; }

    /// <summary>When waiting ends; null while the rule was not taken back.</summary>
    public DateTimeOffset? AlwaysWaitEnds { get; init; }

    /// <summary>"Never share these lines", with the moment at which it ends for a line that was taken back.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset?> NeverShare { get; init; } =
        new Dictionary<Guid, DateTimeOffset?>();

    public bool MakesWait(DateTimeOffset now) => AlwaysWait && !(AlwaysWaitEnds <= now);

    public bool Withholds(Guid lineId, DateTimeOffset now) =>
        NeverShare.TryGetValue(lineId, out var ends) && !(ends <= now);
}
