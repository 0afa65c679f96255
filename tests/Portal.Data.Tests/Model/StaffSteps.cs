using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Data.Tests.Model;

/// <summary>
/// Roles change: parts, seats and jobs end, and the person gets another worker. Whose person it is not, finds
/// nobody (P6).
/// </summary>
internal sealed class StaffSteps(ModelScene scene)
{
    private const string NextSupervisor = "Someone else";

    private readonly HashSet<Guid> _endedJobs = [];
    private readonly HashSet<Guid> _changedJobs = [];
    private readonly HashSet<Guid> _closedSeats = [];

    public async Task<string?> ChangeSupervisorAsync()
    {
        var (worker, job) = (scene.AnyWorker(), scene.Pick(scene.Cast.Jobs));
        var seen = _changedJobs.Contains(job.Id) ? NextSupervisor : null;
        var outcome = await scene.Door<PlacementDesk>().ChangeSupervisorAsync(worker, job.Id, NextSupervisor, seen);
        if (IsDone("a change of supervisor", MayChange(worker, job), outcome))
        {
            _changedJobs.Add(job.Id);
            scene.Oracle.EndParts(named => named.PlacementId == job.Id && named.Part == Part.Supervisor);
        }

        return $"{scene.NameOf(worker)} changes the supervisor of job {scene.Cast.Jobs.IndexOf(job)}";
    }

    public async Task<string?> EndJobAsync()
    {
        var (worker, job) = (scene.AnyWorker(), scene.Pick(scene.Cast.Jobs));
        var outcome = await scene.Door<PlacementDesk>().EndAsync(worker, job.Id, scene.Today, JobEndReason.NotSaid);
        if (IsDone("the end of a job", MayChange(worker, job), outcome))
        {
            _endedJobs.Add(job.Id);
            scene.Oracle.EndParts(named => named.PlacementId == job.Id);
        }

        return $"{scene.NameOf(worker)} ends job {scene.Cast.Jobs.IndexOf(job)}";
    }

    public async Task<string?> CloseSeatAsync()
    {
        var who = scene.AnyRecipient();
        var (actor, seatId) = (scene.Chance(50) ? scene.Cast.Manager : scene.AnyWorker(), who.Named.SeatId);
        var employerId = scene.Cast.Jobs.Single(job => job.Id == who.Named.PlacementId).EmployerId;
        var outcome = await scene.Door<Organisations>().CloseSeatAsync(actor, employerId, seatId);
        var mayClose =
            !_closedSeats.Contains(seatId)
            && (actor.Role == Role.ServiceManager || (scene.IsTheirs(actor) && !who.Ended));
        if (IsDone("the end of a seat", mayClose, outcome))
        {
            _closedSeats.Add(seatId);
            scene.Oracle.EndParts(named => named.SeatId == seatId);
        }

        return $"{scene.NameOf(actor)} closes the seat of {who.Named.Name}";
    }

    public async Task<string?> ReassignAsync()
    {
        var worker = scene.Chance(50) ? scene.Cast.Worker : scene.Cast.OtherWorker;
        var outcome = await scene
            .Door<Staff>()
            .ReassignAsync(scene.Cast.Manager, scene.Cast.PersonId, worker.AccountId);
        var isTheSame = scene.WorkerId == worker.AccountId;
        if (outcome is ChangeOutcome.Waits waits)
        {
            // Whoever gets the person cannot be the second one; whoever has them can.
            var holder = scene.WorkerId == scene.Cast.Worker.AccountId ? scene.Cast.Worker : scene.Cast.OtherWorker;
            var own = await scene.Door<Proposals>().AgreeAsync(worker, waits.ProposalId);
            scene.Expect("to agree to what one gets", nameof(ChangeOutcome.NotFound), own.GetType().Name);
            outcome = await scene.Door<Proposals>().AgreeAsync(holder, waits.ProposalId);
        }

        var expected = isTheSame ? nameof(ChangeOutcome.Invalid) : nameof(ChangeOutcome.Done);
        scene.Expect("another worker", expected, outcome.GetType().Name);
        scene.WorkerId = worker.AccountId;
        return $"the person is {scene.NameOf(worker)}'s now";
    }

    public async Task<string?> StopAsAskedAsync()
    {
        if (scene.AnyAgreement() is not var (who, one))
        {
            return null;
        }

        var (worker, isAll) = (scene.AnyWorker(), scene.Chance(30));
        var outcome = await scene
            .Door<WorkerHelp>()
            .StopAsync(worker, scene.Cast.PersonId, isAll ? null : one.Id, AskedBy.Telephone);
        if (IsDone("a stop as asked", scene.IsTheirs(worker), outcome))
        {
            scene.Oracle.Recipients.FindAll(each => isAll || each == who).ForEach(each => each.Stop());
        }

        return $"{scene.NameOf(worker)} stops {(isAll ? "all" : ModelScene.NameOf(who, one))}";
    }

    public async Task<string?> SetNewSharingWaitsAsync()
    {
        var (worker, waits) = (scene.AnyWorker(), !scene.NewSharingWaits || scene.Chance(20));
        var isTheirs = scene.IsTheirs(worker);
        var isSet = await scene.Door<WorkerHelp>().SetNewSharingWaitsAsync(worker, scene.Cast.PersonId, waits);
        scene.Expect("whether new sharing waits is set", isTheirs, isSet);
        scene.NewSharingWaits = isTheirs ? waits : scene.NewSharingWaits;
        return $"{scene.NameOf(worker)} {(waits ? "lets" : "no longer lets")} new sharing wait";
    }

    /// <summary>The person or their worker writes down that they are away, and perhaps when they come back.</summary>
    public async Task<string?> SetAwayAsync()
    {
        var job = scene.Pick(scene.Cast.Jobs);
        var from = scene.Today.AddDays(scene.Dice.Next(0, 15));
        DateOnly? back = scene.Chance(60) ? from.AddDays(scene.Dice.Next(1, 15)) : null;
        var actor = scene.Chance(50) ? scene.Cast.Person : scene.AnyWorker();
        var dates = JobDates.Of((await scene.Door<IWorkplaces>().PlacementAsync(job.Id))!);
        var outcome =
            actor.Role == Role.Person
                ? await scene.Door<TimesAway>().SetAsync(actor, job.Id, new TimeAway(from, back), dates.Stamp)
                : await scene
                    .Door<TaskDesk>()
                    .SetDatesAsync(actor, job.Id, dates with { AbsentFrom = from, ReturnsOn = back }, dates.Stamp);
        if (IsDone("days away", MayChange(actor, job), outcome))
        {
            scene.Oracle.SetAway(job.Id, from, back);
        }

        return $"{scene.NameOf(actor)}: away from job {scene.Cast.Jobs.IndexOf(job)} {from:MM-dd} to {back:MM-dd}";
    }

    private bool MayChange(Actor worker, Placement job) => scene.IsTheirs(worker) && !_endedJobs.Contains(job.Id);

    private bool IsDone(string what, bool mayBe, ChangeOutcome outcome)
    {
        scene.Expect(what, mayBe ? nameof(ChangeOutcome.Done) : nameof(ChangeOutcome.NotFound), outcome.GetType().Name);
        return mayBe;
    }
}
