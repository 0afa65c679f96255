namespace Portal.Domain.People;

/// <summary>How staff may reach a person safely: a number, whether to leave a message, what name to give.</summary>
public sealed record SafeContact(string? Number, bool LeaveMessage, string? NameToGive)
{
    public static SafeContact None { get; } = new(null, LeaveMessage: false, null);

    /// <summary>
    /// The same for whoever reads it: where the name to give is the worker's, a cover reads their own in its place.
    /// </summary>
    internal SafeContact For(string reader, string worker)
    {
        var words = (NameToGive ?? "").Split(' ');
        return reader == worker
            ? this
            : this with
            {
                NameToGive = NameToGive is null ? null : string.Join(' ', words.Select(OwnName)),
            };

        string OwnName(string word) =>
            SameName.Is(word, FirstOf(worker)) || SameName.Is(word, worker) ? FirstOf(reader) : word;
    }

    private static string FirstOf(string name) => name.Split(' ')[0];

    /// <summary>What a page shows that is about to change it, so that another's change is not lost.</summary>
    public string Stamp => $"{Number}|{LeaveMessage}|{NameToGive}";
}

/// <summary>A supported person, as the service holds them. There is no field for a condition (P7).</summary>
internal sealed record Person
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid WorkerId { get; init; }
    public required string Name { get; init; }
    public required SafeContact Contact { get; init; }

    /// <summary>The privacy notice that the person accepted; 0 until they do, and then nothing else is held.</summary>
    public int PrivacyNotice { get; init; }

    /// <summary>Until when "I need more right now" is on; null or past when it is off.</summary>
    public DateTimeOffset? StepUpUntil { get; init; }

    public SharingRules Rules { get; init; } = SharingRules.None;

    /// <summary>Since when a recorded concern makes new consents wait; null for none. What is shared goes on.</summary>
    public DateTimeOffset? NewSharingWaitsSince { get; init; }

    /// <summary>Since when the safeguarding lead has frozen help with signing in; null where it is not.</summary>
    public DateTimeOffset? HelpFrozenSince { get; init; }

    /// <summary>
    /// Whether they have, or had, a job at the service itself: then nobody but their own worker opens the record
    /// (docs/adr/0012). Computed by the store with each read, and never kept.
    /// </summary>
    public bool IsClosed { get; init; }
}

/// <summary>For these dates a colleague has a worker's caseload as well.</summary>
public sealed record Cover(Guid Id, Guid WorkerId, Guid CoverId, DateOnly From, DateOnly Until);
