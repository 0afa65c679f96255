using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>
/// What one recipient may see now. Only the gateway makes one, field by field, after the access record was
/// committed.
/// </summary>
public sealed record Sheet
{
    internal Sheet() { }

    public required string PersonName { get; init; }

    /// <summary>The moment at which consent was read and the record written.</summary>
    public required DateTimeOffset CheckedAt { get; init; }
    public required SheetBody Body { get; init; }

    /// <summary>Until when the lines stand that are there for now; null where none is. It is no part of the body (P2).</summary>
    public DateTimeOffset? ForNowUntil { get; init; }
    public required bool MayPrint { get; init; }
    public required bool MayGiveFeedback { get; init; }

    /// <summary>Whether the recipient is asked if they are still in that part.</summary>
    public required bool AsksAttestation { get; init; }

    /// <summary>The part that they have, for the wording of that question.</summary>
    public required Part Part { get; init; }

    /// <summary>The shared adjustments that feedback can speak of, by the wording that is on show.</summary>
    public required IReadOnlyList<SheetLine> Adjustments { get; init; }

    /// <summary>The shared signs, likewise.</summary>
    public required IReadOnlyList<SheetLine> Signs { get; init; }
}

/// <summary>A line that feedback can speak of, by the wording that is on show.</summary>
public sealed record SheetLine(Guid VersionId, string Text);

/// <summary>One row of a supervisor's team: someone who shares something with them now.</summary>
public sealed record TeamEntry(string Code, string PersonName, string EmployerName, Part Part);

/// <summary>What the gateway answers. A page turns each case into one thing to show, and has no other.</summary>
public abstract record SheetOutcome
{
    private SheetOutcome() { }

    public sealed record Disclosed(Sheet Sheet) : SheetOutcome;

    /// <summary>The one neutral page, whatever the reason (P5).</summary>
    public sealed record NotAvailable : SheetOutcome;

    /// <summary>The account, its stamp or its role is not what the cookie says: sign in again.</summary>
    public sealed record NotSignedIn : SheetOutcome;

    /// <summary>The confidentiality guideline comes first; no code was looked up.</summary>
    public sealed record GuidelineFirst : SheetOutcome;
}
