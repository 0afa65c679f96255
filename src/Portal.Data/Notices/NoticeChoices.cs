using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data.Notices;

/// <summary>The door through which everybody says when they want their own notices.</summary>
public sealed class NoticeChoices
{
    private readonly PortalDb _db;
    private readonly TimeProvider _clock;

    internal NoticeChoices(PortalDb db, TimeProvider clock) => (_db, _clock) = (db, clock);

    public Task<NoticePreference> ReadAsync(Actor actor) => _db.PreferenceOfAsync(actor.AccountId);

    /// <summary>Saves the actor's own choices; they hold for what waits already, too.</summary>
    /// <returns>What is wrong with them; empty when they were saved.</returns>
    public Task<IReadOnlyList<Problem>> SaveAsync(
        Actor actor,
        NoticePace? news,
        NoticePace? reminders,
        TimeOnly? quietFrom,
        TimeOnly? quietUntil
    ) =>
        _db.CommitAsync<IReadOnlyList<Problem>>(async () =>
        {
            var check = new Check()
                .That("News", news is { } n && Enum.IsDefined(n), "Choose how soon you get e-mails about news")
                .That(
                    "Reminders",
                    reminders is { } r && Enum.IsDefined(r),
                    "Choose how soon you get e-mails that remind you"
                )
                .That("QuietFrom", quietFrom is not null || quietUntil is null, "Enter the time when it starts")
                .That("QuietUntil", quietUntil is not null || quietFrom is null, "Enter the time when it is over")
                .That(
                    "QuietUntil",
                    quietUntil is null || quietUntil != quietFrom,
                    "Enter a time that is not the same as the first"
                );
            if (check.Ok)
            {
                await SaveAsync(
                    actor.AccountId,
                    new NoticePreference(news!.Value, reminders!.Value, quietFrom, quietUntil)
                );
            }

            return check.Problems;
        });

    private async Task SaveAsync(Guid accountId, NoticePreference chosen)
    {
        var row = await _db.Set<NoticePreferenceRow>().SingleOrDefaultAsync(p => p.AccountId == accountId);
        if (row is null)
        {
            row = new NoticePreferenceRow { AccountId = accountId };
            _db.Add(row);
        }

        (row.News, row.Reminders) = (chosen.News, chosen.Reminders);
        (row.QuietFrom, row.QuietUntil) = (chosen.QuietFrom, chosen.QuietUntil);
        await LookAgainAsync(accountId);
    }

    /// <summary>What the last choices held up is looked at anew; what waits after a fault goes on waiting.</summary>
    private async Task LookAgainAsync(Guid accountId)
    {
        var held = _db
            .Outbox.Waiting()
            .Where(mail => mail.AccountId == accountId && mail.InvitationId == null && mail.Attempts == 0);
        foreach (var mail in await held.ToListAsync())
        {
            mail.NextAttemptAt = _clock.GetUtcNow();
        }
    }
}
