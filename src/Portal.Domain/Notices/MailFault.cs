namespace Portal.Domain.Notices;

/// <summary>
/// Why a mail was not taken, as fixed words: they are kept in the outbox and become sentences for staff. No
/// address and no words of a server are among them (P9).
/// </summary>
public static class MailFault
{
    public const string NotReached = nameof(NotReached);
    public const string TimedOut = nameof(TimedOut);
    public const string ConnectionLost = nameof(ConnectionLost);
    public const string ServerRefused = nameof(ServerRefused);

    /// <summary>It offers no encryption. Nothing was said to it.</summary>
    public const string NotEncrypted = nameof(NotEncrypted);

    /// <summary>Its certificate does not prove who it is. Nothing was said to it.</summary>
    public const string NotTrusted = nameof(NotTrusted);

    /// <summary>It does not take our user name and password, or our token.</summary>
    public const string SignInRefused = nameof(SignInRefused);

    /// <summary>It cannot check them now, and says that it may later (RFC 4954, section 6: 454).</summary>
    public const string SignInPutOff = nameof(SignInPutOff);

    /// <summary>A user name is set, and the server has no way to sign in that we know.</summary>
    public const string SignInNotOffered = nameof(SignInNotOffered);

    /// <summary>The token endpoint gave no access token for signing in to the mail server.</summary>
    public const string TokenNotGiven = nameof(TokenNotGiven);

    public const string SenderRefused = nameof(SenderRefused);

    /// <summary>A rule of the server's, such as "no relaying" (RFC 3463, section 3.8: X.7.1).</summary>
    public const string PolicyRefused = nameof(PolicyRefused);

    /// <summary>There is no such address: the one fault that another try would not pass.</summary>
    public const string NoSuchAddress = nameof(NoSuchAddress);

    public const string MailboxFull = nameof(MailboxFull);
    public const string RecipientPutOff = nameof(RecipientPutOff);
    public const string RecipientRefused = nameof(RecipientRefused);
    public const string MessagePutOff = nameof(MessagePutOff);
    public const string MessageRefused = nameof(MessageRefused);

    /// <summary>What is kept as an address is none, or more than one.</summary>
    public const string BadAddress = nameof(BadAddress);

    public const string BadSender = nameof(BadSender);
    public const string BadHeader = nameof(BadHeader);

    /// <summary>Whether somebody has to change a setting before any mail goes out.</summary>
    public static bool IsOfSettings(string word) =>
        word
            is NotEncrypted
                or NotTrusted
                or SignInRefused
                or SignInNotOffered
                or TokenNotGiven
                or SenderRefused
                or PolicyRefused
                or BadSender
                or BadHeader;
}
