using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class PeopleStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IPeople
{
    public async Task<Person?> FindAsync(Guid personId) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(row => row.Id == personId) is { } row
            ? PersonOf(row)
            : null;

    public async Task<IReadOnlyList<Person>> OfWorkerAsync(Guid workerId)
    {
        var today = Today();
        return await ListAsync(
            db.People.Where(row =>
                row.WorkerId == workerId
                || db.Covers.Any(c =>
                    c.WorkerId == row.WorkerId && c.CoverId == workerId && c.From <= today && c.Until >= today
                )
            )
        );
    }

    public async Task<bool> WorksWithAsync(Guid workerId, Person person)
    {
        var today = Today();
        return person.WorkerId == workerId
            || await db.Covers.AnyAsync(c =>
                c.WorkerId == person.WorkerId && c.CoverId == workerId && c.From <= today && c.Until >= today
            );
    }

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

    public async Task EndCoverAsync(Guid coverId) => await db.Covers.Where(c => c.Id == coverId).ExecuteDeleteAsync();

    public async Task<IReadOnlyList<Person>> AllAsync() => await ListAsync(db.People);

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
        row.Rules = key.Seal(Fields.Rules, row.Id, JsonSerializer.SerializeToUtf8Bytes(person.Rules));
        row.Contact = key.Seal(Fields.Contact, row.Id, JsonSerializer.SerializeToUtf8Bytes(person.Contact));
    }

    private async Task<IReadOnlyList<Person>> ListAsync(IQueryable<PersonRow> rows) =>
        [.. (await rows.AsNoTracking().ToListAsync()).Select(PersonOf)];

    private Person PersonOf(PersonRow row) => PersonOf(row, keys.Of(row));

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    internal static Person PersonOf(PersonRow row, PersonKey key) =>
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
            Rules = row.Rules is { } rules
                ? JsonSerializer.Deserialize<SharingRules>(key.OpenBytes(Fields.Rules, row.Id, rules))!
                : SharingRules.None,
        };
}
