using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Data.Consents;

/// <summary>
/// The lines of a consent in one column: a consent never changes, so its lines are part of its row. Each is
/// line id, version id, hash, step-up flag and kind, in 66 bytes.
/// </summary>
internal static class PackedLines
{
    private const int HashBytes = 32;
    private const int Size = 16 + 16 + HashBytes + 2;

    public static byte[] Pack(IReadOnlyList<ConsentLine> lines, IReadOnlyList<LineContent> words)
    {
        var packed = new byte[lines.Count * Size];
        for (var i = 0; i < lines.Count; i++)
        {
            var slot = packed.AsSpan(i * Size, Size);
            lines[i].LineId.TryWriteBytes(slot);
            lines[i].VersionId.TryWriteBytes(slot[16..]);
            Convert.FromHexString(lines[i].Hash).CopyTo(slot[32..]);
            slot[^2] = lines[i].StepUp ? (byte)1 : (byte)0;
            slot[^1] = (byte)words[i].Kind;
        }

        return packed;
    }

    public static IReadOnlyList<(ConsentLine Line, LineKind Kind)> Unpack(ReadOnlySpan<byte> packed)
    {
        var lines = new (ConsentLine, LineKind)[packed.Length / Size];
        for (var i = 0; i < lines.Length; i++)
        {
            var slot = packed.Slice(i * Size, Size);
            var hash = Convert.ToHexStringLower(slot.Slice(32, HashBytes));
            var line = new ConsentLine(new Guid(slot[..16]), new Guid(slot.Slice(16, 16)), hash, slot[^2] == 1);
            lines[i] = (line, (LineKind)slot[^1]);
        }

        return lines;
    }
}
