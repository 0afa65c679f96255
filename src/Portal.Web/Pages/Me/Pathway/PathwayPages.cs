using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Pathways;

namespace Portal.Web.Pages.Me.Pathway;

/// <summary>
/// A page of what is written down between a person and their worker. Both use the same pages; what differs is whose
/// they are and where they start.
/// </summary>
public abstract class PathwayDeskPage(PathwayDesk desk) : PortalPage
{
    protected PathwayDesk Desk => desk;

    /// <summary>Of whom: the person themselves, or the one in the worker's address.</summary>
    public abstract Guid PersonId { get; }

    /// <summary>Where these pages start.</summary>
    public abstract string Root { get; }

    /// <summary>Whether the person themselves reads this.</summary>
    public bool IsOwn => Actor.PersonId is not null;
}

/// <summary>All forms, each with the day on which it was last saved.</summary>
public abstract class PathwayIndexPage(PathwayDesk desk) : PathwayDeskPage(desk)
{
    /// <summary>The forms under their headings.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<PathwayForm> Forms)> Groups { get; } =
    [
        ("Before a job", [PathwayForm.Pathway, PathwayForm.Profile, PathwayForm.FirstSession]),
        ("In a job", [PathwayForm.ShiftDayRoutine, PathwayForm.RisksAtWork, PathwayForm.GradedHours]),
        ("Money", [PathwayForm.MoneyPlan]),
        ("The private parts of the plan", [PathwayForm.FirstAidKit, PathwayForm.MyCrisisPlan]),
        ("Looking back", [PathwayForm.Review, PathwayForm.JointReview]),
    ];

    public PathwayPage Notes { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (await Desk.ReadAsync(Actor, PersonId) is not { } notes)
        {
            return NotFound();
        }

        Notes = notes;
        return Page();
    }
}

/// <summary>One form: what was saved last, to read and to change; or, where each entry stands for itself, a new one.</summary>
public abstract class PathwayFormPage(PathwayDesk desk) : PathwayDeskPage(desk)
{
    /// <summary>Which form; null where the address names none that there is.</summary>
    [BindProperty(SupportsGet = true, Name = "form")]
    public PathwayForm? Asked { get; set; }

    public PathwayForm Form => Asked ?? default;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PathwayPage Notes { get; private set; } = null!;

    /// <summary>What someone else saved meanwhile; null when nobody did.</summary>
    public PathwayEntry? Theirs { get; private set; }

    public bool MayWrite => !IsOwn || !PathwayForms.IsWorkersOwn(Form);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        if (!PathwayForms.IsDated(Form) && Notes.Newest(Form) is { } newest)
        {
            Input.Seen = newest.Number;
            foreach (var (field, answer) in newest.Answers)
            {
                Input.Answers[field.ToString()] = answer;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Asked is null)
        {
            return NotFound();
        }

        // A day that cannot be read is said by the door, beside its field, which keeps what was typed.
        ModelState["Input.On"]?.Errors.Clear();
        switch (await Desk.SaveAsync(Actor, PersonId, Form, Input.ToAnswers(), Input.On, Input.Seen))
        {
            case PathwayOutcome.Saved:
                TempData["Done"] = "Saved. Nobody at work can see it.";
                return Redirect(PathwayForms.IsDated(Form) ? $"{Root}/{Form}" : Root);
            case PathwayOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await ReadAsync() ? Page() : NotFound();
            case PathwayOutcome.ChangedMeanwhile { Theirs: var theirs }:
                Input.Shown = theirs.Number;
                ModelState.Remove("Input.Shown");
                ModelState.AddModelError(
                    "Input.Answers",
                    "Someone else changed this after you opened it. Their words are above yours. Save again to keep yours"
                );
                ModelState.SetModelValue("Input.Seen", null, null);
                Input.Seen = theirs.Number;
                return await ReadAsync() ? Page() : NotFound();
            default:
                return NotFound();
        }
    }

    private async Task<bool> ReadAsync()
    {
        if (Asked is null || await Desk.ReadAsync(Actor, PersonId) is not { } notes)
        {
            return false;
        }

        Notes = notes;
        Theirs = notes.Of(Form).FirstOrDefault(entry => entry.Number == Input.Shown);
        foreach (var question in PathwayForms.QuestionsOf(Form))
        {
            Input.Answers.TryAdd(question.Field.ToString(), null);
        }

        return true;
    }

    public sealed class InputModel
    {
        /// <summary>By the field's name: a name that somebody makes up is no field, and is left out.</summary>
        public Dictionary<string, string?> Answers { get; set; } = [];

        public DateOnly? On { get; set; }

        public int Seen { get; set; }

        /// <summary>The entry of somebody else that is shown beside the form until it is saved; 0 for none.</summary>
        public int Shown { get; set; }

        public IReadOnlyDictionary<PathwayField, string?> ToAnswers() =>
            Enum.GetValues<PathwayField>()
                .ToDictionary(field => field, field => Answers.GetValueOrDefault(field.ToString()));
    }
}
