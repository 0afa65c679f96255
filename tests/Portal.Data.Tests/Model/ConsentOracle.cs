using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Model;

/// <summary>A line as it was agreed to, and on which days only it is shown.</summary>
internal sealed record SharedWord(Guid LineId, string Text, bool StepUp, bool OfComingBack);

/// <summary>One yes: the words as they were then, less what was taken off since.</summary>
internal sealed class Agreement
{
    public required Guid Id { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required DateTimeOffset End { get; init; }
    public required bool OnlyKept { get; init; }
    public required bool OnlyTold { get; init; }

    /// <summary>Not who is told, nor who is shown something on hard days only: they have no page for it.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>The latest of its start, an answer that they still are, and a resumption.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>When its recipient last said that they still are what they were; long ago for never.</summary>
    public DateTimeOffset SaidAt { get; set; } = DateTimeOffset.MinValue.AddYears(1);
    public required List<SharedWord> Words { get; init; }
    public bool Started { get; set; }
    public bool Paused { get; set; }
    public bool Over { get; set; }
}

/// <summary>A named human at work, and every yes about them in the order in which they were said.</summary>
internal sealed class OracleRecipient(Recipient named)
{
    public Recipient Named { get; } = named;
    public List<Agreement> Agreements { get; } = [];
    public bool Ended { get; set; }

    public Agreement? OnShow =>
        Agreements.Find(one => one is { Started: true, Over: false, Paused: false, OnlyTold: false });

    public void Stop() => Agreements.ForEach(one => one.Over = true);

    public void Pause() => Agreements.ForEach(one => one.Paused = true);

    public void Resume(DateTimeOffset now)
    {
        foreach (var one in Agreements.FindAll(paused => paused.Paused))
        {
            (one.Paused, one.Since) = (false, one.Since > now ? one.Since : now);
        }
    }

    public void TakeOff(Guid lineId) => Agreements.ForEach(one => one.Words.RemoveAll(word => word.LineId == lineId));
}

/// <summary>
/// What each recipient sees, told from the design alone (§2, §3): a small world that is moved on, in which what is
/// over stays over. It shares no rule with the portal, and works nothing out from events.
/// </summary>
internal sealed class ConsentOracle(DateTimeOffset now, List<PlanLine> plan, List<OracleRecipient> recipients)
{
    private static readonly TimeSpan UnansweredFor = TimeSpan.FromDays(30 + 14);
    private DateTimeOffset _stepUpUntil;
    private DateTimeOffset _waitUntil;
    private readonly Dictionary<Guid, (DateOnly From, DateOnly? Back)> _away = [];

    public DateTimeOffset Now { get; private set; } = now;
    public List<PlanLine> Plan { get; } = plan;
    public List<OracleRecipient> Recipients { get; } = recipients;

    /// <summary>What is shown to them now, line by line; nothing is a complete answer.</summary>
    public List<string> Sees(OracleRecipient who) =>
        [
            .. (who.OnShow?.Words ?? [])
                .Where(word => !word.StepUp || Now < _stepUpUntil)
                .Where(word => !word.OfComingBack || IsComingBack(who.Named.PlacementId))
                .Select(word => word.Text),
        ];

    /// <summary>From the midnight of the first day away until that of twelve weeks after the return.</summary>
    private bool IsComingBack(Guid jobId) =>
        _away.TryGetValue(jobId, out var away)
        && MidnightOf(away.From) <= Now
        && (away.Back is not { } back || Now < MidnightOf(back.AddDays(84)));

    public void SetAway(Guid jobId, DateOnly from, DateOnly? back) => _away[jobId] = (from, back);

    public bool MayBeOffered(PlanLine line, OracleRecipient who) =>
        !who.Ended
        && !line.Retired
        && (line.JobId is null || line.JobId == who.Named.PlacementId)
        && line.NeverShareUntil <= Now
        && who.Named.Part switch
        {
            Part.Hr => line.Kind == LineKind.Adjustment,
            Part.Buddy => line.Kind is LineKind.Adjustment or LineKind.Contact or LineKind.KeepingWell,
            _ => true,
        };

    /// <summary>Nothing can be over before it starts.</summary>
    public bool Fits(Answers answers) => EndOf(answers) > StartOf(answers);

