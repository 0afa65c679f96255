using Portal.Domain.Audit;
using Portal.Domain.Pathways;
using Portal.Domain.People;

namespace Portal.Web.Text;

/// <summary>The words of "Who has looked".</summary>
public static partial class Say
{
    /// <summary>One row of "Who has looked", as a sentence to the person.</summary>
    public static string Activity(Activity row) => Activity(row, "You");

    /// <summary>The same for staff, who read the person's name where the person reads "you".</summary>
    public static string ActivityOf(string person, Activity row) =>
        Activity(row, person)
            .Replace(" your ", " the ", StringComparison.Ordinal)
            .Replace(" you ", $" {person} ", StringComparison.Ordinal);

    /// <summary>When in the day: ", morning and afternoon".</summary>
    private static string PartsOfDay(IReadOnlyList<int> hours)
    {
        var parts = hours
            .Select(hour =>
                hour switch
                {
                    < 6 => "night",
                    < 12 => "morning",
                    < 18 => "afternoon",
                    _ => "evening",
                }
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return parts.Count == 0 ? "" : $", {string.Join(" and ", parts)}";
    }

    /// <summary>Which parts of the record were opened, beside its first page.</summary>
    private static string Looks(IReadOnlyList<string> looks)
    {
        var parts = looks
            .Where(look => look != "record")
            .Select(look => look == "pathway" ? "private notes" : look)
            .ToList();
        return parts.Count == 0 ? "" : $": {string.Join(", ", parts)}";
    }

    /// <summary>What an account did more often than anybody would.</summary>
    public static string LimitMet(string what) =>
        what == Limits.Feedback
            ? "sent more about one person than anybody would in a day"
            : "opened pages more often than anybody would";

    /// <summary>Part and employer of whoever at work did it, as the person knows them; null for anyone else.</summary>
    public static string? PlaceOf(Activity row) =>
        row.Who is { Part: { } part, Employer: { } employer } ? $"{Part(part)} at {employer}" : null;

    private static string Unnamed(KnownAs known) =>
        known.Employer is { } employer ? $"An unnamed person at {employer}" : "An unnamed person at work";

    private static string Activity(Activity row, string person)
    {
        var who = row.Who is { } known ? known.Name ?? Unnamed(known) : person;
        return row.Kind switch
        {
            LedgerKind.SheetViewed when row.Detail == "FeedbackForm" =>
                $"{who} opened the form to say how work is going",
            LedgerKind.SheetViewed => $"{who} opened your page",
            LedgerKind.SheetRefused => $"{who} tried to open your page, and saw nothing",
            LedgerKind.TeamListed => $"{who} saw your name in their team list",
            LedgerKind.CalendarListed => $"{who}'s calendar was told on which days to sign in, and nothing else",
            LedgerKind.StaffRead when row.Detail == "lead" => $"{who} read your message to the safeguarding lead",
            LedgerKind.HelpAsked when row.Detail == "lead" => $"{who} wrote to the safeguarding lead",
            LedgerKind.HelpAnswered when row.Detail == "lead" => $"{who} noted what was done about your message",
            LedgerKind.StaffRead when row.Looks.Count == 0 => $"{who} read your {row.Detail}",
            LedgerKind.StaffRead => $"{who} looked at your record{PartsOfDay(row.Hours)}{Looks(row.Looks)}",
            LedgerKind.PathwaySaved when Enum.TryParse<PathwayForm>(row.Detail, out var form) =>
                $"{who} wrote in \"{Form(form)}\"",
            LedgerKind.OutcomeRecorded => $"{who} wrote down how your job stands: {row.Detail}",
            LedgerKind.FeedbackGiven => $"{who} said how work is going",
            LedgerKind.ConsentGiven => $"{who} agreed to share",
            LedgerKind.ConsentKeptReady => $"{who} kept a share ready",
            LedgerKind.ConsentDeclined => $"{who} chose not to share",
            LedgerKind.NobodyChosen => $"{who} chose: nobody, nothing",
            LedgerKind.Attested when row.Detail == "yes" => $"{who} said that they are still in that part",
            LedgerKind.Attested => $"{who} said that they are not in that part any more",
            LedgerKind.StepUpOn => $"{who} switched \"I need more right now\" on",
            LedgerKind.StepUpOff => $"{who} switched \"I need more right now\" off",
            LedgerKind.RuleSet => $"{who} set a rule",
            LedgerKind.RuleTakenBack => $"{who} took a rule back",
            LedgerKind.HelpAsked when row.Detail == "more" => $"{who} asked for more support again",
            LedgerKind.HelpAsked when row.Detail == "call" => $"{who} asked to be rung",
            LedgerKind.HelpAsked when row.Detail == "heard" =>
                $"The service was told that {(row.Who is null ? "you" : who)} may need somebody",
            LedgerKind.HelpAsked when row.Detail == "money" => $"{who} saved a money plan with a short week in it",
            LedgerKind.HelpAsked when row.Detail == "message" => $"{who} wrote to the service",
            LedgerKind.HelpAsked when row.Detail == "step-up" =>
                "The service was told that \"I need more right now\" is on",
            LedgerKind.HelpAsked when row.Detail.Length > 0 => $"{who} asked to talk with the support worker first",
            LedgerKind.HelpAsked => $"{who} wrote to the service",
            LedgerKind.HelpAnswered when Enum.TryParse<HelpAct>(row.Detail, out var act) =>
                $"{who} noted: {Act(act).ToLowerInvariant()}",
            LedgerKind.HelpAnswered => $"{who} noted that you have talked",
            LedgerKind.DraftPrepared => $"{who} prepared a share for you to look at",
            LedgerKind.ToldByWorker => $"{who} told the words that you agreed to",
            LedgerKind.NewSharingWaits => $"{who} asked that new sharing waits until you have talked",
            LedgerKind.NewSharingFree => $"{who} noted that new sharing need not wait any more",
            LedgerKind.AuthorityRecorded => $"{who} recorded that somebody may decide for you",
            LedgerKind.AuthorityConfirmed => $"{who} has also seen that somebody may decide for you",
            LedgerKind.CoverNamed when row.Detail.Split('/') is [var from, var until] =>
                $"{who} covers for your worker {Between(from, until)}, and can open your plan on those days",
            LedgerKind.CoverNamed => $"{who} was named to cover for your worker",
            LedgerKind.CoverWanted => $"{who} asked for somebody to cover for your worker",
            LedgerKind.SecondAgreed => $"{who} agreed to what the manager asked for, as a second one of the staff",
            LedgerKind.AuthorityEnded => $"{who} ended that somebody may decide for you",
            LedgerKind.ConsentWithdrawn when row.Detail == "cancelled" =>
                $"{who} took back a share that had not started",
            LedgerKind.ConsentWithdrawn when row.Detail.Length > 0 =>
                $"{who} stopped sharing, because you asked for it",
            LedgerKind.ConsentWithdrawn => $"{who} stopped sharing",
            LedgerKind.ConsentLineStopped => $"{who} stopped sharing one line",
            LedgerKind.ConsentPaused => $"{who} paused sharing",
            LedgerKind.ConsentResumed => $"{who} started sharing again",
            LedgerKind.ConsentLapsed when row.Detail == "job" => "A share ended, because the job ended",
            LedgerKind.ConsentLapsed when row.Detail == "seat" =>
                "A share ended, because that person's place on the portal was closed",
            LedgerKind.ConsentLapsed when row.Detail == "attestation" =>
                $"A share ended, because {who} said that they are not in that part any more",
            LedgerKind.ConsentLapsed when row.Detail == "unanswered" =>
                "A share ended, because somebody did not say that they are still in that part",
            LedgerKind.ConsentLapsed => "A share ended, because the supervisor changed",
            LedgerKind.TimeAwaySet => $"{who} wrote down when you are away from work, or back",
            LedgerKind.ContactChanged => $"{who} changed the number at which we ring you",
            LedgerKind.SignInHelpStarted when row.Detail == "link" => $"{who} had a link sent to you, to sign in with",
            LedgerKind.SignInHelpStarted => $"{who} said one half of a code, for you to sign in with",
            LedgerKind.SignInHelpConfirmed => $"{who} said the other half of a code, for you to sign in with",
            LedgerKind.SignInHelpUsed => "A new password was set with the help of our staff",
            LedgerKind.PersonRegistered => $"{who} registered you with the service",
            LedgerKind.PrivacyNoticeAccepted => $"{who} accepted the privacy notice",
            LedgerKind.WorkerChanged => $"{who} gave you another support worker",
            _ => $"{who} changed what you share",
        };
    }

    private static string Between(string from, string until) =>
        $"from {Dates.Day(DateOnly.ParseExact(from, "O", null))} until {Dates.Day(DateOnly.ParseExact(until, "O", null))}";
}
