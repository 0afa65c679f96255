using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Portal.Data.Tests.Races;
using Portal.Data.Tests.Support;

namespace Portal.Data.Tests.Model;

/// <summary>What came of one history.</summary>
/// <param name="Log">Every step that was taken.</param>
/// <param name="Fault">Where portal and oracle part; null when they never do.</param>
/// <param name="Shown">How often somebody was shown something.</param>
internal sealed record HistoryResult(string Log, string? Fault, int Shown);

/// <summary>
/// One history, made from its seed: real doors on a real database, in one transaction that is taken back at the
/// end. After every step each recipient looks, and must see what the oracle says.
/// </summary>
internal sealed class ModelHistory
{
    private const int FewestSteps = 7;
    private const int MostSteps = 14;

    private readonly ModelScene _scene;
    private readonly SheetView _view;
    private readonly GivingSteps _giving;
    private readonly List<(int Weight, Func<Task<string?>> TakeAsync)> _steps;
    private readonly List<string> _log = [];
    private int _shown;
    private bool _isOver;

    private ModelHistory(ModelScene scene, SheetView view)
    {
        var plan = new PlanSteps(scene);
        (_scene, _view, _giving) = (scene, view, new GivingSteps(scene, plan));
        _steps = StepsOf(plan, _giving, new TakingSteps(scene), new StaffSteps(scene), new PassingSteps(scene));
    }

    private string Log => string.Join("; ", _log);

    public static Task<HistoryResult> RunAsync(RaceFolder folder, ModelCast cast, SheetView view, int seed) =>
        folder.InScopeAsync(async services =>
        {
            // Each begins on the same evening: what it does must depend on its seed alone.
            folder.Clock.AdjustTime(TestClock.Today.AddHours(18));
            var history = new ModelHistory(new ModelScene(services, folder.Clock, cast, seed), view);
            await history.WalkAndTakeBackAsync(services.GetRequiredService<PortalDb>());
            var fault = history._scene.Faults.Count > 0 ? string.Join("; ", history._scene.Faults) : null;
            return new HistoryResult(history.Log, fault, history._shown);
        });

    private async Task WalkAndTakeBackAsync(PortalDb db)
    {
        try
        {
            await db.CommitAsync<bool>(async () =>
            {
                await WalkAsync();
                _isOver = true;
                throw new OperationCanceledException("A history is never committed.");
            });
        }
        catch (OperationCanceledException) when (_isOver)
        {
            // As it should be: the database is as it was.
        }
    }

    private async Task WalkAsync()
    {
        try
        {
            var steps = _scene.Dice.Next(FewestSteps, MostSteps + 1);
            for (var step = 0; step < steps && _scene.Faults.Count == 0; step++)
            {
                await TakeStepAsync(isFirst: step == 0);
                await LookAsync();
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{fault.Message} After: {Log}", fault);
        }
    }

    /// <summary>It begins with something to see; a step for which there is no room yet gives way to another.</summary>
    private async Task TakeStepAsync(bool isFirst)
    {
        var taken = isFirst ? await _giving.GiveAsync() : null;
        while (taken is null)
        {
            taken = await AnyStep()();
        }

        _log.Add(taken);
    }

    private async Task LookAsync()
    {
        foreach (var who in _scene.Oracle.Recipients)
        {
            var seen = await _view(_scene.Services, who.Named, who.Named.AccountId);
            _scene.ExpectWords($"{who.Named.Name} sees", _scene.Oracle.Sees(who), seen);
            _shown += seen.Count > 0 ? 1 : 0;
        }
    }

    private Func<Task<string?>> AnyStep()
    {
        var left = _scene.Dice.Next(_steps.Sum(step => step.Weight));
        return _steps.First(step => (left -= step.Weight) < 0).TakeAsync;
    }

    private static List<(int Weight, Func<Task<string?>> TakeAsync)> StepsOf(
        PlanSteps plan,
        GivingSteps giving,
        TakingSteps taking,
        StaffSteps staff,
        PassingSteps passing
    ) =>
        [
            (18, giving.GiveAsync),
            (3, giving.GiveAfterAnEditAsync),
            (5, giving.GiveWhatWasKeptAsync),
            (2, giving.DeclineAsync),
            (7, taking.PauseAsync),
            (7, taking.ResumeAsync),
            (4, taking.StopAsync),
            (4, taking.CancelAsync),
            (1, taking.StopAllAsync),
            (5, taking.StopLineAsync),
            (4, taking.SetNeverShareAsync),
            (3, taking.SetWaitAsync),
            (6, taking.StepUpAsync),
            (2, taking.EndStepUpAsync),
            (6, taking.AttestAsync),
            (8, plan.EditAnyAsync),
            (2, plan.AddAsync),
            (3, plan.RetireAsync),
            (1, staff.ChangeSupervisorAsync),
            (1, staff.EndJobAsync),
            (1, staff.CloseSeatAsync),
            (5, staff.SetAwayAsync),
            (2, staff.ReassignAsync),
            (2, staff.StopAsAskedAsync),
            (2, staff.SetNewSharingWaitsAsync),
            (20, passing.MoveClockAsync),
            (4, passing.MakeRoundsAsync),
            (4, passing.TryCodeAsync),
        ];
}
