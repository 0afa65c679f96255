namespace Portal.Domain.Pathways;

/// <summary>
/// What a person and their worker write down together beside the plan, with or without a job (practice.md). None of
/// it is a line of the plan, so no consent can name it and no recipient can be given it (P7). Stored by name.
/// </summary>
public enum PathwayForm
{
    /// <summary>Where the person is, who sent them, and which offer they have. The worker writes it.</summary>
    Pathway,

    /// <summary>Strengths, the conditions a job must have, and what was tried.</summary>
    Profile,

    /// <summary>The first session in a place, attended together.</summary>
    FirstSession,

    /// <summary>Sleep window, meals, travel and winding down, agreed before day one.</summary>
    ShiftDayRoutine,

    /// <summary>Triggers, what reduces them, what to do, who is called.</summary>
    RisksAtWork,

    /// <summary>Limits of hours, days and tasks, points of review, and what is done at an early sign.</summary>
    GradedHours,

    /// <summary>From benefits to wages: dates, rent, budget, who to tell.</summary>
    MoneyPlan,

    /// <summary>The person's first-aid kit: a private part of the six-part plan.</summary>
    FirstAidKit,

    /// <summary>The person's own half of the crisis plan; what work does is a line, this is not.</summary>
    MyCrisisPlan,

    /// <summary>A look back, with what was learned: planned, or at a danger point.</summary>
    Review,

    /// <summary>Minutes, by hand, of a review with housing or the clinical team. The worker writes it.</summary>
    JointReview,
}

/// <summary>One question of a form. Stored by name: never rename one.</summary>
public enum PathwayField
{
    Stage,
    ReferredBy,
    Offer,

    Strengths,
    Interests,
    Hours,
    Environment,
    Travel,
    SupervisionStyle,
    WhatWasTried,

    Place,
    WhatWentWell,
    WhatWasHard,
    WhatNext,

    SleepWindow,
    Meals,
    GettingThere,
    WindingDown,

    Triggers,
    WhatReducesThem,
    WhatToDo,
    WhoIsCalled,
    ClinicalContact,
    ClinicalContactNumber,
    WhenToRingThem,

    HoursAWeek,
    Days,
    Tasks,
    PointsOfReview,
    NextStep,
    AtAnEarlySign,

    InHand,
    LastBenefitOn,
    LastBenefit,
    FirstWageOn,
    FirstWage,
    UsualWage,
    WageEvery,
    RentNextOn,
    Rent,
    RentEvery,
    WeeklyBudget,
    OtherMoneyOn,
    OtherMoney,
    CreditNextOn,
    CreditBefore,
    WorkAllowance,
    GoesOnNextOn,
    GoesOn,
    GoesOnEvery,
    RunsOn,
    RunsOnUntil,
    WhoToTell,
    HousingContact,
    MidMonthReview,
    Cushion,

    WhatHelpsAtOnce,
    WhereItIs,
    WhoIRing,

    WhatIDo,
    WhoISpeakTo,
    WhatIDoNotWant,

    Reason,
    Learned,
    PlanChanges,
    NextReviewOn,

    With,
    WhoCame,
    Agreed,
}

/// <summary>What an answer looks like.</summary>
public enum FieldShape
{
    /// <summary>A few words.</summary>
    Line,

    /// <summary>Some sentences.</summary>
    Text,

    /// <summary>A day, kept as yyyy-MM-dd.</summary>
    Day,

    /// <summary>Pounds, kept with a point and two places.</summary>
    Money,

    /// <summary>Hours, in steps of a quarter.</summary>
    Number,

    /// <summary>One of some fixed answers, kept by name.</summary>
    Choice,
}
