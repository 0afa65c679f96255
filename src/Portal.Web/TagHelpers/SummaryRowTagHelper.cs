using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>A row of the design system's summary list: a question, its answer, and a link to change it.</summary>
[HtmlTargetElement("govuk-summary-row")]
public sealed class SummaryRowTagHelper : TagHelper
{
    public required string Key { get; set; }

    /// <summary>Where the answer is changed; null for a row that cannot be.</summary>
    public string? ChangeHref { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute(
            "class",
            "govuk-summary-list__row" + (ChangeHref is null ? " govuk-summary-list__row--no-actions" : "")
        );
        var key = Element("dt", "govuk-summary-list__key");
        key.InnerHtml.Append(Key);
        var answer = Element("dd", "govuk-summary-list__value");
        answer.InnerHtml.AppendHtml(value);
        output.Content.AppendHtml(key).AppendHtml(answer);
        if (ChangeHref is not null)
        {
            output.Content.AppendHtml(Actions());
        }
    }

    private TagBuilder Actions()
    {
        var hidden = Element("span", "govuk-visually-hidden");
        hidden.InnerHtml.Append($" {Key.ToLowerInvariant()}");
        var link = Element("a", "govuk-link");
        link.Attributes["href"] = ChangeHref!;
        link.InnerHtml.Append("Change").AppendHtml(hidden);
        var actions = Element("dd", "govuk-summary-list__actions");
        actions.InnerHtml.AppendHtml(link);
        return actions;
    }

    private static TagBuilder Element(string tag, string cssClass)
    {
        var element = new TagBuilder(tag);
        element.Attributes["class"] = cssClass;
        return element;
    }
}
