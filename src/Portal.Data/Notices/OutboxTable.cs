using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;

namespace Portal.Data.Notices;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.Property(mail => mail.LastFault).HasMaxLength(100);
        builder.HasIndex(mail => mail.NextAttemptAt).HasFilter("\"SentAt\" IS NULL AND \"DroppedAt\" IS NULL");
        builder.HasOne<Account>().WithMany().HasForeignKey(mail => mail.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
