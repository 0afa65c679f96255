using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Plans;

namespace Portal.Web.Text;

/// <summary>The words for the domain's names: one wording each, wherever it is shown.</summary>
public static class Say
{
    public static string Kind(LineKind kind) =>
        kind switch
        {
            LineKind.Adjustment => "What to do",
            LineKind.Contact => "Whom to call",
            LineKind.Sign => "A sign, and what to do then",
            LineKind.KeepingWell => "Keeping well at work",
            LineKind.Trigger => "What makes work harder",
            LineKind.OffDay => "On an off day",
            LineKind.CrisisAtWork => "If things get much harder",
            _ => "Coming back after time away",
        };

    public static string Part(Part part) =>
        part switch
        {
            Domain.Consents.Part.Supervisor => "Supervisor",
            Domain.Consents.Part.Deputy => "Deputy supervisor",
            Domain.Consents.Part.Buddy => "Buddy",
            Domain.Consents.Part.Hr => "HR",
            _ => "Occupational health",
        };

    public static string State(ConsentState state) =>
        state switch
        {
            ConsentState.InForce => "Can see it now",
            ConsentState.Paused => "Paused",
            ConsentState.Scheduled => "Not started yet",
            ConsentState.KeptReady => "Kept ready, not shared",
            ConsentState.Withdrawn => "Stopped by you",
            ConsentState.Ended => "Ended on its date",
            ConsentState.Lapsed => "Ended by a change at work",
            ConsentState.Replaced => "Replaced by a newer one",
            _ => "Not shared",
        };

    public static string Status(LineStatus status) =>
        status switch
        {
            LineStatus.Proposed => "Proposed",
            LineStatus.Agreed => "Agreed",
            LineStatus.InPlace => "In place",
            LineStatus.Partly => "Partly in place",
            LineStatus.NotYet => "Not yet in place",
            _ => "Ended",
        };

    public static string Rating(Rating rating) =>
        rating switch
        {
            Domain.Feedback.Rating.Well => "Going well",
            Domain.Feedback.Rating.Mostly => "Mostly going well",
            Domain.Feedback.Rating.Difficult => "Difficult",
            _ => "Please call me",
        };

    public static string Happening(Happening happening) =>
        happening switch
        {
            Domain.Feedback.Happening.Yes => "Happening",
            Domain.Feedback.Happening.Partly => "Partly",
            _ => "Not yet",
        };

    public static string Action(FeedbackAction action) =>
        action switch
        {
            FeedbackAction.Called => "Called",
            FeedbackAction.Visited => "Visited",
            FeedbackAction.ChangedThePlan => "Changed the plan with the person",
            FeedbackAction.EarlierReview => "Brought the review forward",
            FeedbackAction.ClinicalContactByUsualRoute => "Contact made by the usual route",
            _ => "No action needed",
        };

    /// <summary>One row of "Who has looked", as a sentence to the person.</summary>
    public static string Activity(Activity row)
    {
        var who = row.Who ?? "You";
        return row.Kind switch
        {
            LedgerKind.SheetViewed when row.Detail == "FeedbackForm" =>
                $"{who} opened the form to say how work is going",
            LedgerKind.SheetViewed => $"{who} opened your page",
            LedgerKind.SheetRefused => $"{who} tried to open your page, and saw nothing",
            LedgerKind.TeamListed => $"{who} saw your name in their team list",
            LedgerKind.StaffRead => $"{who} read your {row.Detail}",
            LedgerKind.FeedbackGiven => $"{who} said how work is going",
            LedgerKind.ConsentGiven => $"{who} agreed to share",
            LedgerKind.ConsentWithdrawn => $"{who} stopped sharing",
            LedgerKind.ConsentLineStopped => $"{who} stopped sharing one line",
            LedgerKind.ConsentPaused => $"{who} paused sharing",
            LedgerKind.ConsentResumed => $"{who} started sharing again",
            LedgerKind.ConsentLapsed when row.Detail == "job" => "A share ended, because the job ended",
            LedgerKind.ConsentLapsed when row.Detail == "seat" =>
                "A share ended, because that person's place on the portal was closed",
            LedgerKind.ConsentLapsed => "A share ended, because the supervisor changed",
            LedgerKind.PersonRegistered => $"{who} registered you with the service",
            LedgerKind.PrivacyNoticeAccepted => $"{who} accepted the privacy notice",
            LedgerKind.WorkerChanged => $"{who} gave you another support worker",
            _ => $"{who} changed what you share",
        };
    }
}
