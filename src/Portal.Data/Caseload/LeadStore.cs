using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class LeadStore(PortalDb db) : ILeads
{
    public async Task<IReadOnlyList<Guid>> EmployersOfAsync(Guid accountId) =>
        await db.Leads.Where(lead => lead.AccountId == accountId).Select(lead => lead.EmployerId).ToListAsync();

    public async Task<IReadOnlyList<Guid>> OfEmployerAsync(Guid employerId) =>
        await db.Leads.Where(lead => lead.EmployerId == employerId).Select(lead => lead.AccountId).ToListAsync();

    public async Task AddAsync(Guid employerId, Guid accountId)
    {
        if (!await db.Leads.AnyAsync(lead => lead.EmployerId == employerId && lead.AccountId == accountId))
        {
            db.Leads.Add(new LeadRow { EmployerId = employerId, AccountId = accountId });
            await db.SaveChangesAsync();
        }
    }

    public async Task<IReadOnlyList<Listing>> ListingsAsync(Guid employerId) =>
        await db
            .Listings.Where(listing => listing.EmployerId == employerId)
            .OrderBy(listing => listing.Name)
            .ThenBy(listing => listing.Email)
            .Select(listing => new Listing(listing.Id, listing.Name, listing.Email))
            .ToListAsync();

    public async Task AddListingAsync(Guid employerId, Listing listing)
    {
        db.Listings.Add(
            new ListingRow
            {
                Id = listing.Id,
                EmployerId = employerId,
                Name = listing.Name,
                Email = listing.Email,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task RemoveListingAsync(Guid listingId)
    {
        db.Listings.RemoveRange(await db.Listings.Where(listing => listing.Id == listingId).ToListAsync());
        await db.SaveChangesAsync();
    }
}
