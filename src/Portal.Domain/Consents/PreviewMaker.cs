using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>Makes previews from the working plan, in the one order that sheets have.</summary>
internal static class PreviewMaker
{
    /// <summary>What this recipient could be shown at most: live lines of this job, of the kinds for their part.</summary>
    public static IReadOnlyList<Line> Offer(IEnumerable<Line> plan, Part part, Guid placementId) =>
        [
            .. plan.Where(line =>
                line.RetiredAt is null
                && (line.PlacementId is null || line.PlacementId == placementId)
                && MayHold(part, line.Current.Content.Kind)
            ),
        ];

    /// <summary>
    /// What a part may be shown: all of it for a supervisor, what a day needs for a deputy, the practical things
    /// for a buddy, adjustments only for HR and occupational health (design §1).
    /// </summary>
    public static bool MayHold(Part part, LineKind kind) =>
        part switch
        {
            Part.Supervisor => true,
            Part.Deputy => kind is LineKind.Adjustment or LineKind.Contact or LineKind.Sign or LineKind.OffDay,
            Part.Buddy => kind is LineKind.Adjustment or LineKind.Contact or LineKind.KeepingWell,
            Part.Hr or Part.OccupationalHealth => kind == LineKind.Adjustment,
            _ => false,
        };

    public static Preview Of(IReadOnlyList<Line> lines) =>
        new()
        {
            Forms = FormsOf([
                .. lines.Select(line => new BodyLine(line.Current.Content)
                {
                    IsForNow = line.StepUp,
                    IsAsked = line.IsAsked,
                }),
            ]),
            Hash = HashOf(lines),
            Lines = lines,
        };

    /// <summary>Each form that differs from those before it: of an ordinary day, for now, while coming back, and both.</summary>
    public static IReadOnlyList<PreviewForm> FormsOf(IReadOnlyList<BodyLine> lines)
    {
        var forms = new List<PreviewForm>();
        var seen = new HashSet<string>();
        foreach (var (isForNow, isComingBack) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var shown = Enumerable.Range(0, lines.Count).Where(i => Shows(lines[i], isForNow, isComingBack)).ToList();
            if (seen.Add(string.Join(',', shown)))
            {
                var body = SheetBody.OrNothing([.. shown.Select(i => lines[i])]);
                var added = shown.Where(i => !Shows(lines[i], isForNow: false, isComingBack: false));
                forms.Add(
                    new PreviewForm(isForNow, isComingBack, body)
                    {
                        Adds = [.. added.Select(i => lines[i].Content.Text)],
                    }
                );
            }
        }

        return forms;
    }

    /// <summary>Whether a line that is shared shows on such a day; the rule of the gateway says the same.</summary>
    public static bool Shows(BodyLine line, bool isForNow, bool isComingBack) =>
        (isForNow || !line.IsForNow) && (isComingBack || line.Content.Kind != LineKind.ReturnToWork);

    /// <summary>The words, and how they are shown. Line hashes are keyed, so this one tells nothing about the text either.</summary>
    private static string HashOf(IEnumerable<Line> lines)
    {
        var form = string.Join(
            '\n',
            lines.Select(line => $"{line.Id:N} {line.Current.Hash} {line.StepUp} {line.IsAsked}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)));
    }
}
