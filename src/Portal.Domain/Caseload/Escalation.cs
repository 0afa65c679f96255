using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Domain.Caseload;

/// <summary>Something that should have been read by now, without a word of what it is.</summary>
/// <param name="ReaderId">The member of staff whom it waits for.</param>
/// <param name="IsClosed">Whether it is about a colleague, whose record is closed to everybody else.</param>
/// <param name="IsForLead">Whether it was written to the safeguarding lead: whoever covers cannot open it.</param>
internal sealed record Overdue(Guid ItemId, Guid ReaderId, DateTimeOffset Since, bool IsClosed, bool IsForLead = false);

/// <summary>What a service manager sees of it: for whom something waits, and since when.</summary>
public sealed record WaitingTooLong(string WorkerName, DateTimeOffset Since);

internal interface IEscalations
{
    /// <summary>Feedback that needs someone now, and messages, that came before this moment and wait unanswered.</summary>
    /// <param name="criesBefore">The same for what was heard as a cry for help.</param>
    Task<IReadOnlyList<Overdue>> OverdueAsync(DateTimeOffset before, DateTimeOffset criesBefore);

    /// <returns>False when it was done before.</returns>
    Task<bool> MarkAsync(Guid itemId);
}

/// <summary>How long something may wait before others hear of it; the service sets it.</summary>
/// <param name="After">A call that was asked for, or a message.</param>
/// <param name="CryAfter">A cry for help, in time in which somebody of the service is there (P13).</param>
public sealed record EscalationTimes(TimeSpan After, TimeSpan CryAfter);

/// <summary>
/// The door for what waits too long (rounds): whoever covers hears of it, and the service managers. They are
/// told that something waits, never what. About a colleague nobody hears but the one for whom it waits, once more.
/// </summary>
public sealed class Escalation
{
    private readonly IEscalations _escalations;
    private readonly IPeople _people;
    private readonly IAccounts _accounts;
    private readonly IOutbox _outbox;
    private readonly StaffedHours _hours;
    private readonly IUnitOfWork _work;
    private readonly TimeProvider _clock;

    internal Escalation(
        IEscalations escalations,
        IPeople people,
        IAccounts accounts,
        IOutbox outbox,
        StaffedHours hours,
        IUnitOfWork work,
        TimeProvider clock
    )
    {
        _escalations = escalations;
        _people = people;
        _accounts = accounts;
        _outbox = outbox;
        _hours = hours;
        _work = work;
        _clock = clock;
    }

    /// <returns>How many things were passed on.</returns>
    public Task<int> RunAsync(EscalationTimes times) =>
        _work.CommitAsync(async () =>
        {
            var passedOn = 0;
            foreach (var overdue in await OverdueAsync(times))
            {
                if (await _escalations.MarkAsync(overdue.ItemId))
                {
                    await TellAsync(overdue);
                    passedOn++;
                }
            }

            return passedOn;
        });

    /// <summary>What waits too long now, the oldest first, for the service manager.</summary>
    public async Task<IReadOnlyList<WaitingTooLong>> WaitingAsync(Actor manager, EscalationTimes times)
    {
        Require.Role(manager, Role.ServiceManager);
        var overdue = await OverdueAsync(times);
        var names = await _accounts.NamesAsync(overdue.Select(item => item.ReaderId).Distinct());
        return [.. overdue.OrderBy(o => o.Since).Select(o => new WaitingTooLong(names[o.ReaderId].Name, o.Since))];
    }

    private Task<IReadOnlyList<Overdue>> OverdueAsync(EscalationTimes times)
    {
        var now = _clock.GetUtcNow();
        return _escalations.OverdueAsync(now - times.After, _hours.Before(now, times.CryAfter));
    }

    private async Task TellAsync(Overdue overdue)
    {
        foreach (var accountId in overdue.IsClosed ? [overdue.ReaderId] : await OthersAsync(overdue))
        {
            await _outbox.NotifyAsync(accountId, NoticeKind.Urgent);
        }
    }

    private async Task<IReadOnlyList<Guid>> OthersAsync(Overdue overdue)
    {
        var today = DateOnly.FromDateTime(_clock.GetLocalNow().Date);
        var covers = overdue.IsForLead ? [] : await _people.CoversTodayAsync(overdue.ReaderId, today);
        var managers = await _accounts.OfRoleAsync(Role.ServiceManager);
        return [.. covers.Select(cover => cover.CoverId).Concat(managers.Select(m => m.Id)).Distinct()];
    }
}
