using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>The door to a worker's own people: register, reach, place, and end. Nobody else's are found (P6).</summary>
public sealed class Caseload
{
    private readonly PlanAccess _access;
    private readonly IPeople _people;
    private readonly IWorkplaces _workplaces;
    private readonly IAccounts _accounts;
    private readonly ShareViews _views;
    private readonly Apart _apart;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IMailAddresses _addresses;
    private readonly StaffedHours _hours;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Caseload(
        PlanAccess access,
        IPeople people,
        IWorkplaces workplaces,
        IAccounts accounts,
        ShareViews views,
        Apart apart,
        ILedger ledger,
        IOutbox outbox,
        IMailAddresses addresses,
        StaffedHours hours,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _access = access;
        _people = people;
        _workplaces = workplaces;
        _accounts = accounts;
        _views = views;
        _apart = apart;
        _ledger = ledger;
        _outbox = outbox;
        _addresses = addresses;
        _hours = hours;
        _work = work;
        _clock = clock;
    }

    public async Task<IReadOnlyList<CaseloadEntry>> PeopleAsync(Actor worker)
    {
        Require.Role(worker, Role.SupportWorker);
        var entries = new List<CaseloadEntry>();
        foreach (var person in await _people.OfWorkerAsync(worker.AccountId))
        {
            var shares = await _views.SharesAsync(person.Id, _clock.GetUtcNow());
            var knows = shares.Where(s => s.State == ConsentState.InForce).Select(s => s.RecipientName);
            entries.Add(new CaseloadEntry(person.Id, person.Name, person.PrivacyNotice > 0, [.. knows]));
        }

        return [.. entries.OrderBy(entry => entry.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>The page about one person; null when they are not this worker's. The read is recorded (P4).</summary>
    public Task<PersonPage?> PersonAsync(Actor worker, Guid personId) =>
        _work.CommitAsync<PersonPage?>(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return null;
            }

            await _ledger.StaffReadAsync(worker, personId, "record");
            var account = (await _accounts.FindAsync(person.AccountId))!;
            return new PersonPage
            {
                PersonId = personId,
                Name = person.Name,
                UserName = account.SignsInAs,
                HasMailbox = account.Email is not null,
                HasJoined = await _accounts.HasJoinedAsync(person.AccountId),
                NoticeAccepted = person.PrivacyNotice > 0,
                Contact = person.Contact,
                ContactToUse = person.Contact.For(
                    (await _accounts.FindAsync(worker.AccountId))!.Name,
                    (await _accounts.FindAsync(person.WorkerId))!.Name
                ),
                NewSharingWaits = person.NewSharingWaitsSince is not null,
                IsClosed = person.IsClosed,
                Shares = await _views.SharesAsync(personId, _clock.GetUtcNow()),
                Placements = await _workplaces.PlacementsAsync(personId),
                NextStaffedDay = _hours.Days(_clock.GetUtcNow()).First,
                Invitation = await _accounts.InvitationOfAccountAsync(person.AccountId),
            };
        });

    /// <summary>
    /// Registers a person with name and way to sign in only: nothing else is held until they accept the
    /// privacy notice. Their invitation is opened in the same commit.
    /// </summary>
    /// <param name="hasMailbox">Who has none gets a name to sign in with, which is made here.</param>
    public Task<ChangeOutcome> RegisterAsync(Actor worker, string? name, string? email, bool hasMailbox) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker);
            var address = Typed.TextOrNull(email);
            var check = new Check()
                .Required("Name", Typed.Text(name), LineContent.LongestShort, "Enter the person's name", "The name")
                .That(
                    "Email",
                    address is not null || !hasMailbox,
                    "Enter an e-mail address, or say that they have none"
                )
                .That(
                    "Email",
                    !SameHuman.IsOneMailbox((await _accounts.FindAsync(worker.AccountId))!.Email, address),
                    "This is your own address. Enter theirs"
                )
                .That("Email", address is null || hasMailbox, "Either enter an address or say that they have none")
                .That(
                    "Email",
                    address is null || _addresses.IsOne(address),
                    "Enter an e-mail address in the right form, like name@home.example"
                );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var accountId = await _accounts.AddAsync(Role.Person, name: "", address);
            var person = new Person
            {
                Id = Guid.NewGuid(),
                AccountId = accountId,
                WorkerId = worker.AccountId,
                Name = Typed.Text(name),
                Contact = SafeContact.None,
            };
            await _people.AddAsync(person);
            await _ledger.AppendAsync(new LedgerEvent(person.Id, LedgerKind.PersonRegistered, worker.AccountId));
            await _accounts.InviteAsync(accountId, recipientId: null, worker.AccountId);
            return new ChangeOutcome.Done(person.Id);
        });

    /// <param name="seen">What was on the page: where something else was saved meanwhile, nothing is.</param>
    public Task<ChangeOutcome> SetContactAsync(Actor worker, Guid personId, SafeContact contact, string? seen) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person)
            {
                return new ChangeOutcome.NotFound();
            }

            if (person.Contact.Stamp != seen)
            {
                return new ChangeOutcome.ChangedMeanwhile();
            }

            var check = new Check()
                .Optional("Number", Typed.Text(contact.Number), 30, "The number")
                .Optional("NameToGive", Typed.Text(contact.NameToGive), LineContent.LongestShort, "The name to give");
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var tidied = new SafeContact(
                Typed.TextOrNull(contact.Number),
                contact.LeaveMessage,
                Typed.TextOrNull(contact.NameToGive)
            );
            await _people.SaveAsync(person with { Contact = tidied });
            if (tidied.Number != person.Contact.Number)
            {
                // Help with signing in goes there: the person hears of it, whatever ways they have (P14).
                await _ledger.AppendAsync(new LedgerEvent(personId, LedgerKind.ContactChanged, worker.AccountId));
                await _outbox.NotifyAsync(person.AccountId, NoticeKind.Account);
            }

            return new ChangeOutcome.Done(personId);
        });

    /// <summary>Opens the person's invitation anew; an earlier link and code stop working.</summary>
    public Task<bool> InviteAgainAsync(Actor worker, Guid personId) =>
        _work.CommitAsync(async () =>
        {
            if (await MineAsync(worker, personId) is not { } person || await _accounts.HasJoinedAsync(person.AccountId))
            {
                return false;
            }

            await _accounts.InviteAsync(person.AccountId, recipientId: null, worker.AccountId);
            return true;
        });

    public Task<ChangeOutcome> AddPlacementAsync(
        Actor worker,
        Guid personId,
        Guid? employerId,
        string? jobTitle,
        DateOnly? startsOn,
        string? supervisorName
    ) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (await _access.PersonForAsync(worker, personId) is null)
            {
                return new ChangeOutcome.NotFound();
            }

            var employer = employerId is { } id ? await _workplaces.EmployerAsync(id) : null;
            var check = new Check()
                .That("EmployerId", employer is not null, "Choose an employer")
                .Required(
                    "JobTitle",
                    Typed.Text(jobTitle),
                    LineContent.LongestShort,
                    "Enter the job title",
                    "The job title"
                )
                .That("StartsOn", startsOn is { Year: >= 2000 and < 2100 }, "Enter the day on which the job starts")
                .Optional(
                    "SupervisorName",
                    Typed.Text(supervisorName),
                    LineContent.LongestShort,
                    "The supervisor's name"
                );
            check.That(
                "SupervisorName",
                employer is null || !await _apart.IsTheirWorkerAsync(personId, employer.Id, supervisorName),
                Apart.ToTheWorker
            );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var placement = new Placement
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                EmployerId = employer!.Id,
                EmployerName = employer.Name,
                JobTitle = Typed.Text(jobTitle),
                StartsOn = startsOn!.Value,
                SupervisorName = Typed.TextOrNull(supervisorName),
            };
            await _workplaces.SavePlacementAsync(placement);
            return new ChangeOutcome.Done(placement.Id);
        });

    private async Task<Person?> MineAsync(Actor worker, Guid personId)
    {
        Require.Role(worker, Role.SupportWorker);
        return await _access.TheirsAsync(worker, personId);
    }
}
