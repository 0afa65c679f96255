using Portal.Domain.Audit;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>What a person has set for themselves.</summary>
/// <param name="StepUpUntil">Until when "I need more right now" is on; null when it is off.</param>
/// <param name="StepUpShared">Whether anybody has agreed step-up lines, so that the switch does anything.</param>
public sealed record OwnSafeguards(
    SharingRules Rules,
    DateTimeOffset? StepUpUntil,
    bool StepUpShared,
    bool NewSharingWaits,
    bool MustWait,
    IReadOnlyList<Line> Lines,
    IReadOnlySet<Guid> Withheld
)
{
    /// <summary>
    /// Until when nothing can be given or widened, because the password was set with the help of staff; null
    /// where it can (P14).
    /// </summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Who of the staff has begun to help with signing in, and not been taken up; null for nobody.</summary>
    public string? Helper { get; init; }
}

/// <summary>The door to a person's own switch and rules: "I need more right now", and what to hold them to.</summary>
public sealed class Safeguards
{
    private static readonly int[] StepUpDays = [1, 3, 7, 14];

    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly IPlanStore _plans;
    private readonly IConsentStore _consents;
    private readonly Recipients _recipients;
    private readonly Asking _asking;
    private readonly Withdrawals _withdrawals;
    private readonly ILedger _ledger;
    private readonly Giving _giving;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Safeguards(
        IPeople people,
        IAccounts accounts,
        IPlanStore plans,
        IConsentStore consents,
        Recipients recipients,
        Asking asking,
        Withdrawals withdrawals,
        ILedger ledger,
        Giving giving,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _people = people;
        _accounts = accounts;
        _plans = plans;
        _consents = consents;
        _recipients = recipients;
        _asking = asking;
        _withdrawals = withdrawals;
        _ledger = ledger;
        _giving = giving;
        _work = work;
        _clock = clock;
    }

    public async Task<OwnSafeguards> ReadAsync(Actor actor)
    {
        var (person, now) = (await PersonAsync(actor), _clock.GetUtcNow());
        var shared = await WithStepUpLinesAsync(person.Id, now);
        var lines = await _plans.LinesAsync(person.Id);
        return new OwnSafeguards(
            person.Rules,
            person.StepUpUntil > now ? person.StepUpUntil : null,
            shared.Count > 0,
            person.NewSharingWaitsSince is not null,
            person.Rules.MakesWait(now),
            [.. lines.Where(line => line.RetiredAt is null)],
            lines.Select(line => line.Id).Where(id => person.Rules.Withholds(id, now)).ToHashSet()
        )
        {
            Helper = await _accounts.HelperAsync(person.AccountId),
            HeldUntil = SignInHelp.HoldsUntil(await _accounts.HelpedAtAsync(person.AccountId), now),
        };
    }

    /// <summary>
    /// Switches "I need more right now" on for some days; it ends by itself. No reason is asked. The worker has it among
    /// what is to do today.
    /// </summary>
    /// <param name="tell">Whether those who have agreed lines for it get the neutral notice to sign in.</param>
    /// <returns>What is wrong; empty when it is on.</returns>
    public Task<IReadOnlyList<Problem>> StepUpAsync(Actor actor, int? days, bool tell) =>
        _work.CommitAsync<IReadOnlyList<Problem>>(async () =>
        {
            var check = new Check().That("Days", StepUpDays.Contains(days ?? 0), "Choose for how long");
            if (check.Ok)
            {
                var (person, now) = (await PersonAsync(actor), _clock.GetUtcNow());
                await _asking.OnceAsync(actor, person, HelpKind.StepUp);
                if (await _giving.IsHeldAsync(person.Id))
                {
                    // Nothing more is opened for a day; that they need more is heard all the same (P14).
                    return
                    [
                        new Problem(
                            "Days",
                            "Your worker has been told. Staff helped you to sign in, so nothing more can show at work for a day"
                        ),
                    ];
                }

                await _people.SaveAsync(person with { StepUpUntil = now.AddDays(days!.Value) });
                await RecordAsync(actor, LedgerKind.StepUpOn);
                foreach (var consent in tell ? await WithStepUpLinesAsync(person.Id, now) : [])
                {
                    await _recipients.RemindAsync(consent, NoticeKind.News);
                }
            }

            return check.Problems;
        });

