using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>An authority as staff see it, with the names of those who have seen the paper.</summary>
public sealed record AuthorityEntry(
    Authority Authority,
    string PersonName,
    string SeenByName,
    string? AlsoSeenByName,
    OpenInvitation? Invitation
);

/// <summary>
/// The door to legal authority to decide for a person: recorded by the worker, seen by a second member of staff,
/// ended by the worker. The second one sees the name and the paper's dates, and nothing of the plan (P6).
/// </summary>
public sealed class Authorities
{
    private readonly IAuthorities _authorities;
    private readonly PlanAccess _access;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Authorities(
        IAuthorities authorities,
        PlanAccess access,
        IPeople people,
        IAccounts accounts,
        ILedger ledger,
        IOutbox outbox,
        IMailAddresses addresses,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _authorities = authorities;
        _access = access;
        _people = people;
        _accounts = accounts;
        _ledger = ledger;
        _outbox = outbox;
        _addresses = addresses;
        _work = work;
        _clock = clock;
    }

    /// <summary>What is recorded for one person; null when they are not this worker's.</summary>
    public async Task<IReadOnlyList<AuthorityEntry>?> OfPersonAsync(Actor worker, Guid personId)
    {
        Require.Role(worker, Role.SupportWorker);
        return await _access.PersonForAsync(worker, personId) is null
            ? null
            : await EntriesAsync(await _authorities.OfPersonAsync(personId), withInvitation: true);
    }

    /// <summary>Those that this member of staff could be the second to see.</summary>
    public async Task<IReadOnlyList<AuthorityEntry>> WaitingAsync(Actor staff)
    {
        Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
        var waiting = await _authorities.WaitingAsync();
        var theirs = new List<Authority>();
        foreach (var authority in waiting)
        {
            if (await IsSecondAsync(staff, authority))
            {
                theirs.Add(authority);
            }
        }

        return await EntriesAsync(theirs, withInvitation: false);
    }

    /// <summary>Somebody else than who recorded it and who holds it, also by name and mailbox: one human may have two accounts.</summary>
    private async Task<bool> IsSecondAsync(Actor staff, Authority authority)
    {
        var second = (await _accounts.FindAsync(staff.AccountId))!;
        var holder = (await _accounts.FindAsync(authority.AccountId))! with { Name = authority.Name };
        return !SameHuman.Is(second, (await _accounts.FindAsync(authority.SeenBy))!) && !SameHuman.Is(second, holder);
    }

    /// <summary>How many this member of staff could be the second to see.</summary>
    public Task<int> WaitingCountAsync(Actor staff)
    {
        Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
        return _authorities.WaitingCountAsync(staff.AccountId);
    }

