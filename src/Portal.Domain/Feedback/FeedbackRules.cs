using Portal.Domain.Consents;

namespace Portal.Domain.Feedback;

/// <summary>When the person sees a piece of feedback.</summary>
internal static class FeedbackRules
{
    /// <summary>Even when it is to be talked through first, nothing is kept from the person for longer.</summary>
    private const int WorkingDaysAtMost = 3;

    public static bool IsShownToPerson(FeedbackReport report, DateTimeOffset now) =>
        report.Shown == FeedbackShown.AtOnce
        || report.Handled.Any(handled => handled.TalkedThrough)
        || now >= AfterWorkingDays(report.At, WorkingDaysAtMost);

    private static DateTimeOffset AfterWorkingDays(DateTimeOffset from, int days)
    {
        var at = from;
        while (days > 0)
        {
            at = at.AddDays(1);
            days -= at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return at;
    }
}
