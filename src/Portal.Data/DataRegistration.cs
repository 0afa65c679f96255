using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Data.Audit;
using Portal.Data.Caseload;
using Portal.Data.CheckIns;
using Portal.Data.Consents;
using Portal.Data.Disclosure;
using Portal.Data.Feedback;
using Portal.Data.Notices;
using Portal.Data.Pathways;
using Portal.Data.People;
using Portal.Data.Plans;
using Portal.Data.Storage;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.Notices;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data;

/// <summary>Puts the data's side together: database, accounts, stores and doors.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, PortalDataOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new PortalFile(options.DatabaseFile));
        services.AddSingleton(_ => MasterKey.ReadOrMake(options.KeysFolder, File.Exists(options.DatabaseFile)));
        services.AddSingleton(s => options.HoursOn(s.GetRequiredService<TimeProvider>().LocalTimeZone));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SpareRoom>();
        services.AddSingleton<BoundState>();
        services.AddDbContext<PortalDb>(builder => SqliteDatabase.Configure(builder, options.DatabaseFile));
        services.AddScoped<IUnitOfWork>(s => s.GetRequiredService<PortalDb>());
        return services.AddAccounts().AddStores().AddDoors();
    }

    internal static void Configure(IdentityOptions identity)
    {
        // With passkeys.
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.User.AllowedUserNameCharacters = "";
        identity.Lockout.MaxFailedAccessAttempts = 8;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = EvenPasswordHasher.Rounds);
        services.AddScoped<IPasswordHasher<Account>, EvenPasswordHasher>();
        services
            .AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<PortalDb>()
            .AddUserStore<SealedUserStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        return services;
    }

    private static IServiceCollection AddStores(this IServiceCollection services) =>
        services
            .AddSingleton<IMailAddresses, MailAddresses>()
            .AddSingleton<PasswordRules>()
            .AddScoped<AccountChanges>()
            .AddScoped<SecondStepCodes>()
            .AddScoped<PersonKeys>()
            .AddScoped<Verification>()
            .AddScoped<InvitationStore>()
            .AddScoped<OutboxStore>()
            .AddScoped<IOutbox>(s => s.GetRequiredService<OutboxStore>())
            .AddScoped<IPeople, PeopleStore>()
            .AddScoped<IAccounts, AccountStore>()
            .AddScoped<IPlanStore, PlanStore>()
            .AddScoped<IConsentStore, ConsentStore>()
            .AddScoped<IWorkplaces, WorkplaceStore>()
            .AddScoped<ILeads, LeadStore>()
            .AddScoped<IFeedbackStore, FeedbackStore>()
            .AddScoped<ILedger, LedgerStore>()
            .AddScoped<IDisclosureReader, DisclosureReader>()
            .AddScoped<ICalendarKeys, CalendarKeyStore>()
            .AddScoped<IHelpRequests, HelpRequestStore>()
            .AddScoped<IDeskStore, DeskStore>()
            .AddScoped<ITaskStore, TaskStore>()
            .AddScoped<IEscalations, EscalationStore>()
            .AddScoped<ICheckIns, CheckInStore>()
            .AddScoped<IPathways, PathwayStore>()
            .AddScoped<IOutcomes, OutcomeStore>()
            .AddScoped<IAuthorities, AuthorityStore>()
            .AddScoped<IProposals, ProposalStore>()
            .AddScoped<Seconds>()
            .AddScoped<ProposedActs>()
            .AddScoped<PlanAccess>()
            .AddScoped<Asking>()
            .AddScoped<Leads>()
            .AddScoped<Recipients>()
            .AddScoped<Apart>()
            .AddScoped<Handovers>()
            .AddScoped<Successions>()
            .AddScoped<TaskClosing>()
            .AddScoped<ShareViews>()
            .AddScoped<Withdrawals>()
            .AddScoped<Offers>()
            .AddScoped<Giving>()
            .AddScoped<JobDays>()
            .AddScoped<KnownNames>()
            .AddSingleton<IDisclosureEngine, DisclosureEngine>();
}
