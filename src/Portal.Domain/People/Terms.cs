namespace Portal.Domain.People;

/// <summary>The versions of the texts that people accept. A change of wording is a new number.</summary>
public static class Terms
{
    /// <summary>
    /// The privacy notice, accepted by a person before anything but name and contact is held. What was accepted stands
    /// when the wording changes; the person reads on their first page that there is a newer one.
    /// </summary>
    public const int PrivacyNotice = 2;

    /// <summary>The confidentiality guideline, accepted by a recipient before any code is looked up.</summary>
    public const int Guideline = 1;

    /// <summary>The wording of the consent journey that a person says yes to.</summary>
    public const int Consent = 1;
}
