using Portal.Domain.Consents;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Caseload;

/// <summary>An employer, and the seats at it that this viewer may know of.</summary>
public sealed record EmployerPage(Employer Employer, IReadOnlyList<Seat> Seats, IReadOnlyList<Lead> Leads);

/// <summary>A lead of an employer.</summary>
/// <param name="Invitation">Open until they join: whoever invited them says its code.</param>
public sealed record Lead(string Name, string Email, OpenInvitation? Invitation);

/// <summary>
/// The door to employers, their leads and their seats. A seat shows nothing of anybody, and comes from a person's
/// invitation: a lead sees none, only their own list (<see cref="LeadLists"/>). At the service itself nobody sees any: a seat would
/// tell which colleague is supported (docs/adr/0012).
/// </summary>
public sealed class Organisations
{
    private readonly IWorkplaces _workplaces;
    private readonly ILeads _leads;
    private readonly IAccounts _accounts;
    private readonly IPeople _people;
    private readonly Recipients _recipients;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal Organisations(
        IWorkplaces workplaces,
        ILeads leads,
        IAccounts accounts,
        IPeople people,
        Recipients recipients,
        IMailAddresses addresses,
        IUnitOfWork work
    )
    {
        _people = people;
        _workplaces = workplaces;
        _leads = leads;
        _accounts = accounts;
        _recipients = recipients;
        _addresses = addresses;
        _work = work;
    }

    public Task<IReadOnlyList<Employer>> AllAsync(Actor worker)
    {
        Require.Role(worker, Role.SupportWorker, Role.ServiceManager);
        return _workplaces.EmployersAsync();
    }

    public Task<ChangeOutcome> AddAsync(Actor worker, string? name) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker, Role.ServiceManager);
            var check = new Check().Required(
                "Name",
                Typed.Text(name),
                LineContent.LongestShort,
                "Enter the employer's name",
                "The name"
            );
            if (!check.Ok)
            {
                return new ChangeOutcome.Invalid(check.Problems);
            }

            var employer = new Employer(Guid.NewGuid(), Typed.Text(name));
            await _workplaces.AddEmployerAsync(employer);
            return new ChangeOutcome.Done(employer.Id);
        });

    /// <summary>One employer with its open seats, for staff; null when there is none.</summary>
    public async Task<EmployerPage?> FindAsync(Actor worker, Guid employerId)
    {
        Require.Role(worker, Role.SupportWorker, Role.ServiceManager);
        return await _workplaces.EmployerAsync(employerId) is { } employer
            ? new EmployerPage(employer, await SeatsForAsync(worker, employer), await LeadsOfAsync(employerId))
            : null;
    }

    /// <summary>Adds the lead of an employer and invites them, if they are not on the portal yet.</summary>
    public Task<ChangeOutcome> AddLeadAsync(Actor worker, Guid employerId, string? name, string? email) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(worker, Role.SupportWorker, Role.ServiceManager);
            if (await _workplaces.EmployerAsync(employerId) is null)
            {
                return new ChangeOutcome.NotFound();
            }

            if (WorkAddress.Problems(name, email, _addresses) is { Count: > 0 } problems)
            {
                return new ChangeOutcome.Invalid(problems);
            }

            var accountId = await _accounts.NamedAsync(Role.EmployerLead, Typed.Text(name), Typed.Text(email));
            await _leads.AddAsync(employerId, accountId);
            if (!await _accounts.HasJoinedAsync(accountId))
            {
                await _accounts.InviteAsync(accountId, recipientId: null);
            }

            return new ChangeOutcome.Done(accountId);
        });

    /// <summary>Closes a seat: every part that rests on it ends, at this employer only, and consents lapse (P8).</summary>
    public Task<ChangeOutcome> CloseSeatAsync(Actor actor, Guid employerId, Guid seatId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            Require.Role(actor, Role.SupportWorker, Role.ServiceManager);
            var seats = await OpenSeatsAsync(employerId);
            var seat = seats.FirstOrDefault(s => s.Id == seatId);
            if (seat is null || !await MayCloseAsync(actor, employerId, seat))
            {
                return new ChangeOutcome.NotFound();
            }

            foreach (var recipient in await _workplaces.RecipientsOfSeatAsync(seatId))
            {
                await _recipients.EndAsync(recipient, actor.AccountId, "seat");
            }

            await _workplaces.CloseSeatAsync(seatId);
            return new ChangeOutcome.Done(seatId);
        });

    private async Task<IReadOnlyList<Lead>> LeadsOfAsync(Guid employerId)
    {
        var leads = new List<Lead>();
        foreach (var account in (await _accounts.NamesAsync(await _leads.OfEmployerAsync(employerId))).Values)
        {
            var invitation = await _accounts.InvitationOfAccountAsync(account.Id);
            leads.Add(new Lead(account.Name, account.Email ?? "", invitation));
        }

        return [.. leads.OrderBy(lead => lead.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private async Task<bool> MayCloseAsync(Actor actor, Guid employerId, Seat seat)
    {
        var isOwn = await _workplaces.EmployerAsync(employerId) is { IsService: true };
        return !isOwn && (actor.Role == Role.ServiceManager || await IsOnlyOfTheirsAsync(actor, seat));
    }

    /// <summary>A worker finds the seats that their own people have opened, and no others (P6).</summary>
    private async Task<IReadOnlyList<Seat>> SeatsForAsync(Actor actor, Employer employer)
    {
        var seats = new List<Seat>();
        foreach (var seat in employer.IsService ? [] : await OpenSeatsAsync(employer.Id))
        {
            if (actor.Role == Role.ServiceManager || await IsOnlyOfTheirsAsync(actor, seat))
            {
                seats.Add(seat);
            }
        }

        return seats;
    }

    private async Task<bool> IsOnlyOfTheirsAsync(Actor worker, Seat seat)
    {
        var recipients = await _workplaces.RecipientsOfSeatAsync(seat.Id);
        foreach (var personId in recipients.Select(recipient => recipient.PersonId).Distinct())
        {
            if ((await _people.FindAsync(personId))?.WorkerId != worker.AccountId)
            {
                return false;
            }
        }

        return recipients.Count > 0;
    }

    private async Task<IReadOnlyList<Seat>> OpenSeatsAsync(Guid employerId) =>
        [.. (await _workplaces.SeatsAsync(employerId)).Where(seat => seat.ClosedAt is null)];
}
