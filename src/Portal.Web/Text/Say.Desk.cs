using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Pathways;
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

    /// <summary>To the lead, when the message is answered and what they froze for it stays so.</summary>
    public const string StaysFrozen = "cannot be helped to sign in: you froze that";

    public static string Asks(HelpKind kind) =>
        kind switch
        {
            HelpKind.TalkFirst => "wants to talk before sharing",
            HelpKind.MoreSupport => "wants more support again",
            HelpKind.Heard => "may be in danger: read this first",
            HelpKind.StepUp => "has switched \"I need more right now\" on",
            HelpKind.Call => "wants to be rung",
            HelpKind.ShortWeek => "has a week in which money runs short",
            _ => "has written to you",
        };

    /// <summary>What ended something that was shared, and what to do about it.</summary>
    public static string Ended(EndedBy by, string person, string recipient) =>
        by switch
        {
            EndedBy.ItsDate => $"It ended on its date. Ask {person} whether anything should come after.",
            EndedBy.Person => $"{person} stopped it, and needs no reason. Do not ring work about it.",
            EndedBy.Worker => $"It was stopped by you, because {person} asked for it.",
            EndedBy.NoAnswer =>
                $"{recipient} did not say that they are still in that part. Ask {person} what they want now.",
            EndedBy.Recipient =>
                $"{recipient} said that they are not in that part any more. Who is there for {person} now?",
            EndedBy.Seat =>
                $"{recipient}'s place on the portal was closed. Ask {person} whether somebody else should know.",
            EndedBy.Job => $"The job ended. Ask {person} what comes next.",
            EndedBy.OtherSupervisor =>
                $"Another supervisor was named. {person} is asked whether to show them the same words.",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };

    public static string EndReason(JobEndReason reason) =>
        reason switch
        {
            JobEndReason.TheyLeft => "They chose to leave",
            JobEndReason.AnotherJob => "They moved to another job",
            JobEndReason.ContractOver => "The contract or trial was over",
            JobEndReason.WorkEndedIt => "Work ended it",
            JobEndReason.DidNotStart => "It did not start after all",
            JobEndReason.NotSaid => "It is not known, or they do not want to say",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    /// <summary>What is to do, for the worker.</summary>
    public static string Step(ProtocolTask task) =>
        task.Step switch
        {
            ProtocolStep.ShiftDates => "ask for the days of the first three shifts",
            ProtocolStep.BenefitsPlan => "plan the change to wages: payment dates, rent, budget, who to tell",
            ProtocolStep.ShiftDayRoutine => "agree the routine for shift days: sleep, meals, travel, winding down",
            ProtocolStep.FirstSessionTogether => "go to the first session together",
            ProtocolStep.CallAfterShift => $"ring after shift {task.Number}",
            ProtocolStep.CheckIn => $"check-in, week {task.Number}",
            ProtocolStep.TirednessPrompt => "ask about tiredness: it builds up about now",
            ProtocolStep.BenefitsReview => "look at money and rent together, mid-month",
            ProtocolStep.ExposureReview => $"look at hours and tasks together, week {task.Number}",
            ProtocolStep.DangerPoint => $"{Danger((DangerPoint)task.Number)}: look at the plan and at what is shared",
            ProtocolStep.ReturnCall when task.Number == 0 => "ring: back at work today",
            ProtocolStep.ReturnCall => "ring: a week back at work",
            ProtocolStep.Marker => Marker(task.Number),
            _ => "",
        };

    /// <summary>Calls or check-ins that were missed, as one thing.</summary>
    public static string Missed(IReadOnlyList<TaskState> missed)
    {
        var numbers = string.Join(", ", missed.Select(step => step.Task.Number));
        return missed[0].Task.Step switch
        {
            ProtocolStep.CheckIn when missed.Count == 1 => $"the check-in of week {numbers} was missed",
            ProtocolStep.CheckIn => $"{missed.Count} check-ins were missed, weeks {numbers}",
            ProtocolStep.CallAfterShift when missed.Count == 1 => $"the call after shift {numbers} was missed",
            ProtocolStep.CallAfterShift => $"{missed.Count} calls were missed, after shifts {numbers}",
            _ => "a call about coming back was missed",
        };
    }

    /// <summary>The same where it is known who at work knows: where nobody does, nobody goes along.</summary>
    public static string Step(ProtocolTask task, Reach reach) =>
        task.Step == ProtocolStep.FirstSessionTogether && reach.WhoKnows.Count == 0
            ? "prepare the first session with them. Nobody at work knows, so do not go along"
            : Step(task);

    /// <summary>What a marker asks.</summary>
    public static string Marker(int week) =>
        week == 0 ? "has the job started?" : $"week {week}: is the job held, and housing steady?";

    public static string Danger(DangerPoint point) =>
        point switch
        {
            DangerPoint.BetweenOfferAndStart => "between the offer and the first day",
            DangerPoint.HealthCheck => "before the occupational-health check",
            DangerPoint.ReturnFromAbsence => "before coming back",
            DangerPoint.AbsenceBegins => "time away begins",
            DangerPoint.OtherSupervisor => "another supervisor",
            DangerPoint.AfterThreeMonths => "after 3 months",
            _ => throw new ArgumentOutOfRangeException(nameof(point)),
        };

    /// <summary>Where a task is worked on: a form, the check-ins, or the job's tasks.</summary>
    public static string Place(ProtocolTask task, Guid personId, Guid placementId) =>
        task.Step switch
        {
            ProtocolStep.BenefitsPlan or ProtocolStep.BenefitsReview => Form(personId, PathwayForm.MoneyPlan),
            ProtocolStep.ShiftDayRoutine => Form(personId, PathwayForm.ShiftDayRoutine),
            ProtocolStep.FirstSessionTogether => Form(personId, PathwayForm.FirstSession),
            ProtocolStep.ExposureReview => Form(personId, PathwayForm.GradedHours),
            ProtocolStep.DangerPoint => Form(personId, PathwayForm.Review),
            ProtocolStep.ShiftDates => $"/desk/placements/{placementId}/tasks",
            ProtocolStep.Marker => $"/desk/placements/{placementId}/markers/{task.Number}",
            _ => $"/desk/people/{personId}/check-ins",
        };

    public static string Evidence(Evidence evidence) =>
        evidence switch
        {
            Domain.Caseload.Evidence.Payslip => "I saw a payslip or a contract",
            Domain.Caseload.Evidence.Rota => "I saw a rota or a time sheet",
            Domain.Caseload.Evidence.EmployerSaid => "Work said so, to somebody who may ask",
            _ => "The person said so",
        };

    public static string Housing(HousingStatus housing) =>
        housing switch
        {
            HousingStatus.Steady => "Steady",
            HousingStatus.AtRisk => "At risk",
            HousingStatus.Lost => "Lost",
            _ => "Not known",
        };

    public static string Start(JobKind kind) => kind == JobKind.PaidJob ? "A paid job" : "A trial without pay";

    /// <summary>An outcome that was written down, in a line.</summary>
    public static string Outcome(Outcome outcome) =>
        (outcome.Week == 0 ? "Start" : $"Week {outcome.Week}")
        + ": "
        + (
            outcome switch
            {
                { IsHeld: false, Week: 0 } => "not started",
                { IsHeld: false } => "not held",
                { Kind: JobKind.Trial } => "started, a trial without pay",
                { Week: 0 } => "started, a paid job",
                _ => "held",
            }
        )
        + (outcome.Evidence is { } evidence ? $". {Evidence(evidence)}" : "")
        + $". Housing: {Housing(outcome.Housing).ToLowerInvariant()}. Written down on {Dates.Day(outcome.At)}.";

    private static string Form(Guid personId, PathwayForm form) => $"/desk/people/{personId}/pathway/{form}";

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

    /// <summary>Which decision somebody may take.</summary>
    public static string Scope(AuthorityScope scope) =>
        scope switch
        {
            AuthorityScope.Sharing => "What work may see",
            AuthorityScope.Stopping => "Stopping what work sees, and nothing else",
            _ => throw new ArgumentOutOfRangeException(nameof(scope)),
        };

    public static string Basis(AuthorityBasis basis) =>
        basis switch
        {
            AuthorityBasis.LastingPowerOfAttorney => "Lasting power of attorney",
            AuthorityBasis.CourtAppointedDeputy => "Deputy appointed by the court",
            AuthorityBasis.Guardianship => "Guardianship",
            _ => "Other legal authority",
        };
}
