using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>The design system's text input: label, hint, error, and the value that was typed.</summary>
[HtmlTargetElement("govuk-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>The width in characters, where the design system has one: 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginGroup(output);
        output.Content.AppendHtml(LabelElement(Label));
        AppendHintAndError(output.Content);
        output.Content.AppendHtml(InputElement());
    }

    private TagBuilder InputElement()
    {
        var width = Width is null ? "" : $" govuk-input--width-{Width}";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["class"] = "govuk-input" + (Error is null ? "" : " govuk-input--error") + width;
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = Type;
        Set(input, "value", Type == "password" ? null : Value);
        Set(input, "autocomplete", Autocomplete);
        Set(input, "inputmode", Inputmode);
        Set(input, "aria-describedby", DescribedBy);
        return input;
    }

    private static void Set(TagBuilder input, string attribute, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            input.Attributes[attribute] = value;
        }
    }
}

/// <summary>The design system's text area.</summary>
[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public int Rows { get; set; } = 5;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginGroup(output);
        output.Content.AppendHtml(LabelElement(Label));
        AppendHintAndError(output.Content);
        var area = Element(
            "textarea",
            "\n" + Value,
            "govuk-textarea" + (Error is null ? "" : " govuk-textarea--error"),
            Id
        );
        area.Attributes["name"] = Name;
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (DescribedBy is not null)
        {
            area.Attributes["aria-describedby"] = DescribedBy;
        }

        output.Content.AppendHtml(area);
    }
}
