using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;

namespace Portal.Data.Audit;

internal sealed class LedgerTable : IEntityTypeConfiguration<LedgerRow>
{
    public void Configure(EntityTypeBuilder<LedgerRow> builder)
    {
        builder.HasKey(entry => new { entry.ChainId, entry.Number });
        builder.Property(entry => entry.Detail).HasMaxLength(100);

        // What happened to a consent is asked with each sheet; that it was looked at is most of a chain, and is not in it.
        builder.HasIndex(entry => entry.ConsentId).HasFilter("ConsentId IS NOT NULL AND Kind <> 'SheetViewed'");
    }
}

internal sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHeadRow>
{
    public void Configure(EntityTypeBuilder<ChainHeadRow> builder) => builder.HasKey(head => head.ChainId);
}
