using System.Collections.Concurrent;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Races;

/// <summary>One request, and what it was answered.</summary>
/// <param name="StoppedBefore">The newest round whose stop was answered before the request was sent.</param>
/// <param name="Outcome">Null for a 503.</param>
internal sealed record Look(int StoppedBefore, SheetOutcome? Outcome)
{
    /// <summary>Everything that was shown; null when nothing was.</summary>
    public string? Words { get; } =
        Outcome is SheetOutcome.Disclosed shown ? SharedWording.WordsOf(shown.Sheet.Body) : null;
}

/// <summary>Those who look at one sheet, at the same time and again and again.</summary>
internal sealed class RaceViewers(Opening opening, SheetRequest request)
{
    private readonly ConcurrentQueue<Look> _looks = new();
    private readonly List<Task> _looking = [];
    private int _stopped;

    /// <summary>Every look that was answered.</summary>
    public List<Look> Looks => [.. _looks];

    /// <summary>A viewer who looks so many times. Need not be waited for before <see cref="SettleAsync"/>.</summary>
    public Task LookAsync(int times)
    {
        var viewer = Task.Run(() => LookAgainAsync(times));
        _looking.Add(viewer);
        return viewer;
    }

    /// <summary>None to two more viewers.</summary>
    public void LookMore(Random random)
    {
        for (var left = random.Next(3); left > 0; left--)
        {
            _ = LookAsync(random.Next(1, 3));
        }
    }

    /// <summary>The stop of a round was answered: what is sent from now on may not get its wording.</summary>
    public void Stopped(int round) => Volatile.Write(ref _stopped, round);

    /// <summary>Waits until nobody looks any more.</summary>
    public async Task SettleAsync()
    {
        await Task.WhenAll(_looking);
        _looking.Clear();
    }

    private async Task LookAgainAsync(int times)
    {
        for (var look = 0; look < times; look++)
        {
            var stoppedBefore = Volatile.Read(ref _stopped);
            _looks.Enqueue(new Look(stoppedBefore, await AnswerAsync()));
        }
    }

    private async Task<SheetOutcome?> AnswerAsync()
    {
        try
        {
            return await opening.OpenAsync(request);
        }
        catch (DisclosureUnavailableException)
        {
            return null;
        }
    }
}
