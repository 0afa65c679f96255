using Portal.Domain.Notices;

namespace Portal.Domain.People;

/// <summary>Who could read what a person writes: their worker, and the safeguarding lead where there is one.</summary>
/// <param name="IsClosed">Whether the person is a colleague: then nobody reads it for a worker who is away.</param>
public sealed record HelpReaders(string WorkerName, string? LeadName, bool IsClosed);

/// <summary>Whom a person can reach at this moment, and what was told to whom.</summary>
/// <param name="Told">The names of those who were told of what the person did last; empty where nobody was.</param>
/// <param name="Request">What they were told of, to say whether a call is wanted; null for none.</param>
/// <param name="StaffedFrom">When somebody is there again; now or before it where somebody is.</param>
/// <param name="StaffedUntil">When they go home.</param>
/// <param name="Days">The next two days on which the service can ring.</param>
/// <param name="Number">The person's own safe number; null where none is known.</param>
public sealed record RightNow(
    DateTimeOffset AskedAt,
    string WorkerName,
    IReadOnlyList<string> Told,
    HelpRequest? Request,
    bool IsStaffed,
    DateTimeOffset StaffedFrom,
    DateTimeOffset StaffedUntil,
    (DateOnly First, DateOnly Second) Days,
    string? Number
);

/// <summary>
/// The door for asking the service for help: to talk first, to be rung, or because someone is pushing. Exactly one
/// member of staff reads it, the one whom the person chose, or whoever covers for their worker.
/// </summary>
public sealed class HelpDesk
{
    public const int LongestText = 500;
    private const int LongestNumber = 30;
    private const int FewestDigits = 3;

    private readonly IHelpRequests _requests;
    private readonly Asking _asking;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly Leads _leads;
    private readonly StaffedHours _hours;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal HelpDesk(
        IHelpRequests requests,
        Asking asking,
        IPeople people,
        IAccounts accounts,
        Leads leads,
        StaffedHours hours,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _requests = requests;
        _asking = asking;
        _people = people;
        _accounts = accounts;
        _leads = leads;
        _hours = hours;
        _work = work;
        _clock = clock;
    }

