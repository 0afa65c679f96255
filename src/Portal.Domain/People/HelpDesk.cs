using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.Notices;

namespace Portal.Domain.People;

/// <summary>Who could read what a person writes: their worker, and the safeguarding lead where there is one.</summary>
/// <param name="IsClosed">Whether the person is a colleague: then nobody reads it for a worker who is away.</param>
public sealed record HelpReaders(string WorkerName, string? LeadName, bool IsClosed);

/// <summary>A request for help, as its reader sees it.</summary>
/// <param name="WhoKnows">Who at work can see something now. Empty: do not ring, visit or write.</param>
public sealed record HelpPage(
    HelpRequest Request,
    string PersonName,
    SafeContact Contact,
    IReadOnlyList<string> WhoKnows
);

/// <summary>
/// The door for asking the service for help: to talk first, or because someone is pushing. Exactly one member of
/// staff reads it, the one whom the person chose.
/// </summary>
public sealed class HelpDesk
{
    public const int LongestText = 500;

    private readonly IHelpRequests _requests;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly ShareViews _views;
    private readonly ILedger _ledger;
    private readonly IOutbox _outbox;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal HelpDesk(
        IHelpRequests requests,
        IPeople people,
        IAccounts accounts,
        ShareViews views,
        ILedger ledger,
        IOutbox outbox,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _requests = requests;
        _people = people;
        _accounts = accounts;
        _views = views;
        _ledger = ledger;
        _outbox = outbox;
        _work = work;
        _clock = clock;
    }

    public async Task<HelpReaders> ReadersAsync(Actor actor)
    {
        var person = (await _people.FindAsync(Require.Person(actor)))!;
        var worker = (await _accounts.FindAsync(person.WorkerId))!;
        return new HelpReaders(worker.Name, (await LeadAsync(person))?.Name, person.IsClosed);
    }

    /// <summary>"Talk to my worker first." The worker gets it as something to do; nothing is shared.</summary>
    public Task TalkFirstAsync(Actor actor) => AskWorkerAsync(actor, HelpKind.TalkFirst);

    /// <summary>"I want more support again." It reaches the worker at once.</summary>
    public Task MoreSupportAsync(Actor actor) => AskWorkerAsync(actor, HelpKind.MoreSupport);

    /// <summary>"Someone is pushing me."</summary>
    /// <param name="toLead">Whether the safeguarding lead reads it instead of the worker.</param>
    /// <returns>What is wrong; empty when it was sent.</returns>
    public Task<IReadOnlyList<Problem>> SayPushedAsync(Actor actor, bool? toLead, string? text) =>
        _work.CommitAsync<IReadOnlyList<Problem>>(async () =>
        {
            var person = (await _people.FindAsync(Require.Person(actor)))!;
            var lead = await LeadAsync(person);
            var check = new Check()
                .That("ToLead", toLead is not null && (toLead == false || lead is not null), "Choose who reads it")
                .Optional("Text", Typed.TextOrNull(text), LongestText, "What you write");
            if (check.Ok)
            {
                var reader = toLead == true ? lead!.Id : person.WorkerId;
                await SendAsync(actor, person, HelpKind.Pressure, reader, Typed.TextOrNull(text));
            }

            return check.Problems;
        });

    /// <summary>One request, for the one who reads it; null for anyone else. The read is recorded (P4).</summary>
    public Task<HelpPage?> ReadAsync(Actor reader, Guid requestId) =>
        _work.CommitAsync<HelpPage?>(async () =>
        {
            if (await MineAsync(reader, requestId) is not { } request)
            {
                return null;
            }

            await _ledger.StaffReadAsync(reader, request.PersonId, "message");
            return await PageOfAsync(request);
        });

    /// <summary>The reader has talked with the person.</summary>
    /// <returns>Whether there is such a request for this reader.</returns>
    public Task<bool> AnswerAsync(Actor reader, Guid requestId) =>
        _work.CommitAsync(async () =>
        {
            if (await MineAsync(reader, requestId) is not { } request)
            {
                return false;
            }

            if (request.AnsweredAt is null)
            {
                await _requests.AnswerAsync(requestId);
                await _ledger.AppendAsync(new LedgerEvent(request.PersonId, LedgerKind.HelpAnswered, reader.AccountId));
            }

            return true;
        });

    private Task AskWorkerAsync(Actor actor, HelpKind kind) =>
        _work.CommitAsync(async () =>
        {
            var person = (await _people.FindAsync(Require.Person(actor)))!;
            var waiting = await _requests.OpenForAsync(person.WorkerId);
            if (!waiting.Any(r => r.PersonId == person.Id && r.Kind == kind))
            {
                await SendAsync(actor, person, kind, person.WorkerId, text: null);
            }
        });

    private async Task SendAsync(Actor actor, Person person, HelpKind kind, Guid readerId, string? text)
    {
        await _requests.AddAsync(
            new HelpRequest
            {
                Id = Guid.NewGuid(),
                PersonId = person.Id,
                Kind = kind,
                ReaderId = readerId,
                At = _clock.GetUtcNow(),
                Text = text,
            }
        );
        await _ledger.AppendAsync(
            new LedgerEvent(person.Id, LedgerKind.HelpAsked, actor.AccountId)
            {
                // Whoever looks at the record with the person must not read that somebody pushes them.
                Detail = kind switch
                {
                    HelpKind.TalkFirst => "talk",
                    HelpKind.MoreSupport => "more",
                    _ => "",
                },
            }
        );
        await TellAsync(person, readerId, kind == HelpKind.TalkFirst ? NoticeKind.News : NoticeKind.Urgent);
    }

    private Task TellAsync(Person person, Guid readerId, NoticeKind kind) =>
        readerId == person.WorkerId ? _outbox.NotifyWorkersAsync(person.Id, kind) : _outbox.NotifyAsync(readerId, kind);

    private async Task<HelpPage> PageOfAsync(HelpRequest request)
    {
        var person = (await _people.FindAsync(request.PersonId))!;
        var shares = await _views.SharesAsync(person.Id, _clock.GetUtcNow());
        var knows = shares.Where(share => share.State == ConsentState.InForce).Select(share => share.RecipientName);
        return new HelpPage(request, person.Name, person.Contact, [.. knows]);
    }

    private async Task<HelpRequest?> MineAsync(Actor reader, Guid requestId)
    {
        Require.Role(reader, Role.SupportWorker);
        if (await _requests.FindAsync(requestId) is not { } request)
        {
            return null;
        }

        // To the person's worker, and whoever covers for them; or to the lead, for as long as they are the lead. For
        // a colleague nobody covers.
        var person = (await _people.FindAsync(request.PersonId))!;
        var isTheirs = request.ReaderId == person.WorkerId && await _people.WorksWithAsync(reader.AccountId, person);
        var isLeads =
            request.ReaderId == reader.AccountId && (await _accounts.SafeguardingLeadAsync())?.Id == reader.AccountId;
        return isTheirs || isLeads ? request : null;
    }

    /// <summary>The lead is offered only where it is somebody other than the worker.</summary>
    private async Task<AccountName?> LeadAsync(Person person) =>
        await _accounts.SafeguardingLeadAsync() is { } lead && lead.Id != person.WorkerId ? lead : null;
}
