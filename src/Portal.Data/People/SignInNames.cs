using System.Security.Cryptography;

namespace Portal.Data.People;

/// <summary>
/// Names to sign in with, for who has no mailbox, or whose mailbox opens another account already. Always made here and never
/// typed by staff, so that no form tells whether a name is taken. They say nothing about anybody, and can be said aloud.
/// </summary>
internal static class SignInNames
{
    private static readonly string[] Firsts =
    [
        .. "amber blue bold brass bright calm clear coral early golden green grey ivory light linen little maple".Split(
            ' '
        ),
        .. "olive orange paper plain purple quiet red round silver small spring tall teal violet warm white yellow".Split(
            ' '
        ),
    ];

    private static readonly string[] Seconds =
    [
        .. "anchor apple barrel basket bell boat bridge button candle chair clock cloud compass copper cup door".Split(
            ' '
        ),
        .. "feather fence fern garden harbour hill jacket kettle ladder lamp lantern leaf meadow mirror needle".Split(
            ' '
        ),
        .. "orchard paddle pebble pencil pillow pocket ribbon river saddle shelf shore spoon stairs table thread".Split(
            ' '
        ),
        .. "ticket tower valley wagon whistle window".Split(' '),
    ];

    /// <summary>One of about 160,000, by chance.</summary>
    public static string New() => $"{Pick(Firsts)}.{Pick(Seconds)}.{RandomNumberGenerator.GetInt32(10, 100)}";

    private static string Pick(string[] words) => words[RandomNumberGenerator.GetInt32(words.Length)];
}
