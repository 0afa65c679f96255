using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Domain.Plans;

/// <summary>
/// Who may work with a person's plan: the person, and the worker assigned to them; nobody before the person
/// has accepted the privacy notice.
/// </summary>
internal sealed class PlanAccess(IPeople people, IWorkplaces workplaces)
{
    /// <summary>The person, when they are this actor's to work with and the notice is accepted.</summary>
    public async Task<Person?> PersonForAsync(Actor actor, Guid personId) =>
        await TheirsAsync(actor, personId) is { PrivacyNotice: > 0 } person ? person : null;

    /// <summary>The person, when they are this actor's, even before the privacy notice is accepted.</summary>
    public async Task<Person?> TheirsAsync(Actor actor, Guid personId)
    {
        var person = await people.FindAsync(personId);
        return actor.Role switch
        {
            Role.Person when actor.PersonId == personId => person,
            Role.SupportWorker when person is not null && await people.WorksWithAsync(actor.AccountId, person) =>
                person,
            _ => null,
        };
    }

    public async Task<bool> HasPlacementAsync(Guid personId, Guid placementId) =>
        (await workplaces.PlacementAsync(placementId))?.PersonId == personId;
}
