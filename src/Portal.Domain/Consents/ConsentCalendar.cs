namespace Portal.Domain.Consents;

/// <summary>Something to do about a consent when its time has come. Stored by name.</summary>
internal enum ConsentStep
{
    /// <summary>The recipient, or the worker who tells them, hears that it has started.</summary>
    StartTold,

    /// <summary>The worker has told the recipient, at the person's wish.</summary>
    WorkerHasTold,
    AttestationAsked,
    PersonRemindedAt14,
    PersonRemindedAt2,
    PersonRemindedLive,
    WorkerAskedAt14,
    WorkerAskedAt3,

    /// <summary>The worker has talked with the person about the end that comes.</summary>
    TalkedAt14,
    TalkedAt3,

    /// <summary>The worker has talked with the person about what has ended.</summary>
    TalkedAfterEnd,

    /// <summary>The recipient is reminded to say how work is going, at the rhythm that the person chose.</summary>
    FeedbackReminder,
}

/// <summary>One step that was done, about one date: an end, a question's day, a ninetieth day.</summary>
internal sealed record ConsentMark(Guid ConsentId, ConsentStep Step, DateOnly About);

/// <summary>When something is due about a consent (P8). Pure: what was done before is the caller's to know.</summary>
internal static class ConsentCalendar
{
    public static readonly TimeSpan FirstReminder = TimeSpan.FromDays(14);
    public static readonly TimeSpan LastReminder = TimeSpan.FromDays(2);
    public static readonly TimeSpan LastTalk = TimeSpan.FromDays(3);
    public static readonly TimeSpan LiveReminder = TimeSpan.FromDays(90);
    public static readonly TimeSpan LapsedReminder = TimeSpan.FromDays(30);

    /// <summary>When it lapsed; or when it ends if nobody does anything: its own end, or an unanswered attestation.</summary>
    public static DateTimeOffset EndsAt(Consent consent) =>
        consent.When(ConsentEventKind.Lapsed) is { } lapsed ? lapsed
        : Attestation.LapsesAt(consent) is { } lapses && lapses < consent.End ? lapses
        : consent.End;

    /// <summary>Every step whose time has come, done or not.</summary>
    public static IEnumerable<ConsentMark> Due(Consent consent, ConsentState state, DateTimeOffset now)
    {
        if (state is not (ConsentState.InForce or ConsentState.Paused))
        {
            yield break;
        }

        // While it is paused there is no page to be told of, and nothing to answer on.
        if (state == ConsentState.InForce)
        {
            yield return Mark(ConsentStep.StartTold, consent.Start);
        }

        if (state == ConsentState.InForce && Attestation.DueAt(consent) is { } asks && asks <= now)
        {
            yield return Mark(ConsentStep.AttestationAsked, asks);
        }

        foreach (var (step, before) in BeforeEnd)
        {
            if (IsAhead(consent.End - before))
            {
                yield return Mark(step, consent.End);
            }
        }

        foreach (var (step, before) in Talks)
        {
            if (IsAhead(EndsAt(consent) - before))
            {
                yield return Mark(step, EndsAt(consent));
            }
        }

        if (LatestNinetiethDay(consent.Start, now) is { } ninetieth)
        {
            yield return Mark(ConsentStep.PersonRemindedLive, ninetieth);
        }

        // What is shorter than the time ahead of its end is not called to mind on the day it starts.
        bool IsAhead(DateTimeOffset moment) => consent.Start < moment && moment <= now;

        ConsentMark Mark(ConsentStep step, DateTimeOffset about) =>
            new(consent.Id, step, DateOnly.FromDateTime(about.UtcDateTime));
    }

    /// <summary>What the person's own page calls to mind about a share; null for nothing.</summary>
    public static ReminderKind? ReminderOf(Share share, DateTimeOffset now) =>
        share.State switch
        {
            ConsentState.Lapsed when now < share.EndsAt + LapsedReminder => ReminderKind.Lapsed,
            not (ConsentState.InForce or ConsentState.Paused) => null,
            _ when now >= share.End - FirstReminder => ReminderKind.EndsSoon,
            _ when now >= share.EndsAt - FirstReminder => ReminderKind.WaitsForAnswer,
            _ when LatestNinetiethDay(share.Start, now) is { } day && now < day + FirstReminder =>
                ReminderKind.StillRight,
            _ => null,
        };

    /// <summary>The last of the days, ninety apart, on which a live share is called to mind; null before the first.</summary>
    public static DateTimeOffset? LatestNinetiethDay(DateTimeOffset start, DateTimeOffset now)
    {
        var times = Math.Floor((now - start) / LiveReminder);
        return times < 1 ? null : start + (times * LiveReminder);
    }

    private static readonly (ConsentStep Step, TimeSpan Before)[] BeforeEnd =
    [
        (ConsentStep.PersonRemindedAt14, FirstReminder),
        (ConsentStep.PersonRemindedAt2, LastReminder),
    ];

    private static readonly (ConsentStep Step, TimeSpan Before)[] Talks =
    [
        (ConsentStep.WorkerAskedAt14, FirstReminder),
        (ConsentStep.WorkerAskedAt3, LastTalk),
    ];
}
