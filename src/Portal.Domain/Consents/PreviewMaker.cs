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

    public static Preview Of(IReadOnlyList<Line> lines)
    {
        var everyday = lines.Where(line => !line.StepUp).Select(line => line.Current.Content).ToList();
        var all = lines.Select(line => line.Current.Content).ToList();
        var asked = lines.Where(line => line.IsAsked).Select(line => line.Current.Content).ToList();
        var forNow = lines.Where(line => line.StepUp).Select(line => line.Current.Content).ToList();
        return new Preview
        {
            Body = SheetBody.Of(everyday, asked: asked),
            StepUpBody = forNow.Count == 0 ? null : SheetBody.Of(all, forNow, asked),
            Hash = HashOf(lines),
            Lines = lines,
        };
    }

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
