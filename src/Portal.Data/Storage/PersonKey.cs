using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Storage;

/// <summary>
/// One person's data key: half of it encrypts, half of it hashes (a plain hash of a catalogue text could be
/// guessed). Destroy the wrapped key and nothing of theirs can be read again.
/// </summary>
internal sealed class PersonKey : IDisposable
{
    private const int HalfBytes = 32;
    private const string Field = "person-key";

    /// <summary>Part of what a padded text is bound to, so that it is never taken for one that is not.</summary>
    private const string Padded = "/padded";

    /// <summary>In bytes. A line of the catalogue is shorter than this.</summary>
    private const int Step = 256;
    private const int LengthBytes = 4;

    /// <summary>Nonce and tag.</summary>
    private const int Overhead = 28;
    private readonly Guid _personId;
    private readonly SealedBox _box;
    private readonly byte[] _hashing;

    private PersonKey(Guid personId, byte[] both)
    {
        _personId = personId;
        _box = new SealedBox(both.AsSpan(0, HalfBytes));
        _hashing = both[HalfBytes..];
    }

    public static byte[] NewWrapped(MasterKey master, Guid personId) =>
        master.Wrap(RandomNumberGenerator.GetBytes(HalfBytes * 2), Field, personId);

    public static PersonKey Unwrap(MasterKey master, Guid personId, byte[] wrapped) =>
        new(personId, master.Unwrap(wrapped, Field, personId));

    /// <summary>
    /// Sealed with its length hidden: filled up to whole steps, since the length alone told short catalogue texts apart.
    /// </summary>
    public byte[] Seal(string field, Guid row, ReadOnlySpan<byte> plain)
    {
        var padded = new byte[(LengthBytes + plain.Length + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32BigEndian(padded, plain.Length);
        plain.CopyTo(padded.AsSpan(LengthBytes));
        return _box.Seal(padded, _personId, field + Padded, row);
    }

    public byte[] Seal(string field, Guid row, string plain) => Seal(field, row, Encoding.UTF8.GetBytes(plain));

    public byte[]? SealOrNull(string field, Guid row, string? plain) => plain is null ? null : Seal(field, row, plain);

    public byte[] OpenBytes(string field, Guid row, ReadOnlySpan<byte> box)
    {
        // What was sealed before it was padded has no such length, or opens under the old name only.
        if (box.Length % Step != Overhead % Step)
        {
            return _box.Open(box, _personId, field, row);
        }

        byte[] padded;
        try
        {
            padded = _box.Open(box, _personId, field + Padded, row);
        }
        catch (AuthenticationTagMismatchException)
        {
            return _box.Open(box, _personId, field, row);
        }

        return padded.AsSpan(LengthBytes, BinaryPrimitives.ReadInt32BigEndian(padded)).ToArray();
    }

    public string Open(string field, Guid row, ReadOnlySpan<byte> box) =>
        Encoding.UTF8.GetString(OpenBytes(field, row, box));

    public string? OpenOrNull(string field, Guid row, byte[]? box) => box is null ? null : Open(field, row, box);

    public void Dispose() => _box.Dispose();

    public string Hash(ReadOnlySpan<byte> canonical) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_hashing, canonical));
}

/// <summary>The names of sealed fields: each is part of what its ciphertext is bound to. Never rename one.</summary>
internal static class Fields
{
    public const string Name = "name";
    public const string Contact = "contact";
    public const string Line = "line";
    public const string JobTitle = "job-title";
    public const string Supervisor = "supervisor";
    public const string Recipient = "recipient";
    public const string Words = "words";
    public const string Draft = "draft";
    public const string Feedback = "feedback";
    public const string FeedbackNote = "feedback-note";
    public const string Reply = "reply";
    public const string TaskReason = "task-reason";
    public const string CheckIn = "check-in";
    public const string Pathway = "pathway";
    public const string Rules = "rules";
    public const string HelpText = "help-text";
    public const string ExpectFrom = "expect-from";
    public const string FeedbackSentence = "feedback-sentence";
    public const string HelpNote = "help-note";
    public const string Representative = "representative";
}
