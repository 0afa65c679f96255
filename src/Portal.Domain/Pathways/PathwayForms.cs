using static Portal.Domain.Pathways.FieldShape;
using static Portal.Domain.Pathways.PathwayField;

namespace Portal.Domain.Pathways;

/// <summary>Where a person is: stages A to D (practice.md).</summary>
public enum PathwayStage
{
    Preparing,
    TryingOut,
    Started,
    SteppedDown,
}

/// <summary>How much of the service a person takes up: a graded offer.</summary>
public enum ServiceOffer
{
    AdviceOnly,
    SomeSupport,
    FullSupport,
}

/// <summary>How often money comes or goes.</summary>
public enum Interval
{
    Week,
    TwoWeeks,
    FourWeeks,
    Month,
}

/// <summary>What a review is for; all but the first and the last are danger points.</summary>
public enum ReviewReason
{
    Planned,
    BetweenOfferAndStart,
    HealthCheck,
    AfterSomeMonths,
    ReturnFromAbsence,
    AbsenceBegins,
    OtherSupervisor,
    SomethingHappened,
}

/// <summary>Whom a joint review was with.</summary>
public enum ReviewPartner
{
    Housing,
    ClinicalTeam,
    SomebodyElse,
}

/// <summary>One question of a form, as it is asked.</summary>
/// <param name="IsRequired">Whether the form makes no sense without it. Nearly everything can be left out.</param>
public sealed record PathwayQuestion(PathwayField Field, FieldShape Shape, bool IsRequired = false);

/// <summary>Which questions each form asks. The one place that knows.</summary>
public static class PathwayForms
{
    /// <summary>Whether each entry stands for itself, with a day; else the newest is the whole answer.</summary>
    public static bool IsDated(PathwayForm form) =>
        form is PathwayForm.FirstSession or PathwayForm.Review or PathwayForm.JointReview;

    /// <summary>Whether the worker alone writes it. The person reads everything.</summary>
    public static bool IsWorkersOwn(PathwayForm form) => form is PathwayForm.Pathway or PathwayForm.JointReview;

    public static IReadOnlyList<PathwayQuestion> QuestionsOf(PathwayForm form) =>
        form switch
        {
            PathwayForm.Pathway => [new(Stage, Choice, IsRequired: true), new(ReferredBy, Line), new(Offer, Choice)],
            PathwayForm.Profile =>
            [
                new(Strengths, Text),
                new(Interests, Text),
                new(Hours, Text),
                new(PathwayField.Environment, Text),
                new(Travel, Text),
                new(SupervisionStyle, Text),
                new(WhatWasTried, Text),
            ],
            PathwayForm.FirstSession =>
            [
                new(Place, Line),
                new(WhatWentWell, Text),
                new(WhatWasHard, Text),
                new(WhatNext, Text),
            ],
            PathwayForm.ShiftDayRoutine =>
            [
                new(SleepWindow, Line),
                new(Meals, Text),
                new(GettingThere, Text),
                new(WindingDown, Text),
            ],
            PathwayForm.RisksAtWork =>
            [
                new(Triggers, Text),
                new(WhatReducesThem, Text),
                new(WhatToDo, Text),
                new(WhoIsCalled, Line),
                new(ClinicalContact, Line),
                new(ClinicalContactNumber, Line),
                new(WhenToRingThem, Text),
            ],
            PathwayForm.GradedHours =>
            [
                new(HoursAWeek, Number),
                new(Days, Line),
                new(Tasks, Text),
                new(PointsOfReview, Text),
                new(NextStep, Text),
                new(AtAnEarlySign, Text),
            ],
            PathwayForm.MoneyPlan =>
            [
                new(InHand, Money),
                new(CreditNextOn, Day),
                new(CreditBefore, Money),
                new(WorkAllowance, Money),
                new(GoesOnNextOn, Day),
                new(GoesOn, Money),
                new(GoesOnEvery, Choice),
                new(LastBenefitOn, Day),
                new(LastBenefit, Money),
                new(RunsOn, Money),
                new(RunsOnUntil, Day),
                new(FirstWageOn, Day),
                new(FirstWage, Money),
                new(UsualWage, Money),
                new(WageEvery, Choice),
                new(RentNextOn, Day),
                new(Rent, Money),
                new(RentEvery, Choice),
                new(WeeklyBudget, Money),
                new(OtherMoneyOn, Day),
                new(OtherMoney, Money),
                new(WhoToTell, Text),
                new(HousingContact, Line),
                new(MidMonthReview, Day),
                new(Cushion, Text),
            ],
            PathwayForm.FirstAidKit => [new(WhatHelpsAtOnce, Text), new(WhereItIs, Line), new(WhoIRing, Line)],
            PathwayForm.MyCrisisPlan => [new(WhatIDo, Text), new(WhoISpeakTo, Line), new(WhatIDoNotWant, Text)],
            PathwayForm.Review =>
            [
                new(Reason, Choice, IsRequired: true),
                new(WhatWentWell, Text),
                new(WhatWasHard, Text),
                new(Learned, Text, IsRequired: true),
                new(PlanChanges, Text),
                new(NextReviewOn, Day),
            ],
            PathwayForm.JointReview =>
            [
                new(With, Choice, IsRequired: true),
                new(WhoCame, Line),
                new(Agreed, Text, IsRequired: true),
                new(NextReviewOn, Day),
            ],
            _ => [],
        };

    /// <summary>The fixed answers of a question, by name; empty where it has none.</summary>
    public static IReadOnlyList<string> ChoicesOf(PathwayField field) =>
        field switch
        {
            Stage => Enum.GetNames<PathwayStage>(),
            Offer => Enum.GetNames<ServiceOffer>(),
            WageEvery or RentEvery or GoesOnEvery => Enum.GetNames<Interval>(),
            Reason => Enum.GetNames<ReviewReason>(),
            With => Enum.GetNames<ReviewPartner>(),
            _ => [],
        };
}
