using Microsoft.AspNetCore.Mvc;
using Portal.Data.Notices;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Web.Pages.Oversight;

public sealed class MailsModel(MailRoom room) : PortalPage
{
    public IReadOnlyList<UndeliveredMail> Mails { get; private set; } = [];

    /// <summary>Why mails wait for another try.</summary>
    public IReadOnlyList<PutOffMails> PutOff { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Mails = await room.UndeliveredAsync(Actor);
        PutOff = await room.PutOffAsync(Actor);
    }

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

    /// <summary>The words of <see cref="MailFault"/>, and those that mails kept from before MailKit still carry.</summary>
    public static string Why(string fault) =>
        fault switch
        {
            MailFault.NoSuchAddress
            or "MailboxUnavailable"
            or "MailboxNameNotAllowed"
            or "UserNotLocalTryAlternatePath" => "Their server says that there is no such address.",
            MailFault.BadAddress => "The address is not one.",
            MailFault.MailboxFull or "ExceededStorageAllocation" or "InsufficientStorage" => "Their mailbox is full.",
            MailFault.NotReached => "No mail server could be reached.",
            MailFault.NotTrusted => "The mail server could not prove who it is.",
            MailFault.NotEncrypted => "The mail server offers no encryption. Nothing is sent without it.",
            MailFault.SignInRefused =>
                "The mail server does not accept the portal's user name and password. Ask whoever runs the portal to check them.",
            MailFault.SignInNotOffered =>
                "The mail server does not let the portal sign in. Ask whoever runs the portal to check the settings.",
            MailFault.TokenNotGiven =>
                "The portal got no token to sign in to the mail server. Ask whoever runs the portal to check its client secret.",
            MailFault.SenderRefused or MailFault.BadSender =>
                "The mail server does not accept the portal's own address. Ask whoever runs the portal to check it.",
            MailFault.PolicyRefused =>
                "The mail server refuses to pass it on. That is a setting of the server, and not the address.",
            MailFault.TimedOut or MailFault.ConnectionLost or "Interrupted" => "The mail server did not answer.",
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
