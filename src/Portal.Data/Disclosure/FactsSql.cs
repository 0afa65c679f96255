using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Data.Consents;
using Portal.Data.People;
using Portal.Data.Storage;
using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;

namespace Portal.Data.Disclosure;

/// <summary>What was read for one decision, with the words still sealed.</summary>
/// <param name="Words">The words of the consent in force, in the order of its lines.</param>
internal sealed record SealedFacts(Viewer? Viewer, DisclosureFacts Facts, byte[] WrappedKey, byte[] Name, byte[] Words)
{
    public static SealedFacts Of(Viewer? viewer) => new(viewer, DisclosureFacts.None, [], [], []);
}

/// <summary>
/// What is read for every disclosure, inside the caller's transaction: account, code and consents in one statement, and
/// where a consent is in force what became of its lines. Words stay sealed until after the commit.
/// </summary>
internal sealed class FactsSql : IDisposable
{
    private readonly Statement _facts;
    private readonly InForceSql _inForce;

    public FactsSql(SqliteConnection connection)
    {
        _inForce = new InForceSql(connection);

        // The code is not looked up for an account that has not accepted the guideline (the join asks first). Of all that
        // was ever given to a recipient, the one that can be in force is the last to have started, since each replaces
        // those before it for good (ConsentStates): so a long history is not read, and costs no time (P5).
        _facts = new Statement(
            connection,
            """
            SELECT a.Role, a.Guideline, x.Id IS NOT NULL,
                   r.Id, r.PersonId, r.PlacementId, r.Part, s.AccountId,
                   r.EndedAt IS NULL AND s.ClosedAt IS NULL AND j.EndedAt IS NULL,
                   p.PrivacyNotice, p.StepUpUntil, p.WrappedKey, p.Name,
                   c.Id, c."Order", c.Start, c."End", c.MayPrint, c.MayGiveFeedback, c.FeedbackShown,
                   c.Lines, c.Words, e.Kind, e.At, e.LineId, c.Channel, c.AsksAttestation,
                   j.AbsentFrom, c.Rhythm, j.ReturnsOn
            FROM Accounts a
            LEFT JOIN Sessions x ON x.Id = ?4 AND x.AccountId = a.Id
                AND x.EndedAt IS NULL AND x.CompletedAt IS NOT NULL AND x.StartedAt > ?5
                AND (x.IdleMinutes IS NULL OR x.SeenAt > ?6 - x.IdleMinutes * 60000)
            LEFT JOIN Recipients r ON a.Guideline >= ?3 AND r.Code = ?2
            LEFT JOIN Seats s ON s.Id = r.SeatId
            LEFT JOIN Placements j ON j.Id = r.PlacementId
            LEFT JOIN People p ON p.Id = r.PersonId
            LEFT JOIN Consents c ON c.Id = (
                SELECT k.Id FROM Consents k
                WHERE k.RecipientId = r.Id AND k.Start <= ?6 AND k.Start < k."End"
                    AND EXISTS (SELECT 1 FROM ConsentEvents g WHERE g.ConsentId = k.Id AND g.Kind = 'Given')
                    AND NOT EXISTS (
                        SELECT 1 FROM ConsentEvents w
                        WHERE w.ConsentId = k.Id AND w.Kind IN ('Withdrawn', 'Lapsed') AND w.At < k.Start)
                ORDER BY k."Order" DESC LIMIT 1)
            LEFT JOIN ConsentEvents e ON e.ConsentId = c.Id
            WHERE a.Id = ?1
            ORDER BY e.Id
            """
        );
    }

    /// <param name="now">On the clock of the place: an absence goes by its days.</param>
    /// <param name="sessionId">What the cookie claims; null where the sign-in was checked already.</param>
    public SealedFacts Read(Guid accountId, Guid? sessionId, string code, DateTimeOffset now)
    {
        var since = (now - Sessions.Longest).ToUnixTimeMilliseconds();
        _facts.Bind(accountId, code, Terms.Guideline, sessionId, since, now.ToUnixTimeMilliseconds());
        try
        {
            return _facts.Step() && ViewerOf(_facts, accountId, sessionId) is { } viewer
                ? FactsOf(_facts, viewer, now)
                : SealedFacts.Of(viewer: null);
        }
        finally
        {
            _facts.Reset();
        }
    }

