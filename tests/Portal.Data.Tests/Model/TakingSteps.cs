using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Data.Tests.Model;

/// <summary>What the person, or the recipient themselves, does about what was agreed.</summary>
internal sealed class TakingSteps(ModelScene scene)
{
    private static readonly int[] StepUpDays = [1, 3, 7, 14];

    private Actor Person => scene.Cast.Person;

    private ConsentRegister Register => scene.Door<ConsentRegister>();

    private Safeguards Safeguards => scene.Door<Safeguards>();

    public Task<string?> PauseAsync() =>
        ActAsync("pause", one => Register.PauseAsync(Person, one.Id), (who, _) => who.Pause());

    public async Task<string?> ResumeAsync()
    {
        if (scene.AnyAgreement() is not var (who, one))
        {
            return null;
        }

        var may = !scene.Oracle.MustWait && !scene.NewSharingWaits;
        scene.Expect("whether it goes on", may, await Register.ResumeAsync(Person, one.Id));
        if (may)
        {
            who.Resume(scene.Oracle.Now);
        }

        return $"{(may ? "resume" : "try to resume")} {ModelScene.NameOf(who, one)}";
    }

    public Task<string?> StopAsync() =>
        ActAsync("stop", one => Register.StopAsync(Person, one.Id), (who, _) => who.Stop());

    public Task<string?> CancelAsync() =>
        ActAsync("cancel", one => Register.CancelAsync(Person, one.Id), (_, one) => one.Over = true);

    public async Task<string?> StopAllAsync()
    {
        var open = scene.Oracle.Recipients.Sum(who => who.Agreements.Count(one => !one.Over));
        scene.Expect("how many were stopped", open, await Register.StopAllAsync(Person));
        scene.Oracle.Recipients.ForEach(who => who.Stop());
        return "stop all";
    }

    public async Task<string?> StopLineAsync()
    {
        if (scene.AnyAgreement() is not var (who, one) || one.Words.Count == 0)
        {
            return null;
        }

        var lineId = scene.Pick(one.Words).LineId;
        scene.Expect("a line is stopped", expected: true, await Register.StopLineAsync(Person, one.Id, lineId));
        who.TakeOff(lineId);
        var line = scene.Oracle.Plan.Find(each => each.Id == lineId)!;
        return $"stop {scene.NameOf(line)} for {who.Named.Name}";
    }

    public async Task<string?> SetNeverShareAsync()
    {
        var (line, never) = (scene.Pick(scene.Oracle.Plan), scene.Chance(55));
        scene.Expect(
            "there is such a line",
            expected: true,
            await Safeguards.SetNeverShareAsync(Person, line.Id, never)
        );
        scene.Oracle.SetNeverShare(line, never);
        if (never)
        {
            scene.Oracle.Recipients.ForEach(who => who.TakeOff(line.Id));
        }

        return $"{(never ? "never share" : "take back never to share")} {scene.NameOf(line)}";
    }

    public async Task<string?> SetWaitAsync()
    {
        var wait = scene.Chance(45);
        await Safeguards.SetWaitAsync(Person, wait);
        scene.Oracle.SetWait(wait);
        return wait ? "always wait" : "take back always to wait";
    }

    public async Task<string?> StepUpAsync()
    {
        var days = scene.Pick(StepUpDays);
        scene.Expect(
            "what is wrong with the switch",
            0,
            (await Safeguards.StepUpAsync(Person, days, tell: false)).Count
        );
        scene.Oracle.SetStepUp(days);
        return $"step up for {days}";
    }

    public async Task<string?> EndStepUpAsync()
    {
        await Safeguards.EndStepUpAsync(Person);
        scene.Oracle.SetStepUp(days: 0);
        return "step down";
    }

    /// <summary>Whoever is shown nothing has nothing to answer for.</summary>
    public async Task<string?> AttestAsync()
    {
        var (who, isStill) = (scene.AnyRecipient(), scene.Chance(85));
        var actor = new Actor(who.Named.AccountId, Role.Supervisor, personId: null);
        var isAsked = await scene.Door<Attestations>().AnswerAsync(actor, who.Named.Code, isStill);
        scene.Expect($"{who.Named.Name} has something to answer for", scene.Oracle.Attest(who, isStill), isAsked);
        return $"{who.Named.Name} says {(isStill ? "still" : "no longer")}";
    }

    private async Task<string?> ActAsync(
        string name,
        Func<Agreement, Task<bool>> act,
        Action<OracleRecipient, Agreement> happens
    )
    {
        if (scene.AnyAgreement() is not var (who, one))
        {
            return null;
        }

        scene.Expect($"{name} finds it", expected: true, await act(one));
        happens(who, one);
        return $"{name} {ModelScene.NameOf(who, one)}";
    }
}
