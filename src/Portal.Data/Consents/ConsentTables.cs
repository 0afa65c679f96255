using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;

namespace Portal.Data.Consents;

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentRow>
{
    public void Configure(EntityTypeBuilder<ConsentRow> builder)
    {
        builder.Property(c => c.PreviewHash).HasMaxLength(64);
        builder.HasIndex(c => new
        {
            c.RecipientId,
            c.Order,
            c.Start,
            c.End,
        });
        builder.HasIndex(c => c.PersonId);
        builder.HasOne<RecipientRow>().WithMany().HasForeignKey(c => c.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.AsksAttestation).HasDefaultValue(true).HasSentinel(true);
        builder.Property(c => c.Present).HasDefaultValue(Portal.Domain.Consents.Present.NotAsked);
        builder.Property(c => c.Rhythm).HasDefaultValue(Portal.Domain.Consents.FeedbackRhythm.None);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.ConsentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsentMarkTable : IEntityTypeConfiguration<ConsentMarkRow>
{
    public void Configure(EntityTypeBuilder<ConsentMarkRow> builder)
    {
        builder.HasKey(m => new
        {
            m.PersonId,
            m.ConsentId,
            m.Step,
            m.About,
        });
        builder.HasOne<ConsentRow>().WithMany().HasForeignKey(m => m.ConsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ShareDraftTable : IEntityTypeConfiguration<ShareDraftRow>
{
    public void Configure(EntityTypeBuilder<ShareDraftRow> builder) =>
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
}
