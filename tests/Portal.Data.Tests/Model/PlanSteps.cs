using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Model;

/// <summary>The plan goes on being worked on. Each step says what it did; null when there was nothing to do.</summary>
internal sealed class PlanSteps(ModelScene scene)
{
    private const int MostLines = 12;

    private int _wordings;

    private PlanDesk Desk => scene.Door<PlanDesk>();

    public async Task<string?> EditAnyAsync() =>
        await EditAsync(scene.Pick(scene.Oracle.Plan), scene.Chance(60) ? scene.Cast.Person : scene.AnyWorker());

    /// <summary>Each edit has words of its own, and now and then the line becomes a step-up line or none.</summary>
    public async Task<string> EditAsync(PlanLine line, Actor actor)
    {
        var (text, stepUp) = (NextWording(line.Kind), line.StepUp != scene.Chance(15));
        var input = ModelWords.InputOf(line.Kind, line.JobId, stepUp, text) with { Status = line.Status };
        var outcome = await Desk.EditAsync(actor, scene.Cast.PersonId, line.Id, SeenOf(line), input);
        var expected =
            !scene.IsTheirs(actor) ? nameof(PlanOutcome.NotFound)
            : line.Retired ? nameof(PlanOutcome.RetiredMeanwhile)
            : nameof(PlanOutcome.Saved);
        scene.Expect("an edit", expected, outcome.GetType().Name);
        if (expected == nameof(PlanOutcome.Saved))
        {
            (line.Text, line.StepUp, line.Version) = (text, stepUp, line.Version + 1);
            // In other words an adjustment is a proposal again, until work has said yes to them.
            line.Status = line.Kind == LineKind.Adjustment ? LineStatus.Proposed : line.Status;
        }

        return $"{scene.NameOf(actor)} edits {scene.NameOf(line)}";
    }

    public async Task<string?> AddAsync()
    {
        if (scene.Oracle.Plan.Count >= MostLines)
        {
            return null;
        }

        var kind = scene.Pick(Enum.GetValues<LineKind>());
        var jobId = scene.Chance(30) ? scene.Pick(scene.Cast.Jobs).Id : (Guid?)null;
        var (text, stepUp) = (NextWording(kind), scene.Chance(20));
        var status = kind == LineKind.Adjustment ? LineStatus.Proposed : LineStatus.InPlace;
        var input = ModelWords.InputOf(kind, jobId, stepUp, text) with { Status = status };
        var outcome = await Desk.AddAsync(scene.Cast.Person, scene.Cast.PersonId, input);
        var saved = Assert.IsType<PlanOutcome.Saved>(outcome);
        scene.Oracle.Plan.Add(
            new PlanLine(saved.LineId, kind, jobId)
            {
                Text = text,
                StepUp = stepUp,
                Status = status,
            }
        );
        return $"add a line of {kind}";
    }

    public async Task<string?> RetireAsync()
    {
        var line = scene.Pick(scene.Oracle.Plan);
        var outcome = await Desk.RetireAsync(scene.Cast.Person, scene.Cast.PersonId, line.Id);
        scene.Expect(
            "a line is retired",
            line.Retired ? nameof(PlanOutcome.NotFound) : nameof(PlanOutcome.Saved),
            outcome.GetType().Name
        );
        line.Retired = true;
        scene.Oracle.Recipients.ForEach(who => who.TakeOff(line.Id));
        return $"retire {scene.NameOf(line)}";
    }

    /// <summary>What the form of a line carries, as the oracle has that line.</summary>
    private static string SeenOf(PlanLine line)
    {
        var input = ModelWords.InputOf(line.Kind, line.JobId, line.StepUp, line.Text);
        var kept = new Line
        {
            Id = line.Id,
            PlacementId = input.PlacementId,
            StepUp = input.StepUp,
            Status = line.Status,
            ReviewOn = input.ReviewOn,
            Current = new LineVersion(Guid.Empty, line.Version, input.Content, Hash: "", At: default),
        };
        return kept.Stamp;
    }

    private string NextWording(LineKind kind) => $"{kind} in wording {++_wordings}";
}
