using Portal.Domain.People;

namespace Portal.Domain.Plans;

/// <summary>What came of a change to the plan.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome() { }

    public sealed record Saved(Guid LineId) : PlanOutcome;

    /// <summary>Nothing was saved: each problem says what to do.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : PlanOutcome;

    /// <summary>Someone else saved this line first. Nothing was saved; here is their line.</summary>
    public sealed record ChangedMeanwhile(Line Theirs) : PlanOutcome;

    /// <summary>Someone took this line of the plan out first. Nothing was saved.</summary>
    public sealed record RetiredMeanwhile : PlanOutcome;

    /// <summary>No such line or person for this actor: unknown and forbidden alike (P6).</summary>
    public sealed record NotFound : PlanOutcome;
}