    public void Dispose()
    {
        _facts.Dispose();
        _inForce.Dispose();
    }

    private SealedFacts FactsOf(Statement row, Viewer viewer, DateTimeOffset now)
    {
        if (row.IsNull(3))
        {
            return SealedFacts.Of(viewer);
        }

        var recipient = RecipientOf(row, DateOnly.FromDateTime(now.DateTime));
        var (key, name) = (row.Bytes(11), row.Bytes(12));
        var started = StartedOf(row, recipient);
        var consents = started is { Consent: var last } ? [last] : Array.Empty<Consent>();
        if (ConsentStates.InForce(consents, now) is not { } inForce)
        {
            return new SealedFacts(
                viewer,
                new DisclosureFacts { Recipient = recipient, Consents = consents },
                key,
                name,
                []
            );
        }

        var (_, packed, words) = started!.Value;
        var lines = PackedLines.Unpack(packed);
        var (retired, asked) = _inForce.BecameOfLines(recipient.PersonId);
        var facts = new DisclosureFacts
        {
            Recipient = recipient,
            Consents = [inForce with { Lines = [.. lines.Select(line => line.Line)] }],
            IsOnRecord = _inForce.IsOnRecord(inForce),
            Lines =
            [
                .. lines.Select(line => new LineFacts(line.Line, line.Kind, retired.Contains(line.Line.LineId))
                {
                    IsAsked = asked.Contains(line.Line.VersionId),
                }),
            ],
        };
        return new SealedFacts(viewer, facts, key, name, words);
    }

    private static Viewer? ViewerOf(Statement row, Guid accountId, Guid? sessionId) =>
        row.Text(0) is nameof(Role.Supervisor) or nameof(Role.EmployerLead) && (sessionId is null || row.Number(2) == 1)
            ? new Viewer(accountId, (int)row.Number(1))
            : null;

    private static RecipientFacts RecipientOf(Statement row, DateOnly today) =>
        new()
        {
            Id = row.Id(3),
            PersonId = row.Id(4),
            PlacementId = row.Id(5),
            Part = Enum.Parse<Part>(row.Text(6)),
            AccountId = row.Id(7),
            Stands = row.Number(8) == 1,
            PrivacyNotice = (int)row.Number(9),
            StepUpUntil = row.IsNull(10) ? null : row.At(10),
            IsComingBack = new TimeAway(DayOf(row, 27), DayOf(row, 29)).Applies(today),
        };

    private static DateOnly? DayOf(Statement row, int column) =>
        row.IsNull(column) ? null : DateOnly.ParseExact(row.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The last consent to have started, with its events; null where none has.</summary>
    private static (Consent Consent, byte[] Lines, byte[] Words)? StartedOf(Statement row, RecipientFacts recipient)
    {
        if (row.IsNull(13))
        {
            return null;
        }

        var events = new List<ConsentEvent>();
        var started = (ConsentOf(row, recipient, events), row.Bytes(20), row.Bytes(21));
        do
        {
            var kind = Enum.Parse<ConsentEventKind>(row.Text(22));
            events.Add(new ConsentEvent(kind, row.At(23), By: null, row.IsNull(24) ? null : row.Id(24)));
        } while (row.Step());

        return started;
    }

    private static Consent ConsentOf(Statement row, RecipientFacts recipient, List<ConsentEvent> events) =>
        new()
        {
            Id = row.Id(13),
            Order = row.Number(14),
            PersonId = recipient.PersonId,
            RecipientId = recipient.Id,
            Purpose = Purpose.SupportAtWork,
            Channel = Enum.Parse<Channel>(row.Text(25)),
            AsksAttestation = row.Number(26) == 1,
            Start = row.At(15),
            End = row.At(16),
            TermsVersion = 0,
            PreviewHash = "",
            MayPrint = row.Number(17) == 1,
            MayGiveFeedback = row.Number(18) == 1,
            FeedbackShown = Enum.Parse<FeedbackShown>(row.Text(19)),
            Rhythm = Enum.Parse<FeedbackRhythm>(row.Text(28)),
            Events = events,
        };
}
