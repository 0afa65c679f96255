using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>The design system's error summary: each problem links to its field. Nothing when all is well.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var problems = ViewContext
            .ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .OrderBy(entry => ViewContext.ViewData.PlaceInErrorSummary(entry.Key))
            .ToList();
        if (problems.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        // Focus moves here without script, too.
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml(
            "<div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">"
        );
        foreach (var (name, entry) in problems)
        {
            output.Content.AppendHtml(Item(FieldTagHelper.IdOf(name), entry!.Errors[0].ErrorMessage));
        }

        output.Content.AppendHtml("</ul></div></div>");
    }

    private static TagBuilder Item(string id, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{id}";
        link.InnerHtml.Append(message);
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

/// <summary>
/// The order of the error summary is that of the page, in which the doors name their problems; the model state keeps
/// names in the order of the alphabet.
/// </summary>
internal static class ErrorSummaryOrder
{
    private const string Key = "ErrorSummary";

    public static void AddToErrorSummary(this ViewDataDictionary viewData, string name)
    {
        var names = viewData[Key] as List<string> ?? [];
        names.Add(name);
        viewData[Key] = names;
    }

    public static int PlaceInErrorSummary(this ViewDataDictionary viewData, string name) =>
        viewData[Key] is List<string> names && names.IndexOf(name) is >= 0 and var place ? place : int.MaxValue;
}
