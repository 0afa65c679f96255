using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>One row of a worker's caseload.</summary>
/// <param name="WhoKnows">Who at work can see something now. Empty: do not ring, visit or write.</param>
public sealed record CaseloadEntry(Guid PersonId, string Name, bool NoticeAccepted, IReadOnlyList<string> WhoKnows);

/// <summary>The worker's page about one person: it opens with who at work knows, and safe contact.</summary>
public sealed record PersonPage
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required string UserName { get; init; }
    public required bool NoticeAccepted { get; init; }

    /// <summary>Whether a link can be sent to them.</summary>
    public required bool HasMailbox { get; init; }

    /// <summary>Whether they have a way in already.</summary>
    public required bool HasJoined { get; init; }
    public required SafeContact Contact { get; init; }

    /// <summary>The safe contact as whoever reads it uses it: with their own name, where they cover.</summary>
    public required SafeContact ContactToUse { get; init; }
    public required IReadOnlyList<Share> Shares { get; init; }
    public required IReadOnlyList<Placement> Placements { get; init; }

    /// <summary>Whether new consents wait until worker and person have talked.</summary>
    public required bool NewSharingWaits { get; init; }

    /// <summary>Whether the person is a colleague, so that nobody but their own worker opens this.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The next day on which somebody of the service can ring.</summary>
    public DateOnly NextStaffedDay { get; init; }

    /// <summary>The person's own invitation, while it is open.</summary>
    public OpenInvitation? Invitation { get; init; }

    public IEnumerable<Share> WhoKnows => Shares.Where(share => share.State == ConsentState.InForce);
}

/// <summary>What came of a change that can be wrong in some field.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    /// <param name="Id">What was made or changed.</param>
    public sealed record Done(Guid Id) : ChangeOutcome;

    public sealed record Invalid(IReadOnlyList<Problem> Problems) : ChangeOutcome;

    /// <summary>Nothing is done before a second one of the staff agrees.</summary>
    public sealed record Waits(Guid ProposalId) : ChangeOutcome;

    /// <summary>Somebody else changed the same thing after it was on the page. Nothing was saved.</summary>
    public sealed record ChangedMeanwhile : ChangeOutcome;

    /// <summary>Unknown and forbidden alike (P6).</summary>
    public sealed record NotFound : ChangeOutcome;

    internal static ChangeOutcome Wrong(string field, string message) => new Invalid([new Problem(field, message)]);
}
