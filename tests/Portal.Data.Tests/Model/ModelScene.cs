using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Tests.Support;
using Portal.Domain.Consents;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Model;

/// <summary>What a person answers in a journey, apart from who and what.</summary>
internal sealed record Answers(
    ShareStart Starts,
    DateOnly? FirstDay,
    ShareUntil Until,
    DateOnly? LastDay,
    bool WaitADay,
    Channel Channel
)
{
    public string InShort =>
        $"{Starts} {FirstDay:MM-dd} until {Until} {LastDay:MM-dd} by {Channel}{(WaitADay ? ", slept on" : "")}";
}

/// <summary>A line of the plan, as it stands.</summary>
internal sealed class PlanLine(Guid id, LineKind kind, Guid? jobId)
{
    public Guid Id { get; } = id;
    public LineKind Kind { get; } = kind;
    public Guid? JobId { get; } = jobId;
    public required string Text { get; set; }
    public required bool StepUp { get; set; }
    public LineStatus Status { get; set; } = LineStatus.InPlace;
    public int Version { get; set; } = 1;
    public bool Retired { get; set; }
    public DateTimeOffset NeverShareUntil { get; set; }
}

/// <summary>
/// The portal in one transaction, the oracle beside it, and the dice. What a door answers otherwise than it should
/// is a fault.
/// </summary>
internal sealed class ModelScene(IServiceProvider services, TestClock clock, ModelCast cast, int seed)
{
    private readonly TestClock _clock = clock;

    public IServiceProvider Services { get; } = services;

    public ModelCast Cast { get; } = cast;

    public ConsentOracle Oracle { get; } =
        new(
            clock.GetUtcNow(),
            [
                .. cast.Lines.Select(line => new PlanLine(line.Id, line.Kind, line.JobId)
                {
                    Text = line.Text,
                    StepUp = line.StepUp,
                }),
            ],
            [.. cast.Recipients.Select(recipient => new OracleRecipient(recipient))]
        );

    public Random Dice { get; } = new(seed);

    public List<string> Faults { get; } = [];

    /// <summary>Whose person it is now.</summary>
    public Guid WorkerId { get; set; } = cast.Worker.AccountId;

    public bool NewSharingWaits { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Oracle.Now.UtcDateTime);

    public T Door<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public void Advance(TimeSpan by)
    {
        _clock.Advance(by);
        Oracle.MoveTo(_clock.GetUtcNow());
    }

    public void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Faults.Add($"{what}: {actual}, and not {expected}");
        }
    }

    public void ExpectWords(string what, IEnumerable<string> expected, IEnumerable<string> actual) =>
        Expect(what, $"[{string.Join(", ", expected)}]", $"[{string.Join(", ", actual)}]");

    public bool Chance(int percent) => Dice.Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Dice.Next(choices.Count)];

    public OracleRecipient AnyRecipient() => Chance(60) ? Oracle.Recipients[0] : Pick(Oracle.Recipients);

    /// <summary>Any yes, and most often one that is not over; null while there is none.</summary>
    public (OracleRecipient Who, Agreement One)? AnyAgreement()
    {
        var all = Oracle.Recipients.SelectMany(who => who.Agreements.Select(one => (Who: who, One: one))).ToList();
        var open = all.FindAll(pair => !pair.One.Over);
        var choices = open.Count > 0 && Chance(85) ? open : all;
        return choices.Count > 0 ? Pick(choices) : null;
    }

    /// <summary>One of two workers, and most often the one whose person it is.</summary>
    public Actor AnyWorker() => Chance(75) == (WorkerId == Cast.Worker.AccountId) ? Cast.Worker : Cast.OtherWorker;

    public bool IsTheirs(Actor actor) => actor.Role == Role.Person || actor.AccountId == WorkerId;

    public string NameOf(PlanLine line) => $"line {Oracle.Plan.IndexOf(line)}";

    public static string NameOf(OracleRecipient who, Agreement one) =>
        $"{who.Named.Name} {who.Agreements.IndexOf(one)}";

    public string NameOf(Actor actor) =>
        actor == Cast.Worker ? "worker"
        : actor == Cast.OtherWorker ? "other worker"
        : actor.Role.ToString();
}
