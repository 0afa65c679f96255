using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Storage;

namespace Portal.Data.People;

internal sealed class PersonTable : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder
            .HasOne<Account>()
            .WithOne()
            .HasForeignKey<PersonRow>(p => p.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.WorkerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => i.RecipientId);
    }
}

internal sealed class CodeTriesTable : IEntityTypeConfiguration<CodeTriesRow>
{
    public void Configure(EntityTypeBuilder<CodeTriesRow> builder)
    {
        builder.HasKey(tries => new { tries.InvitationId, tries.Network });
        builder
            .HasOne<InvitationRow>()
            .WithMany()
            .HasForeignKey(tries => tries.InvitationId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
