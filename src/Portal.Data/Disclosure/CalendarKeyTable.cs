using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;

namespace Portal.Data.Disclosure;

internal sealed class CalendarKeyTable : IEntityTypeConfiguration<CalendarKeyRow>
{
    public void Configure(EntityTypeBuilder<CalendarKeyRow> builder)
    {
        builder.HasKey(key => key.AccountId);
        builder.Property(key => key.Hash).HasMaxLength(32);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<CalendarKeyRow>(key => key.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
