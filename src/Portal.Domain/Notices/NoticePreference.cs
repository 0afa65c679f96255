namespace Portal.Domain.Notices;

/// <summary>When someone wants their notices. Invitations and new passwords are never held up.</summary>
/// <param name="QuietFrom">The time of day from which nothing is mailed; null where none is quiet.</param>
/// <param name="QuietUntil">The time of day until which nothing is mailed, on the next day if it is earlier.</param>
public sealed record NoticePreference(
    NoticePace News,
    NoticePace Reminders,
    TimeOnly? QuietFrom = null,
    TimeOnly? QuietUntil = null
)
{
    /// <summary>What holds until somebody chooses: at once, by day and by night.</summary>
    public static NoticePreference Default { get; } = new(NoticePace.AtOnce, NoticePace.AtOnce);

    public NoticePace PaceOf(NoticeKind kind) =>
        kind switch
        {
            NoticeKind.Reminder => Reminders,
            NoticeKind.Urgent or NoticeKind.Account => NoticePace.AtOnce,
            _ => News,
        };
}
