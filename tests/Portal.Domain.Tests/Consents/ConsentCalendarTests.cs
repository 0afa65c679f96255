using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

/// <summary>What is due about a consent: each step from its own moment, and not one tick before.</summary>
public sealed class ConsentCalendarTests
{
    private static readonly DateTimeOffset Start = Moment.Now;

    private readonly Consent _unanswered = AConsent.For(Guid.NewGuid()).GivenAt(Start);
    private readonly Consent _answered = AConsent.For(Guid.NewGuid()).GivenAt(Start).AnsweredUntil(Start.AddDays(60));

    [Fact]
    public void A_start_is_told_from_the_start()
    {
        AssertDueFrom(Start, nameof(ConsentStep.StartTold), _unanswered, about: Start);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(nameof(ConsentStep.PersonRemindedAt14), 14)]
    [InlineData(nameof(ConsentStep.PersonRemindedAt2), 2)]
    [InlineData(nameof(ConsentStep.WorkerAskedAt14), 14)]
    [InlineData(nameof(ConsentStep.WorkerAskedAt3), 3)]
    public void Person_and_worker_hear_of_an_end_so_many_days_before(string step, int days)
    {
        var end = _answered.End;

        AssertDueFrom(end.AddDays(-days), step, _answered, about: end);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(nameof(ConsentStep.WorkerAskedAt14), 14)]
    [InlineData(nameof(ConsentStep.WorkerAskedAt3), 3)]
    public void The_worker_hears_of_a_lapse_as_of_an_end(string step, int days)
    {
        var lapse = Start.AddDays(44);

        AssertDueFrom(lapse.AddDays(-days), step, _unanswered, about: lapse);
        Assert.Equal(lapse, ConsentCalendar.EndsAt(_unanswered));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void The_person_is_reminded_of_the_end_and_not_of_a_lapse_that_work_can_still_avert()
    {
        var due = StepsDue(_unanswered, Start.AddDays(44).AddTicks(-1));

        Assert.DoesNotContain(nameof(ConsentStep.PersonRemindedAt14), due);
        Assert.DoesNotContain(nameof(ConsentStep.PersonRemindedAt2), due);
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void A_yes_from_work_puts_off_what_the_worker_is_asked()
    {
        var answered = _unanswered.Then(ConsentEventKind.Attested, Start.AddDays(35));

        Assert.Contains(nameof(ConsentStep.WorkerAskedAt14), StepsDue(_unanswered, Start.AddDays(36)));
        Assert.DoesNotContain(nameof(ConsentStep.WorkerAskedAt14), StepsDue(answered, Start.AddDays(36)));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public void The_recipient_is_asked_after_thirty_days_and_again_thirty_days_after_each_yes()
    {
        AssertDueFrom(Start.AddDays(30), nameof(ConsentStep.AttestationAsked), _unanswered, Start.AddDays(30));
        AssertDueFrom(Start.AddDays(90), nameof(ConsentStep.AttestationAsked), _answered, Start.AddDays(90));
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    [InlineData(360)]
    public void The_person_is_reminded_every_ninety_days_of_what_is_live(int day)
    {
        var year = _unanswered.Ending(Start.AddMonths(12)).AnsweredUntil(Start.AddDays(330));
        var moment = Start.AddDays(day);

        AssertDueFrom(moment, nameof(ConsentStep.PersonRemindedLive), year, about: moment);
        Assert.Single(StepsDue(year, moment), nameof(ConsentStep.PersonRemindedLive));
    }

    [Fact]
    public void What_is_paused_is_not_asked_about_at_work_but_its_end_is_told_all_the_same()
    {
        var paused = _unanswered.Then(ConsentEventKind.Paused, Start.AddDays(10));
        var end = paused.End;

        Assert.DoesNotContain(nameof(ConsentStep.AttestationAsked), StepsDue(paused, end.AddTicks(-1)));
        AssertDueFrom(end.AddDays(-14), nameof(ConsentStep.PersonRemindedAt14), paused, about: end);
        AssertDueFrom(end.AddDays(-14), nameof(ConsentStep.WorkerAskedAt14), paused, about: end);
    }

    [Theory]
    [Trait("Promise", "P8")]
    [InlineData(ConsentState.Declined)]
    [InlineData(ConsentState.KeptReady)]
    [InlineData(ConsentState.Scheduled)]
    [InlineData(ConsentState.Replaced)]
    [InlineData(ConsentState.Withdrawn)]
    [InlineData(ConsentState.Ended)]
    [InlineData(ConsentState.Lapsed)]
    public void Nothing_is_due_about_what_is_not_shared(ConsentState state)
    {
        var lastMoment = _answered.End.AddTicks(-1);

        Assert.NotEmpty(ConsentCalendar.Due(_answered, ConsentState.InForce, lastMoment));
        Assert.Empty(ConsentCalendar.Due(_answered, state, lastMoment));
    }

    [Fact]
    public void Every_step_whose_time_has_come_is_named_once_done_or_not()
    {
        var due = StepsDue(_answered, _answered.End.AddTicks(-1));

        Assert.Equal<string>(
            [
                nameof(ConsentStep.AttestationAsked),
                nameof(ConsentStep.PersonRemindedAt14),
                nameof(ConsentStep.PersonRemindedAt2),
                nameof(ConsentStep.PersonRemindedLive),
                nameof(ConsentStep.StartTold),
                nameof(ConsentStep.WorkerAskedAt14),
                nameof(ConsentStep.WorkerAskedAt3),
            ],
            due.Order(StringComparer.Ordinal)
        );
    }

    private static void AssertDueFrom(DateTimeOffset moment, string step, Consent consent, DateTimeOffset about)
    {
        var day = DateOnly.FromDateTime(about.UtcDateTime);
        var mark = new ConsentMark(consent.Id, Enum.Parse<ConsentStep>(step), day);

        Assert.DoesNotContain(mark, Due(consent, moment.AddTicks(-1)));
        Assert.Contains(mark, Due(consent, moment));
    }

    private static List<string> StepsDue(Consent consent, DateTimeOffset now) =>
        [.. Due(consent, now).Select(mark => mark.Step.ToString())];

    private static List<ConsentMark> Due(Consent consent, DateTimeOffset now) =>
        [.. ConsentCalendar.Due(consent, ConsentStates.Of(consent, [consent], now), now)];
}
