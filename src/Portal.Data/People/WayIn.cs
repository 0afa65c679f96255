namespace Portal.Data.People;

/// <summary>How somebody signed in. Stored by name.</summary>
public enum WayIn
{
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    PasswordAndPasskey,
    Passkey,

    /// <summary>A link or code to join with, or for a new password, and the way in that was made with it.</summary>
    Link,
    SpokenCode,

    /// <summary>The provider of their own organisation (OpenID Connect).</summary>
    Organisation,
}
