using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.People;

namespace Portal.Web.Text;

/// <summary>The words of the worker's pages.</summary>
public static partial class Say
{
    public static string Topic(Topic topic) =>
        topic switch
        {
            Domain.CheckIns.Topic.Managers => "With my manager",
            Domain.CheckIns.Topic.Colleagues => "With colleagues",
            Domain.CheckIns.Topic.Demands => "What the job asks of me",
            Domain.CheckIns.Topic.Confidence => "Confidence",
            Domain.CheckIns.Topic.OutsideWork => "Things outside work",
            Domain.CheckIns.Topic.Sleep => "Sleep",
            Domain.CheckIns.Topic.WeeklyAppointment => "My weekly appointment",
            Domain.CheckIns.Topic.Routine => "Routine",
            Domain.CheckIns.Topic.Housing => "Housing",
            Domain.CheckIns.Topic.Appetite => "Eating",
            Domain.CheckIns.Topic.Attendance => "Getting to work",
            _ => "Feeling calm",
        };

    /// <summary>Who at work can see something of a person now.</summary>
    public static string Knows(Reach reach) =>
        reach.WhoKnows.Count == 0
            ? "Nobody: do not ring, visit or write"
            : string.Join(", ", reach.WhoKnows.Distinct(StringComparer.Ordinal));

    public static string Asks(HelpKind kind) =>
        kind switch
        {
            HelpKind.TalkFirst => "wants to talk before sharing",
            HelpKind.MoreSupport => "wants more support again",
            _ => "has written to you",
        };

    /// <summary>What is to do, for the worker.</summary>
    public static string Step(ProtocolTask task) =>
        task.Step switch
        {
            ProtocolStep.BenefitsPlan => "plan the change to wages: payment dates, rent, budget, who to tell",
            ProtocolStep.ShiftDayRoutine => "agree the routine for shift days: sleep, meals, travel, winding down",
            ProtocolStep.FirstSessionTogether => "go to the first session together",
            ProtocolStep.CallAfterShift => $"ring after shift {task.Number}",
            ProtocolStep.CheckIn => $"check-in, week {task.Number}",
            ProtocolStep.TirednessPrompt => "ask about tiredness: it builds up about now",
            ProtocolStep.BenefitsReview => "look at money and rent together, mid-month",
            ProtocolStep.ExposureReview => $"look at hours and tasks together, week {task.Number}",
            ProtocolStep.DangerPoint => $"after {task.Number} months: look at the plan and at what is shared",
            _ => $"week {task.Number}: is the job held, and housing steady?",
        };

    public static string Fate(TaskEntry entry) =>
        entry.Fate switch
        {
            TaskFate.Done => $"Done on {Dates.Day(entry.At)}",
            TaskFate.Moved => $"Moved on {Dates.Day(entry.At)}: {entry.Reason}",
            _ => $"Left out on {Dates.Day(entry.At)}: {entry.Reason}",
        };

    /// <summary>How staff may reach a person safely.</summary>
    public static string Contact(SafeContact contact) =>
        contact.Number is null
            ? "No number yet"
            : $"{contact.Number}. {(contact.LeaveMessage ? "You may leave a message" : "Leave no message")}."
                + (contact.NameToGive is null ? "" : $" Say that you are {contact.NameToGive}.");

    public static string Basis(AuthorityBasis basis) =>
        basis switch
        {
            AuthorityBasis.LastingPowerOfAttorney => "Lasting power of attorney",
            AuthorityBasis.CourtAppointedDeputy => "Deputy appointed by the court",
            AuthorityBasis.Guardianship => "Guardianship",
            _ => "Other legal authority",
        };
}
