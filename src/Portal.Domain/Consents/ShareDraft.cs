using Portal.Domain.Caseload;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>
/// A consent being thought about: one answer a page, kept so that a person can leave and come back on any
/// device. Null means not answered yet; nothing is ticked for them.
/// </summary>
public sealed record ShareDraft
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Someone already named; null when <see cref="NewRecipient"/> is used.</summary>
    public Guid? RecipientId { get; init; }

    public NewRecipient? NewRecipient { get; init; }

    public IReadOnlyList<Guid> LineIds { get; init; } = [];

    /// <summary>The hash of the preview that the person said was right.</summary>
    public string? PreviewHash { get; init; }

    public ShareStart? Starts { get; init; }

    public DateOnly? FirstDay { get; init; }

    public ShareUntil? Until { get; init; }

    public DateOnly? LastDay { get; init; }

    public Channel? Channel { get; init; }

    public bool? MayPrint { get; init; }

    public bool? MayGiveFeedback { get; init; }

    public FeedbackShown? FeedbackShown { get; init; }

    /// <summary>How often they are reminded to say how work is going; not asked where they may not say it.</summary>
    public FeedbackRhythm? Rhythm { get; init; }

    /// <summary>The consent kept ready that this draft would give; null for most.</summary>
    public Guid? ReadyId { get; init; }

    /// <summary>What the worker suggests. A suggestion is no answer: the person answers each question.</summary>
    public Suggestion? Suggested { get; init; }

    public bool HasWho => RecipientId is not null || NewRecipient is not null;

    /// <summary>Whether it is answered how they may use it. Where the worker tells them, there is nothing to use.</summary>
    public bool HasUse =>
        Channel == Consents.Channel.WorkerTells
        || (MayPrint is not null && (MayGiveFeedback == false || (MayGiveFeedback == true && Rhythm is not null)));

    public bool IsForKeeping => Starts == ShareStart.KeptReady;
}

/// <summary>A draft that a worker has prepared with the person, or that a change of supervisor asks about.</summary>
/// <param name="By">The worker's name.</param>
/// <param name="InPlaceOf">Who was the supervisor before; null where the worker prepared it.</param>
public sealed record Suggestion(
    string By,
    Guid? RecipientId,
    NewRecipient? NewRecipient,
    IReadOnlyList<Guid> LineIds,
    string? InPlaceOf = null
);

/// <summary>Someone at work who has not been named before in this placement.</summary>
/// <param name="Email">Their own work address; null when a code is handed over in person.</param>
/// <param name="ExpectFrom">
/// From whom the invitation may say that it is, in the person's own words; null where it is to name nobody (P9).
/// </param>
public sealed record NewRecipient(Guid PlacementId, Part Part, string Name, string? Email, string? ExpectFrom = null);

/// <summary>What the person says with their yes.</summary>
/// <param name="SeenHash">The hash of the preview on the page on which yes was said.</param>
/// <param name="WaitADay">Whether they want to sleep on it; their own rule may ask for it anyway.</param>
public sealed record Yes(string? SeenHash, Present? Present, bool WaitADay);

/// <summary>One form that a sheet can take.</summary>
/// <param name="IsForNow">While "I need more right now" is on.</param>
/// <param name="IsComingBack">While the person is away from that job or has come back to it (<see cref="TimeAway"/>).</param>
/// <param name="Body">Null where they see nothing then.</param>
public sealed record PreviewForm(bool IsForNow, bool IsComingBack, SheetBody? Body)
{
    /// <summary>The texts of the lines that an ordinary day does not show.</summary>
    public required IReadOnlyList<string> Adds { get; init; }
}

/// <summary>Exactly what a recipient would see, and the hash that binds a consent to it (P2).</summary>
public sealed record Preview
{
    internal Preview() { }

    /// <summary>Each form that their page can take, that of an ordinary day first.</summary>
    public required IReadOnlyList<PreviewForm> Forms { get; init; }

    public required string Hash { get; init; }

    /// <summary>
    /// Words in these lines that may say something about health. It is the person's choice to share them; they are
    /// pointed to once, where the words can still be changed.
    /// </summary>
    public IReadOnlyList<string> HealthWords =>
        People.HealthWords.In([.. Lines.SelectMany(line => line.Current.Content.Parts().Skip(1))]);

    internal IReadOnlyList<Line> Lines { get; init; } = [];
}
