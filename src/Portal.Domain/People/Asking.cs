using Portal.Domain.Audit;
using Portal.Domain.Notices;

namespace Portal.Domain.People;

/// <summary>How a request for help reaches whoever reads it. The caller owns the commit.</summary>
internal sealed class Asking(
    IHelpRequests requests,
    IPeople people,
    ILedger ledger,
    IOutbox outbox,
    Heard heard,
    TimeProvider clock
)
{
    /// <summary>
    /// The word in the ledger for all that is between a person and the safeguarding lead: shown to the person alone, and
    /// only where they signed in with a second step of their own (P14).
    /// </summary>
    public const string ToLead = "lead";

    /// <summary>
    /// A cry for help goes to the person's worker and to whoever covers, whatever else becomes of the words: also when
    /// the form is refused (P13). Each is kept, for what is written later may be the worse. A call that was asked for
    /// stays asked for.
    /// </summary>
    /// <param name="isDanger">What <see cref="DangerWords"/> or the rule of scores says of it.</param>
    public async Task HearAsync(Actor actor, Guid personId, HeardIn heardIn, bool isDanger)
    {
        if (isDanger)
        {
            var person = (await people.FindAsync(personId))!;
            var asked = (await requests.OpenOfAsync(personId)).LastOrDefault(r => r.RingOn is not null && IsLike(r));
            var request = RequestOf(person, HelpKind.Heard) with
            {
                HeardIn = heardIn,
                Wish = asked?.Wish,
                RingOn = asked?.RingOn,
            };
            await AskAsync(actor, person, request);

            bool IsLike(HelpRequest other) => other.Kind == HelpKind.Heard && !other.IsToLead;
        }
    }

    /// <summary>The same for words that no worker hears because they wrote them themselves.</summary>
    public Task HearPersonAsync(Actor actor, Guid personId, HeardIn heardIn, params string?[] texts) =>
        HearAsync(actor, personId, heardIn, actor.Role == Role.Person && DangerWords.AreIn(texts));

    /// <summary>
    /// Words of danger in a message that cannot be sent yet. Who reads it is the person's choice, so nobody is told; whom
    /// they can reach now is said all the same.
    /// </summary>
    public void HearUnsent(string? text)
    {
        if (DangerWords.AreIn(text))
        {
            heard.WaitForReader();
        }
    }

    /// <summary>Asks the worker, unless the same waits for them already.</summary>
    public async Task OnceAsync(Actor actor, Person person, HelpKind kind)
    {
        var waiting = await requests.OpenOfAsync(person.Id);
        if (!waiting.Any(r => !r.IsToLead && r.Kind == kind))
        {
            await AskAsync(actor, person, RequestOf(person, kind));
        }
    }

    /// <summary>What the worker has just done with the person is the answer to what was asked: nobody says it twice.</summary>
    public async Task SpokeAsync(Actor worker, Guid personId, HelpKind kind)
    {
        foreach (var request in (await requests.OpenOfAsync(personId)).Where(r => r.Kind == kind))
        {
            var spoke = new HelpActed(HelpAct.Spoke, worker.AccountId, clock.GetUtcNow(), Note: null);
            await requests.ActAsync(request.Id, spoke);
            await ledger.AppendAsync(
                new LedgerEvent(personId, LedgerKind.HelpAnswered, worker.AccountId) { Detail = spoke.Act.ToString() }
            );
        }
    }

    public async Task AskAsync(Actor actor, Person person, HelpRequest request)
    {
        await requests.AddAsync(request);
        await ledger.AppendAsync(
            new LedgerEvent(person.Id, LedgerKind.HelpAsked, actor.AccountId)
            {
                Detail = request.IsToLead ? ToLead : DetailOf(request.Kind),
            }
        );
        if (request.Kind != HelpKind.ShortWeek || actor.Role == Role.Person)
        {
            await TellAsync(person, request, NoticeOf(request));
        }

        if (request.HeardIn is not null)
        {
            heard.Remember(request.Id);
        }
    }

    public Task TellAsync(Person person, HelpRequest request, NoticeKind kind) =>
        request.IsToLead ? outbox.NotifyAsync(request.ReaderId, kind) : outbox.NotifyWorkersAsync(person.Id, kind);

    /// <summary>A request to the worker.</summary>
    public HelpRequest RequestOf(Person person, HelpKind kind) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = person.Id,
            Kind = kind,
            ReaderId = person.WorkerId,
            At = clock.GetUtcNow(),
        };

    private static NoticeKind NoticeOf(HelpRequest request) =>
        request.Kind is HelpKind.TalkFirst or HelpKind.StepUp or HelpKind.ShortWeek
            ? NoticeKind.News
            : NoticeKind.Urgent;

    /// <summary>Whoever looks at the record with the person must not read that somebody pushes them.</summary>
    private static string DetailOf(HelpKind kind) =>
        kind switch
        {
            HelpKind.TalkFirst => "talk",
            HelpKind.MoreSupport => "more",
            HelpKind.Call => "call",
            HelpKind.Heard => "heard",
            HelpKind.StepUp => "step-up",
            HelpKind.Pressure => "message",
            HelpKind.ShortWeek => "money",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
