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

    /// <summary>
    /// Keeping in touch, graded hours, what to tell people; only while the person is away or has come back
    /// (<see cref="Caseload.TimeAway"/>).
    /// </summary>
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

    /// <summary>Null where there is no line: then there is no page.</summary>
    internal static SheetBody? OrNothing(IReadOnlyCollection<BodyLine> lines) => lines.Count == 0 ? null : Of(lines);

    internal static SheetBody Of(IReadOnlyCollection<BodyLine> lines)
    {
        var contents = lines.Select(line => line.Content).ToList();
        return new SheetBody
        {
            ForNow = [.. lines.Where(line => line.IsForNow).Select(line => line.Content.Text)],
            Do = Texts(lines.Where(line => !line.IsAsked).Select(line => line.Content), LineKind.Adjustment),
            Asked = Texts(lines.Where(line => line.IsAsked).Select(line => line.Content), LineKind.Adjustment),
            ComingBack = Texts(contents, LineKind.ReturnToWork),
            KeepingWell = Texts(contents, LineKind.KeepingWell),
            Call = [.. contents.Where(line => line.Kind == LineKind.Contact)],
            Signs = [.. contents.Where(line => line.Kind == LineKind.Sign)],
            OffDay = Texts(contents, LineKind.OffDay),
            CrisisAtWork = Texts(contents, LineKind.CrisisAtWork),
            DoesNotHelp =
            [
                .. Texts(contents, LineKind.Trigger),
                .. contents.Where(line => line.PleaseDoNot is not null).Select(line => line.PleaseDoNot!),
            ],
        };
    }

    private static IReadOnlyList<string> Texts(IEnumerable<LineContent> lines, LineKind kind) =>
        [.. lines.Where(line => line.Kind == kind).Select(line => line.Text)];
}

/// <summary>One line of a body: its words, and how they are shown.</summary>
internal sealed record BodyLine(LineContent Content)
{
    /// <summary>Whether it shows only while "I need more right now" is on.</summary>
    public bool IsForNow { get; init; }

    /// <summary>Whether the words on show are only proposed.</summary>
    public bool IsAsked { get; init; }
}
