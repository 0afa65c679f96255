namespace Portal.Domain.Plans;

/// <summary>
/// What a line of the plan is about (design §3). Every kind here may be shared, line by line, and each is
/// private until it is. What may never be shared is not a line: it has types of its own, and no consent can
/// name them (P7). The order is kept in consents: add at the end, never move one.
/// </summary>
public enum LineKind
{
    /// <summary>What to do: one change at work, verb first.</summary>
    Adjustment,

    /// <summary>Whom to call: who, when, how.</summary>
    Contact,

    /// <summary>What you may notice, what I will do, what you will do, please do not.</summary>
    Sign,

    /// <summary>A daily thing at work that keeps the person well.</summary>
    KeepingWell,

    /// <summary>What makes work harder.</summary>
    Trigger,

    /// <summary>What helps on an off day.</summary>
    OffDay,

    /// <summary>What work does when things get much harder.</summary>
    CrisisAtWork,

    /// <summary>Keeping in touch, graded hours, what to tell people.</summary>
    ReturnToWork,
}

/// <summary>How an adjustment stands. Ours to follow up; it never reaches work (P2).</summary>
public enum LineStatus
{
    Proposed,
    Agreed,
    InPlace,
    Partly,
    NotYet,
    Ended,
}
