using Portal.Domain.Caseload;

namespace Portal.Web;

/// <summary>A seat in a list, that can be closed after it was asked once more.</summary>
/// <param name="Page">The page of the list.</param>
/// <param name="Asked">The seat that is asked about; null for none.</param>
public sealed record CloseSeat(Guid EmployerId, Seat Seat, string Page, Guid? Asked)
{
    public bool IsAsked => Asked == Seat.Id;
}
