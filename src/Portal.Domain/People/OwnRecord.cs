using Portal.Domain.Audit;

namespace Portal.Domain.People;

/// <summary>A person, as they see themselves.</summary>
/// <param name="Deciders">Who may decide for them by law today, and until when.</param>
public sealed record Self(
    Guid PersonId,
    string Name,
    bool NoticeAccepted,
    string WorkerName,
    IReadOnlyList<Authority> Deciders
)
{
    /// <summary>Whether they are a colleague: nobody in the service but their own worker opens the record.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Who covers for the worker, now or soon, and so opens the record as well.</summary>
    public IReadOnlyList<NamedCover> Covers { get; init; } = [];
}

/// <summary>A colleague of the worker who has the record on those days, too.</summary>
public sealed record NamedCover(string Name, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it has begun.</summary>
    public required bool IsNow { get; init; }
}

/// <summary>The door to a person's own record: their name, their worker, and the privacy notice.</summary>
public sealed class OwnRecord
{
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly IAuthorities _authorities;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal OwnRecord(
        IPeople people,
        IAccounts accounts,
        IAuthorities authorities,
        ILedger ledger,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _people = people;
        _accounts = accounts;
        _authorities = authorities;
        _ledger = ledger;
        _work = work;
        _clock = clock;
    }

    public async Task<Self> ReadAsync(Actor actor)
    {
        var person = (await _people.FindAsync(Require.Person(actor)))!;
        var worker = await _accounts.FindAsync(person.WorkerId);
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().Date);
        var deciders = (await _authorities.OfPersonAsync(person.Id)).Where(a =>
            a is { AlsoSeenBy: not null, EndedAt: null } && a.From <= today && a.Until >= today
        );
        var accepted = person.PrivacyNotice >= Terms.PrivacyNotice;
        return new Self(person.Id, person.Name, accepted, worker!.Name, [.. deciders])
        {
            IsClosed = person.IsClosed,
            Covers = person.IsClosed ? [] : await CoversAsync(person, today),
        };
    }

    /// <summary>Whether a privacy notice was accepted, in whatever wording: nobody is kept from stopping by a newer one.</summary>
    public async Task<bool> HasAcceptedNoticeAsync(Actor actor) =>
        (await _people.FindAsync(Require.Person(actor)))!.PrivacyNotice > 0;

    /// <summary>Somebody who decides for the person looks at something of theirs: recorded before it is shown (P4).</summary>
    /// <param name="what">A fixed word, such as <c>plan</c>.</param>
    public Task RecordLookAsync(Actor representative, string what) =>
        _work.CommitAsync(() => _ledger.StaffReadAsync(representative, Require.Person(representative), what));

    /// <summary>The person accepts the privacy notice. Only now may anything but name and contact be held.</summary>
    public Task AcceptPrivacyNoticeAsync(Actor actor) =>
        _work.CommitAsync(async () =>
        {
            var person = (await _people.FindAsync(Require.Person(actor)))!;
            if (person.PrivacyNotice < Terms.PrivacyNotice)
            {
                await _people.SaveAsync(person with { PrivacyNotice = Terms.PrivacyNotice });
                await _ledger.AppendAsync(
                    new LedgerEvent(person.Id, LedgerKind.PrivacyNoticeAccepted, actor.AccountId)
                );
            }
        });

    private async Task<IReadOnlyList<NamedCover>> CoversAsync(Person person, DateOnly today)
    {
        var covers = (await _people.CoversAsync()).Where(cover => cover.WorkerId == person.WorkerId).ToList();
        var names = await _accounts.NamesAsync(covers.Select(cover => cover.CoverId).Distinct());
        return
        [
            .. covers.Select(cover => new NamedCover(names[cover.CoverId].Name, cover.From, cover.Until)
            {
                IsNow = cover.From <= today,
            }),
        ];
    }
}
