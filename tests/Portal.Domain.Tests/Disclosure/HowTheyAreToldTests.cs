using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>Whether there is a page at all for someone who is told in another way.</summary>
public sealed class HowTheyAreToldTests
{
    [Theory]
    [Trait("Promise", "P1")]
    [InlineData(SheetUse.Sheet)]
    [InlineData(SheetUse.FeedbackForm)]
    [InlineData(SheetUse.Attestation)]
    public void Where_the_worker_tells_them_there_is_no_page(SheetUse use)
    {
        var situation = ASituation
            .Sharing(ALine.Shared())
            .WithConsent(consent => consent with { Channel = Channel.WorkerTells });

        var decision = (situation with { Use = use }).Decide();

        Assert.Equal(new Decision.Refused(RefusalReason.ToldByWorker), decision);
    }

    [Theory]
    [InlineData(Channel.Portal)]
    [InlineData(Channel.Together)]
    public void Where_they_can_open_their_page_it_opens(Channel channel)
    {
        var line = ALine.Shared();
        var situation = ASituation.Sharing(line).WithConsent(consent => consent with { Channel = channel });

        var decision = situation.Decide();

        Assert.Equal(line, Assert.Single(Assert.IsType<Decision.Disclosed>(decision).Lines));
    }

    [Fact]
    [Trait("Promise", "P1")]
    [Trait("Promise", "P3")]
    public void When_the_worker_tells_them_from_now_on_the_page_of_before_is_closed()
    {
        var line = ALine.Shared();
        var situation = ASituation.Sharing(line).WithConsents(old => [old, ToldInPlaceOf(old).WithLine(line.Line)]);

        var decision = situation.Decide();

        Assert.Equal(new Decision.Refused(RefusalReason.ToldByWorker), decision);
    }

    [Fact]
    public void While_what_the_worker_will_tell_has_not_started_the_page_stays_open()
    {
        var line = ALine.Shared();
        var situation = ASituation
            .Sharing(line)
            .WithConsents(old => [old, ToldInPlaceOf(old).Starting(Moment.Now.AddDays(1)).WithLine(line.Line)]);

        var decision = situation.Decide();

        Assert.IsType<Decision.Disclosed>(decision);
    }

    private static Consent ToldInPlaceOf(Consent old) =>
        AConsent.For(old.RecipientId).GivenAt(Moment.Now).MadeAs(old.Order + 1) with
        {
            Channel = Channel.WorkerTells,
        };
}
