using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Data.Caseload;

internal sealed class EmployerTable : IEntityTypeConfiguration<EmployerRow>
{
    public void Configure(EntityTypeBuilder<EmployerRow> builder) => builder.Property(e => e.Name).HasMaxLength(80);
}

internal sealed class LeadTable : IEntityTypeConfiguration<LeadRow>
{
    public void Configure(EntityTypeBuilder<LeadRow> builder)
    {
        builder.HasKey(lead => new { lead.EmployerId, lead.AccountId });
        builder
            .HasOne<EmployerRow>()
            .WithMany()
            .HasForeignKey(lead => lead.EmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(lead => lead.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeatTable : IEntityTypeConfiguration<SeatRow>
{
    public void Configure(EntityTypeBuilder<SeatRow> builder)
    {
        builder
            .HasOne<EmployerRow>()
            .WithMany()
            .HasForeignKey(seat => seat.EmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(seat => seat.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ListingTable : IEntityTypeConfiguration<ListingRow>
{
    public void Configure(EntityTypeBuilder<ListingRow> builder)
    {
        builder
            .HasOne<EmployerRow>()
            .WithMany()
            .HasForeignKey(listing => listing.EmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Property(listing => listing.Name).HasMaxLength(LineContent.LongestShort);
        builder.Property(listing => listing.Email).HasMaxLength(254);
    }
}

internal sealed class PlacementTable : IEntityTypeConfiguration<PlacementRow>
{
    public void Configure(EntityTypeBuilder<PlacementRow> builder)
    {
        builder.Property(p => p.FirstShifts).HasMaxLength(40).HasDefaultValue("");
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EmployerRow>().WithMany().HasForeignKey(p => p.EmployerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RecipientTable : IEntityTypeConfiguration<RecipientRow>
{
    public void Configure(EntityTypeBuilder<RecipientRow> builder)
    {
        builder.Property(r => r.Code).HasMaxLength(SheetCode.Length);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlacementRow>().WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SeatRow>().WithMany().HasForeignKey(r => r.SeatId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TaskEntryTable : IEntityTypeConfiguration<TaskEntryRow>
{
    public void Configure(EntityTypeBuilder<TaskEntryRow> builder)
    {
        builder.Property(entry => entry.Key).HasMaxLength(40);
        builder.HasIndex(entry => entry.PersonId);
        builder.HasOne<PersonRow>().WithMany().HasForeignKey(entry => entry.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<PlacementRow>()
            .WithMany()
            .HasForeignKey(entry => entry.PlacementId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoverTable : IEntityTypeConfiguration<CoverRow>
{
    public void Configure(EntityTypeBuilder<CoverRow> builder)
    {
        builder.HasIndex(cover => cover.CoverId);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.WorkerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.CoverId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EscalationTable : IEntityTypeConfiguration<EscalationRow>
{
    public void Configure(EntityTypeBuilder<EscalationRow> builder) => builder.HasKey(row => row.ItemId);
}
