using System.Globalization;

namespace Portal.Domain.Plans;

/// <summary>One wording of a line. Immutable: an edit, a typo included, makes the next version.</summary>
/// <param name="Hash">A keyed hash of the content, under the person's own key (design §4).</param>
public sealed record LineVersion(Guid Id, int Number, LineContent Content, string Hash, DateTimeOffset At)
{
    /// <summary>Whether other words took its place while it was still a proposal. Nobody has said yes to it.</summary>
    public bool StayedProposal { get; init; }
}

/// <summary>A line of the working plan, with its newest wording. Seen by the person and their worker only.</summary>
public sealed record Line
{
    internal Line() { }

    public required Guid Id { get; init; }

    /// <summary>The one placement that the line belongs to; null for every job.</summary>
    public Guid? PlacementId { get; init; }

    /// <summary>Shows only while "I need more right now" is on.</summary>
    public bool StepUp { get; init; }

    public LineStatus Status { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When the person left an answer from work as it stands; null for never.</summary>
    public DateTimeOffset? AnswerLeftAt { get; init; }

    public required LineVersion Current { get; init; }

    /// <summary>Whether its newest words are a proposal, which reads as a question at work.</summary>
    public bool IsAsked => Status == LineStatus.Proposed && Current.Content.Kind == LineKind.Adjustment;

    /// <summary>What a page shows that is about to change it, so that another's change is not lost.</summary>
    public string Stamp =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Current.Number}|{Status}|{ReviewOn?.DayNumber}|{StepUp}|{PlacementId}"
        );
}

/// <summary>A person's working plan.</summary>
public sealed record Plan(Guid PersonId, string PersonName, IReadOnlyList<Line> Lines);

/// <summary>An entry of the catalogue that lines can be started from; editable by the service.</summary>
public sealed record CatalogueEntry(Guid Id, LineKind Kind, string Category, string Text)
{
    /// <summary>What a page shows that is about to change it, so that another's change is not lost.</summary>
    public string Stamp => $"{Kind}|{Category}|{Text}";
}
