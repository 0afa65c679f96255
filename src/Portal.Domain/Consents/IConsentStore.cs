using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

internal interface IConsentStore
{
    /// <summary>Every consent of a person, with lines and events in their order.</summary>
    Task<IReadOnlyList<Consent>> OfPersonAsync(Guid personId);

    /// <summary>Appends a consent, with the exact words that were previewed, line for line.</summary>
    Task AddAsync(Consent consent, IReadOnlyList<LineContent> words);
    Task AppendAsync(Guid consentId, ConsentEvent happened);
    Task<ShareDraft?> DraftAsync(Guid personId, Guid draftId);
    Task<IReadOnlyList<ShareDraft>> DraftsAsync(Guid personId);
    Task SaveDraftAsync(ShareDraft draft);
    Task DropDraftAsync(Guid draftId);

    /// <summary>The people who have a consent that was neither withdrawn nor lapsed and ends after this moment.</summary>
    Task<IReadOnlyList<Guid>> PeopleWithConsentsAsync(DateTimeOffset endingAfter);

    /// <summary>What was done about a person's consents when their time came.</summary>
    Task<IReadOnlySet<ConsentMark>> MarksAsync(Guid personId);
    Task MarkAsync(Guid personId, ConsentMark mark);
}
