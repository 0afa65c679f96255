using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>
/// Somebody whom a lead expects to be asked, exactly as the lead wrote it. It is a note of the lead's: no account, no
/// seat and no invitation comes of it, so it cannot tell who has one.
/// </summary>
public sealed record Listing(Guid Id, string Name, string Email);

/// <summary>An employer, and whom its lead has listed there.</summary>
public sealed record LeadPage(Employer Employer, IReadOnlyList<Listing> Listings);

internal interface ILeads
{
    Task<IReadOnlyList<Guid>> EmployersOfAsync(Guid accountId);

    /// <summary>The accounts of an employer's leads.</summary>
    Task<IReadOnlyList<Guid>> OfEmployerAsync(Guid employerId);
    Task AddAsync(Guid employerId, Guid accountId);
    Task<IReadOnlyList<Listing>> ListingsAsync(Guid employerId);
    Task AddListingAsync(Guid employerId, Listing listing);
    Task RemoveListingAsync(Guid listingId);
}

/// <summary>The door to what a lead keeps: a list of who may be asked to join, on which nothing rests.</summary>
public sealed class LeadLists
{
    private const int MostListed = 500;

    private readonly IWorkplaces _workplaces;
    private readonly ILeads _leads;
    private readonly IMailAddresses _addresses;
    private readonly IUnitOfWork _work;

    internal LeadLists(IWorkplaces workplaces, ILeads leads, IMailAddresses addresses, IUnitOfWork work)
    {
        _workplaces = workplaces;
        _leads = leads;
        _addresses = addresses;
        _work = work;
    }

    /// <summary>The lead's own organisations, with whom they have listed.</summary>
    public async Task<IReadOnlyList<LeadPage>> OfLeadAsync(Actor lead)
    {
        Require.Role(lead, Role.EmployerLead);
        var pages = new List<LeadPage>();
        foreach (var employerId in await _leads.EmployersOfAsync(lead.AccountId))
        {
            var employer = (await _workplaces.EmployerAsync(employerId))!;
            pages.Add(new LeadPage(employer, await _leads.ListingsAsync(employerId)));
        }

        return pages;
    }

    /// <summary>
    /// A lead lists someone as a supervisor. Nobody is told, nothing is shown, and nothing is looked up: what they wrote
    /// stays as they wrote it, and is answered alike whoever has that address. An invitation goes out only when a person
    /// gives a consent.
    /// </summary>
    public Task<ChangeOutcome> ListAsync(Actor lead, Guid employerId, string? name, string? email) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (!await LeadsAsync(lead, employerId))
            {
                return new ChangeOutcome.NotFound();
            }

            var listed = await _leads.ListingsAsync(employerId);
            var room = new Check()
                .That("Email", listed.Count < MostListed, $"You have listed {MostListed}. Remove somebody first")
                .Problems;
            if (WorkAddress.Problems(name, email, _addresses).Concat(room).ToList() is { Count: > 0 } problems)
            {
                return new ChangeOutcome.Invalid(problems);
            }

            var listing = new Listing(Guid.NewGuid(), Typed.Text(name), Typed.Text(email));
            if (!listed.Any(one => one.Email == listing.Email))
            {
                await _leads.AddListingAsync(employerId, listing);
            }

            return new ChangeOutcome.Done(employerId);
        });

    /// <summary>Takes somebody off the lead's list. What a person has shared with them rests on no list, and goes on.</summary>
    public Task<ChangeOutcome> UnlistAsync(Actor lead, Guid employerId, Guid listingId) =>
        _work.CommitAsync<ChangeOutcome>(async () =>
        {
            if (
                !await LeadsAsync(lead, employerId)
                || (await _leads.ListingsAsync(employerId)).All(listing => listing.Id != listingId)
            )
            {
                return new ChangeOutcome.NotFound();
            }

            await _leads.RemoveListingAsync(listingId);
            return new ChangeOutcome.Done(employerId);
        });

    private async Task<bool> LeadsAsync(Actor lead, Guid employerId)
    {
        Require.Role(lead, Role.EmployerLead);
        return (await _leads.EmployersOfAsync(lead.AccountId)).Contains(employerId);
    }
}
