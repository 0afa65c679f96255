namespace Portal.Domain.Plans;

/// <summary>
/// The part of a sheet from Do to What does not help: what a preview shows and a consent is bound to. Made
/// from wordings alone, in one place, for preview and sheet alike (P2).
/// </summary>
public sealed record SheetBody
{
    private SheetBody() { }

    public required IReadOnlyList<string> Do { get; init; }

    /// <summary>Adjustments that the person proposes and work has not agreed to: each reads as a question.</summary>
    public required IReadOnlyList<string> Asked { get; init; }

    /// <summary>Keeping in touch, graded hours, what to tell people.</summary>
    public required IReadOnlyList<string> ComingBack { get; init; }

    public required IReadOnlyList<string> KeepingWell { get; init; }

    public required IReadOnlyList<LineContent> Call { get; init; }

    /// <summary>Signs that have an agreed response.</summary>
    public required IReadOnlyList<LineContent> Signs { get; init; }

    public required IReadOnlyList<string> OffDay { get; init; }

    public required IReadOnlyList<string> CrisisAtWork { get; init; }

    public required IReadOnlyList<string> DoesNotHelp { get; init; }

    /// <summary>The words of those lines that show only while "I need more right now" is on; until when is no part of it.</summary>
    public required IReadOnlyList<string> ForNow { get; init; }

    /// <param name="forNow">Those of the lines that show only while "I need more right now" is on.</param>
    /// <param name="asked">Those of the lines that are only proposed, in the words on show.</param>
    internal static SheetBody Of(
        IReadOnlyCollection<LineContent> lines,
        IEnumerable<LineContent>? forNow = null,
        IReadOnlyCollection<LineContent>? asked = null
    ) =>
        new()
        {
            ForNow = [.. (forNow ?? []).Select(line => line.Text)],
            Do = Texts([.. lines.Where(line => asked?.Contains(line) != true)], LineKind.Adjustment),
            Asked = Texts([.. lines.Where(line => asked?.Contains(line) == true)], LineKind.Adjustment),
            ComingBack = Texts(lines, LineKind.ReturnToWork),
            KeepingWell = Texts(lines, LineKind.KeepingWell),
            Call = [.. lines.Where(line => line.Kind == LineKind.Contact)],
            Signs = [.. lines.Where(line => line.Kind == LineKind.Sign)],
            OffDay = Texts(lines, LineKind.OffDay),
            CrisisAtWork = Texts(lines, LineKind.CrisisAtWork),
            DoesNotHelp =
            [
                .. Texts(lines, LineKind.Trigger),
                .. lines.Where(line => line.PleaseDoNot is not null).Select(line => line.PleaseDoNot!),
            ],
        };

    private static IReadOnlyList<string> Texts(IReadOnlyCollection<LineContent> lines, params LineKind[] kinds) =>
        [.. kinds.SelectMany(kind => lines.Where(line => line.Kind == kind)).Select(line => line.Text)];
}
