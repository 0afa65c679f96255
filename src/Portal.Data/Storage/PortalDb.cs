using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Data.Audit;
using Portal.Data.Caseload;
using Portal.Data.People;
using Portal.Domain;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Data.Storage;

/// <summary>
/// The database. Every write of it, Identity's <c>SaveChanges</c> too, happens in one transaction behind the
/// write gate; work inside a commit joins it.
/// </summary>
internal sealed class PortalDb(
    DbContextOptions<PortalDb> options,
    WriteGate gate,
    SpareRoom spareRoom,
    BoundState state,
    TimeProvider clock
) : IdentityUserContext<Account, Guid>(options), IUnitOfWork
{
    public bool HoldsGate { get; private set; }

    public DbSet<PersonRow> People => Set<PersonRow>();
    public DbSet<EmployerRow> Employers => Set<EmployerRow>();
    public DbSet<LeadRow> Leads => Set<LeadRow>();
    public DbSet<SeatRow> Seats => Set<SeatRow>();
    public DbSet<ListingRow> Listings => Set<ListingRow>();
    public DbSet<PlacementRow> Placements => Set<PlacementRow>();
    public DbSet<TaskEntryRow> TaskEntries => Set<TaskEntryRow>();
    public DbSet<CheckInRow> CheckIns => Set<CheckInRow>();
    public DbSet<PathwayRow> Pathways => Set<PathwayRow>();
    public DbSet<OutcomeRow> Outcomes => Set<OutcomeRow>();
    public DbSet<EscalationRow> Escalations => Set<EscalationRow>();
    public DbSet<CoverRow> Covers => Set<CoverRow>();
    public DbSet<RecipientRow> Recipients => Set<RecipientRow>();
    public DbSet<LineRow> Lines => Set<LineRow>();
    public DbSet<LineVersionRow> LineVersions => Set<LineVersionRow>();
    public DbSet<CatalogueRow> Catalogue => Set<CatalogueRow>();
    public DbSet<ConsentRow> Consents => Set<ConsentRow>();
    public DbSet<ConsentEventRow> ConsentEvents => Set<ConsentEventRow>();
    public DbSet<ConsentMarkRow> ConsentMarks => Set<ConsentMarkRow>();
    public DbSet<ShareDraftRow> ShareDrafts => Set<ShareDraftRow>();
    public DbSet<HelpRequestRow> HelpRequests => Set<HelpRequestRow>();
    public DbSet<HelpActRow> HelpActs => Set<HelpActRow>();
    public DbSet<AuthorityRow> Authorities => Set<AuthorityRow>();
    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();
    public DbSet<FeedbackHandledRow> FeedbackHandled => Set<FeedbackHandledRow>();
    public DbSet<FeedbackStepRow> FeedbackSteps => Set<FeedbackStepRow>();
    public DbSet<FeedbackReplyRow> FeedbackReplies => Set<FeedbackReplyRow>();
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();
    public DbSet<ChainHeadRow> ChainHeads => Set<ChainHeadRow>();
    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();
    public DbSet<CalendarKeyRow> CalendarKeys => Set<CalendarKeyRow>();
    public DbSet<NoticePreferenceRow> NoticePreferences => Set<NoticePreferenceRow>();
    public DbSet<CodeTriesRow> CodeTries => Set<CodeTriesRow>();
    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<KeptFormRow> KeptForms => Set<KeptFormRow>();
    public DbSet<SecurityEventRow> SecurityEvents => Set<SecurityEventRow>();

    /// <summary>Accounts with a way in: a password, or a passkey.</summary>
    public IQueryable<Account> Joined() =>
        Users.Where(account =>
            account.PasswordHash != null || UserPasskeys.Any(passkey => passkey.UserId == account.Id)
        );

    /// <summary>
    /// Jobs at the service itself, ended or not. Whoever has one is a colleague, and their record is closed to all
    /// but their own worker (docs/adr/0012). It is asked of each person by their own rows, and nothing is kept.
    /// </summary>
    public IQueryable<PlacementRow> JobsWithUs =>
        Placements.Where(job => Employers.Any(employer => employer.Id == job.EmployerId && employer.IsService));

    /// <summary>The people whom a worker has by covering for somebody on this day: no closed record of them.</summary>
    public IQueryable<PersonRow> CoveredBy(Guid workerId, DateOnly today) =>
        People.Where(person =>
            !JobsWithUs.Any(job => job.PersonId == person.Id)
            && Covers.Any(c =>
                c.WorkerId == person.WorkerId && c.CoverId == workerId && c.From <= today && c.Until >= today
            )
        );

    /// <summary>Who has a person on this day: their own worker, and whoever covers, unless the record is closed.</summary>
    public IQueryable<Guid> WorkersOf(Guid personId, DateOnly today)
    {
        var person = People.Where(one => one.Id == personId);
        var covers = Covers.Where(c =>
            c.From <= today
            && c.Until >= today
            && person.Any(one => one.WorkerId == c.WorkerId && !JobsWithUs.Any(job => job.PersonId == one.Id))
        );
        return person.Select(one => one.WorkerId).Union(covers.Select(c => c.CoverId));
    }

    /// <summary>The newest entry of one form for each person, where it names a day on which to meet next.</summary>
    public IQueryable<PathwayRow> NextOf(PathwayForm form) =>
        Pathways.Where(last =>
            last.Form == form
            && last.NextOn != null
            && !Pathways.Any(later =>
                later.PersonId == last.PersonId && later.Form == form && later.Number > last.Number
            )
        );

    public async Task<T> CommitAsync<T>(Func<Task<T>> work)
    {
        if (HoldsGate)
        {
            return await work();
        }

        using var pass = await gate.EnterAsync();
        HoldsGate = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync();
            var result = await work();
            await SaveChangesAsync();
            await transaction.CommitAsync();
            return result;
        }
        catch
        {
            ChangeTracker.Clear();
            throw;
        }
        finally
        {
            HoldsGate = false;
        }
    }

    public async Task<T> CommitThoughFullAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await CommitAsync(work);
        }
        catch (Exception fault) when (!HoldsGate && SpareRoom.IsForWantOfIt(fault))
        {
            // Somebody else's stop may have freed the room just now; then there is some for this one, too.
            spareRoom.Free();
            return await CommitAsync(work);
        }
    }

    /// <summary>
    /// What somebody does to get in or out. On a full disk only those who could stop sharing use the room that is kept
    /// for it (docs/adr/0007): a shift of supervisors would use it up.
    /// </summary>
    public Task<T> CommitForAsync<T>(Role role, Func<Task<T>> work) =>
        role is Role.Person or Role.Representative ? CommitThoughFullAsync(work) : CommitAsync(work);

    /// <summary>Applies migrations behind the gate; each one brings its own transaction.</summary>
    public async Task MigrateBehindGateAsync()
    {
        using (await gate.EnterAsync())
        {
            HoldsGate = true;
            try
            {
                await Database.MigrateAsync();
            }
            finally
            {
                HoldsGate = false;
            }
        }

        await CommitAsync(async () =>
        {
            await state.BeginAsync(this);
            return true;
        });
    }

    /// <summary>
    /// Saves, with what the security log has to say of it, and binds what was saved to the chain of state in the same
    /// transaction (P12).
    /// </summary>
    private async Task<int> SaveBoundAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var bound = BoundState.ChangesIn(ChangeTracker);
        foreach (var (kind, accountId) in Audit.SecurityEvents.Of(ChangeTracker))
        {
            SecurityEvents.Add(
                new SecurityEventRow
                {
                    Kind = kind,
                    AccountId = accountId,
                    At = clock.GetUtcNow(),
                }
            );
        }

        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (bound.Count > 0)
        {
            state.Append(this, bound);
        }

        return saved;
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) =>
        HoldsGate
            ? SaveBoundAsync(acceptAllChangesOnSuccess, cancellationToken)
            : CommitAsync(() => SaveBoundAsync(acceptAllChangesOnSuccess, cancellationToken));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("Accounts").Property(account => account.Name).HasMaxLength(80);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Moments are kept as whole milliseconds of Unix time: UTC, and in order in an index.</summary>
    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(
            at => at.ToUnixTimeMilliseconds(),
            ms => DateTimeOffset.FromUnixTimeMilliseconds(ms)
        );
}
