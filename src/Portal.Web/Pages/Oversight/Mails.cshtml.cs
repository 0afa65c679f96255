using Microsoft.AspNetCore.Mvc;
using Portal.Data.Notices;
using Portal.Domain.People;

namespace Portal.Web.Pages.Oversight;

public sealed class MailsModel(MailRoom room) : PortalPage
{
    public IReadOnlyList<UndeliveredMail> Mails { get; private set; } = [];

    public async Task OnGetAsync() => Mails = await room.UndeliveredAsync(Actor);

    public async Task<IActionResult> OnPostAgainAsync(Guid mailId) =>
        After(await room.TryAgainAsync(Actor, mailId), "It is being tried again.");

    public async Task<IActionResult> OnPostLetGoAsync(Guid mailId) =>
        After(await room.LetGoAsync(Actor, mailId), "It is off the list. It is not sent.");

    /// <summary>To whom it should have gone. A person is not named here.</summary>
    public static string Who(UndeliveredMail mail) =>
        mail.Role switch
        {
            Role.Person when mail.WorkerName is { } worker => $"A person ({worker} works with them)",
            Role.Person => "A person",
            Role.Representative => "Someone who decides for a person",
            Role.Supervisor or Role.EmployerLead when mail.Name is null => "Somebody at work",
            Role.Supervisor => $"{mail.Name}, at work",
            Role.EmployerLead => $"{mail.Name}, employer lead",
            Role.ServiceManager => $"{mail.Name}, service manager",
            _ => $"{mail.Name}, worker",
        };

    public static string Why(string fault) =>
        fault switch
        {
            "MailboxUnavailable" or "MailboxNameNotAllowed" or "UserNotLocalTryAlternatePath" =>
                "Their server says that there is no such address.",
            "BadAddress" => "The address is not one.",
            "ExceededStorageAllocation" or "InsufficientStorage" => "Their mailbox is full.",
            "NotReached" => "No mail server could be reached.",
            "NotTrusted" => "The mail server could not prove who it is.",
            "TimedOut" or "ConnectionLost" or "Interrupted" => "The mail server did not answer.",
            _ => $"The mail server did not take it ({fault}).",
        };

    private IActionResult After(bool done, string said)
    {
        if (!done)
        {
            return NotFound();
        }

        TempData["Done"] = said;
        return Redirect("/oversight/mails");
    }
}
