using CsCheck;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>
/// The rule against thousands of situations made by dice. A failure shows the smallest one that was found, with its
/// seed: set the environment variable CsCheck_Seed to it to see the same again.
/// </summary>
public sealed class AnySituationTests
{
    private const int Situations = 3000;

    private delegate Decision Rule(Viewer? viewer, DisclosureFacts facts, SheetUse use, DateTimeOffset now);

    [Fact]
    [Trait("Promise", "P1")]
    public void In_any_situation_exactly_what_everything_allows_is_shown_and_nothing_else() =>
        Sample(DisclosureRules.Decide);

    [Theory]
    [Trait("Promise", "P1")]
    [InlineData("that a line was stopped")]
    [InlineData("that a line was retired")]
    [InlineData("that the switch is off")]
    [InlineData("that nobody is coming back")]
    [InlineData("which wording was consented to")]
    [InlineData("what a part may hold")]
    [InlineData("the guideline")]
    [InlineData("whose code it is")]
    [InlineData("that a part ends")]
    [InlineData("the privacy notice")]
    [InlineData("whom the consent names")]
    [InlineData("a withdrawal")]
    [InlineData("a pause")]
    [InlineData("that feedback is not allowed")]
    [InlineData("that the worker tells them")]
    [InlineData("that nobody answered")]
    public void Its_leaky_twin_that_forgets_something_is_found_out(string forgotten) =>
        Assert.Throws<CsCheckException>(() => Sample(TwinThatForgets(forgotten)));

    [Fact]
    public void The_dice_show_something_often_enough_to_prove_anything()
    {
        var open = 0;

        RolledSituation.Any.Sample(rolled => open += rolled.Allowed.Count > 0 ? 1 : 0, iter: Situations, threads: 1);

        Assert.True(open is > Situations / 20 and < Situations / 2, $"{open} of {Situations} are open");
    }

    private static void Sample(Rule rule) =>
        RolledSituation.Any.Sample(
            rolled => rolled.IsMetBy(asked => rule(asked.Viewer, asked.Facts, asked.Use, Moment.Now)),
            iter: Situations,
            print: rolled => rolled.ToString()
        );

    /// <summary>The rule, deceived about one fact: what it would do if it did not ask about it.</summary>
    private static Rule TwinThatForgets(string forgotten) =>
        forgotten switch
        {
            "that a line was stopped" => Deceived(facts => Without(facts, ConsentEventKind.LineStopped)),
            "a withdrawal" => Deceived(facts => Without(facts, ConsentEventKind.Withdrawn)),
            "a pause" => Deceived(facts => Without(facts, ConsentEventKind.Paused)),
            "that a line was retired" => Deceived(facts =>
                facts with
                {
                    Lines = [.. facts.Lines.Select(line => line with { Retired = false })],
                }
            ),
            "which wording was consented to" => Deceived(facts =>
                EachConsent(facts, consent => consent with { Lines = [.. facts.Lines.Select(line => line.Line)] })
            ),
            "whom the consent names" => Deceived(facts =>
                EachConsent(facts, consent => consent with { RecipientId = facts.Recipient?.Id ?? consent.RecipientId })
            ),
            "that feedback is not allowed" => Deceived(facts =>
                EachConsent(facts, consent => consent with { MayGiveFeedback = true })
            ),
            "that the worker tells them" => Deceived(facts =>
                EachConsent(facts, consent => consent with { Channel = Channel.Portal })
            ),
            "that nobody answered" => Deceived(facts =>
                EachConsent(facts, consent => consent.Starting(Later(consent.Start, Moment.Now.AddDays(-40))))
            ),
            "that the switch is off" => Deceived(facts =>
                TheRecipient(facts, r => r with { StepUpUntil = DateTimeOffset.MaxValue })
            ),
            "that nobody is coming back" => Deceived(facts => TheRecipient(facts, r => r with { IsComingBack = true })),
            "what a part may hold" => Deceived(facts => TheRecipient(facts, r => r with { Part = Part.Supervisor })),
            "that a part ends" => Deceived(facts => TheRecipient(facts, r => r with { Stands = true })),
            "the privacy notice" => Deceived(facts => TheRecipient(facts, r => r with { PrivacyNotice = 1 })),
            "the guideline" => (viewer, facts, use, now) =>
                DisclosureRules.Decide(
                    viewer is null ? null : viewer with { Guideline = Terms.Guideline },
                    facts,
                    use,
                    now
                ),
            "whose code it is" => (viewer, facts, use, now) =>
                DisclosureRules.Decide(
                    viewer,
                    TheRecipient(facts, r => r with { AccountId = viewer?.AccountId ?? r.AccountId }),
                    use,
                    now
                ),
            _ => throw new ArgumentOutOfRangeException(nameof(forgotten), forgotten, "No such twin."),
        };

    private static Rule Deceived(Func<DisclosureFacts, DisclosureFacts> deceive) =>
        (viewer, facts, use, now) => DisclosureRules.Decide(viewer, deceive(facts), use, now);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DisclosureFacts Without(DisclosureFacts facts, ConsentEventKind kind) =>
        EachConsent(facts, consent => consent with { Events = [.. consent.Events.Where(e => e.Kind != kind)] });

    private static DisclosureFacts EachConsent(DisclosureFacts facts, Func<Consent, Consent> change) =>
        facts with
        {
            Consents = [.. facts.Consents.Select(change)],
        };

    private static DisclosureFacts TheRecipient(DisclosureFacts facts, Func<RecipientFacts, RecipientFacts> change) =>
        facts with
        {
            Recipient = facts.Recipient is { } recipient ? change(recipient) : null,
        };
}
