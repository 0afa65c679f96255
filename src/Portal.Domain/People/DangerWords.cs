using System.Globalization;
using System.Text;

namespace Portal.Domain.People;

/// <summary>
/// Hears in what a person writes that they may be in danger: of ending their life, of harming themselves, of being hurt,
/// or of hurting somebody (P13; docs/cry-for-help.md). Whole phrases, in English, in their common spellings. It never
/// blocks and never changes a text. What is denied is heard as well: "I am not suicidal" is worth a question, too.
/// </summary>
internal static class DangerWords
{
    /// <summary>Spellings that mean the same, brought into one before a phrase is looked for.</summary>
    private static readonly (string Written, string Meant)[] Spellings =
    [
        ("cannot", "cant"),
        ("can not", "cant"),
        ("do not", "dont"),
        ("does not", "doesnt"),
        ("will not", "wont"),
        ("wanna", "want to"),
        ("gonna", "going to"),
        ("any more", "anymore"),
        ("my self", "myself"),
        ("killmyself", "kill myself"),
        ("kil myself", "kill myself"),
        ("somebody", "someone"),
        ("some one", "someone"),
        ("was dead", "were dead"),
        ("im", "i am"),
        ("sucide", "suicide"),
        ("suiside", "suicide"),
        ("suicde", "suicide"),
        ("sucidal", "suicidal"),
        ("suicidel", "suicidal"),
        ("suicidle", "suicidal"),
        ("selfharm", "self harm"),
        ("selfharming", "self harm"),
        ("self harming", "self harm"),
        ("self harmed", "self harm"),
    ];

    /// <summary>Sayings that hold such words and mean none of it; they are left out before a phrase is looked for.</summary>
    private static readonly string[] Sayings =
    [
        "suicide prevention",
        "suicide squad",
        "# kms",
        "take my life back",
        "taking my life back",
        "want to die of embarrassment",
        "want to die of shame",
        "kill myself laughing",
        "hurting myself laughing",
    ];

    private static readonly string[] Told =
    [
        // Ending one's life.
        "suicide",
        "suicidal",
        "kill myself",
        "killing myself",
        "killed myself",
        "kms",
        "unalive",
        "end my life",
        "ending my life",
        "end my own life",
        "ending my own life",
        "end it all",
        "ending it all",
        "take my life",
        "take my own life",
        "taking my life",
        "taking my own life",
        "hang myself",
        "hanging myself",
        "drown myself",
        "shoot myself",
        "jump off a bridge",
        "jump off the bridge",
        "jump in front of a train",
        "jump in front of a bus",
        "jump in front of a car",
        "jump in front of a lorry",
        "jump under a train",
        "take all my tablets",
        "take all my pills",
        "took all my tablets",
        "took all my pills",
        "overdose",
        "overdosed",
        "overdosing",
        "want to die",
        "wanted to die",
        "ready to die",
        "rather be dead",
        "be dead soon",
        "wish i were dead",
        "wish i wasnt alive",
        "wish i had never been born",
        "wish i was never born",
        "better off dead",
        "better off without me",
        "no reason to live",
        "nothing to live for",
        "no point in living",
        "no point living",
        "dont want to live",
        "dont want to be alive",
        "dont want to be here anymore",
        "dont want to exist",
        "dont want to wake up",
        "not want to wake up",
        "never wake up again",
        "cant go on anymore",
        "cant go on like this",
        "cant go on living",
        "tired of being alive",
        "tired of life",
        "think about dying",
        "thinking about dying",
        "thinking of dying",
        "thoughts of dying",
        "thoughts of ending it",
        "thoughts of ending my life",
        // Harming oneself.
        "self harm",
        "hurting myself",
        "hurt myself on purpose",
        "hurt myself again",
        "want to hurt myself",
        "going to hurt myself",
        "harm myself",
        "harming myself",
        "harmed myself",
        "cutting myself",
        "cut myself on purpose",
        "cut myself again",
        "want to cut myself",
        "cut my arms",
        "cut my wrists",
        "burning myself on purpose",
        "burn myself on purpose",
        "starving myself",
        "starve myself",
        // Being hurt.
        "is hitting me",
        "keeps hitting me",
        "is hurting me",
        "keeps hurting me",
        "strangled me",
        "strangles me",
        "choked me",
        "chokes me",
        "raped",
        "rapes me",
        "sexually assaulted",
        "assaulted me",
        "attacked me",
        "abuses me",
        "abused me",
        "abusing me",
        "molested",
        "forces me to have sex",
        "forced me to have sex",
        "made me have sex",
        "threatened to kill",
        "threatens to kill",
        "tried to kill me",
        "wants to kill me",
        "wont let me leave the house",
        "wont let me out",
        "locks me in",
        "locked me in",
        "afraid to go home",
        "scared to go home",
        "afraid for my life",
        "scared for my life",
        "not safe at home",
        "am not safe",
        "dont feel safe at home",
    ];

    private static readonly string[] Somebody =
    [
        "he",
        "she",
        "they",
        "someone",
        "dad",
        "mum",
        "father",
        "mother",
        "brother",
        "sister",
        "son",
        "daughter",
        "husband",
        "wife",
        "partner",
        "boyfriend",
        "girlfriend",
        "ex",
        "boss",
        "manager",
        "supervisor",
        "colleague",
        "landlord",
        "neighbour",
        "flatmate",
        "housemate",
    ];

    private static readonly string[] Harms =
    [
        "hit me",
        "hits me",
        "beat me up",
        "beats me",
        "beats me up",
        "kicked me",
        "kicks me",
        "punched me",
        "punches me",
        "slapped me",
        "slaps me",
        "hurts me",
    ];

    private static readonly string[] Means = ["want to", "going to", "might", "have to", "am about to", "plan to"];

    private static readonly string[] ToHarm = ["kill", "hurt", "harm", "stab", "attack"];

    private static readonly string[] Others = ["him", "her", "them", "someone", "everyone", "people"];

    private static readonly string[] Phrases =
    [
        .. Told,
        .. from who in Somebody from harm in Harms select $"{who} {harm}",
        .. from meant in Means from harm in ToHarm from other in Others select $"{meant} {harm} {other}",
    ];

    /// <returns>Whether one of the texts speaks of danger.</returns>
    public static bool AreIn(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && IsHeardIn(Plain(text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeardIn(string plain)
    {
        foreach (var (written, meant) in Spellings)
        {
            plain = plain.Replace($" {written} ", $" {meant} ", StringComparison.Ordinal);
        }

        foreach (var saying in Sayings)
        {
            plain = plain.Replace($" {saying} ", " , ", StringComparison.Ordinal);
        }

        return Phrases.Any(phrase => plain.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    /// <summary>Small letters, one space around each word, # for a number; apostrophes and what cannot be seen are gone.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsLetter(letter))
            {
                plain.Append(letter);
            }
            else if (char.IsDigit(letter))
            {
                plain.Append(plain[^1] == '#' ? "" : "#");
            }
            else if (!IsSkipped(letter) && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.Append(plain[^1] == ' ' ? "" : " ").ToString();
    }

    private static bool IsSkipped(char letter) =>
        letter is '\'' or '’' or '‘' or '`' or '´'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