    /// <summary>Records what the worker has seen. It counts for nothing until a second one has seen it.</summary>
    public Task<ChangeOutcome> RecordAsync(
        Actor worker,
        Guid personId,
        string? name,
        string? email,
        AuthorityBasis? basis,
        AuthorityScope? scope,
        DateOnly? cannotDecideOn,
        DateOnly? from,
        DateOnly? until
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (await _access.PersonForAsync(worker, personId) is not { } person)
            {
                return new ChangeOutcome.NotFound();
            }

            if (person.IsClosed)
            {
                return ChangeOutcome.Wrong(
                    "Name",
                    "This record is closed to colleagues. Nobody else can see the paper, so it cannot count here"
                );
            }

            var check = new Check()
                .Required("Name", Typed.Text(name), LineContent.LongestShort, "Enter their name", "The name")
                .That(
                    "Email",
                    _addresses.IsOne(Typed.Text(email)),
                    "Enter an e-mail address in the right form, like name@home.example"
                )
                .That(
                    "Email",
                    !SameHuman.IsOneMailbox((await _accounts.FindAsync(worker.AccountId))!.Email, Typed.Text(email)),
                    "This is your own address. Enter theirs"
                )
                .That("Basis", basis is { } b && Enum.IsDefined(b), "Choose what they hold")
                .That("Scope", scope is { } s && Enum.IsDefined(s), "Choose which decision it is about")
                .That(
                    "CannotDecideOn",
                    cannotDecideOn is { Year: >= 1990 }
                        && cannotDecideOn <= DateOnly.FromDateTime(_clock.GetLocalNow().Date),
                    "Enter the day on which it was found that they cannot decide this one now"
                )
                .That("From", from is { Year: >= 1990 and < 2100 }, "Enter the day from which it counts")
                .That("Until", until >= from, "Enter the day until which it counts, not before the first")
                .That(
                    "Until",
                    until is null || until <= DateOnly.FromDateTime(_clock.GetLocalNow().Date).AddYears(3),
                    "Choose a day within three years; look at the paper again then"
                );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var accountId =
                await HeldBeforeAsync(personId, Typed.Text(email))
                ?? await _accounts.AddAsync(Role.Representative, name: "", Typed.Text(email));
            await _authorities.AddAsync(
                new Authority
                {
                    Id = Guid.NewGuid(),
                    PersonId = personId,
                    AccountId = accountId,
                    Name = Typed.Text(name),
                    Basis = basis!.Value,
                    Scope = scope!.Value,
                    CannotDecideOn = cannotDecideOn,
                    From = from!.Value,
                    Until = until!.Value,
                    SeenBy = worker.AccountId,
                }
            );
            await _ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.AuthorityRecorded, worker.AccountId));
            foreach (var manager in await _accounts.OfRoleAsync(Role.ServiceManager))
            {
                await _outbox.NotifyAsync(manager.Id);
            }

            return new ChangeOutcome.Done(personId);
        });

    /// <summary>A second member of staff has seen the paper. From now on it counts, and the holder is invited.</summary>
    /// <returns>Whether there was such a one for this member of staff to confirm.</returns>
    public Task<bool> ConfirmAsync(Actor staff, Guid authorityId) =>
        _work.CommitAsync(async () =>
        {
            Require.Role(staff, Role.SupportWorker, Role.ServiceManager);
            if (
                await _authorities.FindAsync(authorityId) is not { AlsoSeenBy: null, EndedAt: null } authority
                || !await IsSecondAsync(staff, authority)
                || (await _people.FindAsync(authority.PersonId))!.IsClosed
            )
            {
                return false;
            }

            await _authorities.SaveAsync(authority with { AlsoSeenBy = staff.AccountId });
            if (!await _accounts.HasJoinedAsync(authority.AccountId))
            {
                await _accounts.InviteAsync(authority.AccountId, recipientId: null);
            }

            await TellAsync(staff, authority, LedgerKind.AuthorityConfirmed);
            return true;
        });

    /// <summary>Ends it: the holder is signed out on their next request.</summary>
    public Task<bool> EndAsync(Actor worker, Guid personId, Guid authorityId) =>
        _work.CommitAsync(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            if (
                await _access.PersonForAsync(worker, personId) is null
                || await _authorities.FindAsync(authorityId) is not { EndedAt: null } authority
                || authority.PersonId != personId
            )
            {
                return false;
            }

            await _authorities.SaveAsync(authority with { EndedAt = _clock.GetUtcNow() });
            await TellAsync(worker, authority, LedgerKind.AuthorityEnded);
            return true;
        });

    /// <summary>The account of someone who held authority for the same person before: it is renewed.</summary>
    private async Task<Guid?> HeldBeforeAsync(Guid personId, string email)
    {
        foreach (var earlier in await _authorities.OfPersonAsync(personId))
        {
            var account = await _accounts.FindAsync(earlier.AccountId);
            if (string.Equals(account?.Email, email, StringComparison.OrdinalIgnoreCase))
            {
                return earlier.AccountId;
            }
        }

        return null;
    }

    private async Task TellAsync(Actor staff, Authority authority, LedgerKind kind)
    {
        await _ledger.AppendAsync(new LedgerEvent(authority.PersonId, kind, staff.AccountId));
        await _outbox.NotifyAsync((await _people.FindAsync(authority.PersonId))!.AccountId);
    }

    private async Task<IReadOnlyList<AuthorityEntry>> EntriesAsync(
        IReadOnlyList<Authority> authorities,
        bool withInvitation
    )
    {
        var names = await _accounts.NamesAsync(
            authorities.SelectMany(a => new[] { a.SeenBy, a.AlsoSeenBy ?? a.SeenBy }).Distinct()
        );
        var entries = new List<AuthorityEntry>();
        foreach (var authority in authorities)
        {
            entries.Add(
                new AuthorityEntry(
                    authority,
                    (await _people.FindAsync(authority.PersonId))!.Name,
                    names[authority.SeenBy].Name,
                    authority.AlsoSeenBy is { } id ? names[id].Name : null,
                    withInvitation ? await _accounts.InvitationOfAccountAsync(authority.AccountId) : null
                )
            );
        }

        return entries;
    }
}
