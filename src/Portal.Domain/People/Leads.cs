namespace Portal.Domain.People;

/// <summary>Who reads what a person writes to the safeguarding lead.</summary>
internal sealed class Leads(IPeople people, IAccounts accounts, TimeProvider clock)
{
    /// <summary>Whether somebody is another human than the person's worker and whoever covers, now or later.</summary>
    public async Task<bool> MayReadAsync(AccountName lead, Person person)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        var covers = (await people.CoversAsync()).Where(c => c.WorkerId == person.WorkerId && c.Until >= today);
        Guid[] theirs = [person.WorkerId, .. covers.Select(cover => cover.CoverId)];
        var names = await accounts.NamesAsync(theirs.Distinct());
        return !theirs.Contains(lead.Id) && !names.Values.Any(one => SameName.Is(one.Name, lead.Name));
    }
}
