namespace Portal.Domain.People;

internal interface IPeople
{
    Task<Person?> FindAsync(Guid personId);
    Task<IReadOnlyList<Person>> OfWorkerAsync(Guid workerId);
    Task<IReadOnlyList<Person>> AllAsync();
    Task AddAsync(Person person);
    Task SaveAsync(Person person);
}
