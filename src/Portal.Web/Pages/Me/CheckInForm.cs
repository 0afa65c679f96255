using Portal.Domain.CheckIns;

namespace Portal.Web.Pages.Me;

/// <summary>The form of a check-in, for the person and for their worker.</summary>
public sealed class CheckInForm
{
    /// <summary>By the topic's name: a name that somebody makes up is no topic, and is left out.</summary>
    public Dictionary<string, int?> Scores { get; set; } = [];

    public string? Words { get; set; }

    public IReadOnlyDictionary<Topic, int> Given() =>
        Enum.GetValues<Topic>()
            .Where(topic => ScoreOf(topic) is not null)
            .ToDictionary(topic => topic, topic => ScoreOf(topic)!.Value);

    public int? ScoreOf(Topic topic) => Scores.GetValueOrDefault(topic.ToString());
}
