namespace Portal.Domain.Notices;

/// <summary>What a notice comes from. Only its reader's own wishes go by it: the mail is the same (P9).</summary>
public enum NoticeKind
{
    /// <summary>Somebody did something: feedback, a message, a share.</summary>
    News,

    /// <summary>A day comes near: an end, a question, a review.</summary>
    Reminder,

    /// <summary>Something waits for too long, or somebody asks for help: nobody's wishes hold it up.</summary>
    Urgent,

    /// <summary>
    /// Something about the account itself: a new device, another way in. It goes out at once, and to work as well
    /// where nothing is shared, since it says nothing of that.
    /// </summary>
    Account,
}

/// <summary>How soon a notice is mailed.</summary>
public enum NoticePace
{
    AtOnce,

    /// <summary>Once a day, in the morning.</summary>
    Daily,
}
