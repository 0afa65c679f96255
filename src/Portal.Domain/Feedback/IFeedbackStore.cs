using Portal.Domain.Disclosure;

namespace Portal.Domain.Feedback;

internal interface IFeedbackStore
{
    Task AddAsync(Guid feedbackId, OpenedSheet about, Guid by, FeedbackInput input);
    Task AddHandledAsync(Guid feedbackId, Guid by, FeedbackAction action, string? note, bool talkedThrough);
    Task AddReplyAsync(Guid feedbackId, string text);
    Task<FeedbackReport?> FindAsync(Guid feedbackId);

    /// <summary>Everything said about these people, newest first.</summary>
    Task<IReadOnlyList<FeedbackReport>> AboutAsync(IReadOnlyCollection<Guid> personIds);
}
