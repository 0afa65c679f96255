using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.People;

/// <summary>What an organisation's provider has proved of somebody (OpenID Connect Core, section 2).</summary>
/// <param name="Issuer">Who says so.</param>
/// <param name="Subject">Its own name for them, which never goes to anybody else.</param>
/// <param name="Address">The address that it knows them by; null where it gave none.</param>
/// <param name="Domain">The domain for which it is believed.</param>
/// <param name="Name">The organisation, as its people know it.</param>
public sealed record ProvedElsewhere(string Issuer, string Subject, string? Address, string Domain, string Name);

/// <summary>
/// The door for sign-ins with an organisation's own provider. It links an account that exists and has joined, of
/// somebody at work or in the service; it makes none. An employer's provider never opens the account of a person or
/// of whoever decides for one (P14).
/// </summary>
public sealed class OrganisationLinks
{
    private readonly PortalDb _db;
    private readonly AccountChanges _changes;
    private readonly UserManager<Account> _users;
    private readonly IMailAddresses _addresses;

    internal OrganisationLinks(
        PortalDb db,
        AccountChanges changes,
        UserManager<Account> users,
        IMailAddresses addresses
    )
    {
        _db = db;
        _changes = changes;
        _users = users;
        _addresses = addresses;
    }

    /// <summary>Whose account it is: the one that is linked, or the one of the address, which is linked from now on.</summary>
    /// <returns>Null where there is none to open.</returns>
    public Task<Account?> FindAsync(ProvedElsewhere proved) =>
        _db.CommitAsync(async () =>
        {
            _db.ChangeTracker.Clear();
            if (await _users.FindByLoginAsync(proved.Issuer, proved.Subject) is { } linked)
            {
                return MayBeOpened(linked) ? linked : null;
            }

            if (!IsOfDomain(proved) || await OfAddressAsync(proved.Address!) is not { } account)
            {
                return null;
            }

            // An address can pass to a successor: a second subject of the same issuer is somebody else.
            var isLinked = await _db.UserLogins.AnyAsync(login =>
                login.UserId == account.Id && login.LoginProvider == proved.Issuer
            );
            if (isLinked)
            {
                return null;
            }

            var login = new UserLoginInfo(proved.Issuer, proved.Subject, proved.Name);
            await AccountChanges.RequireAsync(_users.AddLoginAsync(account, login));
            await _changes.TellAsync(account);
            return account;
        });

    /// <summary>The names of the organisations with which somebody can sign in.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Actor actor) =>
        [
            .. (await _users.GetLoginsAsync(await _changes.AccountOfAsync(actor.AccountId))).Select(login =>
                login.ProviderDisplayName ?? login.LoginProvider
            ),
        ];

    /// <summary>
    /// Takes all links back, and lets none be made until its owner allows it again. Whoever joined has a password or a
    /// passkey besides.
    /// </summary>
    public Task<ChangeOutcome> RemoveAsync(Actor actor) =>
        _changes.MakeAsync(
            actor,
            async account =>
            {
                foreach (var login in await _users.GetLoginsAsync(account))
                {
                    await AccountChanges.RequireAsync(
                        _users.RemoveLoginAsync(account, login.LoginProvider, login.ProviderKey)
                    );
                }

                account.RefusesOrganisations = true;
                return new ChangeOutcome.Done(account.Id);
            }
        );

    /// <summary>Lets a provider open the account again: the next sign-in there makes a link.</summary>
    public Task<ChangeOutcome> AllowAsync(Actor actor) =>
        _changes.MakeAsync(
            actor,
            account =>
            {
                account.RefusesOrganisations = false;
                return Task.FromResult<ChangeOutcome>(new ChangeOutcome.Done(account.Id));
            }
        );

    /// <summary>Whether its owner lets no provider open the account.</summary>
    public async Task<bool> AreRefusedAsync(Actor actor) =>
        (await _changes.AccountOfAsync(actor.AccountId)).RefusesOrganisations;

    /// <summary>The account that a provider may open; the one that signs in with the address before another of its mailbox.</summary>
    private async Task<Account?> OfAddressAsync(string address)
    {
        var joined = _db.Joined().Select(account => account.Id);
        var theirs = await _users.OfAddress(address).Where(account => joined.Contains(account.Id)).ToListAsync();
        return theirs.Where(MayBeOpened).MaxBy(account => account.UserName == account.Email);
    }

    private bool IsOfDomain(ProvedElsewhere proved) =>
        _addresses.IsOne(proved.Address)
        && proved.Address!.EndsWith($"@{proved.Domain}", StringComparison.OrdinalIgnoreCase);

    private static bool MayBeOpened(Account account) =>
        !account.RefusesOrganisations
        && account.Role is Role.Supervisor or Role.EmployerLead or Role.SupportWorker or Role.ServiceManager;
}
