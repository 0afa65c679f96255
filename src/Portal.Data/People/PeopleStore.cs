using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class PeopleStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IPeople
{
    public async Task<Person?> FindAsync(Guid personId) =>
        (await ListAsync(db.People.Where(row => row.Id == personId))).SingleOrDefault();

    public Task<IReadOnlyList<Person>> OfWorkerAsync(Guid workerId)
    {
        var covered = db.CoveredBy(workerId, Today());
        return ListAsync(db.People.Where(row => row.WorkerId == workerId || covered.Any(other => other.Id == row.Id)));
    }

    public async Task<bool> WorksWithAsync(Guid workerId, Person person) =>
        person.WorkerId == workerId || await db.CoveredBy(workerId, Today()).AnyAsync(row => row.Id == person.Id);

    public async Task<IReadOnlyList<Cover>> CoversAsync()
    {
        var today = Today();
        return await db
            .Covers.Where(c => c.Until >= today)
            .OrderBy(c => c.From)
            .Select(c => new Cover(c.Id, c.WorkerId, c.CoverId, c.From, c.Until))
            .ToListAsync();
    }

    public async Task SaveCoverAsync(Cover cover)
    {
        db.Covers.Add(
            new CoverRow
            {
                Id = cover.Id,
                WorkerId = cover.WorkerId,
                CoverId = cover.CoverId,
                From = cover.From,
                Until = cover.Until,
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task EndCoverAsync(Guid coverId)
    {
        // Not by ExecuteDelete: the chain of state must know of it.
        db.Covers.RemoveRange(await db.Covers.Where(c => c.Id == coverId).ToListAsync());
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<Person>> AllAsync() => ListAsync(db.People);

    public async Task AddAsync(Person person)
    {
        var (wrapped, key) = keys.New(person.Id);
        var name = key.Seal(Fields.Name, person.Id, person.Name);
        var row = new PersonRow
        {
            Id = person.Id,
            AccountId = person.AccountId,
            WrappedKey = wrapped,
            Name = name,
        };
        Fill(row, person, key);
        db.People.Add(row);
        await db.SaveChangesAsync();
    }

    public async Task SaveAsync(Person person)
    {
        var row = await db.People.SingleAsync(p => p.Id == person.Id);
        Fill(row, person, keys.Of(row));
        await db.SaveChangesAsync();
    }

    private static void Fill(PersonRow row, Person person, PersonKey key)
    {
        row.WorkerId = person.WorkerId;
        row.PrivacyNotice = person.PrivacyNotice;
        row.StepUpUntil = person.StepUpUntil;
        row.NewSharingWaitsSince = person.NewSharingWaitsSince;
        row.HelpFrozenSince = person.HelpFrozenSince;
        row.Rules = key.Seal(Fields.Rules, row.Id, JsonSerializer.SerializeToUtf8Bytes(person.Rules));
        row.Contact = key.Seal(Fields.Contact, row.Id, JsonSerializer.SerializeToUtf8Bytes(person.Contact));
    }

    private async Task<IReadOnlyList<Person>> ListAsync(IQueryable<PersonRow> rows)
    {
        var found = await rows.AsNoTracking()
            .Select(row => new { row, isClosed = db.JobsWithUs.Any(job => job.PersonId == row.Id) })
            .ToListAsync();
        return [.. found.Select(one => PersonOf(one.row, keys.Of(one.row), one.isClosed))];
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    internal static Person PersonOf(PersonRow row, PersonKey key, bool isClosed) =>
        new()
        {
            Id = row.Id,
            AccountId = row.AccountId,
            WorkerId = row.WorkerId,
            Name = key.Open(Fields.Name, row.Id, row.Name),
            Contact = row.Contact is { } contact
                ? JsonSerializer.Deserialize<SafeContact>(key.OpenBytes(Fields.Contact, row.Id, contact))!
                : SafeContact.None,
            PrivacyNotice = row.PrivacyNotice,
            StepUpUntil = row.StepUpUntil,
            NewSharingWaitsSince = row.NewSharingWaitsSince,
            HelpFrozenSince = row.HelpFrozenSince,
            IsClosed = isClosed,
            Rules = row.Rules is { } rules
                ? JsonSerializer.Deserialize<SharingRules>(key.OpenBytes(Fields.Rules, row.Id, rules))!
                : SharingRules.None,
        };
}
