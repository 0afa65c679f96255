using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Audit;

/// <summary>
/// One link of a chain: its place, what happened, the hash of the link before and its own (P12).
/// </summary>
internal sealed record LedgerEntry
{
    public const int HashBytes = SHA256.HashSizeInBytes;
    public const int SaltBytes = 16;

    public required Guid ChainId { get; init; }

    /// <summary>1 for the first entry of a chain, and no gaps.</summary>
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required LedgerKind Kind { get; init; }
    public Guid? ActorId { get; init; }
    public Guid? ConsentId { get; init; }
    public required string Detail { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The hash of what comes before the first entry.</summary>
    public static byte[] Genesis { get; } = new byte[HashBytes];

    /// <summary>The entry that follows the head of a chain.</summary>
    /// <param name="head">Number and hash of the newest entry; (0, <see cref="Genesis"/>) for an empty chain.</param>
    public static LedgerEntry Follow((long Number, byte[] Hash) head, LedgerEvent entry, DateTimeOffset at)
    {
        var unsealed = new LedgerEntry
        {
            ChainId = entry.ChainId,
            Number = head.Number + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Kind = entry.Kind,
            ActorId = entry.ActorId,
            ConsentId = entry.ConsentId,
            Detail = entry.Detail,
            Salt = RandomNumberGenerator.GetBytes(SaltBytes),
            Previous = head.Hash,
            Hash = [],
        };
        return unsealed with { Hash = unsealed.ComputeHash() };
    }

    /// <summary>SHA-256 of the canonical form: fixed-size fields in a fixed order, then the two names.</summary>
    public byte[] ComputeHash()
    {
        var names = Encoding.UTF8.GetBytes($"{Kind}\n{Detail}");
        var form = new byte[(16 * 3) + 16 + SaltBytes + HashBytes + names.Length];
        var rest = form.AsSpan();
        Write(ref rest, ChainId);
        Write(ref rest, ActorId ?? Guid.Empty);
        Write(ref rest, ConsentId ?? Guid.Empty);
        BinaryPrimitives.WriteInt64BigEndian(rest, Number);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], At.ToUnixTimeMilliseconds());
        Salt.CopyTo(rest[16..]);
        Previous.CopyTo(rest[(16 + SaltBytes)..]);
        names.CopyTo(rest[(16 + SaltBytes + HashBytes)..]);
        return SHA256.HashData(form);
    }

    private static void Write(ref Span<byte> rest, Guid id)
    {
        id.TryWriteBytes(rest, bigEndian: true, out _);
        rest = rest[16..];
    }
}

/// <summary>Reads a chain from its first entry and says what does not fit.</summary>
internal static class ChainProof
{
    /// <returns>The first thing wrong, in words for an operator; null when the chain holds.</returns>
    public static string? Fault(IEnumerable<LedgerEntry> chain, (long Number, byte[] Hash) head)
    {
        var (number, previous) = (0L, LedgerEntry.Genesis);
        foreach (var entry in chain)
        {
            number++;
            if (entry.Number != number)
            {
                return $"entry {number} is missing";
            }

            if (!entry.Previous.AsSpan().SequenceEqual(previous))
            {
                return $"entry {number} does not follow the one before it";
            }

            if (!entry.Hash.AsSpan().SequenceEqual(entry.ComputeHash()))
            {
                return $"entry {number} was changed";
            }

            previous = entry.Hash;
        }

        return number == head.Number && head.Hash.AsSpan().SequenceEqual(previous)
            ? null
            : $"the chain stops at entry {number}, its head says {head.Number}";
    }
}
