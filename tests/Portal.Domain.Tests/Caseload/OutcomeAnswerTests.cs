using Portal.Domain.Caseload;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Caseload;

/// <summary>What a worker is asked about a marker, and what is kept of it.</summary>
public sealed class OutcomeAnswerTests
{
    [Theory]
    [InlineData(0, "Say whether it is a paid job or a trial; Say how you know; Say how housing is")]
    [InlineData(4, "Say how you know; Say how housing is")]
    public void A_marker_asks_what_it_rests_on_and_how_housing_is(int week, string asked)
    {
        var answer = new OutcomeAnswer(IsHeld: true, Kind: null, Evidence: null, Housing: null);

        Assert.Equal(asked, Sentences(answer.Problems(week, isEarly: false, isAfterEnd: false)));
    }

    [Fact]
    public void A_job_that_is_not_held_rests_on_nothing_and_its_day_must_have_come()
    {
        var lost = new OutcomeAnswer(IsHeld: false, JobKind.PaidJob, Evidence.Payslip, HousingStatus.Steady);

        var outcome = lost.Of(Guid.NewGuid(), week: 0, Moment.Now);

        Assert.Empty(lost.Problems(week: 0, isEarly: false, isAfterEnd: false));
        Assert.True(outcome is { IsHeld: false, Evidence: null, Kind: null, Housing: HousingStatus.Steady });
        Assert.Equal("This day has not come yet", Sentences(lost.Problems(week: 4, isEarly: true, isAfterEnd: false)));
    }

    [Fact]
    public void A_job_cannot_be_held_on_a_day_after_its_end()
    {
        var held = new OutcomeAnswer(IsHeld: true, Kind: null, Evidence.Payslip, HousingStatus.Steady);
        var lost = held with { IsHeld = false };

        Assert.Equal("The job ended before this day", Sentences(held.Problems(4, isEarly: false, isAfterEnd: true)));
        Assert.Empty(lost.Problems(week: 4, isEarly: false, isAfterEnd: true));
    }

    private static string Sentences(IReadOnlyList<Problem> problems) =>
        string.Join("; ", problems.Select(problem => problem.Message));
}
