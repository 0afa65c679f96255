using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.Property(mail => mail.LastFault).HasMaxLength(100);
        builder
            .HasIndex(mail => mail.NextAttemptAt)
            .HasFilter("\"SentAt\" IS NULL AND \"DroppedAt\" IS NULL AND \"GaveUpAt\" IS NULL");
        builder.HasIndex(mail => mail.GaveUpAt).HasFilter("\"GaveUpAt\" IS NOT NULL AND \"DroppedAt\" IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(mail => mail.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticePreferenceTable : IEntityTypeConfiguration<NoticePreferenceRow>
{
    public void Configure(EntityTypeBuilder<NoticePreferenceRow> builder)
    {
        builder.ToTable("NoticePreferences").HasKey(preference => preference.AccountId);
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<NoticePreferenceRow>(preference => preference.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The states of a row of the outbox, and what an account has chosen.</summary>
internal static class OutboxQueries
{
    /// <summary>Neither sent nor dropped nor given up.</summary>
    public static IQueryable<OutboxRow> Waiting(this IQueryable<OutboxRow> outbox) =>
        outbox.Where(mail => mail.SentAt == null && mail.DroppedAt == null && mail.GaveUpAt == null);

    /// <summary>On the list for staff.</summary>
    public static IQueryable<OutboxRow> GivenUp(this IQueryable<OutboxRow> outbox) =>
        outbox.Where(mail => mail.GaveUpAt != null && mail.DroppedAt == null);

    public static async Task<NoticePreference> PreferenceOfAsync(this PortalDb db, Guid accountId)
    {
        var rows = db.Set<NoticePreferenceRow>().AsNoTracking();
        return await rows.SingleOrDefaultAsync(row => row.AccountId == accountId) is { } chosen
            ? new NoticePreference(chosen.News, chosen.Reminders, chosen.QuietFrom, chosen.QuietUntil)
            : NoticePreference.Default;
    }
}
