using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Races;

/// <summary>
/// Enters a person for a race, with a job, a recipient, and a line that has a wording for every round. For a few
/// rounds only: a read loads every consent of its recipient, and that is not what is raced.
/// </summary>
internal static class RaceEntry
{
    public static Task<RacePerson> EnterAsync(this RaceFolder folder, int rounds) =>
        folder.CommitAsync(async services =>
        {
            var person = await RegisterAsync(services, folder.Cast.WorkerId);
            var recipient = await NameAsync(services.GetRequiredService<IWorkplaces>(), person, folder.Cast);
            var lineId = Guid.NewGuid();
            var wordings = await WriteAsync(services, person, lineId, rounds);
            return new RacePerson(folder, person, recipient, lineId, wordings);
        });

    private static async Task<Actor> RegisterAsync(IServiceProvider services, Guid workerId)
    {
        var (accounts, people) = (services.GetRequiredService<IAccounts>(), services.GetRequiredService<IPeople>());
        var personId = Guid.NewGuid();
        var accountId = await accounts.AddAsync(Role.Person, name: "", email: null);
        await people.AddAsync(
            new Person
            {
                Id = personId,
                AccountId = accountId,
                WorkerId = workerId,
                Name = "Robin Racer",
                Contact = SafeContact.None,
                PrivacyNotice = Terms.PrivacyNotice,
            }
        );
        return new Actor(accountId, Role.Person, personId);
    }

    private static async Task<Recipient> NameAsync(IWorkplaces workplaces, Actor person, RaceCast cast)
    {
        var placement = new Placement
        {
            Id = Guid.NewGuid(),
            PersonId = person.PersonId!.Value,
            EmployerId = cast.EmployerId,
            EmployerName = "",
            JobTitle = "Runner",
            StartsOn = DateOnly.FromDateTime(TestClock.Today.Date),
        };
        var recipient = new Recipient
        {
            Id = Guid.NewGuid(),
            PersonId = placement.PersonId,
            PlacementId = placement.Id,
            SeatId = cast.SeatId,
            AccountId = cast.Request.AccountId,
            Part = Part.Supervisor,
            Code = SheetCode.Next(),
            Name = "Supervisor",
            EmployerName = "",
        };
        await workplaces.SavePlacementAsync(placement);
        await workplaces.AddRecipientAsync(recipient);
        return recipient;
    }

    private static async Task<List<LineVersion>> WriteAsync(
        IServiceProvider services,
        Actor person,
        Guid lineId,
        int rounds
    )
    {
        var plans = services.GetRequiredService<IPlanStore>();
        var personId = person.PersonId!.Value;
        var first = new LineInput(WordsOf(personId, 1), null, StepUp: false, LineStatus.InPlace, null);
        await plans.AddAsync(personId, lineId, first, person.AccountId);
        for (var number = 2; number <= rounds; number++)
        {
            var last = (await plans.FindAsync(personId, lineId))!;
            await plans.AddVersionAsync(personId, last, WordsOf(personId, number), person.AccountId);
        }

        var ids = await services
            .GetRequiredService<PortalDb>()
            .LineVersions.Where(version => version.LineId == lineId)
            .Select(version => version.Id)
            .ToListAsync();
        var versions = await plans.VersionsAsync(personId, ids);
        return [.. versions.Values.OrderBy(version => version.Number)];
    }

    /// <summary>Every part tells whose it is and of which round, so that no other words can pass for them.</summary>
    private static LineContent WordsOf(Guid personId, int round) =>
        new()
        {
            Kind = LineKind.Sign,
            Category = "What you may notice",
            Text = $"You may notice {round} of {personId:N}",
            IWill = $"I will do {round} of {personId:N}",
            YouWill = $"Do {round} of {personId:N}",
            PleaseDoNot = $"Not {round} of {personId:N}",
        };
}
