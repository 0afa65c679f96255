using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.Web.Tests.SignIn;

/// <summary>An authenticator app as anybody has one: six digits, half a minute, SHA-1 (RFC 6238).</summary>
internal sealed class AuthenticatorApp(string key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[] _secret = FromBase32(key);

    /// <param name="later">So many half minutes from now. Identity takes two to either side.</param>
    public string Code(int later = 0)
    {
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + later;
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's own hash, which every app uses.
        var hash = HMACSHA1.HashData(_secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var c in text.Where(char.IsAsciiLetterOrDigit))
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(c, StringComparison.OrdinalIgnoreCase)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
