using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Pathways;

/// <summary>Everything that a person and their worker have written down together.</summary>
/// <param name="Entries">Oldest first.</param>
public sealed record PathwayPage(Guid PersonId, string PersonName, IReadOnlyList<PathwayEntry> Entries)
{
    public PathwayEntry? Newest(PathwayForm form) => Entries.LastOrDefault(entry => entry.Form == form);

    /// <summary>The entries of one form, newest first.</summary>
    public IReadOnlyList<PathwayEntry> Of(PathwayForm form) => [.. Entries.Where(e => e.Form == form).Reverse()];
}

/// <summary>What came of saving a form.</summary>
public abstract record PathwayOutcome
{
    private PathwayOutcome() { }

    public sealed record Saved : PathwayOutcome;

    public sealed record Invalid(IReadOnlyList<Problem> Problems) : PathwayOutcome;

    /// <summary>Somebody else saved this form meanwhile; nothing of either is lost.</summary>
    public sealed record ChangedMeanwhile(PathwayEntry Theirs) : PathwayOutcome;

    /// <summary>Unknown and forbidden alike (P6).</summary>
    public sealed record NotFound : PathwayOutcome;
}

/// <summary>
/// The door to what is kept between a person and their worker, and shown to nobody else: no door that shares
/// anything can name these types (P7).
/// </summary>
public sealed class PathwayDesk
{
    private readonly IPathways _pathways;
    private readonly PlanAccess _access;
    private readonly IAccounts _accounts;
    private readonly TaskClosing _tasks;
    private readonly Asking _asking;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal PathwayDesk(
        IPathways pathways,
        PlanAccess access,
        IAccounts accounts,
        TaskClosing tasks,
        Asking asking,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _pathways = pathways;
        _access = access;
        _accounts = accounts;
        _tasks = tasks;
        _asking = asking;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>Null when it is not this actor's to see. A worker's read is recorded (P4).</summary>
    public Task<PathwayPage?> ReadAsync(Actor actor, Guid personId) =>
        actor.IsRepresentative ? Task.FromResult<PathwayPage?>(null)
        : actor.Role == Role.Person ? PageAsync(actor, personId)
        : _work.CommitAsync(() => PageAsync(actor, personId));

    /// <param name="typed">The answers as typed.</param>
    /// <param name="on">The day that a dated form is about; not used by the others.</param>
    /// <param name="seen">The number of the entry that was on the page; 0 for none. A dated form does not ask.</param>
    public Task<PathwayOutcome> SaveAsync(
        Actor actor,
        Guid personId,
        PathwayForm form,
        IReadOnlyDictionary<PathwayField, string?> typed,
        DateOnly? on,
        int seen
    ) =>
        _work.CommitAsync<PathwayOutcome>(async () =>
        {
            if (await _access.PersonForAsync(actor, personId) is not { } person || !MayWrite(actor, form))
            {
                return new PathwayOutcome.NotFound();
            }

            await _asking.HearPersonAsync(actor, personId, HeardIn.Notes, [.. typed.Values]);
            var newest = (await _pathways.OfPersonAsync(personId)).LastOrDefault(entry => entry.Form == form);
            var (kept, problems) = PathwayAnswers.Of(form, typed);
            problems = [.. DayProblems(form, on, kept), .. problems];
            if (problems.Count > 0)
            {
                return new PathwayOutcome.Invalid(problems);
            }

            if (newest is not null && newest.Number != seen && !PathwayForms.IsDated(form))
            {
                return new PathwayOutcome.ChangedMeanwhile((await NamedAsync(person, [newest])).Single());
            }

            var entry = await AddAsync(actor, personId, form, kept, on, (newest?.Number ?? 0) + 1);
            if (MoneyWeeks.Of(entry).Any(week => week.IsShort))
            {
                await _asking.OnceAsync(actor, person, HelpKind.ShortWeek);
            }
            else if (form == PathwayForm.MoneyPlan && actor.Role == Role.SupportWorker)
            {
                await _asking.SpokeAsync(actor, personId, HelpKind.ShortWeek);
            }

            return new PathwayOutcome.Saved();
        });

    /// <summary>A meeting has been, and the next one is ahead.</summary>
    private IReadOnlyList<Problem> DayProblems(
        PathwayForm form,
        DateOnly? on,
        IReadOnlyDictionary<PathwayField, string> kept
    )
    {
        var next = PathwayAnswers.DayOf(kept.GetValueOrDefault(PathwayField.NextReviewOn));
        return new Check()
            .That("On", !PathwayForms.IsDated(form) || on?.Year is >= 2000 and < 2100, "Enter the day")
            .That("On", !PathwayForms.IsDated(form) || !(on > Today()), "The day must be today or before")
            .That(
                $"Answers[{PathwayField.NextReviewOn}]",
                next is null || (next > Today() && next <= Today().AddYears(2)),
                "The next review must be after today, and within two years"
            )
            .Problems;
    }

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    private async Task<PathwayEntry> AddAsync(
        Actor actor,
        Guid personId,
        PathwayForm form,
        IReadOnlyDictionary<PathwayField, string> kept,
        DateOnly? on,
        int number
    )
    {
        var entry = new PathwayEntry
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            Form = form,
            Number = number,
            At = _clock.GetUtcNow(),
            By = actor.AccountId,
            On = PathwayForms.IsDated(form) ? on!.Value : Today(),
            Answers = kept,
        };
        await _pathways.AddAsync(entry);
        var saved = new LedgerEvent(personId, LedgerKind.PathwaySaved, actor.AccountId) { Detail = form.ToString() };
        await _ledger.AppendAsync(saved);
        if (form == PathwayForm.MoneyPlan)
        {
            await _tasks.LookAtMoneyOnAsync(personId, entry.Day(PathwayField.MidMonthReview));
        }

        if (actor.Role == Role.SupportWorker)
        {
            await _tasks.WrittenAsync(personId, actor.AccountId, form);
        }

        return entry;
    }

    private async Task<PathwayPage?> PageAsync(Actor actor, Guid personId)
    {
        if (await _access.PersonForAsync(actor, personId) is not { } person)
        {
            return null;
        }

        if (actor.Role != Role.Person)
        {
            await _ledger.StaffReadAsync(actor, personId, "pathway");
        }

        var entries = await NamedAsync(person, await _pathways.OfPersonAsync(personId));
        return new PathwayPage(personId, person.Name, entries);
    }

    private async Task<IReadOnlyList<PathwayEntry>> NamedAsync(Person person, IReadOnlyList<PathwayEntry> entries)
    {
        var names = await _accounts.NamesAsync(entries.Select(entry => entry.By).Distinct());
        return [.. entries.Select(entry => entry with { ByName = NameOf(entry.By) })];

        string NameOf(Guid by) => by == person.AccountId ? person.Name : names.GetValueOrDefault(by)?.Name ?? "";
    }

    private static bool MayWrite(Actor actor, PathwayForm form) =>
        !actor.IsRepresentative
        && Enum.IsDefined(form)
        && (actor.Role != Role.Person || !PathwayForms.IsWorkersOwn(form));
}
