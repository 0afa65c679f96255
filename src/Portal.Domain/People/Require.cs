namespace Portal.Domain.People;

/// <summary>
/// A door's own last check of the role. A page's policy has already answered an outsider with 404; to arrive
/// here with the wrong role is a bug in the pages, so it throws.
/// </summary>
internal static class Require
{
    public static void Role(Actor actor, params ReadOnlySpan<Role> roles)
    {
        if (!roles.Contains(actor.Role))
        {
            throw new UnauthorizedAccessException("This door is not for that role.");
        }
    }

    /// <summary>The person that the actor is.</summary>
    public static Guid Person(Actor actor) =>
        actor.PersonId ?? throw new UnauthorizedAccessException("This door is for a person, as themselves.");
}
