namespace Portal.Domain.Notices;

/// <summary>
/// Queues the one notice there is: it says "sign in" and nothing else (P9). The row is part of the caller's
/// commit, so no notice tells of what did not happen.
/// </summary>
internal interface IOutbox
{
    /// <summary>
    /// Queues a notice to an account, unless one waits that will say the same; nothing when the account has no
    /// address.
    /// </summary>
    Task NotifyAsync(Guid accountId, NoticeKind kind = NoticeKind.News);

    /// <summary>The same to a person's worker, and to whoever covers for them today; nobody covers a closed record.</summary>
    Task NotifyWorkersAsync(Guid personId, NoticeKind kind = NoticeKind.News);
}
