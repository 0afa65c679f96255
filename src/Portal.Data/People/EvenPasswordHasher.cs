using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Portal.Data.People;

/// <summary>
/// Identity's hasher, where a hash that was made with fewer rounds is made up for: else the time of an answer would tell an
/// older account from a name that is nobody's.
/// </summary>
internal sealed class EvenPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    private readonly int _rounds = options.Value.IterationCount;

    /// <summary>PBKDF2 with HMAC-SHA512 (OWASP Password Storage Cheat Sheet, 2025).</summary>
    public const int Rounds = 210_000;

    /// <summary>Where Identity keeps the rounds in its third format, in network order.</summary>
    private const int RoundsAt = 5;

    public override PasswordVerificationResult VerifyHashedPassword(
        Account user,
        string hashedPassword,
        string providedPassword
    )
    {
        var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        var hash = Convert.FromBase64String(hashedPassword);
        var missing = _rounds - BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(RoundsAt));
        if (missing > 0)
        {
            Rfc2898DeriveBytes.Pbkdf2(providedPassword, hash[..16], missing, HashAlgorithmName.SHA512, 32);
        }

        return result;
    }
}
