using Microsoft.EntityFrameworkCore;

namespace Portal.Data.Storage;

/// <summary>Unwraps a person's key for the length of one request. Nothing about a person is cached beyond it.</summary>
internal sealed class PersonKeys(PortalDb db, MasterKey master) : IDisposable
{
    private readonly Dictionary<Guid, PersonKey> _inThisRequest = [];

    public async Task<PersonKey> OfAsync(Guid personId)
    {
        if (!_inThisRequest.TryGetValue(personId, out var key))
        {
            var wrapped = await db.People.Where(p => p.Id == personId).Select(p => p.WrappedKey).SingleAsync();
            _inThisRequest[personId] = key = PersonKey.Unwrap(master, personId, wrapped);
        }

        return key;
    }

    public PersonKey Of(PersonRow person)
    {
        if (!_inThisRequest.TryGetValue(person.Id, out var key))
        {
            _inThisRequest[person.Id] = key = PersonKey.Unwrap(master, person.Id, person.WrappedKey);
        }

        return key;
    }

    public void Dispose()
    {
        foreach (var key in _inThisRequest.Values)
        {
            key.Dispose();
        }
    }

    /// <summary>Makes the key of a new person.</summary>
    public (byte[] Wrapped, PersonKey Key) New(Guid personId)
    {
        var wrapped = PersonKey.NewWrapped(master, personId);
        return (wrapped, _inThisRequest[personId] = PersonKey.Unwrap(master, personId, wrapped));
    }
}
