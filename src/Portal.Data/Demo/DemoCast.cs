using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>The people of the demo, and what they do: each act opens one door, as a page would.</summary>
internal sealed partial class DemoCast(IServiceProvider services, DemoClock clock)
{
    public const string Domain = "demo.example";

    public Actor Worker { get; private set; } = null!;

    public async Task GatherAsync()
    {
        var (link, code) = await DoAsync<Operations, (string, string)>(o =>
            o.CreateManagerAsync("Ines Garrow", Address("manager"))
        );
        await JoinAsync(link, code, "Ines Garrow");
        var manager = await ActorAsync("manager");
        await DoAsync<Staff, ChangeOutcome>(s => s.AddWorkerAsync(manager, "Sam Oakley", Address("worker1")));
        await DoAsync<Staff, ChangeOutcome>(s => s.AddWorkerAsync(manager, "Lee Marchmont", Address("worker2")));
        await JoinAsync("worker1", "Sam Oakley");
        await JoinAsync("worker2", "Lee Marchmont");
        Worker = await ActorAsync("worker1");
    }

    /// <summary>Goes on with a cast that was gathered before.</summary>
    public async Task FindAsync() => Worker = await ActorAsync("worker1");

    public void MoveTo(int day, int hour, int minute = 0) =>
        clock.Now = Start.AddDays(day).AddHours(hour).AddMinutes(minute);

    public DateOnly Day(int day) => DateOnly.FromDateTime(Start.AddDays(day).Date);

    public async Task<Guid> EmployerAsync(string name) =>
        IdOf(await DoAsync<Organisations, ChangeOutcome>(o => o.AddAsync(Worker, name)));

    public async Task LeadAsync(Guid employerId, string account, string name)
    {
        await DoAsync<Organisations, ChangeOutcome>(o => o.AddLeadAsync(Worker, employerId, name, Address(account)));
        await JoinAsync(account, name);
    }

    /// <summary>Registers a person, who joins and accepts the privacy notice.</summary>
    public async Task<Actor> PersonAsync(string account, string name, SafeContact contact)
    {
        var personId = IdOf(
            await DoAsync<Portal.Domain.Caseload.Caseload, ChangeOutcome>(c =>
                c.RegisterAsync(Worker, name, Address(account), hasMailbox: true)
            )
        );
        await DoAsync<Portal.Domain.Caseload.Caseload, ChangeOutcome>(c =>
            c.SetContactAsync(Worker, personId, contact, SafeContact.None.Stamp)
        );
        await JoinAsync(account, null);
        var person = await ActorAsync(account);
        await DoAsync<OwnRecord, bool>(async o =>
        {
            await o.AcceptPrivacyNoticeAsync(person);
            return true;
        });
        return person;
    }

    public async Task<Guid> PlacementAsync(
        Actor person,
        Guid employerId,
        string jobTitle,
        DateOnly startsOn,
        string supervisor
    ) =>
        IdOf(
            await DoAsync<Portal.Domain.Caseload.Caseload, ChangeOutcome>(c =>
                c.AddPlacementAsync(Worker, person.PersonId!.Value, employerId, jobTitle, startsOn, supervisor)
            )
        );

    public async Task<Guid> LineAsync(
        Actor by,
        Actor person,
        LineContent content,
        LineStatus status = LineStatus.Proposed,
        DateOnly? review = null,
        bool stepUp = false
    )
    {
        var input = new LineInput(content, null, stepUp, status, review);
        return
            await DoAsync<PlanDesk, PlanOutcome>(d => d.AddAsync(by, person.PersonId!.Value, input))
                is PlanOutcome.Saved saved
            ? saved.LineId
            : throw new InvalidOperationException("A line of the demo is not a good line.");
    }

