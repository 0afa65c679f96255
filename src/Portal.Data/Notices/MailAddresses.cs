using MimeKit;
using Portal.Domain.Notices;

namespace Portal.Data.Notices;

/// <summary>
/// MimeKit's strict parser, and what our mails need beyond the grammar: no local address without a domain, no
/// domain of one label or in brackets, and ASCII only, since not every server takes SMTPUTF8 (RFC 6531).
/// </summary>
public sealed class MailAddresses : IMailAddresses
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;

    private static readonly ParserOptions Strict = new()
    {
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
        AddressParserComplianceMode = RfcComplianceMode.Strict,
    };

    public bool IsOne(string? typed) =>
        typed is { Length: <= Longest }
        && typed.All(c => c is > ' ' and <= '~')
        && MailboxAddress.TryParse(Strict, typed, out var read)
        && string.IsNullOrEmpty(read.Name)
        && read.Address == typed
        && read.LocalPart is { Length: <= LongestLocalPart } local
        && local[0] != '"'
        && IsDomain(read.Domain);

    /// <summary>Letters, digits and hyphens in at least two labels (RFC 1123, section 2.1).</summary>
    private static bool IsDomain(string domain) =>
        domain.Contains('.', StringComparison.Ordinal)
        && domain.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(IsOfLabel));

    private static bool IsOfLabel(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}
