using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Text;

/// <summary>The words for the domain's names: one wording each, wherever it is shown.</summary>
public static partial class Say
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

    /// <summary>When a line shows that does not always show; null for one that does.</summary>
    public static string? OnlyWhile(bool stepUp, LineKind kind) =>
        (stepUp, kind == LineKind.ReturnToWork) switch
        {
            (true, true) => $"Shows only while \"I need more right now\" is on and you are {Away}.",
            (true, false) => "Shows only while \"I need more right now\" is on.",
            (false, true) => $"Shows only while you are {Away}.",
            _ => null,
        };

    /// <summary>The heading over one form of a preview, where there are several.</summary>
    public static string WhenOf(PreviewForm form) =>
        (form.IsForNow, form.IsComingBack) switch
        {
            (true, true) => "And while both are so",
            (true, false) => "And while \"I need more right now\" is on",
            (false, true) => $"And while you are {Away}",
            _ => "On an ordinary day",
        };

    private static string Away => $"away from this job, and for {TimeAway.WeeksAfter} weeks after you are back";

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

    /// <summary>How often they are reminded to say how work is going.</summary>
    public static string Rhythm(FeedbackRhythm rhythm) =>
        rhythm switch
        {
            FeedbackRhythm.Weekly => "Once a week",
            FeedbackRhythm.Fortnightly => "Every two weeks",
            _ => "Not at all",
        };

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
            { HasWho: false, Suggested: { InPlaceOf: { } last, NewRecipient: { } next } } =>
                $"Show {next.Name} what {last} saw?",
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
}
