using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Pages.Me;
using Portal.Web.Pages.Team;
using Portal.Web.Security;

namespace Portal.Web;

/// <summary>Folder policies in one place. A page in none of these folders is denied by the fallback.</summary>
internal static class Conventions
{
    public static void Apply(RazorPagesOptions options)
    {
        var conventions = options.Conventions;
        conventions.AuthorizeFolder("/Me", Policies.Person);
        conventions.AuthorizeFolder("/Team", Policies.Recipient);
        conventions.AuthorizeFolder("/Desk", Policies.SupportWorker);
        conventions.AuthorizeFolder("/Employer", Policies.EmployerLead);
        conventions.AuthorizeFolder("/Oversight", Policies.ServiceManager);
        conventions.AddFolderApplicationModelConvention(
            "/Me",
            model => model.Filters.Add(new TypeFilterAttribute(typeof(PrivacyNoticeFirst)))
        );
        conventions.AddFolderApplicationModelConvention(
            "/Me",
            model => model.Filters.Add(new TypeFilterAttribute(typeof(CryForHelp)))
        );
        conventions.AddFolderApplicationModelConvention(
            "/Team",
            model => model.Filters.Add(new TypeFilterAttribute(typeof(LooksFirst)))
        );
        foreach (
            var page in new[]
            {
                "/Account/Index",
                "/Account/SignOut",
                "/Account/WaysIn",
                "/Account/App",
                "/Account/SpareCodes",
                "/Account/Sessions",
                "/Account/Kept",
                "/Account/Confirm",
                "/Account/SecondStep",
                "/Account/SetUp",
            }
        )
        {
            conventions.AuthorizePage(page, Policies.SignedIn);
        }

        foreach (var page in new[] { "/Account/SecondStep", "/Account/SetUp" })
        {
            conventions.AddPageApplicationModelConvention(page, OpensBeforeSecondStep);
        }

        // An open phone that is left lying about gives no consent, takes nothing out, and changes no way in.
        AskToProve("/Me/Journey/Check", handler: null, ProvedRecently.WithTimeToRead);
        AskToProve("/Account/WaysIn", handler: null);
        AskToProve("/Account/App", handler: null);
        AskToProve("/Me/Shares/Show", handler: "Resume");
        foreach (var handler in new[] { "Mail", "Code", "Recipient" })
        {
            AskToProve("/Desk/People/Show", handler);
        }

        AskToProve("/Desk/Authorities", handler: "Half");
        AskToProve("/Oversight/Authorities", handler: "Half");
        AskToProve("/Oversight/Workers", handler: "Code");
        AskToProve("/Me/Shares/Show", handler: "Code");

        AskToProve("/Me/Shares/Receipt", handler: "Json");
        AskToProve("/Account/Index", handler: "Calendar");
        AskToProve("/Me/OtherWays", handler: "Passkeys");
        foreach (
            var page in new[]
            {
                "/Index",
                "/Problem",
                "/Account/SignIn",
                "/Account/Organisation",
                "/Account/Forgotten",
                "/Account/Reset",
                "/Account/SpokenCode",
                "/Account/Invitation",
                "/Dev/Mail",
                "/Calendar",
            }
        )
        {
            conventions.AllowAnonymousToPage(page);
        }

        conventions.AddPageApplicationModelConvention(
            "/Team/Sheet",
            model => model.EndpointMetadata.Add(new ChecksSignInItself())
        );
        conventions.AddFolderApplicationModelConvention("/Team", MarkPlanRoute);
        conventions.AddPageApplicationModelConvention("/Calendar", MarkPlanRoute);
        conventions.AddPageApplicationModelConvention(
            "/Team/Guideline",
            model => model.EndpointMetadata.Remove(DisclosesPlan.Instance)
        );
        conventions.AddPageApplicationModelConvention(
            "/Team/FeedbackSent",
            model => model.EndpointMetadata.Remove(DisclosesPlan.Instance)
        );
        conventions.AddPageApplicationModelConvention("/Account/SignIn", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/SpokenCode", LimitTries);
        conventions.AddPageApplicationModelConvention(
            "/Account/Forgotten",
            model => model.EndpointMetadata.Add(new LimitsTries(CountsAll: true))
        );
        conventions.AddPageApplicationModelConvention("/Account/Invitation", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/Reset", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/Organisation", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/SecondStep", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/Confirm", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/WaysIn", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/Index", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/App", LimitTries);
        conventions.AddPageApplicationModelConvention("/Account/SpareCodes", LimitTries);

        void AskToProve(string page, string? handler, TimeSpan? toSend = null) =>
            conventions.AddPageApplicationModelConvention(
                page,
                model => model.Filters.Add(new ProvedRecentlyFactory(handler, toSend))
            );
    }

    private static void OpensBeforeSecondStep(PageApplicationModel model) =>
        model.EndpointMetadata.Add(new BeforeSecondStep());

    private static void MarkPlanRoute(PageApplicationModel model) => model.EndpointMetadata.Add(DisclosesPlan.Instance);

    private static void LimitTries(PageApplicationModel model) => model.EndpointMetadata.Add(new LimitsTries());
}
