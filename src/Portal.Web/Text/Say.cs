using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.People;
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

    /// <summary>What someone in that part can be shown; null where it is everything.</summary>
    public static string? PartMaySee(Part part) =>
        part switch
        {
            Domain.Consents.Part.Deputy => "What to do, whom to call, signs, and an off day",
            Domain.Consents.Part.Buddy => "What to do, whom to call, and keeping well",
            Domain.Consents.Part.Hr or Domain.Consents.Part.OccupationalHealth => "What to do, and nothing else",
            _ => null,
        };

    public static string Channel(Channel channel) =>
        channel switch
        {
            Domain.Consents.Channel.Portal => "They sign in and read it here",
            Domain.Consents.Channel.Together => "My worker and I tell them together; they can read it here",
            _ => "My worker tells them; there is no page",
        };

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

    /// <summary>Why a piece of feedback comes first; nothing when it does not.</summary>
    public static string Urgency(FeedbackReport report) =>
        (
            report.Wanted.Contains(Domain.Feedback.Wanted.Call) && report.Rating != Domain.Feedback.Rating.CallMe
                ? "Asks for a call. "
                : ""
        )
        + (report.Signs.Count > 0 ? "A sign was noticed. " : "")
        + (
            report.Adjustments.Any(answer => answer.Said.Happening == Domain.Feedback.Happening.NotYet)
                ? "Something agreed is not happening. "
                : ""
        );

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

    public static string Present(Present present) =>
        present switch
        {
            Domain.Consents.Present.Nobody => "you were on your own",
            Domain.Consents.Present.Worker => "your support worker was with you",
            Domain.Consents.Present.SomeoneElse => "someone else was with you",
            _ => "nobody was asked",
        };

    public static string Starts(ShareDraft draft) =>
        draft.Starts switch
        {
            ShareStart.KeptReady => "Kept ready, not shared",
            ShareStart.OnDay => Dates.Day(draft.FirstDay!.Value),
            _ => "Now",
        };

    public static string Until(ShareDraft draft) =>
        draft.Until switch
        {
            ShareUntil.FourWeeks => "After four weeks",
            ShareUntil.JobEnd => "My last day in this job, or 12 months",
            ShareUntil.OnDay => Dates.Day(draft.LastDay!.Value),
            _ => "After three months",
        };

    /// <summary>A draft, on the page where the person goes on with it.</summary>
    public static string Draft(ShareDraft draft, IEnumerable<Share> shares)
    {
        var known = shares.FirstOrDefault(share => share.RecipientId == draft.RecipientId)?.RecipientName;
        return draft switch
        {
            { HasWho: false, Suggested: { } suggested } => $"Look at what {suggested.By} has prepared with you",
            { NewRecipient: { } someone } => $"Go on with the one for {someone.Name}",
            _ when known is not null => $"Go on with the one for {known}",
            _ => "Go on with the one you started",
        };
    }

    /// <summary>How a live share stands, for its card.</summary>
    public static string Standing(Share share)
    {
        var lines = $"{share.LineCount} {(share.LineCount == 1 ? "line" : "lines")}";
        return share.State switch
        {
            ConsentState.Scheduled =>
                $"Starts on {Dates.Time(share.Start)}: {lines}, until {Dates.LastDay(share.End)}.",
            ConsentState.KeptReady => $"Kept ready, not shared: {lines}.",
            ConsentState.InForce when share.Channel == Domain.Consents.Channel.WorkerTells =>
                $"Your worker may tell them {lines}, until {Dates.LastDay(share.End)}.",
            ConsentState.InForce when share.NotJoined =>
                $"Can see it once they join: {lines}, until {Dates.LastDay(share.End)}.",
            _ => $"{State(share.State)}: {lines}, until {Dates.LastDay(share.End)}.",
        };
    }

    public static string Reminder(ShareReminder reminder)
    {
        var who = reminder.Share.RecipientName;
        return reminder.Kind switch
        {
            ReminderKind.EndsSoon =>
                $"What {who} can see ends on {Dates.LastDay(reminder.Share.End)}. It does not go on without you.",
            ReminderKind.WaitsForAnswer =>
                $"{who} has not said yet that they are still your {Part(reminder.Share.Part).ToLowerInvariant()}. If they do not, this ends on {Dates.Day(reminder.Share.EndsAt)}.",
            ReminderKind.Lapsed => $"{who} can no longer see anything. It ended on {Dates.Day(reminder.Share.EndsAt)}.",
            _ => $"{who} has been able to see this since {Dates.Day(reminder.Share.Start)}. Is it still right?",
        };
    }

    /// <summary>Something that became of a share, as a sentence to the person.</summary>
    public static string Event(ShareEvent happened, Share share)
    {
        var who = happened.Who ?? "You";
        return happened.Kind switch
        {
            ConsentEventKind.Declined => $"{who} said no",
            ConsentEventKind.KeptReady => $"{who} kept it ready",
            ConsentEventKind.Given => $"{who} said yes",
            ConsentEventKind.Paused => $"{who} paused it",
            ConsentEventKind.Resumed => $"{who} let it go on",
            ConsentEventKind.LineStopped => $"{who} stopped one line: {happened.LineText}",
            ConsentEventKind.Withdrawn => $"{who} stopped it",
            ConsentEventKind.Attested => $"{who} said that they are still in that part",
            _ when happened.Who is not null => $"It ended, because {who} said or did something that ends it",
            _ => $"It ended by itself: {share.RecipientName} did not say that they are still in that part",
        };
    }

    public static string Basis(AuthorityBasis basis) =>
        basis switch
        {
            AuthorityBasis.LastingPowerOfAttorney => "Lasting power of attorney",
            AuthorityBasis.CourtAppointedDeputy => "Deputy appointed by the court",
            AuthorityBasis.Guardianship => "Guardianship",
            _ => "Other legal authority",
        };

    public static string State(ConsentState state) =>
        state switch
        {
            ConsentState.InForce => "Can see it now",
            ConsentState.Paused => "Paused",
            ConsentState.Scheduled => "Not started yet",
            ConsentState.KeptReady => "Kept ready, not shared",
            ConsentState.Withdrawn => "Stopped",
            ConsentState.Ended => "Ended on its date",
            ConsentState.Lapsed => "Ended by a change at work",
            ConsentState.Replaced => "Replaced by a newer one",
            _ => "You said no",
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

    /// <summary>One row of "Who has looked", as a sentence to the person.</summary>
    public static string Activity(Activity row) => Activity(row, "You");

    /// <summary>The same for staff, who read the person's name where the person reads "you".</summary>
    public static string ActivityOf(string person, Activity row) =>
        Activity(row, person)
            .Replace(" your ", " the ", StringComparison.Ordinal)
            .Replace(" you", " they", StringComparison.Ordinal);

    private static string Activity(Activity row, string person)
    {
        var who = row.Who ?? person;
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
            LedgerKind.HelpAsked when row.Detail.Length > 0 => $"{who} asked to talk with the support worker first",
            LedgerKind.HelpAsked => $"{who} wrote to the service",
            LedgerKind.HelpAnswered => $"{who} noted that you have talked",
            LedgerKind.DraftPrepared => $"{who} prepared a share for you to look at",
            LedgerKind.ToldByWorker => $"{who} told the words that you agreed to",
            LedgerKind.NewSharingWaits => $"{who} asked that new sharing waits until you have talked",
            LedgerKind.NewSharingFree => $"{who} noted that new sharing need not wait any more",
            LedgerKind.AuthorityRecorded => $"{who} recorded that somebody may decide for you",
            LedgerKind.AuthorityConfirmed => $"{who} has also seen that somebody may decide for you",
            LedgerKind.CoverNamed => $"{who} was named to cover for your worker",
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
            LedgerKind.PersonRegistered => $"{who} registered you with the service",
            LedgerKind.PrivacyNoticeAccepted => $"{who} accepted the privacy notice",
            LedgerKind.WorkerChanged => $"{who} gave you another support worker",
            _ => $"{who} changed what you share",
        };
    }
}
