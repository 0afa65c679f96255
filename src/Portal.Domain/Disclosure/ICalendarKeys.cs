namespace Portal.Domain.Disclosure;

/// <summary>The secrets in the addresses of calendars: one an account at most, and only as a hash.</summary>
internal interface ICalendarKeys
{
    Task<bool> ExistsAsync(Guid accountId);

    /// <summary>Keeps this hash; the one before stops working.</summary>
    Task SetAsync(Guid accountId, byte[] hash);

    Task RemoveAsync(Guid accountId);

    /// <summary>The account at work that has this hash; null when there is none, or none that could sign in.</summary>
    Task<Guid?> AccountOfAsync(byte[] hash);
}
