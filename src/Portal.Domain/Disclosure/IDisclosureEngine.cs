using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Domain.Disclosure;

/// <summary>What a request to see a sheet is for. Stored by name, in the access record.</summary>
public enum SheetUse
{
    Sheet,
    FeedbackForm,
    Attestation,
}

/// <param name="SessionId">From the sign-in cookie; asked for in the same read (design §4).</param>
public sealed record SheetRequest(Guid AccountId, Guid SessionId, string Code, SheetUse Use);

/// <summary>A decided request: opened with its words, or refused. The record is already committed.</summary>
internal sealed record EngineAnswer(RefusalReason? Refusal, OpenedSheet? Opened);

internal sealed record OpenedSheet(
    Guid PersonId,
    Guid PlacementId,
    Part Part,
    string PersonName,
    Consent Consent,
    IReadOnlyList<OpenedLine> Lines,
    DateTimeOffset At,
    DateTimeOffset? StepUpUntil
);

internal sealed record OpenedLine(ConsentLine Line, LineContent Content)
{
    /// <summary>Whether the words on show are still a proposal.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>
/// Facts, decision, access record and commit as one ordered step, shared by a batch of requests (design §4).
/// </summary>
internal interface IDisclosureEngine
{
    /// <exception cref="DisclosureUnavailableException">The record could not be written: nothing may be sent.</exception>
    Task<EngineAnswer> OpenAsync(SheetRequest request);
}

/// <summary>The same read and rule inside a door's own commit, for what must be ordered with a write.</summary>
internal interface IDisclosureReader
{
    /// <summary>Decides, and records a refusal; what is shown, the door records in its own words.</summary>
    Task<EngineAnswer> AskAsync(Guid accountId, string code, SheetUse use);

    /// <summary>Decides for a list that the viewer did not ask a code for: a refusal is nobody's try.</summary>
    Task<EngineAnswer> DecideAsync(Guid accountId, string code);

    /// <summary>The codes that name this account as a recipient.</summary>
    Task<IReadOnlyList<(string Code, string EmployerName, Part Part)>> CodesAsync(Guid accountId);
}

/// <summary>The access record could not be written in time: 503, and no content (P4).</summary>
public sealed class DisclosureUnavailableException : Exception
{
    public DisclosureUnavailableException() { }

    public DisclosureUnavailableException(string message)
        : base(message) { }

    public DisclosureUnavailableException(string message, Exception inner)
        : base(message, inner) { }
}
