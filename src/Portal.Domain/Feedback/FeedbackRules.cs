using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Feedback;

/// <summary>What is kept of a piece of feedback, and when the person sees it.</summary>
internal static class FeedbackRules
{
    /// <summary>Even when it is to be talked through first, nothing is kept from the person for longer.</summary>
    private const int WorkingDaysAtMost = 3;

    /// <summary>
    /// Someone asks for a call or for support again, noticed a sign, says that something agreed is not happening, or
    /// writes that somebody may be in danger (P13).
    /// </summary>
    public static bool NeedsSomeoneNow(
        Rating? rating,
        IEnumerable<Wanted> wanted,
        int signs,
        IEnumerable<Happening?> happening,
        params string?[] words
    ) =>
        rating == Rating.CallMe
        || wanted.Any(one => one is Wanted.Call or Wanted.SupportAgain)
        || signs > 0
        || happening.Contains(Happening.NotYet)
        || DangerWords.AreIn(words);

    public static bool IsShownToPerson(FeedbackReport report, DateTimeOffset now) =>
        report.Shown == FeedbackShown.AtOnce
        || report.Handled.Any(handled => handled.TalkedThrough)
        || now >= AfterWorkingDays(report.At, WorkingDaysAtMost);

    /// <summary>The dated record of what was agreed and what became of it: facts in order, never a score (P10).</summary>
    public static IReadOnlyList<PromiseRecord> Promises(IEnumerable<FeedbackReport> reports) =>
        [
            .. from report in reports
            from answer in report.Adjustments
            orderby report.At descending
            group new
            {
                answer.Text,
                Entry = new PromiseEntry(report.At, report.FromName, answer.Said),
            } by answer.LineId into line
            select new PromiseRecord(line.First().Text, [.. line.Select(one => one.Entry)]),
        ];

    /// <summary>The newest answer to each proposal, and whether it asks for a step.</summary>
    public static IEnumerable<WorkAnswer> Answers(
        IEnumerable<FeedbackReport> reports,
        IReadOnlyDictionary<Guid, Line> lines
    ) =>
        from report in reports
        from answer in report.Adjustments
        where answer.Said.Proposal is not null && lines.ContainsKey(answer.LineId)
        group (report, answer) by answer.LineId into one
        let newest = one.MaxBy(said => said.report.At)
        let line = lines[one.Key]
        select new WorkAnswer(
            one.Key,
            newest.answer.Text,
            newest.answer.Said.Proposal!.Value,
            newest.answer.Said.Suggestion,
            newest.report.FromName,
            newest.report.At,
            newest.answer.Said.Proposal != ProposalAnswer.Yes
                && line is { Status: LineStatus.Proposed, RetiredAt: null }
                && line.Current.At <= newest.report.At
                && !(line.AnswerLeftAt >= newest.report.At)
        );

    /// <summary>
    /// Who answers a proposal: the supervisor, who can keep it; HR where the supervisor said that it needs them. Nobody
    /// else is asked, and nobody else changes how it stands.
    /// </summary>
    public static bool MayAnswer(Part part, ProposalAnswer? last) =>
        part switch
        {
            Part.Supervisor => true,
            Part.Hr => last == ProposalAnswer.NeedsHr,
            _ => false,
        };

    /// <summary>
    /// Only what is about lines on show: answers about a line that was stopped meanwhile are dropped without a word,
    /// and so is an answer to a proposal that is none any more.
    /// </summary>
    public static FeedbackInput Kept(
        FeedbackInput input,
        IReadOnlyCollection<OpenedLine> onShow,
        IReadOnlySet<Guid> proposed
    )
    {
        var kinds = onShow.ToDictionary(line => line.Line.VersionId, line => line.Content.Kind);
        return input with
        {
            Adjustments = input
                .Adjustments.Where(said => kinds.GetValueOrDefault(said.Key, (LineKind)(-1)) == LineKind.Adjustment)
                .Select(said => KeyValuePair.Create(said.Key, Kept(said.Value, proposed.Contains(said.Key))))
                .Where(said => !said.Value.IsEmpty)
                .ToDictionary(),
            Signs = input
                .Signs.Where(said => kinds.GetValueOrDefault(said.Key, (LineKind)(-1)) == LineKind.Sign)
                .ToDictionary(),
            Wanted = [.. input.Wanted.Distinct()],
            Comment = Typed.TextOrNull(input.Comment),
        };
    }

    public static IReadOnlyList<Problem> Problems(FeedbackInput input)
    {
        var check = new Check()
            .That("Rating", input.Rating is { } rating && Enum.IsDefined(rating), "Choose how work is going")
            .That("Adjustments", input.Adjustments.Values.All(IsReadable), "Choose one of the answers")
            .That("Signs", input.Signs.Values.All(IsReadable), "Choose one of the answers")
            .That("Wanted", input.Wanted.All(Enum.IsDefined), "Choose one of the answers");
        foreach (var said in input.Adjustments.Values)
        {
            check
                .That(
                    "Adjustments",
                    said.Proposal != ProposalAnswer.NotLikeThis || said.Suggestion is not null,
                    "Say what could be done instead"
                )
                .That(
                    "Adjustments",
                    said.Proposal is not null || said.Suggestion is null,
                    "Choose \"not like this\" with what you suggest"
                )
                .Optional("Adjustments", said.Suggestion, FeedbackInput.LongestComment, "What you suggest");
        }

        return check.Optional("Comment", input.Comment, FeedbackInput.LongestComment, "What you add").Problems;
    }

    private static AdjustmentSaid Kept(AdjustmentSaid said, bool isProposed) =>
        isProposed
            ? new AdjustmentSaid(
                Happening: null,
                Proposal: said.Proposal,
                Suggestion: said.Proposal is ProposalAnswer.NotLikeThis or null
                    ? Typed.TextOrNull(said.Suggestion)
                    : null
            )
            : new AdjustmentSaid(
                said.Happening,
                said.Happening is Happening.NotYet or Happening.Partly ? said.Why : null
            );

    private static bool IsReadable(AdjustmentSaid said) =>
        IsDefined(said.Happening) && IsDefined(said.Why) && IsDefined(said.Proposal);

    private static bool IsReadable(SignSaid said) => IsDefined(said.Done) && IsDefined(said.Helped);

    private static bool IsDefined<T>(T? value)
        where T : struct, Enum => value is null || Enum.IsDefined(value.Value);

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
