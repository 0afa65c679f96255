using Portal.Domain.Consents;

namespace Portal.Domain.People;

/// <summary>Names an account for pages: never a person's own.</summary>
internal sealed record AccountName(Guid Id, Role Role, string Name, string? Email, string UserName)
{
    /// <summary>
    /// What its owner is told to sign in with: the address where there is one, also where it is another account's name, since
    /// a code that is said opens the account that it was made for.
    /// </summary>
    public string SignsInAs => Email ?? UserName;
}

internal interface IAccounts
{
    /// <summary>
    /// The account of someone at work or in the service, by address; makes it when there is none of that kind. Whether the
    /// address opens an account of another kind is told to nobody: one mailbox may open several.
    /// </summary>
    Task<Guid> NamedAsync(Role role, string name, string? email);

    /// <summary>A new account, for a person or for someone who may decide for one.</summary>
    /// <param name="name">Empty for both: their names are sealed in the record.</param>
    /// <param name="email">Null for who has no mailbox: they get a name to sign in with.</param>
    Task<Guid> AddAsync(Role role, string name, string? email);

    /// <summary>The member of staff who is the service's safeguarding lead; null where none is named.</summary>
    Task<AccountName?> SafeguardingLeadAsync();

    /// <summary>Names the one safeguarding lead; null for none.</summary>
    Task NameSafeguardingLeadAsync(Guid? accountId);

    Task<AccountName?> FindAsync(Guid accountId);
    Task<IReadOnlyDictionary<Guid, AccountName>> NamesAsync(IEnumerable<Guid> accountIds);

    /// <summary>The accounts of a role that are not closed, by name.</summary>
    Task<IReadOnlyList<AccountName>> OfRoleAsync(Role role);

    /// <summary>Whether the account has a password yet.</summary>
    Task<bool> HasJoinedAsync(Guid accountId);

    /// <summary>The version of the confidentiality guideline that the account accepted; 0 for none.</summary>
    Task<int> GuidelineAsync(Guid accountId);
    Task AcceptGuidelineAsync(Guid accountId, int version);

    /// <summary>Opens an invitation and, where there is an address, queues its mail. Earlier ones end.</summary>
    /// <param name="startedBy">
    /// The member of staff who hands the link over where there is no address to mail it to: they say one half of the code.
    /// </param>
    Task<OpenInvitation> InviteAsync(Guid accountId, Guid? recipientId, Guid? startedBy = null);

    Task<OpenInvitation?> InvitationOfAccountAsync(Guid accountId);
    Task<IReadOnlyDictionary<Guid, OpenInvitation>> InvitationsOfRecipientsAsync(IEnumerable<Guid> recipientIds);

    /// <summary>Ends the open invitations that were made for a recipient.</summary>
    Task RevokeInvitationsAsync(Guid recipientId);

    /// <summary>When a code that staff had made was last used to set the account's password; null for never.</summary>
    Task<DateTimeOffset?> HelpedAtAsync(Guid accountId);

    /// <summary>
    /// Closes an account for good: no session, password, passkey, link or provider opens it any more. Its name stays with
    /// what it did.
    /// </summary>
    Task CloseAsync(Guid accountId);

    /// <summary>Who of the staff has begun to help the account's owner in, and not been taken up; null for nobody.</summary>
    Task<string?> HelperAsync(Guid accountId);
}
