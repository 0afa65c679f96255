namespace Portal.Domain.Plans;

internal interface IPlanStore
{
    Task<IReadOnlyList<Line>> LinesAsync(Guid personId);
    Task<Line?> FindAsync(Guid personId, Guid lineId);
    Task<IReadOnlyDictionary<Guid, LineVersion>> VersionsAsync(Guid personId, IEnumerable<Guid> versionIds);
    Task AddAsync(Guid personId, Guid lineId, LineInput input, Guid by);

    /// <param name="last">The line with the words that were its newest.</param>
    Task AddVersionAsync(Guid personId, Line last, LineContent content, Guid by);
    Task SetDetailsAsync(Guid lineId, LineInput input);
    Task SetStatusAsync(Guid lineId, LineStatus status);
    Task LeaveAnswerAsync(Guid lineId);
    Task RetireAsync(Guid lineId);
    Task<IReadOnlyList<CatalogueEntry>> CatalogueAsync();
    Task SaveEntryAsync(CatalogueEntry entry);
    Task RetireEntryAsync(Guid entryId);
}
