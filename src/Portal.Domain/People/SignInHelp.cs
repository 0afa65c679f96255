namespace Portal.Domain.People;

/// <summary>
/// What follows when staff have helped somebody to sign in: for a day nothing can be given or widened, since whoever
/// holds the code could be anybody (P14). Stopping works as ever.
/// </summary>
internal static class SignInHelp
{
    public static TimeSpan HoldsFor { get; } = TimeSpan.FromDays(1);

    /// <summary>Until when nothing can be given; null where it can.</summary>
    /// <param name="helpedAt">When a code that staff had made was used last; null for never.</param>
    public static DateTimeOffset? HoldsUntil(DateTimeOffset? helpedAt, DateTimeOffset now) =>
        helpedAt + HoldsFor is { } until && until > now ? until : null;
}
