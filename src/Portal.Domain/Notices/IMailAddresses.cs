namespace Portal.Domain.Notices;

/// <summary>Reads what somebody typed as an e-mail address, as a mail server would (RFC 5321, section 4.1.2).</summary>
public interface IMailAddresses
{
    /// <summary>
    /// Whether it is exactly one address that a mail can be sent to: no name beside it, no second one, no comment,
    /// plain ASCII, with a domain of two labels or more, in at most 254 characters.
    /// </summary>
    bool IsOne(string? typed);
}
