using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Notices;
using Portal.Domain.Disclosure;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Web.Pages.Account;

public sealed class IndexModel(
    UserManager<Data.People.Account> users,
    NoticeChoices choices,
    CalendarFeed calendar,
    Data.People.Sessions sessions,
    PortalSettings settings
) : PortalPage
{
    [BindProperty]
    public NoticesModel Notices { get; set; } = new();

    /// <summary>After how long without use one is signed out, in minutes; empty for no such limit.</summary>
    [BindProperty]
    public string? Idle { get; set; }

    public bool IsStaff => Actor.Role is Role.SupportWorker or Role.ServiceManager;

    public int StaffIdleMinutes => settings.StaffIdleMinutes;

    public string UserName { get; private set; } = "";

    public bool HasAddress { get; private set; }

    public bool IsAtWork => CalendarFeed.IsFor(Actor);

    public bool HasCalendar { get; private set; }

    public async Task OnGetAsync()
    {
        await ShowAccountAsync(await MeAsync());
        await ShowChoicesAsync();
    }

    public async Task<IActionResult> OnPostNoticesAsync()
    {
        var from = TimeOf("Notices.QuietFrom", Notices.QuietFrom);
        var until = TimeOf("Notices.QuietUntil", Notices.QuietUntil);
        if (ModelState.IsValid)
        {
            Show(await choices.SaveAsync(Actor, Notices.News, Notices.Reminders, from, until), "Notices");
        }

        if (!ModelState.IsValid)
        {
            await ShowAccountAsync(await MeAsync());
            return Page();
        }

        TempData["Done"] = "Saved. This is when we send you e-mails from now on.";
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostIdleAsync()
    {
        var minutes = int.TryParse(Idle, CultureInfo.InvariantCulture, out var typed) ? typed : (int?)null;
        if (!await sessions.ChooseIdleAsync(Actor, minutes))
        {
            return NotFound();
        }

        TempData["Done"] = "Saved. It counts here too.";
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostCalendarAsync()
    {
        if (await calendar.MakeAsync(Actor) is not { } secret)
        {
            return NotFound();
        }

        TempData["CalendarAddress"] = new Uri(settings.PublicUrl, $"calendar/{secret}.ics").ToString();
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostCalendarOffAsync()
    {
        await calendar.RevokeAsync(Actor);
        TempData["Done"] = "It is off. The address shows nothing any more.";
        return Redirect("/account");
    }

    private async Task<Data.People.Account> MeAsync() => (await users.FindByIdAsync(Actor.AccountId.ToString()))!;

    private async Task ShowAccountAsync(Data.People.Account account)
    {
        Idle = (await sessions.IdleChoiceAsync(Actor))?.ToString(CultureInfo.InvariantCulture) ?? "";
        (UserName, HasAddress) = (account.UserName!, account.Email is not null);
        HasCalendar = await calendar.ExistsAsync(Actor);
    }

    private async Task ShowChoicesAsync()
    {
        var chosen = await choices.ReadAsync(Actor);
        Notices = new NoticesModel
        {
            News = chosen.News,
            Reminders = chosen.Reminders,
            QuietFrom = chosen.QuietFrom?.ToString("HH:mm", CultureInfo.InvariantCulture),
            QuietUntil = chosen.QuietUntil?.ToString("HH:mm", CultureInfo.InvariantCulture),
        };
    }

    private TimeOnly? TimeOf(string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (!TimeOnly.TryParseExact(typed, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            ModelState.AddModelError(field, "Enter a time like 21:00");
        }

        return at;
    }

    public sealed class NoticesModel
    {
        public NoticePace? News { get; set; }

        public NoticePace? Reminders { get; set; }

        public string? QuietFrom { get; set; }

        public string? QuietUntil { get; set; }
    }
}
