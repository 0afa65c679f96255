using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Audit;
using Portal.Data.Notices;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data;

/// <summary>
/// Registers the doors. Their constructors are internal, which the container does not look at; so each is found and
/// called here, and a test opens every one.
/// </summary>
internal static class DoorRegistration
{
    public static IServiceCollection AddDoors(this IServiceCollection services) =>
        services
            .AddScoped<AccessWitness>()
            .AddScoped<Heard>()
            // Getting in.
            .AddScoped(s => new SignInCheck(
                new Lazy<PortalDb>(s.GetRequiredService<PortalDb>),
                s.GetRequiredService<TimeProvider>()
            ))
            .AddDoor<Sessions>()
            .AddDoor<KeptForms>()
            .AddDoor<Passkeys>()
            .AddDoor<Passwords>()
            .AddDoor<SecondStep>()
            .AddDoor<OrganisationLinks>()
            .AddDoor<Invitations>()
            .AddDoor<BackIn>()
            // The person.
            .AddDoor<OwnRecord>()
            .AddDoor<PlanDesk>()
            .AddDoor<Catalogue>()
            .AddDoor<ShareJourney>()
            .AddDoor<ConsentRegister>()
            .AddDoor<Safeguards>()
            .AddDoor<TimesAway>()
            .AddDoor<CheckInDesk>()
            .AddDoor<PathwayDesk>()
            .AddDoor<HelpDesk>()
            .AddDoor<AccessLog>()
            .AddDoor<Limits>()
            .AddDoor<SecurityLog>()
            .AddScoped(s => new Lazy<Limits>(s.GetRequiredService<Limits>))
            // Work.
            .AddDoor<DisclosureGateway>()
            .AddDoor<TeamList>()
            .AddDoor<CalendarFeed>()
            .AddDoor<FeedbackGiving>()
            .AddDoor<FeedbackDesk>()
            .AddDoor<Agreements>()
            .AddDoor<Attestations>()
            // The worker.
            .AddDoor<Domain.Caseload.Desk>()
            .AddDoor<Domain.Caseload.Caseload>()
            .AddDoor<PlacementDesk>()
            .AddDoor<TaskDesk>()
            .AddDoor<WorkerTasks>()
            .AddDoor<WorkerHelp>()
            .AddDoor<HelpAnswers>()
            .AddDoor<Outcomes>()
            .AddDoor<Authorities>()
            // The service.
            .AddDoor<Organisations>()
            .AddDoor<LeadLists>()
            .AddDoor<OwnOrganisation>()
            .AddDoor<Staff>()
            .AddDoor<StaffAccounts>()
            .AddDoor<Covers>()
            .AddDoor<Proposals>()
            .AddDoor<Escalation>()
            .AddDoor<ConsentRounds>()
            .AddDoor<MailDispatch>()
            .AddDoor<MailRoom>()
            .AddDoor<NoticeChoices>()
            .AddDoor<Operations>();

    private static IServiceCollection AddDoor<TDoor>(this IServiceCollection services)
        where TDoor : class => services.AddScoped(Door<TDoor>.Make);

    /// <summary>Calls the one internal constructor of a door with what the container has for it.</summary>
    private static class Door<TDoor>
        where TDoor : class
    {
        private static readonly MethodInfo Need = typeof(ServiceProviderServiceExtensions)
            .GetMethods()
            .Single(m => m is { Name: "GetRequiredService", IsGenericMethod: true });

        public static Func<IServiceProvider, TDoor> Make { get; } = Compile();

        private static Func<IServiceProvider, TDoor> Compile()
        {
            var constructor = typeof(TDoor).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single();
            var services = Expression.Parameter(typeof(IServiceProvider));
            var needs = constructor
                .GetParameters()
                .Select(parameter => Expression.Call(Need.MakeGenericMethod(parameter.ParameterType), services));
            return Expression
                .Lambda<Func<IServiceProvider, TDoor>>(Expression.New(constructor, needs), services)
                .Compile();
        }
    }
}
