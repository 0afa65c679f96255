using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Audit;
using Portal.Domain.Consents;
using Portal.Domain.People;

namespace Portal.Domain.Disclosure;

/// <summary>
/// The door to a recipient's calendar: the days on which to sign in, and nothing else. A calendar program cannot sign
/// in, so a secret address stands for the account. Each request is decided by the sheet's own rule (P3).
/// </summary>
public sealed class CalendarFeed
{
    /// <summary>How many days ahead a calendar is told of.</summary>
    public const int DaysShown = FeedbackReminders.DaysShown;

    private const int SecretBytes = 32;
    private readonly ICalendarKeys _keys;
    private readonly IDisclosureReader _reader;
    private readonly ILedger _ledger;
    private readonly IUnitOfWork _work;
    private readonly AccessWitness _witness;
    private readonly TimeProvider _clock;

    internal CalendarFeed(
        ICalendarKeys keys,
        IDisclosureReader reader,
        ILedger ledger,
        IUnitOfWork work,
        AccessWitness witness,
        TimeProvider clock
    )
    {
        _keys = keys;
        _reader = reader;
        _ledger = ledger;
        _work = work;
        _witness = witness;
        _clock = clock;
    }

    /// <summary>Whether there is a calendar for such an account: for whoever can be a recipient.</summary>
    public static bool IsFor(Actor actor) => actor.Role is Role.Supervisor or Role.EmployerLead;

    public async Task<bool> ExistsAsync(Actor actor) => IsFor(actor) && await _keys.ExistsAsync(actor.AccountId);

    /// <summary>Makes a new secret; the one before stops at once.</summary>
    /// <returns>The secret, which is kept nowhere; null for an account that cannot be a recipient.</returns>
    public Task<string?> MakeAsync(Actor actor) =>
        _work.CommitAsync<string?>(async () =>
        {
            if (!IsFor(actor))
            {
                return null;
            }

            var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
            await _keys.SetAsync(actor.AccountId, HashOf(secret));
            return secret;
        });

    /// <summary>The address stops at once.</summary>
    public Task RevokeAsync(Actor actor) => _work.CommitAsync(() => _keys.RemoveAsync(actor.AccountId));

    /// <summary>
    /// The days of the reminders that this recipient can expect, from today on: for each person whose sheet they could
    /// open at this moment. A day that several people have in common is one day.
    /// </summary>
    /// <returns>The days in order; null for a secret that opens nothing, whatever the reason.</returns>
    public Task<IReadOnlyList<DateOnly>?> OpenAsync(string secret) =>
        _work.CommitAsync<IReadOnlyList<DateOnly>?>(async () =>
        {
            if (await _keys.AccountOfAsync(HashOf(secret)) is not { } accountId)
            {
                return null;
            }

            var days = new SortedSet<DateOnly>();
            foreach (var (code, _, _) in await _reader.CodesAsync(accountId))
            {
                var answer = await _reader.DecideAsync(accountId, code);
                if (answer.Opened is { } opened)
                {
                    days.UnionWith(await TellAsync(accountId, opened));
                }
            }

            _witness.Record();
            return [.. days];
        });

    private async Task<IReadOnlyList<DateOnly>> TellAsync(Guid accountId, OpenedSheet opened)
    {
        var now = _clock.GetUtcNow();
        var days = FeedbackReminders.DaysAhead(opened.Consent, now, _clock.LocalTimeZone).ToList();
        if (days.Count > 0)
        {
            await RecordAsync(accountId, opened, now);
        }

        return days;
    }

    /// <summary>Once a day: programs ask every hour, and would bury the looks of humans (docs/adr/0011).</summary>
    private async Task RecordAsync(Guid accountId, OpenedSheet opened, DateTimeOffset now)
    {
        var entry = new LedgerEvent(opened.PersonId, LedgerKind.CalendarListed, accountId)
        {
            ConsentId = opened.Consent.Id,
        };
        if (!await _ledger.HasSinceAsync(entry, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero)))
        {
            await _ledger.AppendAsync(entry);
        }
    }

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
