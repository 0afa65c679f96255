using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Notices;
using Portal.Data.People;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests;

public sealed class DoorsTests : OnTheDemo
{
    private static readonly Type[] Doors =
    [
        typeof(PlanDesk),
        typeof(Catalogue),
        typeof(ShareJourney),
        typeof(ConsentRegister),
        typeof(Safeguards),
        typeof(WorkerHelp),
        typeof(ConsentRounds),
        typeof(Attestations),
        typeof(HelpDesk),
        typeof(HelpAnswers),
        typeof(DisclosureGateway),
        typeof(TeamList),
        typeof(CalendarFeed),
        typeof(FeedbackDesk),
        typeof(FeedbackGiving),
        typeof(Limits),
        typeof(TimesAway),
        typeof(Agreements),
        typeof(AccessLog),
        typeof(OwnRecord),
        typeof(Domain.Caseload.Caseload),
        typeof(PlacementDesk),
        typeof(Organisations),
        typeof(LeadLists),
        typeof(OwnOrganisation),
        typeof(Staff),
        typeof(StaffAccounts),
        typeof(WorkerTasks),
        typeof(Desk),
        typeof(TaskDesk),
        typeof(Escalation),
        typeof(Outcomes),
        typeof(Domain.Pathways.PathwayDesk),
        typeof(Domain.CheckIns.CheckInDesk),
        typeof(Authorities),
        typeof(SignInCheck),
        typeof(Sessions),
        typeof(Passkeys),
        typeof(Passwords),
        typeof(SecondStep),
        typeof(OrganisationLinks),
        typeof(Invitations),
        typeof(BackIn),
        typeof(MailDispatch),
        typeof(MailRoom),
        typeof(NoticeChoices),
        typeof(Operations),
    ];

    [Fact]
    public async Task Every_door_can_be_opened()
    {
        await using var scope = Folder.Services.CreateAsyncScope();

        var opened = Doors.Select(door => scope.ServiceProvider.GetRequiredService(door).GetType()).ToArray();

        Assert.Equal(Doors, opened);
    }
}
