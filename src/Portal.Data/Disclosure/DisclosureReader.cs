using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Data.Disclosure;

internal sealed class DisclosureReader(PortalDb db, MasterKey master, TimeProvider clock) : IDisclosureReader
{
    public Task<EngineAnswer> AskAsync(Guid accountId, string code, SheetUse use) =>
        Task.FromResult(Decide(accountId, code, use, recordRefusal: true));

    public Task<EngineAnswer> DecideAsync(Guid accountId, string code) =>
        Task.FromResult(Decide(accountId, code, SheetUse.Sheet, recordRefusal: false));

    public async Task<IReadOnlyList<(string Code, string EmployerName, Part Part)>> CodesAsync(Guid accountId)
    {
        var rows = await (
            from recipient in db.Recipients
            join seat in db.Seats on recipient.SeatId equals seat.Id
            join employer in db.Employers on seat.EmployerId equals employer.Id
            where seat.AccountId == accountId && seat.ClosedAt == null && recipient.EndedAt == null
            select new
            {
                recipient.Code,
                employer.Name,
                recipient.Part,
            }
        ).ToListAsync();
        return [.. rows.Select(row => (row.Code, row.Name, row.Part))];
    }

    private EngineAnswer Decide(Guid accountId, string code, SheetUse use, bool recordRefusal)
    {
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var step = new DisclosureStep(transaction.Connection!, clock);
        var decided = step.Decide(accountId, sessionId: null, code, use);
        if (recordRefusal && decided.Decision is Decision.Refused)
        {
            step.Record(accountId, use, decided);
            step.Finish();
        }

        return DisclosureStep.Open(decided, master);
    }
}
