using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.CheckIns;

/// <summary>A person's check-ins, and what they suggest.</summary>
public sealed record CheckInPage(string PersonName, IReadOnlyList<CheckIn> CheckIns, Advice Advice);

/// <summary>The door to check-ins: for the person and their worker, and for nobody else (P7), whoever decides by law.</summary>
public sealed class CheckInDesk
{
    private readonly ICheckIns _checkIns;
    private readonly PlanAccess _access;
    private readonly IWorkplaces _workplaces;
    private readonly IPathways _pathways;
    private readonly TaskClosing _tasks;
    private readonly Asking _asking;
    private readonly IHelpRequests _requests;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal CheckInDesk(
        ICheckIns checkIns,
        PlanAccess access,
        IWorkplaces workplaces,
        IPathways pathways,
        TaskClosing tasks,
        Asking asking,
        IHelpRequests requests,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _checkIns = checkIns;
        _access = access;
        _workplaces = workplaces;
        _pathways = pathways;
        _tasks = tasks;
        _asking = asking;
        _requests = requests;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>Null when it is not this actor's to see. A worker's read is recorded (P4).</summary>
    public Task<CheckInPage?> ReadAsync(Actor actor, Guid personId) =>
        actor.IsRepresentative ? Task.FromResult<CheckInPage?>(null)
        : actor.Role == Role.Person ? PageAsync(actor, personId)
        : _work.CommitAsync(() => PageAsync(actor, personId));

    /// <returns>What is wrong; empty when saved; null when it is not this actor's.</returns>
    public Task<IReadOnlyList<Problem>?> AddAsync(
        Actor actor,
        Guid personId,
        IReadOnlyDictionary<Topic, int> scores,
        string? words
    ) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            if (actor.IsRepresentative || await _access.PersonForAsync(actor, personId) is null)
            {
                return null;
            }

            var isDanger = CheckInRules.IsCryForHelp(scores) || DangerWords.AreIn(words);
            await _asking.HearAsync(actor, personId, HeardIn.CheckIn, isDanger);
            var check = new Check()
                .That("Scores", scores.Count > 0 || Typed.TextOrNull(words) is not null, "Answer at least one question")
                .That(
                    "Scores",
                    scores.All(s => Enum.IsDefined(s.Key) && s.Value is >= CheckIn.Lowest and <= CheckIn.Highest),
                    "Choose a number from 1 to 5"
                )
                .Optional("Words", Typed.TextOrNull(words), CheckIn.LongestWords, "What you write");
            if (check.Ok)
            {
                await KeepAsync(actor, personId, scores, Typed.TextOrNull(words));
            }

            return check.Problems;
        });

    private async Task KeepAsync(Actor actor, Guid personId, IReadOnlyDictionary<Topic, int> scores, string? words)
    {
        var checkIn = new CheckIn
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            At = _clock.GetUtcNow(),
            ByPerson = actor.Role == Role.Person,
            Scores = scores,
            Words = words,
        };
        await _checkIns.AddAsync(checkIn);
        await _tasks.CheckedInAsync(personId, actor.AccountId);
    }

    private async Task<CheckInPage?> PageAsync(Actor actor, Guid personId)
    {
        if (await _access.PersonForAsync(actor, personId) is not { } person)
        {
            return null;
        }

        if (actor.Role != Role.Person)
        {
            await _ledger.StaffReadAsync(actor, personId, "check-ins");
        }

        var all = await _checkIns.OfPersonAsync(personId);
        var placements = await _workplaces.PlacementsAsync(personId);
        var isGraded = placements.Any(placement => placement is { EndedAt: null, IsGraded: true });
        var limits = (await _pathways.OfPersonAsync(personId)).LastOrDefault(e => e.Form == PathwayForm.GradedHours);
        var waiting = await _requests.OpenOfAsync(personId);
        var isHeard = waiting.Any(r => r.HeardIn is not null && r.ReaderId == person.WorkerId);
        var advice = CheckInRules.Of(all, isGraded, _clock.GetUtcNow(), limits?.At, isHeard);
        return new CheckInPage(person.Name, all, advice);
    }
}
