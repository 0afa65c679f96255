namespace Portal.Web.Pages.Team;

public sealed class FeedbackSentModel : PortalPage
{
    public void OnGet() { }
}
