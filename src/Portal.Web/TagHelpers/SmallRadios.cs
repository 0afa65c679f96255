namespace Portal.Web.TagHelpers;

/// <summary>A row of small radios, for a form with many short questions. Nothing is chosen beforehand.</summary>
/// <param name="Name">The field's name; ids are made from it.</param>
public sealed record SmallRadios(string Name, string? Chosen, IReadOnlyList<(string Value, string Label)> Choices)
{
    public static SmallRadios Of<T>(string name, T? chosen, Func<T, string> say)
        where T : struct, Enum =>
        new(name, chosen?.ToString(), [.. Enum.GetValues<T>().Select(value => (value.ToString(), say(value)))]);

    public string IdOf(string value) => Name.Replace('.', '-').Replace('[', '-').Replace(']', '-') + value;
}
