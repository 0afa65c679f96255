using System.Globalization;
using Portal.Domain.Pathways;

namespace Portal.Web.Text;

/// <summary>The words of what a person and their worker write down together.</summary>
public static partial class Say
{
    public static string Form(PathwayForm form) =>
        form switch
        {
            PathwayForm.Pathway => "Where things are",
            PathwayForm.Profile => "Strengths, and the right job",
            PathwayForm.FirstSession => "The first session together",
            PathwayForm.ShiftDayRoutine => "Routine for shift days",
            PathwayForm.RisksAtWork => "What could go wrong at work",
            PathwayForm.GradedHours => "Hours that build up in steps",
            PathwayForm.MoneyPlan => "Money, from benefits to wages",
            PathwayForm.FirstAidKit => "My first-aid kit",
            PathwayForm.MyCrisisPlan => "If things get much harder: my own half",
            PathwayForm.Review => "Looking back together",
            _ => "Review with housing or the clinical team",
        };

    /// <summary>What a form is for, in a sentence or two.</summary>
    public static string About(PathwayForm form) =>
        form switch
        {
            PathwayForm.Pathway => "With or without a job: where the person is now, and what was offered.",
            PathwayForm.Profile => "What you are good at, and what a job needs to be like. No job is needed for this.",
            PathwayForm.FirstSession => "You go there together. Write down how it went.",
            PathwayForm.ShiftDayRoutine => "Agreed before day one. It keeps tiredness from building up.",
            PathwayForm.RisksAtWork =>
                "What makes things hard, what helps, and who is called. Agreed before it happens.",
            PathwayForm.GradedHours => "Limits to start with, and when they go up. Going slower is never a failure.",
            PathwayForm.MoneyPlan => "Fill in what you know. The picture shows the weeks when money is short.",
            PathwayForm.FirstAidKit =>
                "Small things that help at once. This part of the plan cannot be shared with work.",
            PathwayForm.MyCrisisPlan =>
                "What you do yourself. What work does is a line of the plan; this half cannot be shared.",
            PathwayForm.Review => "Look at the plan and at what is shared. Write down what was learned.",
            _ => "The minutes, by hand. Only what was agreed about work and housing.",
        };

    public static string Question(PathwayField field) =>
        field switch
        {
            PathwayField.Stage => "Where are things now?",
            PathwayField.ReferredBy => "Who suggested this service?",
            PathwayField.Offer => "How much support was agreed?",
            PathwayField.Strengths => "Strengths",
            PathwayField.Interests => "What is interesting",
            PathwayField.Hours => "Hours and times that work",
            PathwayField.Environment => "The right place: noise, light, people",
            PathwayField.Travel => "Getting to work",
            PathwayField.SupervisionStyle => "How instructions and feedback work best",
            PathwayField.WhatWasTried => "What was tried before, and what was learned",
            PathwayField.Place => "Where was it?",
            PathwayField.WhatWentWell => "What went well?",
            PathwayField.WhatWasHard => "What was hard?",
            PathwayField.WhatNext => "What comes next?",
            PathwayField.SleepWindow => "Sleep: from when until when",
            PathwayField.Meals => "Meals before, during and after the shift",
            PathwayField.GettingThere => "Getting there and back",
            PathwayField.WindingDown => "Winding down after the shift",
            PathwayField.Triggers => "What makes things harder at work",
            PathwayField.WhatReducesThem => "What makes that less likely",
            PathwayField.WhatToDo => "What to do when it happens",
            PathwayField.WhoIsCalled => "Who is called first",
            PathwayField.ClinicalContact => "Who to step up to: a name or a team",
            PathwayField.ClinicalContactNumber => "Their number",
            PathwayField.WhenToRingThem => "When to ring them",
            PathwayField.HoursAWeek => "Hours a week now",
            PathwayField.Days => "Days and times",
            PathwayField.Tasks => "Tasks now, and tasks to leave for later",
            PathwayField.PointsOfReview => "When it is looked at again",
            PathwayField.NextStep => "The next step, after four steady weeks",
            PathwayField.AtAnEarlySign => "What is done at an early sign",
            PathwayField.InHand => "Money in hand now",
            PathwayField.CreditNextOn => "Universal Credit: the next day on which it is paid",
            PathwayField.CreditBefore => "Universal Credit without a wage, each month",
            PathwayField.WorkAllowance => "Work allowance, each month",
            PathwayField.GoesOnNextOn => "Money that goes on beside a wage: the next day",
            PathwayField.GoesOn => "Money that goes on beside a wage: how much",
            PathwayField.GoesOnEvery => "How often does that come?",
            PathwayField.LastBenefitOn => "Last payment of a benefit that ends: the day",
            PathwayField.LastBenefit => "Last payment of a benefit that ends: how much",
            PathwayField.RunsOn => "Help that runs on for some weeks: how much a week",
            PathwayField.RunsOnUntil => "Help that runs on: the last day",
            PathwayField.FirstWageOn => "First wage: the day",
            PathwayField.FirstWage => "First wage: how much, if it is not a full one",
            PathwayField.UsualWage => "A usual wage, after tax",
            PathwayField.WageEvery => "How often is the wage paid?",
            PathwayField.RentNextOn => "Rent: the next day",
            PathwayField.Rent => "Rent: how much",
            PathwayField.RentEvery => "How often is rent paid?",
            PathwayField.WeeklyBudget => "Everything else, each week",
            PathwayField.OtherMoneyOn => "Other money for the gap: the day",
            PathwayField.OtherMoney => "Other money for the gap: how much",
            PathwayField.WhoToTell => "Who to tell about the job, and by when",
            PathwayField.HousingContact => "Housing officer or landlord, and their number",
            PathwayField.MidMonthReview => "The day to look at this again, mid-month",
            PathwayField.Cushion => "The cushion: what helps in a short week",
            PathwayField.WhatHelpsAtOnce => "What helps at once",
            PathwayField.WhereItIs => "Where I keep it",
            PathwayField.WhoIRing => "Who I ring",
            PathwayField.WhatIDo => "What I do",
            PathwayField.WhoISpeakTo => "Who I speak to",
            PathwayField.WhatIDoNotWant => "What I do not want",
            PathwayField.Reason => "Why now?",
            PathwayField.Learned => "What was learned?",
            PathwayField.PlanChanges => "What changes in the plan, or in what is shared?",
            PathwayField.NextReviewOn => "The day of the next review",
            PathwayField.With => "With whom?",
            PathwayField.WhoCame => "Who was there?",
            _ => "What was agreed?",
        };

