using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>What the person's own page calls to mind about a share: one thing at a time, and for a while.</summary>
public sealed class ReminderTests
{
    private static readonly DateTimeOffset Start = Moment.Now;
    private static readonly DateTimeOffset End = Start.AddDays(365);

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(ConsentState.InForce)]
    [InlineData(ConsentState.Paused)]
    public void In_its_last_fourteen_days_the_end_is_called_to_mind(ConsentState state)
    {
        var share = AShare(state, endsAt: End);

        Assert.Null(ConsentCalendar.ReminderOf(share, End.AddDays(-14).AddTicks(-1)));
        Assert.Equal(ReminderKind.EndsSoon, ConsentCalendar.ReminderOf(share, End.AddDays(-14)));
        Assert.Equal(ReminderKind.EndsSoon, ConsentCalendar.ReminderOf(share, End.AddTicks(-1)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void While_work_has_not_answered_that_is_called_to_mind()
    {
        var share = AShare(ConsentState.InForce, endsAt: Start.AddDays(44));

        Assert.Null(ConsentCalendar.ReminderOf(share, Start.AddDays(30).AddTicks(-1)));
        Assert.Equal(ReminderKind.WaitsForAnswer, ConsentCalendar.ReminderOf(share, Start.AddDays(30)));
    }

    [Fact]
    public void What_ends_soon_anyway_is_not_said_to_wait_for_an_answer()
    {
        var share = AShare(ConsentState.InForce, endsAt: End.AddDays(-2));

        Assert.Equal(ReminderKind.WaitsForAnswer, ConsentCalendar.ReminderOf(share, End.AddDays(-15)));
        Assert.Equal(ReminderKind.EndsSoon, ConsentCalendar.ReminderOf(share, End.AddDays(-14)));
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Every_ninety_days_what_is_live_is_called_to_mind_for_fourteen_days(int day)
    {
        var share = AShare(ConsentState.InForce, endsAt: End);
        var moment = Start.AddDays(day);

        Assert.Null(ConsentCalendar.ReminderOf(share, moment.AddTicks(-1)));
        Assert.Equal(ReminderKind.StillRight, ConsentCalendar.ReminderOf(share, moment));
        Assert.Equal(ReminderKind.StillRight, ConsentCalendar.ReminderOf(share, moment.AddDays(14).AddTicks(-1)));
        Assert.Null(ConsentCalendar.ReminderOf(share, moment.AddDays(14)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void What_lapsed_unanswered_is_called_to_mind_for_thirty_days()
    {
        var lapse = Start.AddDays(44);
        var share = AShare(ConsentState.Lapsed, endsAt: lapse);

        Assert.Equal(ReminderKind.Lapsed, ConsentCalendar.ReminderOf(share, lapse));
        Assert.Equal(ReminderKind.Lapsed, ConsentCalendar.ReminderOf(share, lapse.AddDays(30).AddTicks(-1)));
        Assert.Null(ConsentCalendar.ReminderOf(share, lapse.AddDays(30)));
    }

    [Theory]
    [InlineData(ConsentState.Declined)]
    [InlineData(ConsentState.KeptReady)]
    [InlineData(ConsentState.Scheduled)]
    [InlineData(ConsentState.Replaced)]
    [InlineData(ConsentState.Withdrawn)]
    [InlineData(ConsentState.Ended)]
    public void Nothing_else_is_called_to_mind(ConsentState state)
    {
        var share = AShare(state, endsAt: End);

        Assert.Null(ConsentCalendar.ReminderOf(share, Start.AddDays(90)));
        Assert.Null(ConsentCalendar.ReminderOf(share, End.AddDays(-1)));
    }

    private static Share AShare(ConsentState state, DateTimeOffset endsAt) =>
        new()
        {
            ConsentId = Guid.NewGuid(),
            State = state,
            RecipientId = Guid.NewGuid(),
            RecipientName = "Jo",
            Part = Part.Supervisor,
            EmployerName = "The shop",
            Start = Start,
            End = End,
            LineCount = 1,
            Channel = Channel.Portal,
            NotJoined = false,
            EndsAt = endsAt,
        };
}
