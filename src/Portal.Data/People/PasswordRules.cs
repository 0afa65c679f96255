using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What a new password must be, wherever one is chosen: 10 to 200 characters that nobody guesses first.</summary>
internal sealed class PasswordRules(PortalDataOptions options)
{
    private const int Shortest = 10;
    private const int Longest = 200;

    /// <returns>The sentence that says what to do; null when the password will do.</returns>
    public string? ProblemWith(Account account, string password) =>
        password.Length < Shortest || password.Distinct().Count() < 3
            ? "Choose a password of at least 10 characters, not all of them the same"
        : password.Length > Longest ? "Choose a password of at most 200 characters"
        : CommonPasswords.IsCommon(password, account.Email, account.UserName, options.ServiceName)
            ? "Many people use this password, or it is close to your name here. Choose another one, such as three odd words"
        : null;
}
