using Portal.Domain.CheckIns;

namespace Portal.Web.Pages.Me;

/// <summary>The form of a check-in, for the person and for their worker.</summary>
public sealed class CheckInForm
{
    public Dictionary<Topic, int?> Scores { get; set; } = [];

    public string? Words { get; set; }

    public IReadOnlyDictionary<Topic, int> Given() =>
        Scores.Where(score => score.Value is not null).ToDictionary(score => score.Key, score => score.Value!.Value);
}
