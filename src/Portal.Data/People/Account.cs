using Microsoft.AspNetCore.Identity;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>A sign-in. A person's own account has no name here: theirs is encrypted with their record.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Role Role { get; set; }

    /// <summary>The name of someone at work or in the service, as others see it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The confidentiality guideline that was accepted; 0 for none.</summary>
    public int Guideline { get; set; }

    /// <summary>
    /// When a code that staff had made was used to set the password. For a day nothing can be given or widened (P14).
    /// </summary>
    public DateTimeOffset? HelpedAt { get; set; }

    /// <summary>After how many minutes without use its owner wants to be signed out; null for none. Staff have no choice.</summary>
    public int? IdleMinutes { get; set; }

    /// <summary>Whether its owner has told an organisation's provider to sign nobody in.</summary>
    public bool RefusesOrganisations { get; set; }

    /// <summary>Wrong codes since the last right one. A known browser is not held up by them.</summary>
    public int WrongCodes { get; set; }

    /// <summary>Until when no code is looked at; a passkey is, all the same.</summary>
    public DateTimeOffset? CodesLockedUntil { get; set; }

    /// <summary>The codes that were used last, hashed, one after the other: each counts once (RFC 6238, section 5.2).</summary>
    public byte[] UsedCodes { get; set; } = [];

    /// <summary>When it was closed, because its owner left the service; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether this member of staff is the service's safeguarding lead; one at most is.</summary>
    public bool IsSafeguardingLead { get; set; }
}
