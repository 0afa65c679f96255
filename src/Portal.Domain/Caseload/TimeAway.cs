namespace Portal.Domain.Caseload;

/// <summary>
/// An absence from a job, as somebody wrote it down, and how long what was agreed about coming back applies: lines of
/// that kind show in this time only (<c>docs/states.md</c>).
/// </summary>
/// <param name="From">The first day away; null where only the return is known.</param>
/// <param name="Until">The day of return; null while it is not known.</param>
public sealed record TimeAway(DateOnly? From, DateOnly? Until)
{
    /// <summary>How long after the day of return they still show: hours that are built up in steps take weeks.</summary>
    public const int WeeksAfter = 12;

    public bool Applies(DateOnly today) =>
        (From ?? Until) is not null
        && (From is not { } from || from <= today)
        && (Until is not { } back || today < back.AddDays(7 * WeeksAfter));
}
