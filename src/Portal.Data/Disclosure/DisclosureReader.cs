using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Data.Disclosure;

internal sealed class DisclosureReader(PortalDb db, MasterKey master, TimeProvider clock) : IDisclosureReader
{
    public Task<EngineAnswer> DecideAsync(Guid accountId, string code)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var step = new DisclosureStep(transaction.Connection!, clock);
        return Task.FromResult(DisclosureStep.Open(step.Decide(transaction, accountId, stamp: null, code), master));
    }

    public async Task<IReadOnlyList<(string Code, string EmployerName, Part Part)>> CodesAsync(Guid accountId)
    {
        var rows = await (
            from recipient in db.Recipients
            join seat in db.Seats on recipient.SeatId equals seat.Id
            join employer in db.Employers on seat.EmployerId equals employer.Id
            where seat.AccountId == accountId && seat.ClosedAt == null && recipient.EndedAt == null
            select new { recipient.Code, employer.Name, recipient.Part }
        ).ToListAsync();
        return [.. rows.Select(row => (row.Code, row.Name, row.Part))];
    }
}
