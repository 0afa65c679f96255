using CsCheck;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests;

/// <summary>The moment at which a test asks, unless it says another one: a Wednesday morning.</summary>
internal static class Moment
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
}

internal static class ALine
{
    /// <summary>A line as one decision finds it.</summary>
    public static LineFacts Shared(LineKind kind = LineKind.Adjustment, bool stepUp = false, bool retired = false) =>
        new(new ConsentLine(Guid.NewGuid(), Guid.NewGuid(), "hash", stepUp), kind, retired);

    /// <summary>A line of the working plan.</summary>
    public static Line Planned(string text, LineKind kind = LineKind.Adjustment) =>
        new()
        {
            Id = Guid.NewGuid(),
            Status = LineStatus.Agreed,
            Current = new LineVersion(Guid.NewGuid(), 1, Saying(text, kind), $"hash of {text}", Moment.Now),
        };

    /// <summary>The words of a line.</summary>
    public static LineContent Saying(string text, LineKind kind = LineKind.Adjustment) =>
        new() { Kind = kind, Text = text };
}

/// <summary>Everything in order: a viewer asks for what one consent lets them see. A test breaks one thing.</summary>
internal sealed record ASituation
{
    public required Viewer? Viewer { get; init; }

    public required DisclosureFacts Facts { get; init; }

    public SheetUse Use { get; init; }

    public static ASituation Sharing(params LineFacts[] lines)
    {
        var viewer = new Viewer(Guid.NewGuid(), Terms.Guideline);
        var recipient = new RecipientFacts
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            PlacementId = Guid.NewGuid(),
            AccountId = viewer.AccountId,
            Part = Part.Supervisor,
            Stands = true,
            PrivacyNotice = Terms.PrivacyNotice,
        };
        var consent = lines.Aggregate(AConsent.For(recipient.Id), (given, line) => given.WithLine(line.Line));
        var facts = new DisclosureFacts
        {
            Recipient = recipient,
            Consents = [consent],
            Lines = lines,
        };
        return new ASituation { Viewer = viewer, Facts = facts };
    }

    public ASituation WithRecipient(Func<RecipientFacts, RecipientFacts> change) =>
        this with
        {
            Facts = Facts with { Recipient = change(Facts.Recipient!) },
        };

    public ASituation WithConsent(Func<Consent, Consent> change) => WithConsents(consent => [change(consent)]);

    public ASituation WithConsents(Func<Consent, Consent[]> change) =>
        this with
        {
            Facts = Facts with { Consents = change(Facts.Consents[0]) },
        };

    public Decision Decide() => DisclosureRules.Decide(Viewer, Facts, Use, Moment.Now);
}

internal static class AFeedback
{
    public static FeedbackReport GivenAt(DateTimeOffset at, FeedbackShown shown) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            PersonName = "Sam",
            At = at,
            FromName = "Jo",
            EmployerName = "The shop",
            Rating = Rating.Mostly,
            Adjustments = [],
            Shown = shown,
            Handled = [],
            Replies = [],
        };

    public static FeedbackReport HandledBy(this FeedbackReport report, string name, bool talkedThrough) =>
        report with
        {
            Handled =
            [
                .. report.Handled,
                new FeedbackHandled(report.At.AddHours(1), name, FeedbackAction.Called, Note: null, talkedThrough),
            ],
        };
}

internal static class Dice
{
    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;

    /// <summary>True in so many of a hundred throws.</summary>
    public static Gen<bool> Chance(int percent) => Gen.Int[0, 99].Select(thrown => thrown < percent);

    public static T OneOf<T>(this Random random, T[] choices) => choices[random.Next(choices.Length)];

    public static T AnyOf<T>(this Random random)
        where T : struct, Enum => random.OneOf(Enum.GetValues<T>());
}
