using Microsoft.AspNetCore.Mvc;
using Portal.Domain.People;

namespace Portal.Web.Pages.Me;

public sealed class PrivacyNoticeModel(OwnRecord record) : PortalPage
{
    public bool Accepted { get; private set; }

    public async Task OnGetAsync() => Accepted = (await record.ReadAsync(Actor)).NoticeAccepted;

    public async Task<IActionResult> OnPostAsync()
    {
        await record.AcceptPrivacyNoticeAsync(Actor);
        return Redirect("/me");
    }
}