    public void Give(OracleRecipient who, Guid id, List<PlanLine> lines, Answers answers)
    {
        var isTold = answers.Channel == Channel.WorkerTells;
        who.Agreements.Add(
            new Agreement
            {
                Id = id,
                Start = StartOf(answers),
                End = EndOf(answers),
                Since = StartOf(answers),
                OnlyKept = answers.Starts == ShareStart.KeptReady,
                OnlyTold = isTold,
                IsAsked = !isTold && lines.Exists(line => line is { StepUp: false, Kind: not LineKind.ReturnToWork }),
                Words =
                [
                    .. lines.Select(line => new SharedWord(
                        line.Id,
                        line.Text,
                        line.StepUp,
                        line.Kind == LineKind.ReturnToWork
                    )),
                ],
            }
        );
        MoveTo(Now);
    }

    /// <summary>What starts replaces the earlier for good; what ends, or goes unanswered, is over for good.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        Now = moment;
        foreach (var all in Recipients.Select(who => who.Agreements))
        {
            foreach (var one in all.Where(given => !given.OnlyKept && !given.Over && given.Start <= moment))
            {
                one.Started = true;
                foreach (var earlier in all.TakeWhile(before => before != one).Where(before => !before.OnlyKept))
                {
                    earlier.Over = true;
                }
            }

            foreach (var one in all)
            {
                var isDue = one is { IsAsked: true, Started: true, Paused: false };
                one.Over |= one.End <= moment || (isDue && one.Since + UnansweredFor <= moment);
            }
        }
    }

    /// <summary>The moments ahead at which something may begin or end by itself.</summary>
    public List<DateTimeOffset> Moments() =>
        [
            .. Recipients
                .SelectMany(who => who.Agreements)
                .Where(one => one is { Over: false, OnlyKept: false })
                .SelectMany(one => new[] { one.Start, one.End, one.Since + UnansweredFor, _stepUpUntil })
                .Concat(_away.Values.SelectMany(MomentsOf))
                .Where(moment => moment > Now),
        ];

    private static IEnumerable<DateTimeOffset> MomentsOf((DateOnly From, DateOnly? Back) away) =>
        away.Back is { } back ? [MidnightOf(away.From), MidnightOf(back.AddDays(84))] : [MidnightOf(away.From)];

    /// <summary>Only who is shown something is asked whether they still are what they were.</summary>
    public bool Attest(OracleRecipient who, bool isStill)
    {
        var isAsked = Sees(who).Count > 0;
        if (isAsked && isStill)
        {
            // Said again within a day, it adds nothing.
            var one = who.OnShow!;
            (one.Since, one.SaidAt) = Now - one.SaidAt < TimeSpan.FromDays(1) ? (one.Since, one.SaidAt) : (Now, Now);
        }
        else if (isAsked)
        {
            EndParts(named => named.Id == who.Named.Id);
        }

        return isAsked;
    }

    /// <summary>A part, a seat or a job ends, and all that rests on it.</summary>
    public void EndParts(Func<Recipient, bool> which)
    {
        foreach (var who in Recipients.Where(one => which(one.Named)))
        {
            who.Ended = true;
            who.Stop();
        }
    }

    public void SetStepUp(int days) => _stepUpUntil = Now.AddDays(days);

    /// <summary>Whether each yes waits a day; to go on after a pause is one that would not.</summary>
    public bool MustWait => Now < _waitUntil;

    public void SetWait(bool wait) => _waitUntil = RuleUntil(_waitUntil, wait);

    public void SetNeverShare(PlanLine line, bool never) =>
        line.NeverShareUntil = RuleUntil(line.NeverShareUntil, never);

    /// <summary>A rule that is taken back holds for another day; to take it back once more changes nothing.</summary>
    private DateTimeOffset RuleUntil(DateTimeOffset until, bool isSet) =>
        isSet ? DateTimeOffset.MaxValue
        : until == DateTimeOffset.MaxValue ? Now.AddDays(1)
        : until;

    private DateTimeOffset StartOf(Answers answers)
    {
        var waits = answers.Starts != ShareStart.KeptReady && (answers.WaitADay || Now < _waitUntil);
        var earliest = waits ? Now.AddDays(1) : Now;
        var chosen = answers.FirstDay is { } day ? MidnightOf(day) : Now;
        return chosen > earliest ? chosen : earliest;
    }

    private DateTimeOffset EndOf(Answers answers)
    {
        var first = DateOnly.FromDateTime(StartOf(answers).UtcDateTime);
        var last = answers switch
        {
            { Starts: ShareStart.KeptReady } or { Until: ShareUntil.JobEnd } => first.AddMonths(12),
            { Until: ShareUntil.OnDay } => answers.LastDay!.Value,
            { Until: ShareUntil.FourWeeks } => first.AddDays(28),
            _ => first.AddMonths(3),
        };
        return MidnightOf(last.AddDays(1));
    }

    private static DateTimeOffset MidnightOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
