using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Feedback;
using Portal.Domain.Plans;

namespace Portal.Web.Pages.Me.Plan;

/// <summary>
/// A page of the working plan. The person and their worker edit the same plan on the same pages; what differs
/// is whose plan it is and where the pages are.
/// </summary>
public abstract class PlanPage(PlanDesk desk) : PortalPage
{
    protected PlanDesk Desk => desk;

    /// <summary>Whose plan: the person themselves, or the one in the worker's address.</summary>
    public abstract Guid PersonId { get; }

    /// <summary>Whether the person themselves reads this.</summary>
    public bool IsOwn => Actor.PersonId is not null;

    /// <summary>Where the plan's pages start.</summary>
    public abstract string Root { get; }
}

/// <summary>The whole plan, by kind, with what work answered to what is proposed.</summary>
public abstract class PlanIndexPage(PlanDesk desk, Agreements agreements) : PlanPage(desk)
{
    protected Agreements Agreements => agreements;

    public Domain.Plans.Plan Plan { get; private set; } = null!;

    /// <summary>The newest answer of work, by line.</summary>
    public IReadOnlyDictionary<Guid, WorkAnswer> Answers { get; private set; } = new Dictionary<Guid, WorkAnswer>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Desk.ReadAsync(Actor, PersonId) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        Answers = await agreements.OfAsync(Actor, PersonId);
        return Page();
    }
}

/// <summary>Which kind of line to add, and the catalogue to start it from.</summary>
public abstract class ChooseLinePage(PlanDesk desk) : PlanPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public LineKind? Kind { get; set; }

    public IReadOnlyList<CatalogueEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Desk.CatalogueAsync(Actor, PersonId) is not { } catalogue)
        {
            return NotFound();
        }

        Entries = [.. catalogue.Where(entry => entry.Kind == Kind)];
        return Page();
    }
}

/// <summary>A page with the form of one line.</summary>
public abstract class LineFormPage(PlanDesk desk) : PlanPage(desk)
{
    [BindProperty]
    public LineForm Input { get; set; } = new();

    /// <param name="kept">How the line stands; null for a new one.</param>
    protected void Offer(LineStatus? kept)
    {
        if (IsOwn)
        {
            Input.OfferToPerson(kept);
        }
    }

    /// <summary>Adds what is typed as a line of its own.</summary>
    protected async Task<IActionResult> AddAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await Desk.AddAsync(Actor, PersonId, Input.ToInput()))
        {
            case PlanOutcome.Saved:
                TempData["Done"] = "The line is in the plan. It is private until it is shared.";
                return Redirect(Root);
            case PlanOutcome.Invalid invalid:
                Show(invalid.Problems);
                return Page();
            default:
                return NotFound();
        }
    }
}

/// <summary>The words of a new line, from the catalogue or one's own.</summary>
public abstract class AddLinePage(PlanDesk desk) : LineFormPage(desk)
{
    public async Task<IActionResult> OnGetAsync(LineKind kind, Guid? entry)
    {
        if (await Desk.CatalogueAsync(Actor, PersonId) is not { } catalogue || !Enum.IsDefined(kind))
        {
            return NotFound();
        }

        var started = catalogue.FirstOrDefault(one => one.Id == entry && one.Kind == kind);
        Input = new LineForm
        {
            Kind = kind,
            Category = started?.Category,
            Text = started?.Text,
        };
        Offer(kept: null);
        return Page();
    }

    public Task<IActionResult> OnPostAsync()
    {
        Offer(kept: null);
        return AddAsync();
    }
}

/// <summary>A line to change or to take out.</summary>
public abstract class EditLinePage(PlanDesk desk) : LineFormPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public Guid LineId { get; set; }

    /// <summary>The line as someone else saved it meanwhile; null when nobody did.</summary>
    public Line? Theirs { get; private set; }

    /// <summary>Whether someone took the line out meanwhile, so that what is typed can only be added anew.</summary>
    public bool IsRetired { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Desk.LineAsync(Actor, PersonId, LineId) is not { } line)
        {
            return NotFound();
        }

        Input = LineForm.Of(line);
        Offer(line.Status);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await Desk.EditAsync(Actor, PersonId, LineId, Input.Seen, Input.ToInput()))
        {
            case PlanOutcome.Saved:
                TempData["Done"] = "Saved. Where the old words are shared, they stay until the new ones are shared.";
                return Redirect(Root);
            case PlanOutcome.Invalid invalid:
                Show(invalid.Problems);
                return Page();
            case PlanOutcome.ChangedMeanwhile changed:
                Theirs = changed.Theirs;
                Input.Seen = changed.Theirs.Stamp;
                Offer(changed.Theirs.Status);
                ModelState.AddModelError(
                    "Input.Text",
                    "Someone else changed this line after you opened it. Their line is above yours. Save again to keep yours"
                );
                return Page();
            case PlanOutcome.RetiredMeanwhile:
                IsRetired = true;
                ModelState.AddModelError(
                    "Input.Text",
                    "This line was taken out of the plan after you opened it. Your words are below. To keep them, add them as a new line"
                );
                return Page();
            default:
                return NotFound();
        }
    }

    /// <summary>Adds the words for a line that was taken out meanwhile as a new one: a proposal, like any new words.</summary>
    public Task<IActionResult> OnPostAnewAsync()
    {
        IsRetired = true;
        Input.Status = LineStatus.Proposed;
        Offer(kept: null);
        return AddAsync();
    }

    public async Task<IActionResult> OnPostRetireAsync()
    {
        if (await Desk.RetireAsync(Actor, PersonId, LineId) is not PlanOutcome.Saved)
        {
            return NotFound();
        }

        TempData["Done"] = "The line is out of the plan, and off every page at work.";
        return Redirect(Root);
    }
}
