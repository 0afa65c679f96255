using WayOfSigningIn = Portal.Data.People.WayIn;

namespace Portal.Web.Text;

public static partial class Say
{
    /// <summary>Eight numbers in two groups, as people say them.</summary>
    public static string SpokenCode(string code) => code.Length == 8 ? $"{code[..4]} {code[4..]}" : code;

    public static string WayIn(WayOfSigningIn way) =>
        way switch
        {
            WayOfSigningIn.Password => "with the password",
            WayOfSigningIn.PasswordAndCode => "with the password and a code",
            WayOfSigningIn.PasswordAndRecoveryCode => "with the password and a spare code",
            WayOfSigningIn.PasswordAndPasskey => "with the password and a passkey",
            WayOfSigningIn.Passkey => "with a passkey",
            WayOfSigningIn.Organisation => "with your organisation",
            WayOfSigningIn.SpokenCode => "with a code that was spoken",
            _ => "with a link",
        };
}
