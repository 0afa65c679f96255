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
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data;

/// <summary>
/// Puts the doors together. Their constructors are internal, so each is registered by a factory here, and a
/// test resolves every one.
/// </summary>
public static class DataRegistration
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, PortalDataOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new PortalFile(options.DatabaseFile));
        services.AddSingleton(_ => MasterKey.ReadOrMake(options.KeysFolder, File.Exists(options.DatabaseFile)));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SpareRoom>();
        services.AddDbContext<PortalDb>(builder => SqliteDatabase.Configure(builder, options.DatabaseFile));
        services.AddScoped<IUnitOfWork>(s => s.GetRequiredService<PortalDb>());
        return services.AddAccounts().AddStores().AddDoors();
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Account>(identity =>
            {
                identity.User.AllowedUserNameCharacters = "";
                identity.Password.RequiredLength = 10;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 3;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<PortalDb>();
        return services;
    }

    private static IServiceCollection AddStores(this IServiceCollection services) =>
        services
            .AddScoped<PersonKeys>()
            .AddScoped<InvitationStore>()
            .AddScoped<OutboxStore>()
            .AddScoped<IOutbox>(s => s.GetRequiredService<OutboxStore>())
            .AddScoped<IPeople, PeopleStore>()
            .AddScoped<IAccounts, AccountStore>()
            .AddScoped<IPlanStore, PlanStore>()
            .AddScoped<IConsentStore, ConsentStore>()
            .AddScoped<IWorkplaces, WorkplaceStore>()
            .AddScoped<IFeedbackStore, FeedbackStore>()
            .AddScoped<ILedger, LedgerStore>()
            .AddScoped<IDisclosureReader, DisclosureReader>()
            .AddScoped<IHelpRequests, HelpRequestStore>()
            .AddScoped<IDeskStore, DeskStore>()
            .AddScoped<ITaskStore, TaskStore>()
            .AddScoped<IEscalations, EscalationStore>()
            .AddScoped<ICheckIns, CheckInStore>()
            .AddScoped<IAuthorities, AuthorityStore>()
            .AddScoped<PlanAccess>()
            .AddScoped<Recipients>()
            .AddScoped<ShareViews>()
            .AddScoped<Withdrawals>()
            .AddScoped<Offers>()
            .AddScoped<Giving>()
            .AddSingleton<IDisclosureEngine, DisclosureEngine>();

    private static IServiceCollection AddDoors(this IServiceCollection services) =>
        services
            .AddScoped<AccessWitness>()
            .AddScoped(s => new SignInCheck(new Lazy<PortalDb>(s.Need<PortalDb>), s.Need<TimeProvider>()))
            .AddScoped(s => new Invitations(
                s.Need<PortalDb>(),
                s.Need<InvitationStore>(),
                s.Need<UserManager<Account>>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new MailDispatch(
                s.Need<PortalDb>(),
                s.Need<InvitationStore>(),
                s.Need<IMailTransport>(),
                s.Need<PortalDataOptions>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Operations(
                s.Need<PortalDb>(),
                s.Need<PortalFile>(),
                s.Need<IAccounts>(),
                s.Need<InvitationStore>(),
                s.Need<SpareRoom>()
            ))
            .AddScoped(s => new PlanDesk(
                s.Need<IPlanStore>(),
                s.Need<PlanAccess>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>()
            ))
            .AddScoped(s => new Catalogue(s.Need<IPlanStore>(), s.Need<IUnitOfWork>()))
            .AddScoped(s => new ShareJourney(
                s.Need<IConsentStore>(),
                s.Need<IWorkplaces>(),
                s.Need<Offers>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new ConsentRegister(
                s.Need<Giving>(),
                s.Need<Withdrawals>(),
                s.Need<IConsentStore>(),
                s.Need<ShareViews>(),
                s.Need<Recipients>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Safeguards(
                s.Need<IPeople>(),
                s.Need<IPlanStore>(),
                s.Need<IConsentStore>(),
                s.Need<Recipients>(),
                s.Need<Withdrawals>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new WorkerHelp(
                s.Need<PlanAccess>(),
                s.Need<IConsentStore>(),
                s.Need<IPlanStore>(),
                s.Need<IWorkplaces>(),
                s.Need<IAccounts>(),
                s.Need<IPeople>(),
                s.Need<ShareViews>(),
                s.Need<Withdrawals>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new WorkerTasks(
                s.Need<IPeople>(),
                s.Need<IConsentStore>(),
                s.Need<IWorkplaces>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new ConsentRounds(
                s.Need<IConsentStore>(),
                s.Need<Recipients>(),
                s.Need<IPeople>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Attestations(
                s.Need<IDisclosureReader>(),
                s.Need<IConsentStore>(),
                s.Need<IWorkplaces>(),
                s.Need<Recipients>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new HelpDesk(
                s.Need<IHelpRequests>(),
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<ShareViews>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Authorities(
                s.Need<IAuthorities>(),
                s.Need<PlanAccess>(),
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Domain.Caseload.Desk(
                s.Need<IDeskStore>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new TaskDesk(
                s.Need<PlacementDesk>(),
                s.Need<IWorkplaces>(),
                s.Need<ITaskStore>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new CheckInDesk(
                s.Need<ICheckIns>(),
                s.Need<PlanAccess>(),
                s.Need<IWorkplaces>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Escalation(
                s.Need<IEscalations>(),
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new MailRoom(s.Need<PortalDb>(), s.Need<TimeProvider>()))
            .AddScoped(s => new NoticeChoices(s.Need<PortalDb>(), s.Need<TimeProvider>()))
            .AddScoped(s => new DisclosureGateway(s.Need<IDisclosureEngine>(), s.Need<AccessWitness>()))
            .AddScoped(s => new TeamList(
                s.Need<IDisclosureReader>(),
                s.Need<ILedger>(),
                s.Need<IAccounts>(),
                s.Need<IUnitOfWork>(),
                s.Need<AccessWitness>()
            ))
            .AddScoped(s => new FeedbackDesk(
                s.Need<IFeedbackStore>(),
                s.Need<IDisclosureReader>(),
                s.Need<IPlanStore>(),
                s.Need<PlanAccess>(),
                s.Need<IPeople>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new AccessLog(
                s.Need<ILedger>(),
                s.Need<IAccounts>(),
                s.Need<IPeople>(),
                s.Need<IUnitOfWork>()
            ))
            .AddScoped(s => new OwnRecord(
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<IAuthorities>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Domain.Caseload.Caseload(
                s.Need<PlanAccess>(),
                s.Need<IPeople>(),
                s.Need<IWorkplaces>(),
                s.Need<IAccounts>(),
                s.Need<ShareViews>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new PlacementDesk(
                s.Need<PlanAccess>(),
                s.Need<IWorkplaces>(),
                s.Need<Recipients>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Organisations(
                s.Need<IWorkplaces>(),
                s.Need<IAccounts>(),
                s.Need<IPeople>(),
                s.Need<Recipients>(),
                s.Need<IUnitOfWork>()
            ))
            .AddScoped(s => new Staff(
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<IHelpRequests>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IUnitOfWork>()
            ));

    private static T Need<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
