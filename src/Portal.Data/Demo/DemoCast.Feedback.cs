using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Feedback;
using Portal.Domain.People;

namespace Portal.Data.Demo;

/// <summary>What work says in the demo, what the worker does about it, and what the person answers.</summary>
internal sealed partial class DemoCast
{
    public async Task<Guid> SayAsync(Actor recipient, Actor person, Rating rating, Happening happening, string? comment)
    {
        var code = (
            await DoAsync<IDisclosureReader, IReadOnlyList<(string Code, string, Part)>>(r =>
                r.CodesAsync(recipient.AccountId)
            )
        )[0].Code;
        var consent = await DoAsync<IConsentStore, IReadOnlyList<Consent>>(c =>
            c.OfPersonAsync(person.PersonId!.Value)
        );
        var answers = consent[^1]
            .Lines.Take(2)
            .ToDictionary(line => line.VersionId, _ => new AdjustmentSaid(happening));
        await DoAsync<FeedbackGiving, FeedbackOutcome>(f =>
            f.GiveAsync(recipient, code, new FeedbackInput(rating) { Adjustments = answers, Comment = comment })
        );
        var reports = await DoAsync<IFeedbackStore, IReadOnlyList<FeedbackReport>>(f =>
            f.AboutAsync([person.PersonId!.Value])
        );
        return reports.MaxBy(report => report.At)!.Id;
    }

    public Task HandleAsync(Guid feedbackId, FeedbackAction action, string note, bool talkedThrough) =>
        DoAsync<FeedbackDesk, IReadOnlyList<Problem>?>(f =>
            f.HandleAsync(Worker, feedbackId, action, note, talkedThrough)
        );

    public Task ReplyAsync(Actor person, Guid feedbackId, string text) =>
        DoAsync<FeedbackDesk, IReadOnlyList<Problem>?>(f => f.ReplyAsync(person, feedbackId, text));
}
