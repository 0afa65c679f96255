using Portal.Data.Notices;
using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Notices;

namespace Portal.Web.Pages.Oversight;

public sealed class IndexModel(
    Staff staff,
    Escalation escalation,
    Authorities authorities,
    MailRoom mails,
    OwnOrganisation own,
    Limits limits,
    Proposals proposals,
    PortalSettings settings
) : PortalPage
{
    public IReadOnlyList<WorkerEntry> Workers { get; private set; } = [];

    public IReadOnlyList<WaitingTooLong> Waiting { get; private set; } = [];

    /// <summary>How many papers wait for a second member of staff to see them.</summary>
    public int Papers { get; private set; }

    /// <summary>How much another manager wants that this one may agree to.</summary>
    public int TakesTwo { get; private set; }

    /// <summary>How many employers wait to be confirmed as the service itself.</summary>
    public int OwnProposals { get; private set; }

    /// <summary>When a consent and its record last did not agree; null for never.</summary>
    public DateTimeOffset? DisagreedAt { get; private set; }

    /// <summary>Accounts at work that asked for more than anybody would.</summary>
    public IReadOnlyList<LimitMet> LimitsMet { get; private set; } = [];

    /// <summary>Why no mail goes out until somebody changes a setting.</summary>
    public IReadOnlyList<PutOffMails> MailTroubles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Workers = await staff.WorkersAsync(Actor);
        MailTroubles = [.. (await mails.PutOffAsync(Actor)).Where(some => MailFault.IsOfSettings(some.Fault))];
        Papers = await authorities.WaitingCountAsync(Actor);
        TakesTwo = (await proposals.WaitingAsync(Actor)).Count;
        OwnProposals = (await own.OfAsync(Actor)).Count(employer => employer.ProposedBy is not null);
        DisagreedAt = await limits.DisagreedAtAsync(Actor);
        LimitsMet = await limits.OfAsync(Actor);
        Waiting = await escalation.WaitingAsync(Actor, settings.EscalationTimes);
    }
}
