namespace Portal.Domain.Consents;

internal interface IConsentStore
{
    /// <summary>Every consent of a person, with lines and events in their order.</summary>
    Task<IReadOnlyList<Consent>> OfPersonAsync(Guid personId);
    Task AddAsync(Consent consent);
    Task AppendAsync(Guid consentId, ConsentEvent happened);
    Task<ShareDraft?> DraftAsync(Guid personId, Guid draftId);
    Task<IReadOnlyList<ShareDraft>> DraftsAsync(Guid personId);
    Task SaveDraftAsync(ShareDraft draft);
    Task DropDraftAsync(Guid draftId);
}
