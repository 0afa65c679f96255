using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Portal.Data.Tests.Races;
using Portal.Data.Tests.Support;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Model;

/// <summary>A line as every history finds it.</summary>
internal sealed record FirstLine(Guid Id, LineKind Kind, Guid? JobId, bool StepUp, string Text)
{
    public LineInput Input => ModelWords.InputOf(Kind, JobId, StepUp, Text);
}

/// <summary>Those whom every history needs: entered once, because each history is taken back.</summary>
internal sealed record ModelCast(
    Actor Person,
    Actor Worker,
    Actor OtherWorker,
    Actor Manager,
    Guid StrangerId,
    List<Placement> Jobs,
    List<Recipient> Recipients,
    List<FirstLine> Lines
)
{
    public Guid PersonId => Person.PersonId!.Value;
}

/// <summary>Enters a person with two jobs, three recipients in them, and a plan.</summary>
internal static class ModelEntry
{
    /// <summary>The last number says for which job only.</summary>
    private static readonly (LineKind Kind, bool StepUp, int? Job)[] Plan =
    [
        (LineKind.Adjustment, false, null),
        (LineKind.Adjustment, true, null),
        (LineKind.Contact, false, null),
        (LineKind.Sign, false, null),
        (LineKind.KeepingWell, false, null),
        (LineKind.Adjustment, false, 0),
        (LineKind.Adjustment, false, 1),
        (LineKind.OffDay, true, null),
        (LineKind.ReturnToWork, false, null),
        (LineKind.ReturnToWork, true, 0),
    ];

    public static Task<ModelCast> EnterAsync(RaceFolder folder) =>
        folder.CommitAsync(async services =>
        {
            var person = await RegisterAsync(services, folder.Cast.WorkerId);
            var jobs = await EmployAsync(services, person.PersonId!.Value, folder.Cast.EmployerId);
            var other = await AccountAsync(services, Role.SupportWorker, "other");
            var manager = await AccountAsync(services, Role.ServiceManager, "manager");
            var cast = new ModelCast(
                person,
                new Actor(folder.Cast.WorkerId, Role.SupportWorker, personId: null),
                new Actor(other, Role.SupportWorker, personId: null),
                new Actor(manager, Role.ServiceManager, personId: null),
                await AccountAsync(services, Role.Supervisor, "stranger"),
                jobs,
                [
                    await NameAsync(services, jobs[0], Part.Supervisor, Role.Supervisor),
                    await NameAsync(services, jobs[0], Part.Buddy, Role.Supervisor),
                    await NameAsync(services, jobs[1], Part.Hr, Role.EmployerLead),
                ],
                LinesFor(jobs)
            );
            await WriteAsync(services, cast);
            await JoinAllAsync(services.GetRequiredService<PortalDb>());
            return cast;
        });

    private static async Task<Actor> RegisterAsync(IServiceProvider services, Guid workerId)
    {
        var personId = Guid.NewGuid();
        var accounts = services.GetRequiredService<IAccounts>();
        var accountId = await accounts.AddAsync(Role.Person, name: "", email: null);
        await services
            .GetRequiredService<IPeople>()
            .AddAsync(
                new Person
                {
                    Id = personId,
                    AccountId = accountId,
                    WorkerId = workerId,
                    Name = "Morgan Model",
                    Contact = SafeContact.None,
                    PrivacyNotice = Terms.PrivacyNotice,
                }
            );
        return new Actor(accountId, Role.Person, personId);
    }

    /// <summary>Two jobs at two employers, so that the end of one can be seen to leave the other.</summary>
    private static async Task<List<Placement>> EmployAsync(IServiceProvider services, Guid personId, Guid employerId)
    {
        var workplaces = services.GetRequiredService<IWorkplaces>();
        var second = new Employer(Guid.NewGuid(), "Second employer");
        await workplaces.AddEmployerAsync(second);
        var jobs = new List<Placement>();
        foreach (var employer in new[] { employerId, second.Id })
        {
            var job = new Placement
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                EmployerId = employer,
                EmployerName = "",
                JobTitle = "Model",
                StartsOn = DateOnly.FromDateTime(TestClock.Today.Date),
            };
            await workplaces.SavePlacementAsync(job);
            jobs.Add(job);
        }

        return jobs;
    }

    /// <summary>An account that has accepted the guideline, so that only its role and its parts count.</summary>
    private static async Task<Guid> AccountAsync(IServiceProvider services, Role role, string name)
    {
        var accounts = services.GetRequiredService<IAccounts>();
        var accountId = await accounts.NamedAsync(role, name, $"{name}@model.example");
        await accounts.AcceptGuidelineAsync(accountId, Terms.Guideline);
        return accountId;
    }

    private static async Task<Recipient> NameAsync(IServiceProvider services, Placement job, Part part, Role role)
    {
        var workplaces = services.GetRequiredService<IWorkplaces>();
        var name = part.ToString();
        var accountId = await AccountAsync(services, role, name);
        var recipient = new Recipient
        {
            Id = Guid.NewGuid(),
            PersonId = job.PersonId,
            PlacementId = job.Id,
            SeatId = await workplaces.OpenSeatAsync(job.EmployerId, accountId),
            AccountId = accountId,
            Part = part,
            Code = SheetCode.Next(),
            Name = name,
            EmployerName = "",
        };
        await workplaces.AddRecipientAsync(recipient);
        return recipient;
    }

    private static List<FirstLine> LinesFor(List<Placement> jobs) =>
        [
            .. Plan.Select(
                (line, number) =>
                    new FirstLine(
                        Guid.NewGuid(),
                        line.Kind,
                        line.Job is { } job ? jobs[job].Id : null,
                        line.StepUp,
                        $"{line.Kind} as line {number} first was"
                    )
            ),
        ];

    private static async Task WriteAsync(IServiceProvider services, ModelCast cast)
    {
        var plans = services.GetRequiredService<IPlanStore>();
        foreach (var line in cast.Lines)
        {
            await plans.AddAsync(cast.PersonId, line.Id, line.Input, cast.Person.AccountId);
        }
    }

    /// <summary>Who has joined gets a notice, which costs less than an invitation. The commit saves it.</summary>
    private static async Task JoinAllAsync(PortalDb db)
    {
        foreach (var account in await db.Users.ToListAsync())
        {
            account.PasswordHash = "joined";
        }
    }
}

internal static class ModelWords
{
    public static LineInput InputOf(LineKind kind, Guid? jobId, bool stepUp, string text) =>
        new(
            new LineContent
            {
                Kind = kind,
                Text = text,
                Phone = kind == LineKind.Contact ? "020 7946 0000" : null,
                YouWill = kind == LineKind.Sign ? "Ask me once, in private" : null,
            },
            jobId,
            stepUp,
            LineStatus.InPlace,
            ReviewOn: null
        );
}
