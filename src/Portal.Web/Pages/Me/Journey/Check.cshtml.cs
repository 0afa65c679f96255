using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Consents;

namespace Portal.Web.Pages.Me.Journey;

/// <summary>The one page on which something is shared: with yes to exactly what is on it.</summary>
public sealed class CheckModel(ShareJourney journey, ConsentRegister register, Safeguards safeguards)
    : JourneyPage(journey)
{
    [BindProperty]
    public string? Hash { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Preview Preview { get; private set; } = null!;

    /// <summary>What they see now and would not see any more; null when they see nothing now.</summary>
    public IReadOnlyList<string>? GoesAway { get; private set; }

    public string WhoName { get; private set; } = "";

    /// <summary>Whether the person's own rule makes them wait a day.</summary>
    public bool MustWait { get; private set; }

    /// <summary>Until when nothing can be given, since staff have helped to sign in; null where it can.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Whether new sharing waits until worker and person have talked.</summary>
    public bool Waits { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await register.GiveAsync(Actor, DraftId, new Yes(Hash, Input.Present, Input.WaitADay)))
        {
            case GiveOutcome.Given given:
                return Redirect($"/me/share/done/{given.ConsentId}");
            case GiveOutcome.ChangedSincePreview:
                TempData["Changed"] = true;
                return Redirect(To("preview"));
            case GiveOutcome.Invalid invalid:
                Show(invalid.Problems);
                return await OnGetAsync();
            case GiveOutcome.Waits:
            case GiveOutcome.Held:
                return Redirect(To("check"));
            default:
                // The same page in a second tab, or sent twice: it was answered before.
                TempData["Done"] = "You have answered this already. This is how it stands now.";
                return Redirect("/me");
        }
    }

    public async Task<IActionResult> OnPostDeclineAsync()
    {
        if (!await register.DeclineAsync(Actor, DraftId))
        {
            return NotFound();
        }

        TempData["Done"] = "Nothing new was shared. Your choice is written down. What you share already is below.";
        return Redirect("/me");
    }

    protected override Task<IActionResult> ShowAsync() => ShowAgainAsync();

    protected override async Task<IActionResult> ShowAgainAsync()
    {
        if (FirstUnanswered() is { } page)
        {
            return Redirect(To(page) + "?back=check");
        }

        if (
            await Journey.PreviewAsync(Actor, DraftId) is not { } preview
            || await WhoAsync() is not { } who
            || preview.Hash != Draft.PreviewHash
        )
        {
            return Redirect(To("preview"));
        }

        (Preview, WhoName) = (preview, who);
        GoesAway = await Journey.GoesAwayAsync(Actor, DraftId);
        var own = await safeguards.ReadAsync(Actor);
        (MustWait, Waits) = (own.MustWait && !Draft.IsForKeeping, own.NewSharingWaits && !Actor.IsRepresentative);
        HeldUntil = own.HeldUntil;
        return Page();
    }

    private string? FirstUnanswered() =>
        !Draft.HasWho ? "who"
        : Draft.LineIds.Count == 0 ? "what"
        : Draft.PreviewHash is null ? "preview"
        : Draft.Starts is null ? "when"
        : Draft.Until is null && !Draft.IsForKeeping ? "until"
        : Draft.Channel is null ? "how"
        : !Draft.HasUse ? "use"
        : null;

    private async Task<string?> WhoAsync()
    {
        if (Draft.NewRecipient is { } someone)
        {
            var address = someone.Email ?? "invited by a code that is handed over";
            var job = await Journey.JobAsync(Actor, DraftId);
            return $"{someone.Name}, {Text.Say.Part(someone.Part)} at {job?.EmployerName}, {address}";
        }

        var choices = await Journey.WhoChoicesAsync(Actor);
        return choices.Recipients.FirstOrDefault(recipient => recipient.Id == Draft.RecipientId) is { } known
            ? $"{known.Name}, {Text.Say.Part(known.Part)} at {known.EmployerName}"
            : null;
    }

    public sealed class InputModel
    {
        public Present? Present { get; set; }

        public bool WaitADay { get; set; }
    }
}
