namespace Portal.Domain.People;

/// <summary>
/// Remembers, for one request, that what was written or scored in it may be a cry for help: the page that answers then
/// says whom to reach (P13). Only a door that has told somebody can set it.
/// </summary>
public sealed class Heard
{
    /// <summary>The request that went to whoever reads it; null where nothing was heard.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>Something was heard, but nobody was told: the person has not chosen yet who reads it.</summary>
    public bool WaitsForReader { get; private set; }

    internal void Remember(Guid requestId) => RequestId = requestId;

    internal void WaitForReader() => WaitsForReader = true;
}
