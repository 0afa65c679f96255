using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;
using Portal.Domain.Plans;

namespace Portal.Data.Plans;

internal sealed class LineTable : IEntityTypeConfiguration<LineRow>
{
    public void Configure(EntityTypeBuilder<LineRow> builder)
    {
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(line => line.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(line => line.PersonId)
            .HasFilter("\"RetiredAt\" IS NOT NULL")
            .HasDatabaseName("IX_Lines_Retired");
        builder
            .HasOne<PlacementRow>()
            .WithMany()
            .HasForeignKey(line => line.PlacementId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(line => line.Versions).WithOne().HasForeignKey(v => v.LineId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LineVersionTable : IEntityTypeConfiguration<LineVersionRow>
{
    public void Configure(EntityTypeBuilder<LineVersionRow> builder)
    {
        builder.Property(v => v.Hash).HasMaxLength(64);
        builder.HasIndex(v => new { v.LineId, v.Number }).IsUnique();
    }
}

internal sealed class CatalogueTable : IEntityTypeConfiguration<CatalogueRow>
{
    public void Configure(EntityTypeBuilder<CatalogueRow> builder)
    {
        builder.Property(entry => entry.Category).HasMaxLength(LineContent.LongestShort);
        builder.Property(entry => entry.Text).HasMaxLength(LineContent.LongestText);
    }
}
