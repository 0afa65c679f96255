using Portal.Domain.Disclosure;

namespace Portal.Domain.Feedback;

internal interface IFeedbackStore
{
    Task AddAsync(Guid feedbackId, OpenedSheet about, Guid by, FeedbackInput input);
    Task AddHandledAsync(Guid feedbackId, Guid by, FeedbackAction action, string? note, bool talkedThrough);
    Task AddReplyAsync(Guid feedbackId, string text);
    Task AddStepAsync(Guid feedbackId, FeedbackStep step, Guid by);
    Task<FeedbackReport?> FindAsync(Guid feedbackId);

    /// <summary>Whether something was said on the ground of this consent, at that moment or later.</summary>
    Task<bool> AnySinceAsync(Guid consentId, DateTimeOffset since);

    /// <summary>Everything said about these people, newest first.</summary>
    Task<IReadOnlyList<FeedbackReport>> AboutAsync(IReadOnlyCollection<Guid> personIds);
}
