using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Storage;

/// <summary>
/// The key that wraps every person's key. It lives in a file outside the database, so that a copy of the
/// database alone opens nothing.
/// </summary>
internal sealed class MasterKey(byte[] key)
{
    private const int KeyBytes = 32;

    /// <summary>Reads the key; makes it when there is no database yet that would need an older one.</summary>
    public static MasterKey ReadOrMake(string folder, bool databaseExists)
    {
        var file = Path.Combine(folder, "master.key");
        if (File.Exists(file))
        {
            return new MasterKey(Convert.FromBase64String(File.ReadAllText(file)));
        }

        if (databaseExists)
        {
            throw new InvalidOperationException(
                $"The database exists but its key {file} is missing: restore the key first."
            );
        }

        OwnFiles.MakeFolder(folder);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        File.WriteAllText(file, Convert.ToBase64String(key));
        OwnFiles.Close(file);
        return new MasterKey(key);
    }

    /// <summary>A key of its own for one use (HKDF, RFC 5869).</summary>
    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(use));

    public byte[] Wrap(ReadOnlySpan<byte> secret, string what, Guid owner)
    {
        using var box = new SealedBox(key);
        return box.Seal(secret, owner, what, owner);
    }

    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string what, Guid owner)
    {
        using var box = new SealedBox(key);
        return box.Open(wrapped, owner, what, owner);
    }
}

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) as nonce, ciphertext, tag; bound to owner, field and row. Not for two threads
/// at once.
/// </summary>
internal sealed class SealedBox(ReadOnlySpan<byte> key) : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly AesGcm _aes = new(key, TagBytes);

    public byte[] Seal(ReadOnlySpan<byte> plain, Guid owner, string field, Guid row)
    {
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(
            nonce,
            plain,
            box.AsSpan(NonceBytes, plain.Length),
            box.AsSpan(NonceBytes + plain.Length),
            Binding(owner, field, row)
        );
        return box;
    }

    public byte[] Open(ReadOnlySpan<byte> box, Guid owner, string field, Guid row)
    {
        var length = box.Length - NonceBytes - TagBytes;
        var plain = new byte[length];
        _aes.Decrypt(
            box[..NonceBytes],
            box.Slice(NonceBytes, length),
            box[(NonceBytes + length)..],
            plain,
            Binding(owner, field, row)
        );
        return plain;
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Binding(Guid owner, string field, Guid row)
    {
        var bound = new byte[32 + field.Length];
        owner.TryWriteBytes(bound);
        row.TryWriteBytes(bound.AsSpan(16));
        System.Text.Encoding.ASCII.GetBytes(field, bound.AsSpan(32));
        return bound;
    }
}
