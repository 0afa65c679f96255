using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;

namespace Portal.Data.Feedback;

internal sealed class FeedbackTable : IEntityTypeConfiguration<FeedbackRow>
{
    public void Configure(EntityTypeBuilder<FeedbackRow> builder)
    {
        builder.HasIndex(f => new { f.PersonId, f.At });
        // The desk looks for what nobody has dealt with among a year of it, without reading any.
        builder.HasIndex(f => new { f.PersonId, f.Id });
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(f => f.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ConsentRow>().WithMany().HasForeignKey(f => f.ConsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlacementRow>().WithMany().HasForeignKey(f => f.PlacementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Handled).WithOne().HasForeignKey(h => h.FeedbackId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Steps).WithOne().HasForeignKey(s => s.FeedbackId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Replies).WithOne().HasForeignKey(r => r.FeedbackId).OnDelete(DeleteBehavior.Restrict);
    }
}
