using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Data.Disclosure;

internal sealed class CalendarKeyStore(PortalDb db, TimeProvider clock) : ICalendarKeys
{
    public Task<bool> ExistsAsync(Guid accountId) => db.CalendarKeys.AnyAsync(key => key.AccountId == accountId);

    public async Task SetAsync(Guid accountId, byte[] hash)
    {
        var row = await db.CalendarKeys.SingleOrDefaultAsync(key => key.AccountId == accountId);
        if (row is null)
        {
            row = new CalendarKeyRow { AccountId = accountId, Hash = hash };
            db.CalendarKeys.Add(row);
        }

        (row.Hash, row.MadeAt) = (hash, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    public Task RemoveAsync(Guid accountId) =>
        db.CalendarKeys.Where(key => key.AccountId == accountId).ExecuteDeleteAsync();

    /// <summary>
    /// A lockout does not count, as it does not for who is signed in: strangers can bring it on.
    /// </summary>
    public Task<Guid?> AccountOfAsync(byte[] hash) =>
        (
            from key in db.CalendarKeys
            join account in db.Joined() on key.AccountId equals account.Id
            where key.Hash == hash
            where account.Role == Role.Supervisor || account.Role == Role.EmployerLead
            select (Guid?)account.Id
        ).SingleOrDefaultAsync();
}
