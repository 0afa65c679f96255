using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

/// <summary>Rules that someone sets when they are well: they hold on for a day after being taken back.</summary>
public sealed class SharingRulesTests
{
    private static readonly DateTimeOffset Now = Moment.Now;
    private static readonly Guid Line = Guid.NewGuid();

    [Fact]
    public void Nobody_has_a_rule_that_they_did_not_set()
    {
        Assert.False(SharingRules.None.MakesWait(Now));
        Assert.False(SharingRules.None.Withholds(Line, Now));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_rule_to_wait_holds_for_good_until_it_is_taken_back()
    {
        var rules = new SharingRules { AlwaysWait = true };

        Assert.True(rules.MakesWait(Now));
        Assert.True(rules.MakesWait(DateTimeOffset.MaxValue));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_rule_to_wait_holds_on_for_24_hours_after_it_was_taken_back()
    {
        var rules = new SharingRules { AlwaysWait = true, AlwaysWaitEnds = Now + SharingRules.HoldsOn };

        Assert.True(rules.MakesWait(Now));
        Assert.True(rules.MakesWait(Now.AddHours(24).AddTicks(-1)));
        Assert.False(rules.MakesWait(Now.AddHours(24)));
        Assert.False(rules.MakesWait(Now.AddYears(1)));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_line_never_to_be_shared_is_withheld_for_good_until_that_is_taken_back()
    {
        var rules = Withholding(Line, ends: null);

        Assert.True(rules.Withholds(Line, Now));
        Assert.True(rules.Withholds(Line, DateTimeOffset.MaxValue));
    }

    [Fact]
    [Trait("Promise", "P1")]
    public void A_line_is_withheld_for_24_hours_after_its_rule_was_taken_back()
    {
        var rules = Withholding(Line, ends: Now + SharingRules.HoldsOn);

        Assert.True(rules.Withholds(Line, Now));
        Assert.True(rules.Withholds(Line, Now.AddHours(24).AddTicks(-1)));
        Assert.False(rules.Withholds(Line, Now.AddHours(24)));
    }

    [Fact]
    public void A_rule_about_one_line_withholds_no_other_and_makes_nobody_wait()
    {
        var rules = Withholding(Line, ends: null);

        Assert.False(rules.Withholds(Guid.NewGuid(), Now));
        Assert.False(rules.MakesWait(Now));
    }

    [Fact]
    public void A_rule_to_wait_withholds_no_line()
    {
        var rules = new SharingRules { AlwaysWait = true };

        Assert.False(rules.Withholds(Line, Now));
    }

    private static SharingRules Withholding(Guid lineId, DateTimeOffset? ends) =>
        new() { NeverShare = new Dictionary<Guid, DateTimeOffset?> { [lineId] = ends } };
}
