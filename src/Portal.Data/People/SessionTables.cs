using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Data.People;

/// <summary>A sign-in and what became of it. The cookie names it, and each request asks for it (design §4).</summary>
internal sealed class SessionRow
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public WayIn Way { get; set; }

    /// <summary>The browser in plain words, such as "Chrome on Android".</summary>
    public required string Device { get; set; }

    /// <summary>"IPv4" or "IPv6", and no more of where it was.</summary>
    public required string Network { get; set; }

    /// <summary>Whether the account had signed in before, and not with this browser.</summary>
    public bool IsNewDevice { get; set; }
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the last step was taken; null while one is missing, and then nothing opens but that step.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>When whoever holds it last proved who they are.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    /// <summary>When it was last used, to ten minutes or so; to two where it has an idle limit.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>After how many minutes without use it ends; null for none but its longest.</summary>
    public int? IdleMinutes { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Whether a new password by a link or code has ended it.</summary>
    public bool EndedByReset { get; set; }

    /// <summary>Wrong codes of a second step in this session; a few end it.</summary>
    public int WrongCodes { get; set; }

    /// <summary>The sealed secret of an app that was shown in this session, and not confirmed yet.</summary>
    public byte[]? PendingAppKey { get; set; }

    /// <summary>
    /// Which sessions are open at this moment. The engine's read says the same in SQL (<c>FactsSql</c>), but for those
    /// that wait for a second step.
    /// </summary>
    public static IQueryable<SessionRow> Open(IQueryable<SessionRow> sessions, DateTimeOffset now)
    {
        var (since, stepSince) = (now - Sessions.Longest, now - Sessions.StepWithin);
        return sessions.Where(s =>
            s.EndedAt == null && s.StartedAt > since && (s.CompletedAt != null || s.StartedAt > stepSince)
        );
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.Device).HasMaxLength(60);
        builder.Property(session => session.Network).HasMaxLength(10);
        builder.HasIndex(session => new { session.AccountId, session.StartedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
