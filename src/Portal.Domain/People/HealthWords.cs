namespace Portal.Domain.People;

/// <summary>
/// Finds words about health in what a supervisor types, and in what a person is about to share, to ask once whether
/// it should say that. It never blocks and never changes a text: people have health words in good sentences, too.
/// </summary>
internal static class HealthWords
{
    /// <summary>Beginnings of words; those that end in a full stop are whole words.</summary>
    private static readonly string[] Beginnings =
    [
        "addict",
        "adhd.",
        "anorexi",
        "antidepress",
        "anxi",
        "autis",
        "bipolar",
        "breakdown",
        "bulimi",
        "burnout",
        "clinic",
        "counsell",
        "depress",
        "diagnos",
        "disab",
        "doctor",
        "drunk",
        "epilep",
        "gp.",
        "hallucinat",
        "health",
        "hospital",
        "ill.",
        "illness",
        "insane",
        "manic",
        "medic",
        "meds.",
        "mental",
        "neurotic",
        "ocd.",
        "panic",
        "paranoi",
        "pregnan",
        "psych",
        "ptsd.",
        "schizo",
        "seizure",
        "self-harm",
        "sick.",
        "sickness",
        "suicid",
        "symptom",
        "tablet",
        "therap",
        "trauma",
        "unwell",
        "voices.",
    ];

    /// <returns>The words as they were typed, each once.</returns>
    public static IReadOnlyList<string> In(params ReadOnlySpan<string?> texts)
    {
        var found = new List<string>();
        foreach (var text in texts)
        {
            // The name of a rule at work, and no word about anybody.
            var about = (text ?? "").Replace("health and safety", "", StringComparison.OrdinalIgnoreCase);
            found.AddRange(WordsOf(about).Where(IsAboutHealth));
        }

        return [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsAboutHealth(string word) =>
        Beginnings.Any(beginning =>
            beginning.EndsWith('.')
                ? word.Equals(beginning[..^1], StringComparison.OrdinalIgnoreCase)
                : word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
        );

    private static string[] WordsOf(string text) =>
        new string([.. text.Select(c => char.IsLetter(c) || c == '-' ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
}