    public async Task<HelpReaders> ReadersAsync(Actor actor)
    {
        var person = await PersonAsync(actor);
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
            var person = await PersonAsync(actor);
            var lead = await LeadAsync(person);
            var check = new Check()
                .That("ToLead", toLead is not null && (toLead == false || lead is not null), "Choose who reads it")
                .Optional("Text", Typed.TextOrNull(text), LongestText, "What you write");
            if (check.Ok)
            {
                var request = _asking.RequestOf(person, HelpKind.Pressure) with
                {
                    ReaderId = toLead == true ? lead!.Id : person.WorkerId,
                    IsToLead = toLead == true,
                    Text = Typed.TextOrNull(text),
                    HeardIn = DangerWords.AreIn(text) ? HeardIn.Message : null,
                };
                await _asking.AskAsync(actor, person, request);
            }
            else
            {
                _asking.HearUnsent(text);
            }

            return check.Problems;
        });

    /// <summary>Whom the person can reach now, and what was told to whom.</summary>
    /// <param name="heardId">
    /// What was heard in the request before this one. A message to the lead is spoken of there, and never again: whoever
    /// else gets at the page must not find it (P13).
    /// </param>
    public async Task<RightNow> RightNowAsync(Actor actor, Guid? heardId)
    {
        var (person, now) = (await PersonAsync(actor), _clock.GetUtcNow());
        var worker = (await _accounts.FindAsync(person.WorkerId))!;
        var request = await RequestAsync(actor, person, heardId);
        return new RightNow(
            now,
            worker.Name,
            request is null ? [] : await ToldAsync(person, request, worker.Name),
            actor.IsRepresentative ? null : request,
            _hours.IsStaffed(now),
            _hours.NextStaffed(now),
            _hours.StaffedUntil(now),
            _hours.Days(now),
            actor.IsRepresentative ? null : person.Contact.Number
        );
    }

    /// <summary>
    /// Answers "Do you want us to ring you?", about what was told or of one's own accord. The day that is kept is one on
    /// which somebody is there.
    /// </summary>
    /// <param name="requestId">What it is about; null for none.</param>
    /// <param name="number">The number, where none is known yet.</param>
    /// <returns>What is wrong; empty when it is written down; null when there is no such request.</returns>
    public Task<IReadOnlyList<Problem>?> WishAsync(Actor actor, Guid? requestId, CallWish? wish, string? number) =>
        _work.CommitAsync<IReadOnlyList<Problem>?>(async () =>
        {
            var person = await PersonAsync(actor);
            var open = await _requests.OpenOfAsync(person.Id);
            var about = open.FirstOrDefault(request => request.Id == requestId);
            if (actor.IsRepresentative || (requestId is not null && about is null))
            {
                return null;
            }

            var wantsCall = wish is CallWish.Soonest or CallWish.NextDay;
            var typed = person.Contact.Number is null && wantsCall ? Typed.Text(number) : null;
            var check = new Check()
                .That("Wish", wish is { } one && Enum.IsDefined(one), "Choose one of the answers")
                .Optional("Number", typed, LongestNumber, "The number")
                .That("Number", typed is null || typed.Count(char.IsDigit) >= FewestDigits, "Enter the number to ring");
            if (check.Ok)
            {
                if (about is { IsToLead: true } && typed is not null)
                {
                    // The lead alone reads the number: on the record the worker would find it.
                    var number = about with
                    {
                        Id = Guid.NewGuid(),
                        Text = typed,
                        At = _clock.GetUtcNow(),
                    };
                    await _asking.AskAsync(actor, person, number with { HeardIn = null });
                    typed = null;
                }

                await WishAsync(actor, NumberedBy(person, typed), about, wish!.Value);
            }

            return check.Problems;
        });

    private async Task WishAsync(Actor actor, Person person, HelpRequest? about, CallWish wish)
    {
        await _people.SaveAsync(person);
        var days = _hours.Days(_clock.GetUtcNow());
        DateOnly? ringOn = wish switch
        {
            CallWish.Soonest => days.First,
            CallWish.NextDay => days.Second,
            _ => null,
        };
        if (about is not null)
        {
            await _requests.WishAsync(about.Id, wish, ringOn);
            await _asking.TellAsync(person, about, ringOn is null ? NoticeKind.News : NoticeKind.Urgent);
        }
        else if (ringOn is not null)
        {
            var request = _asking.RequestOf(person, HelpKind.Call) with { Wish = wish, RingOn = ringOn };
            await _asking.AskAsync(actor, person, request);
        }
    }

    private static Person NumberedBy(Person person, string? number) =>
        number is null ? person : person with { Contact = person.Contact with { Number = number } };

    private Task AskWorkerAsync(Actor actor, HelpKind kind) =>
        _work.CommitAsync(async () => await _asking.OnceAsync(actor, await PersonAsync(actor), kind));

    /// <summary>
    /// What was heard just now, whoever reads it; else the newest that waits for the worker and says nothing of pressure.
    /// Whoever decides for somebody finds only what they themselves have just written.
    /// </summary>
    private async Task<HelpRequest?> RequestAsync(Actor actor, Person person, Guid? heardId)
    {
        var open = await _requests.OpenOfAsync(person.Id);
        return open.LastOrDefault(request => request.Id == heardId)
            ?? open.LastOrDefault(request =>
                !actor.IsRepresentative
                && !request.IsToLead
                && request.Kind is HelpKind.Heard or HelpKind.StepUp or HelpKind.Call
            );
    }

    private async Task<IReadOnlyList<string>> ToldAsync(Person person, HelpRequest request, string workerName)
    {
        if (request.IsToLead)
        {
            return [(await _accounts.FindAsync(request.ReaderId))!.Name];
        }

        var covers = person.IsClosed ? [] : await _people.CoversTodayAsync(person.WorkerId, Today());
        var names = await _accounts.NamesAsync(covers.Select(cover => cover.CoverId).Distinct());
        return [workerName, .. covers.Select(cover => names[cover.CoverId].Name).Distinct(StringComparer.Ordinal)];
    }

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetLocalNow().Date);

    private async Task<Person> PersonAsync(Actor actor) => (await _people.FindAsync(Require.Person(actor)))!;

    /// <summary>The lead is offered only where it is another human than the worker and whoever covers, now or later.</summary>
    private async Task<AccountName?> LeadAsync(Person person)
    {
        var lead = await _accounts.SafeguardingLeadAsync();
        return lead is not null && await _leads.MayReadAsync(lead, person) ? lead : null;
    }
}