    public async Task<Guid> ShareAsync(
        Actor person,
        NewRecipient who,
        IReadOnlyCollection<Guid> lines,
        FeedbackShown shown,
        FeedbackRhythm rhythm = FeedbackRhythm.None
    )
    {
        var draftId = await DoAsync<ShareJourney, Guid>(j => j.StartAsync(person));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseNewAsync(person, draftId, who, handOver: false));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseLinesAsync(person, draftId, lines));
        var preview = await DoAsync<ShareJourney, Preview?>(j => j.PreviewAsync(person, draftId));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ConfirmPreviewAsync(person, draftId, preview!.Hash));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseStartAsync(person, draftId, ShareStart.Now, null));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseEndAsync(person, draftId, ShareUntil.ThreeMonths, null));
        await DoAsync<ShareJourney, DraftOutcome>(j => j.ChooseChannelAsync(person, draftId, Channel.Portal));
        await DoAsync<ShareJourney, DraftOutcome>(j =>
            j.ChooseUseAsync(person, draftId, mayPrint: true, mayGiveFeedback: true, shown, rhythm)
        );
        var yes = new Yes(preview!.Hash, Present.Worker, WaitADay: false);
        return
            await DoAsync<ConsentRegister, GiveOutcome>(r => r.GiveAsync(person, draftId, yes))
                is GiveOutcome.Given given
            ? given.ConsentId
            : throw new InvalidOperationException("A consent of the demo was not given.");
    }

    public Task<bool> StopAsync(Actor person, Guid consentId) =>
        DoAsync<ConsentRegister, bool>(r => r.StopAsync(person, consentId));

    /// <summary>A recipient takes up the invitation and accepts the guideline.</summary>
    public async Task<Actor> RecipientAsync(string account, string name)
    {
        await JoinAsync(account, name);
        var recipient = await ActorAsync(account);
        await DoAsync<TeamList, bool>(async t =>
        {
            await t.AcceptGuidelineAsync(recipient);
            return true;
        });
        return recipient;
    }

    public async Task LookAsync(Actor recipient)
    {
        var device = new Device("Chrome on Android", "IPv4", IsKnown: true);
        var session = await DoAsync<Sessions, Guid>(s =>
            s.StartAsync(recipient.AccountId, recipient.Role, WayIn.Password, device, isComplete: true)
        );
        foreach (
            var (code, _, _) in await DoAsync<IDisclosureReader, IReadOnlyList<(string Code, string, Part)>>(r =>
                r.CodesAsync(recipient.AccountId)
            )
        )
        {
            await DoAsync<DisclosureGateway, SheetOutcome>(g =>
                g.OpenAsync(new SheetRequest(recipient.AccountId, session, code, SheetUse.Sheet))
            );
        }

        // Whoever tries the demo is the first to sign in: no device of theirs is a new one.
        await DoAsync<PortalDb, int>(db =>
            db.CommitAsync(() => db.Sessions.Where(s => s.Id == session).ExecuteDeleteAsync())
        );
    }

    /// <summary>The recipient says that they are still in that part.</summary>
    public async Task AttestAsync(Actor recipient)
    {
        foreach (
            var (code, _, _) in await DoAsync<IDisclosureReader, IReadOnlyList<(string Code, string, Part)>>(r =>
                r.CodesAsync(recipient.AccountId)
            )
        )
        {
            await DoAsync<Attestations, bool>(a => a.AnswerAsync(recipient, code, isStill: true));
        }
    }

    public async Task NameLeadAsync(string account)
    {
        var (manager, lead) = (await ActorAsync("manager"), await AccountIdAsync(account));
        if (await DoAsync<Staff, ChangeOutcome>(s => s.NameLeadAsync(manager, lead)) is ChangeOutcome.Waits { } waits)
        {
            await DoAsync<Proposals, ChangeOutcome>(p => p.AgreeAsync(Worker, waits.ProposalId));
        }
    }

    /// <summary>What the background worker would have told people by now.</summary>
    public async Task MakeRoundsAsync()
    {
        await DoAsync<ConsentRounds, int>(rounds => rounds.RunAsync());
        var times = new EscalationTimes(TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        await DoAsync<Escalation, int>(escalation => escalation.RunAsync(times));
    }

    /// <summary>The story's own mails went out long ago; none is sent when the demo starts.</summary>
    public Task SettleMailAsync() =>
        DoAsync<PortalDb, bool>(db =>
            db.CommitAsync(async () =>
            {
                await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.SentAt, clock.Now));
                return true;
            })
        );

    public static string Address(string account) => $"{account}@{Domain}";

    private DateTimeOffset Start { get; } = new(clock.Now.UtcDateTime.Date, TimeSpan.Zero);

    private async Task JoinAsync(string account, string? name)
    {
        var accountId = await AccountIdAsync(account);
        var row = await DoAsync<PortalDb, InvitationRow>(db =>
            db.Invitations.SingleAsync(i => i.AccountId == accountId && i.UsedAt == null && i.RevokedAt == null)
        );
        var link = await DoAsync<InvitationStore, string>(i => Task.FromResult(i.LinkOf(row)));
        var code = await DoAsync<InvitationStore, string?>(i => Task.FromResult(i.CodeOf(row)));
        await JoinAsync(link, code!, name);
    }

    private async Task JoinAsync(string link, string code, string? name)
    {
        var token = link[(link.LastIndexOf('/') + 1)..];
        var joined = await DoAsync<Invitations, JoinOutcome>(i =>
            i.AcceptAsync(token, code, name, new NewWayIn.Password(DemoSeed.Password), network: "")
        );
        _ = joined as JoinOutcome.Joined ?? throw new InvalidOperationException("Someone of the demo could not join.");
    }

    private async Task<Actor> ActorAsync(string account)
    {
        var accountId = await AccountIdAsync(account);
        return (await DoAsync<SignInCheck, Actor?>(c => c.ActorOfAsync(accountId)))!;
    }

    private Task<Guid> AccountIdAsync(string account)
    {
        var email = Address(account);
        return DoAsync<PortalDb, Guid>(db => db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync());
    }

    private static Guid IdOf(ChangeOutcome outcome) =>
        outcome is ChangeOutcome.Done done
            ? done.Id
            : throw new InvalidOperationException("The demo's story does not hold.");

    /// <summary>Each act is a request of its own, with a scope of its own.</summary>
    private async Task<TResult> DoAsync<TDoor, TResult>(Func<TDoor, Task<TResult>> act)
        where TDoor : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TDoor>());
    }
}
