using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Data.Demo;

/// <summary>What the worker of the demo does around a job, and what is written down together.</summary>
internal sealed partial class DemoCast
{
    /// <summary>The real days of the first shifts, and the protocols that were chosen.</summary>
    public async Task SetDatesAsync(
        Guid placementId,
        int[] shiftDays,
        bool hasBenefitsPlan = false,
        bool isGraded = false
    )
    {
        var job = await DoAsync<PlacementDesk, Placement?>(desk => desk.FindAsync(Worker, placementId));
        var kept = JobDates.Of(job!);
        var dates = kept with
        {
            Shifts = [.. shiftDays.Select(Day)],
            HasBenefitsPlan = hasBenefitsPlan,
            IsGraded = isGraded,
        };
        await DoAsync<TaskDesk, ChangeOutcome>(t => t.SetDatesAsync(Worker, placementId, dates, kept.Stamp));
    }

    /// <summary>The worker has done these things around a job.</summary>
    public async Task DoneAsync(Guid placementId, params string[] keys)
    {
        foreach (var key in keys)
        {
            _ = IdOf(await DoAsync<TaskDesk, ChangeOutcome>(t => t.DoAsync(Worker, placementId, key)));
        }
    }

    /// <summary>The worker has talked with somebody about all that waited.</summary>
    public async Task TalkedAsync(Actor person)
    {
        var open = await DoAsync<IHelpRequests, IReadOnlyList<HelpRequest>>(r => r.OpenOfAsync(person.PersonId!.Value));
        foreach (var request in open)
        {
            await DoAsync<HelpAnswers, IReadOnlyList<Problem>?>(h =>
                h.ActAsync(Worker, request.Id, HelpAct.Spoke, note: null)
            );
        }
    }

    /// <summary>The worker writes down how the job stands.</summary>
    public async Task MarkerAsync(
        Guid placementId,
        int week,
        Evidence evidence,
        HousingStatus housing,
        JobKind? kind
    ) =>
        _ = IdOf(
            await DoAsync<Outcomes, ChangeOutcome>(o =>
                o.RecordAsync(
                    Worker,
                    placementId,
                    week,
                    new OutcomeAnswer(IsHeld: true, week == 0 ? kind : null, evidence, housing)
                )
            )
        );

    /// <summary>Somebody fills in one of the forms between person and worker, for the first time or on a day.</summary>
    public async Task WriteAsync(
        Actor actor,
        Actor person,
        PathwayForm form,
        Dictionary<PathwayField, string?> answers,
        int? day = null
    )
    {
        var on = day is { } number ? Day(number) : (DateOnly?)null;
        var outcome = await DoAsync<PathwayDesk, PathwayOutcome>(d =>
            d.SaveAsync(actor, person.PersonId!.Value, form, answers, on, seen: 0)
        );
        if (outcome is not PathwayOutcome.Saved)
        {
            throw new InvalidOperationException($"The form {form} of the demo was not saved.");
        }
    }

    /// <summary>The person fills in a check-in: the same number for everything but sleep.</summary>
    public async Task CheckInAsync(Actor person, int most, int sleep, string? words = null)
    {
        var scores = Enum.GetValues<Topic>().ToDictionary(topic => topic, topic => topic == Topic.Sleep ? sleep : most);
        await DoAsync<CheckInDesk, IReadOnlyList<Problem>?>(d =>
            d.AddAsync(person, person.PersonId!.Value, scores, words)
        );
    }
}