    public Task EndStepUpAsync(Actor actor) =>
        _work.CommitThoughFullAsync(async () =>
        {
            await _people.SaveAsync(await PersonAsync(actor) with { StepUpUntil = null });
            await RecordAsync(actor, LedgerKind.StepUpOff);
            return true;
        });

    /// <summary>"Always make me wait a day." To take it back works a day later.</summary>
    public Task SetWaitAsync(Actor actor, bool wait) =>
        ChangeAsync(
            actor,
            wait,
            "wait",
            (rules, endsAt) =>
                wait
                    ? rules with
                    {
                        AlwaysWait = true,
                        AlwaysWaitEnds = null,
                    }
                    : rules with
                    {
                        AlwaysWaitEnds = rules.AlwaysWait ? rules.AlwaysWaitEnds ?? endsAt : null,
                    }
        );

    /// <summary>
    /// "Never share this line." It is stopped wherever it is shared, and offered to nobody. To take it back works
    /// a day later.
    /// </summary>
    /// <returns>Whether the person has such a line.</returns>
    public Task<bool> SetNeverShareAsync(Actor actor, Guid lineId, bool never) =>
        _work.CommitThoughFullAsync(async () =>
        {
            if (await _plans.FindAsync(Require.Person(actor), lineId) is null)
            {
                return false;
            }

            await ChangeAsync(
                actor,
                never,
                lineId.ToString("N"),
                (rules, endsAt) => rules with { NeverShare = With(rules.NeverShare, lineId, never, endsAt) }
            );
            if (never)
            {
                await _withdrawals.StopLineEverywhereAsync(Require.Person(actor), actor.AccountId, lineId);
            }

            return true;
        });

    private Task ChangeAsync(
        Actor actor,
        bool set,
        string which,
        Func<SharingRules, DateTimeOffset, SharingRules> change
    ) =>
        _work.CommitAsync(async () =>
        {
            var (person, endsAt) = (await PersonAsync(actor), _clock.GetUtcNow() + SharingRules.HoldsOn);
            await _people.SaveAsync(person with { Rules = change(person.Rules, endsAt) });
            await RecordAsync(actor, set ? LedgerKind.RuleSet : LedgerKind.RuleTakenBack, which);
        });

    private async Task<IReadOnlyList<Consent>> WithStepUpLinesAsync(Guid personId, DateTimeOffset now)
    {
        var all = await _consents.OfPersonAsync(personId);
        return
        [
            .. from consent in all
            let sameRecipient = all.Where(other => other.RecipientId == consent.RecipientId)
            where ConsentStates.Of(consent, sameRecipient, now) == ConsentState.InForce
            where consent.Lines.Any(line => line.StepUp && !consent.IsStopped(line.LineId))
            select consent,
        ];
    }

    private async Task<Person> PersonAsync(Actor actor) => (await _people.FindAsync(Require.Person(actor)))!;

    private Task RecordAsync(Actor actor, LedgerKind kind, string detail = "") =>
        _ledger.AppendAsync(new LedgerEvent(Require.Person(actor), kind, actor.AccountId) { Detail = detail });

    /// <summary>A rule that was already taken back keeps its moment: asking again does not hold it on for longer.</summary>
    private static Dictionary<Guid, DateTimeOffset?> With(
        IReadOnlyDictionary<Guid, DateTimeOffset?> rules,
        Guid lineId,
        bool never,
        DateTimeOffset endsAt
    )
    {
        var changed = rules.ToDictionary();
        if (never)
        {
            changed[lineId] = null;
        }
        else if (changed.TryGetValue(lineId, out var ends))
        {
            changed[lineId] = ends ?? endsAt;
        }

        return changed;
    }
}
