using Portal.Domain.Consents;

namespace Portal.Data.Tests.Model;

/// <summary>Time passes, the rounds are made, and strangers try codes: nobody sees more for any of it.</summary>
internal sealed class PassingSteps(ModelScene scene)
{
    private static readonly TimeSpan LongestToMoment = TimeSpan.FromDays(100);

    /// <summary>Some while; or up to the very moment at which something begins or ends, or just before it.</summary>
    public Task<string?> MoveClockAsync()
    {
        var by = scene.Chance(50) ? ToMoment() ?? AnyWhile() : AnyWhile();
        scene.Advance(by);
        return Task.FromResult<string?>($"{by} later");
    }

    /// <summary>The rounds tell people of what time has done. They start and end nothing.</summary>
    public async Task<string?> MakeRoundsAsync()
    {
        await scene.Door<ConsentRounds>().RunAsync();
        return "rounds";
    }

    public async Task<string?> TryCodeAsync()
    {
        var named = scene.Pick(scene.Cast.Recipients);
        var others = scene.Cast.Recipients.Where(other => other.Id != named.Id).Select(other => other.AccountId);
        Guid[] strangers = [scene.Cast.StrangerId, scene.Cast.Worker.AccountId, scene.Cast.Person.AccountId, .. others];
        var seen = await TrueView.AskAsync(scene.Services, named, scene.Pick(strangers));
        scene.ExpectWords($"a stranger to {named.Name}'s code sees", [], seen);
        return $"a stranger tries {named.Name}'s code";
    }

    private TimeSpan? ToMoment()
    {
        var moments = scene.Oracle.Moments();
        if (moments.Count == 0)
        {
            return null;
        }

        var by = scene.Pick(moments) - scene.Oracle.Now - TimeSpan.FromMilliseconds(scene.Dice.Next(2));
        return by > TimeSpan.Zero && by < LongestToMoment ? by : null;
    }

    private TimeSpan AnyWhile() =>
        scene.Dice.Next(10) switch
        {
            < 3 => TimeSpan.FromMinutes(scene.Dice.Next(1, 24 * 60)),
            < 6 => TimeSpan.FromHours(scene.Dice.Next(24, 96)),
            < 8 => TimeSpan.FromDays(scene.Dice.Next(5, 15)),
            8 => TimeSpan.FromDays(scene.Dice.Next(26, 34)),
            _ => TimeSpan.FromDays(scene.Dice.Next(40, 51)),
        };
}