    /// <summary>A hint to a question; null for most.</summary>
    public static string? Hint(PathwayField field) =>
        field switch
        {
            PathwayField.ClinicalContact => "A contact only. No diagnosis, no medicine, no notes of treatment.",
            PathwayField.Agreed => "About work and housing. No diagnosis, no medicine, no notes of treatment.",
            PathwayField.Learned => "About work: what helped, and what did not.",
            PathwayField.CreditBefore => "As on the statement, with housing, before anything is taken off for earnings",
            PathwayField.WorkAllowance =>
                "What can be earned before any is taken off. It is on the statement. Enter 0 if there is none",
            PathwayField.GoesOnNextOn => "PIP, a pension, child benefit",
            PathwayField.RunsOn => "Help with rent that is paid for some weeks after a job starts",
            PathwayField.MidMonthReview => "We are reminded on that day",
            PathwayField.OtherMoney => "An advance, a grant, or help with travel.",
            PathwayField.WeeklyBudget => "Food, travel, phone, heating.",
            PathwayField.HoursAWeek => "Like 8 or 7.5",
            _ => null,
        };

    /// <summary>A fixed answer, by its kept name.</summary>
    public static string Choice(string name) =>
        name switch
        {
            nameof(PathwayStage.Preparing) => "Getting ready: finding out what fits",
            nameof(PathwayStage.TryingOut) => "Trying out, in steps",
            nameof(PathwayStage.Started) => "Started a job",
            nameof(PathwayStage.SteppedDown) => "In the job, with less support",
            nameof(ServiceOffer.AdviceOnly) => "Advice",
            nameof(ServiceOffer.SomeSupport) => "Some support",
            nameof(ServiceOffer.FullSupport) => "Full support, for as long as it is wanted",
            nameof(Interval.Week) => "Every week",
            nameof(Interval.TwoWeeks) => "Every two weeks",
            nameof(Interval.FourWeeks) => "Every four weeks",
            nameof(Interval.Month) => "Every month",
            nameof(ReviewReason.Planned) => "It was planned",
            nameof(ReviewReason.BetweenOfferAndStart) => "Between the offer and the first day",
            nameof(ReviewReason.HealthCheck) => "Before an occupational-health check",
            nameof(ReviewReason.AfterSomeMonths) => "After some months in the job",
            nameof(ReviewReason.ReturnFromAbsence) => "Coming back after time away",
            nameof(ReviewReason.AbsenceBegins) => "Time away begins",
            nameof(ReviewReason.OtherSupervisor) => "Another supervisor",
            nameof(ReviewReason.SomethingHappened) => "Something happened",
            nameof(ReviewPartner.Housing) => "The housing officer or landlord",
            nameof(ReviewPartner.ClinicalTeam) => "The clinical team",
            nameof(ReviewPartner.SomebodyElse) => "Somebody else",
            _ => name,
        };

    /// <summary>An answer in its kept form, as people read it.</summary>
    public static string Answer(PathwayQuestion question, string kept) =>
        question.Shape switch
        {
            FieldShape.Choice => Choice(kept),
            FieldShape.Day => Dates.Day(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            FieldShape.Money => Pounds(decimal.Parse(kept, CultureInfo.InvariantCulture)),
            FieldShape.Number => $"{kept} hours",
            _ => kept,
        };

    /// <summary>An amount, with pence only where there are some.</summary>
    public static string Pounds(decimal amount) =>
        (amount < 0 ? "−" : "")
        + "£"
        + Math.Abs(amount)
            .ToString(amount == Math.Truncate(amount) ? "#,0" : "#,0.00", CultureInfo.GetCultureInfo("en-GB"));
}
