using Portal.Domain.Feedback;

namespace Portal.Web.Text;

/// <summary>The words of feedback.</summary>
public static partial class Say
{
    /// <summary>To whoever at work has said more in a day than anybody would.</summary>
    public static string TooMuch(string number) =>
        $"You have sent a lot about this person since yesterday, and it is all here. This was not sent. If it cannot wait, ring {number}";

    /// <summary>Why a piece of feedback comes first; nothing when it does not.</summary>
    public static string Urgency(FeedbackReport report) =>
        (
            report.Wanted.Contains(Domain.Feedback.Wanted.Call) && report.Rating != Domain.Feedback.Rating.CallMe
                ? "Asks for a call. "
                : ""
        )
        + (report.Wanted.Contains(Domain.Feedback.Wanted.SupportAgain) ? "Wants regular calls again. " : "")
        + (report.Signs.Count > 0 ? "A sign was noticed. " : "")
        + (
            report.Adjustments.Any(answer => answer.Said.Happening == Domain.Feedback.Happening.NotYet)
                ? "Something agreed is not happening. "
                : ""
        );

    /// <summary>How far it has come, for whoever sent it and for the person.</summary>
    public static string Standing(FeedbackReport report) =>
        (report.Steps.Count == 0 ? null : report.Steps[^1]) switch
        {
            null => "Received. Nobody has read it yet.",
            { State: FeedbackState.WillRing, RingOn: { } day } => $"Read. We will ring on {Dates.Weekday(day)}.",
            { State: FeedbackState.Done } done => $"Done, {Dates.Day(done.At)}.",
            var read => $"Read, {Dates.Day(read.At)}.",
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
            Domain.Feedback.Happening.NotYet => "Not yet",
            _ => "Not needed now",
        };

    public static string Why(WhyNot why) =>
        why switch
        {
            WhyNot.Rota => "The rota",
            WhyNot.Staffing => "Staffing",
            WhyNot.Equipment => "Equipment",
            WhyNot.UnsureHow => "Unsure how",
            _ => "Something else",
        };

    public static string Proposal(ProposalAnswer answer) =>
        answer switch
        {
            ProposalAnswer.Yes => "Yes",
            ProposalAnswer.NotLikeThis => "Not like this",
            _ => "Needs HR",
        };

    public static string Done(SignDone done) =>
        done switch
        {
            SignDone.AsAgreed => "What was agreed",
            SignDone.SomethingElse => "Something else",
            _ => "Nothing",
        };

    public static string Helped(SignHelped helped) =>
        helped switch
        {
            SignHelped.Yes => "Yes",
            SignHelped.ALittle => "A little",
            SignHelped.No => "No",
            _ => "Too early to say",
        };

    public static string Wanted(Wanted wanted) =>
        wanted switch
        {
            Domain.Feedback.Wanted.Advice => "Advice",
            Domain.Feedback.Wanted.RotaHelp => "Help with the rota",
            Domain.Feedback.Wanted.EarlierReview => "An earlier review",
            Domain.Feedback.Wanted.SupportAgain => "Regular calls again",
            _ => "A call",
        };

    public static string Said(AdjustmentSaid said) =>
        said switch
        {
            { Proposal: ProposalAnswer.Yes } => "proposed, and the answer is yes",
            { Proposal: ProposalAnswer.NotLikeThis } => "proposed, and the answer is: not like this.",
            { Proposal: ProposalAnswer.NeedsHr } => "proposed, and it needs HR",
            { Happening: { } happening, Why: { } why } => $"{Happening(happening)} ({Why(why).ToLowerInvariant()})",
            { Happening: { } happening } => Happening(happening),
            _ => "",
        };

    public static string Said(SignSaid said) =>
        (said.Done is { } done ? $"Done: {Done(done).ToLowerInvariant()}. " : "")
        + (said.Helped is { } helped ? $"It helped: {Helped(helped).ToLowerInvariant()}." : "");

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
}
