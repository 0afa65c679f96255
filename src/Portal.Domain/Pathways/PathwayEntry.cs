namespace Portal.Domain.Pathways;

/// <summary>
/// A form as somebody saved it. Appended, never changed: of a form that is kept the newest counts and the earlier
/// ones stay readable; of a dated one each stands for itself.
/// </summary>
public sealed record PathwayEntry
{
    internal PathwayEntry() { }

    public const int LongestLine = 120;
    public const int LongestText = 1000;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required PathwayForm Form { get; init; }

    /// <summary>1 for the first entry of a form, and no gaps.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    /// <summary>The day it is about: of a dated form, the day of the meeting; else the day on which it was saved.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The answers, tidied and in their kept form. What was left out is not there.</summary>
    public required IReadOnlyDictionary<PathwayField, string> Answers { get; init; }

    /// <summary>The name of whoever saved it, for a page.</summary>
    public string ByName { get; init; } = "";

    public string? this[PathwayField field] => Answers.GetValueOrDefault(field);

    internal DateOnly? Day(PathwayField field) => PathwayAnswers.DayOf(this[field]);

    internal decimal? Money(PathwayField field) => PathwayAnswers.AmountOf(this[field]);

    internal T? Choice<T>(PathwayField field)
        where T : struct, Enum => Enum.TryParse<T>(this[field], out var choice) ? choice : null;
}

internal interface IPathways
{
    /// <summary>Every entry of a person, oldest first.</summary>
    Task<IReadOnlyList<PathwayEntry>> OfPersonAsync(Guid personId);
    Task AddAsync(PathwayEntry entry);
}
