using System.Collections.Frozen;

namespace Portal.Domain.People;

/// <summary>
/// Passwords that a guesser tries first (NIST SP 800-63B-4, section 3.1.1.2). The words were put together here, by
/// hand, from what the public rankings of leaked passwords have in common year after year (NCSC and Have I Been
/// Pwned, "top 100,000", 2019; NordPass, "most common passwords", 2020 to 2025): words of this kind, and ways of
/// stretching them. The rules take the ways off again, so that a short list covers many thousands.
/// </summary>
internal static class CommonPasswords
{
    private const int Telling = 4;

    /// <summary>The shortest piece of a walk that counts as one.</summary>
    private const int Step = 3;

    private static readonly char[] Stretching = [.. "0123456789!?.#*-_$@ "];

    private static readonly string[] Walks =
    [
        "qwertyuiopasdfghjklzxcvbnm",
        "qwertzuiopasdfghjklyxcvbnm",
        "azertyuiopqsdfghjklmwxcvbn",
        "abcdefghijklmnopqrstuvwxyz",
        "12345678901234567890",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
        "1qaz2wsx3edc4rfv5tgb6yhn",
        "qazwsxedcrfvtgbyhnujmik",
        "zaq12wsxcde34rfv",
        "asdfghjklqwertyuiop",
        "zxcvbnmasdfghjkl",
        "poiuytrewqlkjhgfdsamnbvcxz",
        "zyxwvutsrqponmlkjihgfedcba",
        "09876543210987654321",
        "asdfghjkl",
        "zxcvbnm",
    ];

    private static readonly FrozenSet<string> Words = (
        "password passwort passwords passcode passphrase mypassword thepassword newpassword changeme changemenow change "
        + "welcome welcomeback letmein letmeinnow iloveyou iloveu loveyou ilovemyself trustno trustnoone secret topsecret "
        + "admin administrator root user username login logmein master default guest test testing tester temp temporary "
        + "qwerty qwertyuiop qwertyqwerty asdfgh zxcvbn abc abcabc abcdef monkey dragon tiger panther wolf eagle falcon "
        + "football footballer soccer baseball basketball hockey rugby cricket golf tennis liverpool liverpoolfc arsenal "
        + "chelsea everton rangers celtic manchester manchesterunited manutd tottenham spurs westham newcastle leeds "
        + "leedsunited barcelona juventus realmadrid superman batman spiderman ironman starwars pokemon pikachu naruto "
        + "minecraft fortnite princess prince angel angels sunshine sunflower rainbow butterfly flower flowers chocolate "
        + "cookie cupcake banana cheese pepper ginger orange summer autumn winter spring january february march april "
        + "june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
        + "charlie michael michelle jessica ashley daniel thomas jordan joshua matthew andrew robert william george "
        + "oliver oscar harry jack james joseph david steven martin peter simon richard anthony nicholas alexander "
        + "benjamin samuel christopher jennifer amanda nicole hannah sophie chloe emily olivia isabella victoria "
        + "elizabeth rebecca samantha natasha lauren charlotte danielle patricia barbara maggie molly bella buddy max "
        + "buster shadow hunter killer ninja hello hellohello hellothere hello world helloworld whatever nothing "
        + "internet computer samsung iphone google facebook instagram microsoft windows apple london scotland england "
        + "ireland wales britain america australia family mylove babygirl baby lovely blessed jesus jesuschrist god "
        + "freedom happy happiness money lucky forever friends friendship music dancer singer purple silver golden "
        + "diamond crystal phoenix mustang ferrari mercedes porsche corvette harley yamaha service employee manager "
        + "supervisor support worker portal agreed agreedatwork company office work working covid lockdown"
    )
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a guesser would try it early.</summary>
    /// <param name="own">What a guesser knows of the account: its address, its user name, the service's name.</param>
    public static bool IsCommon(string password, params ReadOnlySpan<string?> own)
    {
        var plain = password.ToLowerInvariant();
        var letters = LettersOf(plain);
        if (
            (letters.Length < Telling && plain.All(char.IsAscii))
            || IsRepeated(plain)
            || IsWalks(plain)
            || IsWords(letters)
        )
        {
            return true;
        }

        foreach (var known in own)
        {
            if (Names(known).Any(name => letters.Contains(name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The letters alone, with the figures and signs that stand for letters read as such; those at either end are put on
    /// to make a word longer, and go.
    /// </summary>
    private static string LettersOf(string plain) =>
        string.Concat(plain.Trim(Stretching).Select(Meant).Where(char.IsAsciiLetterLower));

    private static char Meant(char c) =>
        c switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => c,
        };

    private static bool IsWords(string letters) =>
        Words.Contains(letters)
        || Enumerable
            .Range(1, Math.Max(0, letters.Length - 1))
            .Any(at => Words.Contains(letters[..at]) && Words.Contains(letters[at..]));

    /// <summary>One piece again and again.</summary>
    private static bool IsRepeated(string plain) =>
        Enumerable
            .Range(1, plain.Length / 2)
            .Any(length => plain.Select((c, at) => c == plain[at % length]).All(same => same));

    /// <summary>Walks over the keyboard or the alphabet, one after the other, with a few other characters at its end.</summary>
    private static bool IsWalks(string plain)
    {
        var at = 0;
        while (at < plain.Length && WalkAt(plain, at) is >= Step and var length)
        {
            at += length;
        }

        return plain.Length - at < Telling;
    }

    /// <summary>How far a walk goes from here.</summary>
    private static int WalkAt(string plain, int at)
    {
        var length = Math.Min(Step, plain.Length - at);
        while (at + length <= plain.Length && IsOnAWalk(plain[at..(at + length)]))
        {
            length++;
        }

        return length - 1;
    }

    private static bool IsOnAWalk(string part) => Walks.Any(walk => walk.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> Names(string? known) =>
        (known ?? "")
            .ToLowerInvariant()
            .Split('@')
            .Select(part => string.Concat(part.Where(char.IsAsciiLetterLower)))
            .Where(name => name.Length > Telling);
}
