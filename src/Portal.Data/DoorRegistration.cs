using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Notices;
using Portal.Data.People;
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

/// <summary>
/// Registers the doors. Their constructors are internal, so each is registered by a factory here, and a test
/// resolves every one.
/// </summary>
internal static class DoorRegistration
{
    public static IServiceCollection AddDoors(this IServiceCollection services) =>
        services
            .AddScoped<AccessWitness>()
            .AddScoped(s => new SignInCheck(new Lazy<PortalDb>(s.Need<PortalDb>), s.Need<TimeProvider>()))
            .AddScoped(s => new Sessions(s.Need<PortalDb>(), s.Need<IOutbox>(), s.Need<TimeProvider>()))
            .AddScoped(s => new Passkeys(
                s.Need<PortalDb>(),
                s.Need<AccountChanges>(),
                s.Need<UserManager<Account>>(),
                s.Need<MasterKey>()
            ))
            .AddScoped(s => new Passwords(
                s.Need<AccountChanges>(),
                s.Need<UserManager<Account>>(),
                s.Need<PasswordRules>()
            ))
            .AddScoped(s => new SecondStep(
                s.Need<PortalDb>(),
                s.Need<AccountChanges>(),
                s.Need<UserManager<Account>>(),
                s.Need<MasterKey>(),
                s.Need<ILedger>(),
                s.Need<SecondStepCodes>()
            ))
            .AddScoped(s => new OrganisationLinks(
                s.Need<PortalDb>(),
                s.Need<AccountChanges>(),
                s.Need<UserManager<Account>>(),
                s.Need<IMailAddresses>()
            ))
            .AddScoped(s => new Invitations(
                s.Need<PortalDb>(),
                s.Need<InvitationStore>(),
                s.Need<AccountChanges>(),
                s.Need<Passkeys>(),
                s.Need<PasswordRules>(),
                s.Need<UserManager<Account>>(),
                s.Need<ILedger>(),
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
                s.Need<IMailAddresses>(),
                s.Need<SecondStep>(),
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
                s.Need<IMailAddresses>(),
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
                s.Need<IAccounts>(),
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
                s.Need<IMailAddresses>(),
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
                s.Need<IFeedbackStore>(),
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
                s.Need<IMailAddresses>(),
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
                s.Need<IPathways>(),
                s.Need<TaskClosing>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new PathwayDesk(
                s.Need<IPathways>(),
                s.Need<PlanAccess>(),
                s.Need<IAccounts>(),
                s.Need<TaskClosing>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Outcomes(
                s.Need<PlacementDesk>(),
                s.Need<IOutcomes>(),
                s.Need<ITaskStore>(),
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
            .AddScoped(s => new CalendarFeed(
                s.Need<ICalendarKeys>(),
                s.Need<IDisclosureReader>(),
                s.Need<ILedger>(),
                s.Need<IUnitOfWork>(),
                s.Need<AccessWitness>(),
                s.Need<TimeProvider>()
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
                s.Need<Apart>(),
                s.Need<ILedger>(),
                s.Need<IMailAddresses>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new PlacementDesk(
                s.Need<PlanAccess>(),
                s.Need<IWorkplaces>(),
                s.Need<Recipients>(),
                s.Need<Apart>(),
                s.Need<IUnitOfWork>(),
                s.Need<TimeProvider>()
            ))
            .AddScoped(s => new Organisations(
                s.Need<IWorkplaces>(),
                s.Need<IAccounts>(),
                s.Need<IPeople>(),
                s.Need<Recipients>(),
                s.Need<ILedger>(),
                s.Need<IMailAddresses>(),
                s.Need<IUnitOfWork>()
            ))
            .AddScoped(s => new Staff(
                s.Need<IPeople>(),
                s.Need<IAccounts>(),
                s.Need<Handovers>(),
                s.Need<ILedger>(),
                s.Need<IOutbox>(),
                s.Need<IMailAddresses>(),
                s.Need<IUnitOfWork>()
            ));

    private static T Need<T>(this IServiceProvider services)
        where T : notnull => services.GetRequiredService<T>();
}
