using Microsoft.AspNetCore.Mvc;
using Portal.Data.People;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

public sealed class WorkersModel(Staff staff, StaffAccounts accounts, BackIn backIn) : PortalPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    [BindProperty]
    public InputModel NewManager { get; set; } = new();

    [BindProperty]
    public string? LeadId { get; set; }

    public IReadOnlyList<(Guid Id, string Name)> Managers { get; private set; } = [];

    public Guid OwnId => Actor.AccountId;

    public async Task OnGetAsync()
    {
        await ReadAsync();
        LeadId = (await staff.LeadAsync(Actor))?.ToString() ?? "";
    }

    /// <summary>Half of a code for a colleague who cannot sign in; somebody else says the other half.</summary>
    public async Task<IActionResult> OnPostCodeAsync(Guid accountId)
    {
        if (await backIn.ForStaffAsync(Actor, accountId) is not BackInOutcome.Half half)
        {
            return NotFound();
        }

        TempData["Code"] = half.Digits;
        TempData["CodeName"] = half.UserName;
        return Redirect("/oversight/workers");
    }

    /// <summary>Proposes another manager: a second one of the staff must agree.</summary>
    public async Task<IActionResult> OnPostManagerAsync()
    {
        var outcome = await accounts.ProposeManagerAsync(Actor, NewManager.Name, NewManager.Email);
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(outcome, _ => "/oversight/workers", "They are invited.");
        }

        Show(invalid.Problems, nameof(NewManager));
        await ReadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostLeadAsync()
    {
        await ReadAsync();
        var leadId = Guid.TryParse(LeadId, out var id) ? id : (Guid?)null;
        return Answer(await staff.NameLeadAsync(Actor, leadId), _ => "/oversight/workers", "Saved.");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        return Answer(await staff.AddWorkerAsync(Actor, Input.Name, Input.Email), _ => "/oversight/workers");
    }

    private async Task ReadAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        Managers = await accounts.ManagersAsync(Actor);
    }

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
