using Portal.Data.Audit;

namespace Portal.Web.Text;

/// <summary>The words of what happened with one's own account.</summary>
public static partial class Say
{
    public static string Happened(SecurityLine line) =>
        Happened(line.Kind) + (line.Times > 1 ? $", {line.Times} times within ten minutes" : "");

    private static string Happened(SecurityEvent kind) =>
        kind switch
        {
            SecurityEvent.SignInFailed => "a wrong password was typed for it",
            SecurityEvent.CodeFailed => "a wrong code was typed for it",
            SecurityEvent.LockedOut =>
                "new devices could not sign in with a password or code for ten minutes, after wrong tries",
            SecurityEvent.LimitMet => "it asked for more than anybody needs, and had to wait",
            SecurityEvent.AccountMade => "it was made",
            SecurityEvent.AccountClosed => "it was closed",
            SecurityEvent.Invited => "an invitation was sent",
            SecurityEvent.Joined => "you joined",
            SecurityEvent.ResetAsked => "a link or a code for a new password was asked for",
            SecurityEvent.ResetUsed => "a new password was set with a link or a code",
            SecurityEvent.PasswordChanged => "the password was changed",
            SecurityEvent.SecondStepChanged => "the authenticator app was added or removed",
            SecurityEvent.PasskeyMade => "a passkey was added",
            SecurityEvent.PasskeyRemoved => "a passkey was removed",
            SecurityEvent.OrganisationLinked => "it was linked to your organisation",
            SecurityEvent.OrganisationUnlinked => "the link to your organisation was removed",
            SecurityEvent.RoleChanged => "what it may do was changed",
            SecurityEvent.AuthorityChanged => "what you may decide for somebody was changed",
            SecurityEvent.CoverBegan => "you were named to cover for a colleague",
            SecurityEvent.CoverEnded => "a cover of yours was ended",
            SecurityEvent.AskedForTwo => "you asked for something that takes two",
            SecurityEvent.AnsweredByTwo => "you answered what takes two",
            SecurityEvent.CalendarChanged => "the address of your calendar was made or ended",
            SecurityEvent.Exported => "a receipt was taken out",
            _ => "somebody signed in",
        };
}
