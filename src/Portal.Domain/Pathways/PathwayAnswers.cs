using System.Globalization;
using Portal.Domain.People;

namespace Portal.Domain.Pathways;

/// <summary>Answers as typed, brought into the form in which they are kept, and what is wrong with them. Pure.</summary>
internal static class PathwayAnswers
{
    private const decimal Most = 100_000;

    public static (IReadOnlyDictionary<PathwayField, string> Kept, IReadOnlyList<Problem> Problems) Of(
        PathwayForm form,
        IReadOnlyDictionary<PathwayField, string?> typed
    )
    {
        var (kept, check) = (new Dictionary<PathwayField, string>(), new Check());
        foreach (var question in PathwayForms.QuestionsOf(form))
        {
            var text = Typed.TextOrNull(typed.GetValueOrDefault(question.Field));
            if (text is not null && KeptOf(question, text) is { } answer)
            {
                kept[question.Field] = answer;
            }

            var field = $"Answers[{question.Field}]";
            check
                .That(field, text is not null || !question.IsRequired, Enter(question))
                .That(field, text is null || kept.ContainsKey(question.Field), Mend(question.Shape));
            if (
                kept.GetValueOrDefault(question.Field) is { } words
                && question.Shape is FieldShape.Line or FieldShape.Text
            )
            {
                check.Optional(field, words, LongestOf(question.Shape), "This");
            }
        }

        check.That("Answers", kept.Count > 0 || check.Problems.Count > 0, "Answer at least one question");
        return (kept, check.Problems);
    }

    public static DateOnly? DayOf(string? kept) =>
        DateOnly.TryParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public static decimal? AmountOf(string? kept) =>
        decimal.TryParse(kept, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    private static string? KeptOf(PathwayQuestion question, string text) =>
        question.Shape switch
        {
            FieldShape.Day => DayOf(text) is { Year: >= 2000 and < 2100 } ? text : null,
            FieldShape.Money => AmountOf(Digits(text)) is { } pounds && pounds < Most && pounds == Math.Round(pounds, 2)
                ? pounds.ToString("0.00", CultureInfo.InvariantCulture)
                : null,
            FieldShape.Number => AmountOf(text) is { } hours && hours <= 60 && hours * 4 == Math.Truncate(hours * 4)
                ? hours.ToString("0.##", CultureInfo.InvariantCulture)
                : null,
            FieldShape.Choice => PathwayForms.ChoicesOf(question.Field).Contains(text, StringComparer.Ordinal)
                ? text
                : null,
            _ => text,
        };

    /// <summary>People write £1,250.50 and 1250.5 alike; a comma is between thousands, or it is not understood.</summary>
    private static string Digits(string text)
    {
        var digits = text.Replace("£", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var groups = digits.Split('.')[0].Split(',');
        return groups.Skip(1).All(group => group.Length == 3)
            ? digits.Replace(",", "", StringComparison.Ordinal)
            : digits;
    }

    private static int LongestOf(FieldShape shape) =>
        shape == FieldShape.Line ? PathwayEntry.LongestLine : PathwayEntry.LongestText;

    private static string Enter(PathwayQuestion question) =>
        question.Shape == FieldShape.Choice ? "Choose one of the answers" : "Write a few words here";

    private static string Mend(FieldShape shape) =>
        shape switch
        {
            FieldShape.Day => "Enter a real day",
            FieldShape.Money => "Enter an amount in pounds, like 84 or 84.50",
            FieldShape.Number => "Enter hours, like 8 or 7.5, up to 60",
            _ => "Choose one of the answers",
        };
}
