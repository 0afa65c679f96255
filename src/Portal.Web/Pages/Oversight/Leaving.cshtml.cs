using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Caseload;

namespace Portal.Web.Pages.Oversight;

/// <summary>A member of staff leaves: one page closes the account, and says who gets their people.</summary>
public sealed class LeavingModel(Staff staff, StaffAccounts accounts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid AccountId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>How many people they support.</summary>
    public int People { get; private set; }

    /// <summary>The workers who can get them.</summary>
    public IReadOnlyList<WorkerEntry> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var workers = await staff.WorkersAsync(Actor);
        var managers = await accounts.ManagersAsync(Actor);
        if (AccountId == Actor.AccountId)
        {
            return NotFound();
        }

        if (workers.FirstOrDefault(worker => worker.AccountId == AccountId) is { } leaving)
        {
            (Name, People) = (leaving.Name, leaving.People);
        }
        else if (managers.FirstOrDefault(manager => manager.Id == AccountId) is { Name: { } name })
        {
            Name = name;
        }
        else
        {
            return NotFound();
        }

        Others = [.. workers.Where(worker => worker.AccountId != AccountId)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await accounts.CloseAsync(Actor, AccountId, Input.ToId);
        if (outcome is not ChangeOutcome.Invalid invalid)
        {
            return Answer(outcome, _ => "/oversight/workers", "The account is closed.");
        }

        Show(invalid.Problems);
        return await OnGetAsync();
    }

    public sealed class InputModel
    {
        public Guid? ToId { get; set; }
    }
}
