using Portal.Domain.Audit;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;

namespace Portal.Domain.People;

/// <summary>A request for help, as its reader sees it.</summary>
/// <param name="WhoKnows">Who at work can see something now. Empty: do not ring, visit or write.</param>
/// <param name="Earlier">What was heard before it and waits as well: one answer stands for all.</param>
/// <param name="Acts">What was done about it, in its order.</param>
public sealed record HelpPage(
    HelpRequest Request,
    string PersonName,
    SafeContact Contact,
    IReadOnlyList<string> WhoKnows,
    IReadOnlyList<HelpRequest> Earlier,
    IReadOnlyList<HelpActed> Acts
)
{
    /// <summary>What the safeguarding lead can do beside it; null for the person's own worker.</summary>
    public LeadPowers? Lead { get; init; }
}

/// <summary>What only the safeguarding lead can do for a person who has written to them.</summary>
/// <param name="WorkerName">Who supports the person now.</param>
/// <param name="Others">To whom the person can be moved.</param>
/// <param name="HelpIsFrozen">Whether nobody of the staff can help with signing in.</param>
public sealed record LeadPowers(string WorkerName, IReadOnlyList<(Guid Id, string Name)> Others, bool HelpIsFrozen);

/// <summary>The door for whoever reads a request for help: to read it, and to say what they did.</summary>
public sealed class HelpAnswers
{
    private readonly IHelpRequests _requests;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly ShareViews _views;
    private readonly Handovers _handovers;
    private readonly Apart _apart;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal HelpAnswers(
        IHelpRequests requests,
        IPeople people,
        IAccounts accounts,
        ShareViews views,
        Handovers handovers,
        Apart apart,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _requests = requests;
        _people = people;
        _accounts = accounts;
        _views = views;
        _handovers = handovers;
        _apart = apart;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    /// <summary>One request, for the one who reads it; null for anyone else. The read is recorded (P4).</summary>
    public Task<HelpPage?> ReadAsync(Actor reader, Guid requestId) =>
        _work.CommitAsync<HelpPage?>(async () =>
        {
            if (await MineAsync(reader, requestId) is not { } request)
            {
                return null;
            }

            var person = (await _people.FindAsync(request.PersonId))!;
            var isLeads = request.IsToLead;
            await _ledger.StaffReadAsync(reader, request.PersonId, isLeads ? Asking.ToLead : "message");
            var page = await PageOfAsync(reader, request);
            return isLeads ? page with { Lead = await PowersAsync(reader, person) } : page;
        });

    /// <summary>
    /// The reader says what they did. Only an act that answered the person closes a request, and what was heard before
    /// it (P13); whatever else was done is kept beside it, also afterwards.
    /// </summary>
    /// <returns>What is wrong; empty when written down; null when there is no such request for this reader.</returns>
    public Task<IReadOnlyList<Problem>?> ActAsync(Actor reader, Guid requestId, HelpAct? act, string? note) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            if (await MineAsync(reader, requestId) is not { } request)
            {
                return null;
            }

            var check = new Check()
                .That("Act", act is { } one && Enum.IsDefined(one), "Choose what you did")
                .Optional("Note", Typed.TextOrNull(note), HelpActed.LongestNote, "The note");
            if (check.Ok)
            {
                await KeepAsync(reader, request, act!.Value, Typed.TextOrNull(note));
            }

            return check.Problems;
        });

    /// <summary>The lead gives the person another worker, who is neither the lead nor somebody they named at work.</summary>
    public Task<ChangeOutcome> MoveAsync(Actor lead, Guid requestId, Guid? workerId) =>
        AsLeadAsync(
            lead,
            requestId,
            async person =>
            {
                var others = await OthersAsync(lead, person);
                if (workerId is not { } id || others.All(other => other.Id != id))
                {
                    return ChangeOutcome.Wrong("WorkerId", "Choose another worker");
                }

                await _handovers.GiveAsync(lead.AccountId, person, id);
                return new ChangeOutcome.Done(requestId);
            }
        );

    /// <summary>
    /// The lead freezes help with signing in, or ends that. To whoever helps it looks as ever: what they start is never
    /// delivered, and no second one is asked.
    /// </summary>
    public Task<ChangeOutcome> FreezeAsync(Actor lead, Guid requestId, bool isFrozen) =>
        AsLeadAsync(
            lead,
            requestId,
            async person =>
            {
                var since = isFrozen ? person.HelpFrozenSince ?? _clock.GetUtcNow() : (DateTimeOffset?)null;
                await _people.SaveAsync(person with { HelpFrozenSince = since });
                return new ChangeOutcome.Done(requestId);
            }
        );

    private Task<ChangeOutcome> AsLeadAsync(Actor lead, Guid requestId, Func<Person, Task<ChangeOutcome>> act) =>
        _work.CommitAsync(async () =>
        {
            if (await MineAsync(lead, requestId) is not { } request)
            {
                return new ChangeOutcome.NotFound();
            }

            var person = (await _people.FindAsync(request.PersonId))!;
            return request.IsToLead ? await act(person) : new ChangeOutcome.NotFound();
        });

    private async Task<LeadPowers> PowersAsync(Actor lead, Person person)
    {
        var worker = (await _accounts.FindAsync(person.WorkerId))!;
        var others = await OthersAsync(lead, person);
        return new LeadPowers(
            worker.Name,
            [.. others.Select(other => (other.Id, other.Name))],
            person.HelpFrozenSince is not null
        );
    }

    private async Task<IReadOnlyList<AccountName>> OthersAsync(Actor lead, Person person)
    {
        var others = new List<AccountName>();
        foreach (var worker in await _accounts.OfRoleAsync(Role.SupportWorker))
        {
            var isSomebodyElse = worker.Id != lead.AccountId && worker.Id != person.WorkerId;
            if (isSomebodyElse && await _apart.MayHaveAsync(worker, person))
            {
                others.Add(worker);
            }
        }

        return others;
    }

    private async Task KeepAsync(Actor reader, HelpRequest request, HelpAct act, string? note)
    {
        var acted = new HelpActed(act, reader.AccountId, _clock.GetUtcNow(), note);
        await _requests.ActAsync(request.Id, acted);
        foreach (var earlier in HelpActed.Closes(act) ? await EarlierAsync(request) : [])
        {
            await _requests.ActAsync(earlier.Id, acted with { Note = null });
        }

        await _ledger.AppendAsync(
            new LedgerEvent(request.PersonId, LedgerKind.HelpAnswered, reader.AccountId)
            {
                Detail = request.IsToLead ? Asking.ToLead : act.ToString(),
            }
        );
    }

    private async Task<HelpPage> PageOfAsync(Actor reader, HelpRequest request)
    {
        var person = (await _people.FindAsync(request.PersonId))!;
        var shares = await _views.SharesAsync(person.Id, _clock.GetUtcNow());
        var knows = shares.Where(share => share.State == ConsentState.InForce).Select(share => share.RecipientName);
        var acts = await _requests.ActsAsync(request.Id);
        var names = await _accounts.NamesAsync(
            acts.Select(acted => acted.By).Append(reader.AccountId).Append(person.WorkerId).Distinct()
        );
        return new HelpPage(
            request,
            person.Name,
            person.Contact.For(names[reader.AccountId].Name, names[person.WorkerId].Name),
            [.. knows],
            await EarlierAsync(request),
            [.. acts.Select(acted => acted with { ByName = names[acted.By].Name })]
        );
    }

    private async Task<IReadOnlyList<HelpRequest>> EarlierAsync(HelpRequest request) =>
        request.Kind != HelpKind.Heard
            ? []
            :
            [
                .. from open in await _requests.OpenOfAsync(request.PersonId)
                where open.Kind == HelpKind.Heard
                where open.Id != request.Id && open.At <= request.At
                select open,
            ];

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
        var isTheirs = request.IsToLead
            ? request.ReaderId == reader.AccountId && (await _accounts.SafeguardingLeadAsync())?.Id == reader.AccountId
            : request.ReaderId == person.WorkerId && await _people.WorksWithAsync(reader.AccountId, person);
        return isTheirs ? request : null;
    }
}
