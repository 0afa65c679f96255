using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Data.Caseload;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;

namespace Portal.Data.Audit;

/// <summary>One thing that happened to ways in, roles and reach, or was tried. Numbers only, no names and no addresses.</summary>
internal sealed class SecurityEventRow
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }
    public SecurityEvent Kind { get; set; }

    /// <summary>Whose account; null where a name was nobody's.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>A keyed hash of where it came from, to tell one network from another and no more; empty where it is not known.</summary>
    public string Network { get; set; } = "";

    /// <summary>How often within ten minutes, from one network about one account.</summary>
    public int Times { get; set; } = 1;
}

internal sealed class SecurityEventTable : IEntityTypeConfiguration<SecurityEventRow>
{
    public void Configure(EntityTypeBuilder<SecurityEventRow> builder)
    {
        builder.ToTable("SecurityEvents");
        builder.Property(row => row.Network).HasMaxLength(16);
        builder.HasIndex(row => new { row.AccountId, row.At });
        builder.HasIndex(row => row.At);
    }
}

/// <summary>
/// Reads security events from what a commit changes, so that no place in the code can forget to write one, and none is
/// written of what was rolled back.
/// </summary>
internal static class SecurityEvents
{
    public static IEnumerable<(SecurityEvent Kind, Guid? AccountId)> Of(ChangeTracker tracker) =>
        tracker.Entries().ToList().SelectMany(Of);

    private static IEnumerable<(SecurityEvent, Guid?)> Of(EntityEntry entry) =>
        entry.Entity switch
        {
            Account account => OfAccount(entry, account),
            SessionRow session when entry.State == EntityState.Added =>
            [
                (session.CompletedAt is null ? SecurityEvent.PasswordTaken : SecurityEvent.SignedIn, session.AccountId),
            ],
            SessionRow { CompletedAt: not null } session when IsChanged(entry, nameof(SessionRow.CompletedAt)) =>
            [
                (SecurityEvent.SignedIn, session.AccountId),
            ],
            Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid> passkey when IsMadeOrGone(entry) =>
            [
                (Made(entry) ? SecurityEvent.PasskeyMade : SecurityEvent.PasskeyRemoved, passkey.UserId),
            ],
            Microsoft.AspNetCore.Identity.IdentityUserLogin<Guid> login when IsMadeOrGone(entry) =>
            [
                (Made(entry) ? SecurityEvent.OrganisationLinked : SecurityEvent.OrganisationUnlinked, login.UserId),
            ],
            InvitationRow invitation => OfInvitation(entry, invitation),
            CalendarKeyRow key when entry.State != EntityState.Unchanged =>
            [
                (SecurityEvent.CalendarChanged, key.AccountId),
            ],
            CoverRow cover when IsMadeOrGone(entry) =>
            [
                (Made(entry) ? SecurityEvent.CoverBegan : SecurityEvent.CoverEnded, cover.CoverId),
            ],
            LedgerRow { Kind: LedgerKind.LimitMet } met when Made(entry) => [(SecurityEvent.LimitMet, met.ActorId)],
            LeadRow lead when Made(entry) => [(SecurityEvent.RoleChanged, lead.AccountId)],
            AuthorityRow authority when entry.State is EntityState.Added or EntityState.Modified =>
            [
                (SecurityEvent.AuthorityChanged, authority.AccountId),
            ],
            ProposalRow proposal when entry.State is EntityState.Added or EntityState.Modified =>
            [
                (
                    proposal.State == ProposalState.Waits ? SecurityEvent.AskedForTwo : SecurityEvent.AnsweredByTwo,
                    proposal.AnsweredBy ?? proposal.By
                ),
            ],
            _ => [],
        };

    private static IEnumerable<(SecurityEvent, Guid?)> OfAccount(EntityEntry entry, Account account)
    {
        if (Made(entry))
        {
            yield return (SecurityEvent.AccountMade, account.Id);
        }
        else if (entry.State == EntityState.Modified)
        {
            var changed = new (string Field, bool Counts, SecurityEvent Kind)[]
            {
                (nameof(Account.PasswordHash), true, SecurityEvent.PasswordChanged),
                (nameof(Account.TwoFactorEnabled), true, SecurityEvent.SecondStepChanged),
                (nameof(Account.LockoutEnd), account.LockoutEnd is not null, SecurityEvent.LockedOut),
                (nameof(Account.CodesLockedUntil), account.CodesLockedUntil is not null, SecurityEvent.LockedOut),
                (nameof(Account.WrongCodes), account.WrongCodes > 0, SecurityEvent.CodeFailed),
                (nameof(Account.IsSafeguardingLead), true, SecurityEvent.RoleChanged),
                (nameof(Account.Role), true, SecurityEvent.RoleChanged),
                (nameof(Account.ClosedAt), true, SecurityEvent.AccountClosed),
            };
            foreach (var (_, _, kind) in changed.Where(one => one.Counts && IsChanged(entry, one.Field)))
            {
                yield return (kind, account.Id);
            }
        }
    }

    private static IEnumerable<(SecurityEvent, Guid?)> OfInvitation(EntityEntry entry, InvitationRow row)
    {
        if (Made(entry))
        {
            var kind = row.Purpose == InvitationPurpose.Join ? SecurityEvent.Invited : SecurityEvent.ResetAsked;
            yield return (kind, row.AccountId);
        }
        else if (IsChanged(entry, nameof(InvitationRow.UsedAt)))
        {
            var kind = row.Purpose == InvitationPurpose.Join ? SecurityEvent.Joined : SecurityEvent.ResetUsed;
            yield return (kind, row.AccountId);
        }
        else if (IsChanged(entry, nameof(InvitationRow.WrongCodes)))
        {
            yield return (SecurityEvent.CodeFailed, row.AccountId);
        }
    }

    private static bool Made(EntityEntry entry) => entry.State == EntityState.Added;

    private static bool IsMadeOrGone(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Deleted;

    private static bool IsChanged(EntityEntry entry, string field)
    {
        var property = entry.Property(field);
        return entry.State == EntityState.Modified
            && property.IsModified
            && !Equals(property.OriginalValue, property.CurrentValue);
    }
}
