using Portal.Domain.People;

namespace Portal.Web.Text;

/// <summary>The words of asking for help, and of what was done about it.</summary>
public static partial class Say
{
    /// <summary>Who has been told of what, to the person.</summary>
    public static string ToldOf(RightNow now, string told) =>
        now.Request switch
        {
            { Kind: HelpKind.StepUp } => $"{told} has been told that you need more right now.",
            { Kind: HelpKind.Call } => $"{told} has been told that you want to be rung.",
            _ when now.Told.Count > 1 => $"We read what you wrote. {told} have been told, at once.",
            _ => $"We read what you wrote. {told} has been told, at once.",
        };

    /// <summary>A day on which the service can ring, as an answer.</summary>
    public static string RingOn(DateOnly day, RightNow now, bool isFirst)
    {
        var today = DateOnly.FromDateTime(now.AskedAt.ToLocalTime().Date);
        var opens = isFirst && !now.IsStaffed ? $", from {Dates.Hour(now.StaffedFrom)}" : "";
        return day == today ? $"Yes, today{opens}"
            : day == today.AddDays(1) ? $"Yes, tomorrow{opens}"
            : $"Yes, on {Dates.Weekday(day)}{opens}";
    }

    /// <summary>What the person answered about a call.</summary>
    public static string Wish(CallWish wish, DateOnly? ringOn) =>
        wish == CallWish.No || ringOn is null
            ? "You said that you want no call. You can change that."
            : $"We ring you on {Dates.Weekday(ringOn.Value)}.";

    /// <summary>The same, for whoever reads the request.</summary>
    public static string Wants(HelpRequest request) =>
        request switch
        {
            { RingOn: { } day } => $"Wants to be rung on {Dates.Weekday(day)}",
            { Wish: CallWish.No } => "Said that they want no call",
            _ => "Has not said whether they want a call",
        };

    /// <summary>Where something was heard, for whoever reads the request.</summary>
    public static string HeardIn(HeardIn heardIn) =>
        heardIn switch
        {
            Domain.People.HeardIn.CheckIn => "In a check-in",
            Domain.People.HeardIn.Notes => "In what you have written down together",
            Domain.People.HeardIn.Plan => "In a line of the plan",
            Domain.People.HeardIn.Answer => "In an answer to what work said",
            Domain.People.HeardIn.Message => "In this message",
            _ => throw new ArgumentOutOfRangeException(nameof(heardIn)),
        };

    /// <summary>Where those words are, for the person's worker.</summary>
    public static string PlaceOf(HeardIn heardIn, Guid personId) =>
        heardIn switch
        {
            Domain.People.HeardIn.CheckIn => $"/desk/people/{personId}/check-ins",
            Domain.People.HeardIn.Notes => $"/desk/people/{personId}/pathway",
            Domain.People.HeardIn.Plan => $"/desk/people/{personId}/plan",
            Domain.People.HeardIn.Answer => $"/desk/people/{personId}/feedback",
            Domain.People.HeardIn.Message => "",
            _ => throw new ArgumentOutOfRangeException(nameof(heardIn)),
        };

    public static string Act(HelpAct act) =>
        act switch
        {
            HelpAct.Rang => "Rang them, and reached them",
            HelpAct.Spoke => "Spoke with them",
            HelpAct.Visited => "Visited them",
            HelpAct.PassedOn => "Passed to the crisis team, or to emergency services",
            HelpAct.Declined => "They said that they want nothing done",
            HelpAct.Tried => "Tried, and did not reach them",
            HelpAct.Referred => "Made a safeguarding referral",
            HelpAct.Decided => "Decided how to go on",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
}
