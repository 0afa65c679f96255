using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.People;

namespace Portal.Data.People;

internal sealed class KeptFormRow
{
    public Guid AccountId { get; set; }
    public DateTimeOffset At { get; set; }
    public required byte[] Sealed { get; set; }
}

internal sealed class KeptFormTable : IEntityTypeConfiguration<KeptFormRow>
{
    public void Configure(EntityTypeBuilder<KeptFormRow> builder)
    {
        builder.ToTable("KeptForms");
        builder.HasKey(row => row.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>What somebody sent after they were signed out for being away too long.</summary>
/// <param name="Target">The page's address, with its handler.</param>
/// <param name="Fields">As the form had them, but for passwords and codes.</param>
public sealed record KeptForm(string Target, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>
/// The door to what was typed and could not be taken any more: kept sealed for twelve hours, one form an account, and given
/// back to its owner alone, once they have signed in again.
/// </summary>
public sealed class KeptForms
{
    private const string What = "kept-form";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private readonly PortalDb _db;
    private readonly MasterKey _master;
    private readonly TimeProvider _clock;

    internal KeptForms(PortalDb db, MasterKey master, TimeProvider clock) =>
        (_db, _master, _clock) = (db, master, clock);

    public Task KeepAsync(Guid accountId, KeptForm form) =>
        _db.CommitAsync(async () =>
        {
            var box = _master.Wrap(JsonSerializer.SerializeToUtf8Bytes(form), What, accountId);
            if (await _db.KeptForms.SingleOrDefaultAsync(row => row.AccountId == accountId) is { } earlier)
            {
                (earlier.At, earlier.Sealed) = (_clock.GetUtcNow(), box);
            }
            else
            {
                _db.KeptForms.Add(
                    new KeptFormRow
                    {
                        AccountId = accountId,
                        At = _clock.GetUtcNow(),
                        Sealed = box,
                    }
                );
            }

            return await _db.SaveChangesAsync();
        });

    /// <summary>One's own; null where there is none.</summary>
    public async Task<KeptForm?> ReadAsync(Actor actor)
    {
        var since = _clock.GetUtcNow() - Kept;
        var row = await _db
            .KeptForms.AsNoTracking()
            .SingleOrDefaultAsync(one => one.AccountId == actor.AccountId && one.At > since);
        return row is null
            ? null
            : JsonSerializer.Deserialize<KeptForm>(_master.Unwrap(row.Sealed, What, actor.AccountId));
    }

    /// <summary>It was sent, or is not wanted.</summary>
    public Task DropAsync(Actor actor) =>
        _db.CommitForAsync(
            actor.Role,
            () => _db.KeptForms.Where(row => row.AccountId == actor.AccountId).ExecuteDeleteAsync()
        );

    /// <summary>Deletes what nobody has come back for.</summary>
    public Task PruneAsync() =>
        _db.CommitAsync(() =>
        {
            var before = _clock.GetUtcNow() - Kept;
            return _db.KeptForms.Where(row => row.At < before).ExecuteDeleteAsync();
        });
}
