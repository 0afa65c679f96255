using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>The design system's radios: one question in a fieldset. Nothing is chosen until someone chooses.</summary>
[HtmlTargetElement("govuk-radios")]
[RestrictChildren("govuk-choice")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    protected override string Component => "radios";

    protected override string InputType => "radio";

    internal override bool IsChosen(string value) => string.Equals(Value, value, StringComparison.Ordinal);
}

/// <summary>The design system's checkboxes. Nothing is ticked until someone ticks it.</summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    protected override string Component => "checkboxes";

    protected override string InputType => "checkbox";

    internal override bool IsChosen(string value) =>
        For.Model is System.Collections.IEnumerable chosen && chosen.Cast<object>().Any(one => one.ToString() == value)
        || For.Model is bool yes && yes && value == "true";
}

/// <summary>What radios and checkboxes share.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    private int _choices;

    public required string Legend { get; set; }

    /// <summary>The size of the legend: s, m or l; l is the page's heading.</summary>
    public string LegendSize { get; set; } = "m";

    protected abstract string Component { get; }

    protected abstract string InputType { get; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ChoicesTagHelper)] = this;
        var choices = await output.GetChildContentAsync();
        BeginGroup(output);
        var fieldset = new TagBuilder("fieldset");
        fieldset.Attributes["class"] = "govuk-fieldset";
        if (DescribedBy is not null)
        {
            fieldset.Attributes["aria-describedby"] = DescribedBy;
        }

        var described = new DefaultTagHelperContent();
        AppendHintAndError(described);
        var list = Element("div", "", $"govuk-{Component}");
        list.Attributes["data-module"] = $"govuk-{Component}";
        list.InnerHtml.AppendHtml(choices);
        fieldset.InnerHtml.AppendHtml(LegendElement()).AppendHtml(described).AppendHtml(list);
        output.Content.AppendHtml(fieldset);
    }

    internal abstract bool IsChosen(string value);

    internal TagBuilder Choice(string value, string label, string? hint)
    {
        // The first one has the field's own id, so that the error summary can lead to it.
        var id = _choices++ == 0 ? Id : $"{Id}-{value}";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["class"] = $"govuk-{Component}__input";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = InputType;
        input.Attributes["value"] = value;
        if (IsChosen(value))
        {
            input.Attributes["checked"] = "checked";
        }

        var labelElement = Element("label", label, $"govuk-label govuk-{Component}__label");
        labelElement.Attributes["for"] = id;
        var item = Element("div", "", $"govuk-{Component}__item");
        item.InnerHtml.AppendHtml(input).AppendHtml(labelElement);
        if (hint is not null)
        {
            input.Attributes["aria-describedby"] = $"{id}-item-hint";
            item.InnerHtml.AppendHtml(Element("div", hint, $"govuk-hint govuk-{Component}__hint", $"{id}-item-hint"));
        }

        return item;
    }

    private TagBuilder LegendElement()
    {
        var legend = Element("legend", "", $"govuk-fieldset__legend govuk-fieldset__legend--{LegendSize}");
        if (LegendSize == "l")
        {
            legend.InnerHtml.AppendHtml(Element("h1", Legend, "govuk-fieldset__heading"));
        }
        else
        {
            legend.InnerHtml.Append(Legend);
        }

        return legend;
    }
}

/// <summary>One choice of radios or checkboxes.</summary>
[HtmlTargetElement("govuk-choice", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoiceTagHelper : TagHelper
{
    public required string Value { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(
            ((ChoicesTagHelper)context.Items[typeof(ChoicesTagHelper)]).Choice(Value, Label, Hint)
        );
    }
}
