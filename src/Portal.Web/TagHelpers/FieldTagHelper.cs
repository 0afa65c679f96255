using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>What the design system's form components have in common: ids, hint, error, value.</summary>
public abstract class FieldTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    protected string? Error =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0
            ? entry.Errors[0].ErrorMessage
            : null;

    /// <summary>What was typed, even when it could not be used; else the model's value.</summary>
    protected string? Value =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is string typed
            ? typed
            : ValueOf(For.Model);

    protected string? DescribedBy
    {
        get
        {
            var parts = new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" };
            return string.Join(' ', parts.Where(part => part is not null)) is { Length: > 0 } ids ? ids : null;
        }
    }

    public static string IdOf(string name) =>
        name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    protected void BeginGroup(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "class",
            Error is null ? "govuk-form-group" : "govuk-form-group govuk-form-group--error"
        );
    }

    protected void AppendHintAndError(TagHelperContent content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Element("div", Hint, "govuk-hint", $"{Id}-hint"));
        }

        if (Error is not null)
        {
            var message = Element("p", "", "govuk-error-message", $"{Id}-error");
            message.InnerHtml.AppendHtml(Element("span", "Error:", "govuk-visually-hidden"));
            message.InnerHtml.Append(" " + Error);
            content.AppendHtml(message);
        }
    }

    protected TagBuilder LabelElement(string label)
    {
        var element = Element("label", label, "govuk-label");
        element.Attributes["for"] = Id;
        return element;
    }

    protected static TagBuilder Element(string tag, string text, string cssClass, string? id = null)
    {
        var element = new TagBuilder(tag);
        element.Attributes["class"] = cssClass;
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        element.InnerHtml.Append(text);
        return element;
    }

    private static string? ValueOf(object? model) =>
        model switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            _ => model?.ToString(),
        };
}
