using Microsoft.Data.Sqlite;
using Portal.Data.Consents;
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
/// The one read behind every disclosure: account, code, consents and retired lines in one statement, inside the
/// caller's transaction. Words stay sealed until after the commit.
/// </summary>
internal sealed class FactsSql : IDisposable
{
    private readonly SqliteCommand _facts;

    public FactsSql(SqliteConnection connection)
    {
        // The code is not looked up for an account that has not accepted the guideline (the join asks first).
        _facts = connection.CreateCommand();
        _facts.CommandText = """
            SELECT a.Role, a.SecurityStamp, a.Guideline,
                   r.Id, r.PersonId, r.PlacementId, r.Part, s.AccountId,
                   r.EndedAt IS NULL AND s.ClosedAt IS NULL AND j.EndedAt IS NULL,
                   p.PrivacyNotice, p.StepUpUntil, p.WrappedKey, p.Name,
                   c.Id, c."Order", c.Start, c."End", c.MayPrint, c.MayGiveFeedback, c.FeedbackShown,
                   c.Lines, c.Words, e.Kind, e.At, e.LineId,
                   (SELECT group_concat(l.Id) FROM Lines l WHERE l.PersonId = p.Id AND l.RetiredAt IS NOT NULL)
            FROM Accounts a
            LEFT JOIN Recipients r ON a.Guideline >= $guideline AND r.Code = $code
            LEFT JOIN Seats s ON s.Id = r.SeatId
            LEFT JOIN Placements j ON j.Id = r.PlacementId
            LEFT JOIN People p ON p.Id = r.PersonId
            LEFT JOIN Consents c ON c.RecipientId = r.Id
            LEFT JOIN ConsentEvents e ON e.ConsentId = c.Id
            WHERE a.Id = $account
            ORDER BY c."Order", e.Id
            """;
        _facts.Parameters.AddRange([
            new SqliteParameter("$account", null),
            new SqliteParameter("$code", null),
            new SqliteParameter("$guideline", Terms.Guideline),
        ]);
    }

    /// <param name="stamp">The security stamp of the cookie; null where the sign-in was checked already.</param>
    public SealedFacts Read(
        SqliteTransaction transaction,
        Guid accountId,
        string? stamp,
        string code,
        DateTimeOffset now
    )
    {
        _facts.Transaction = transaction;
        _facts.Parameters[0].Value = accountId;
        _facts.Parameters[1].Value = code;
        using var row = _facts.ExecuteReader();
        if (!row.Read() || ViewerOf(row, accountId, stamp) is not { } viewer)
        {
            return SealedFacts.Of(viewer: null);
        }

        if (row.IsDBNull(3))
        {
            return SealedFacts.Of(viewer);
        }

        var recipient = RecipientOf(row);
        var (key, name, retired) = (row.GetFieldValue<byte[]>(11), row.GetFieldValue<byte[]>(12), RetiredOf(row));
        var given = ConsentsOf(row, recipient);
        var consents = given.Select(one => one.Consent).ToList();
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

        var (_, packed, words) = given[consents.IndexOf(inForce)];
        var lines = PackedLines.Unpack(packed);
        consents[consents.IndexOf(inForce)] = inForce with { Lines = [.. lines.Select(line => line.Line)] };
        var facts = new DisclosureFacts
        {
            Recipient = recipient,
            Consents = consents,
            Lines = [.. lines.Select(line => new LineFacts(line.Line, line.Kind, retired.Contains(line.Line.LineId)))],
        };
        return new SealedFacts(viewer, facts, key, name, words);
    }

    public void Dispose() => _facts.Dispose();

    private static Viewer? ViewerOf(SqliteDataReader row, Guid accountId, string? stamp) =>
        row.GetString(0) is nameof(Role.Supervisor) or nameof(Role.EmployerLead)
        && (stamp is null || string.Equals(stamp, row.GetString(1), StringComparison.Ordinal))
            ? new Viewer(accountId, row.GetInt32(2))
            : null;

    private static RecipientFacts RecipientOf(SqliteDataReader row) =>
        new()
        {
            Id = row.GetGuid(3),
            PersonId = row.GetGuid(4),
            PlacementId = row.GetGuid(5),
            Part = Enum.Parse<Part>(row.GetString(6)),
            AccountId = row.GetGuid(7),
            Stands = row.GetBoolean(8),
            PrivacyNotice = row.GetInt32(9),
            StepUpUntil = row.IsDBNull(10) ? null : At(row, 10),
        };

    private static HashSet<Guid> RetiredOf(SqliteDataReader row) =>
        row.IsDBNull(25) ? [] : [.. row.GetString(25).Split(',').Select(Guid.Parse)];

    private static List<(Consent Consent, byte[] Lines, byte[] Words)> ConsentsOf(
        SqliteDataReader row,
        RecipientFacts recipient
    )
    {
        var consents = new List<(Consent, byte[], byte[])>();
        var events = new List<ConsentEvent>();
        var last = "";
        do
        {
            if (row.IsDBNull(13))
            {
                break;
            }

            if (row.GetString(13) is var id && id != last)
            {
                (last, events) = (id, []);
                consents.Add(
                    (ConsentOf(row, recipient, events), row.GetFieldValue<byte[]>(20), row.GetFieldValue<byte[]>(21))
                );
            }

            var kind = Enum.Parse<ConsentEventKind>(row.GetString(22));
            events.Add(new ConsentEvent(kind, At(row, 23), By: null, row.IsDBNull(24) ? null : row.GetGuid(24)));
        } while (row.Read());

        return consents;
    }

    private static Consent ConsentOf(SqliteDataReader row, RecipientFacts recipient, List<ConsentEvent> events) =>
        new()
        {
            Id = row.GetGuid(13),
            Order = row.GetInt64(14),
            PersonId = recipient.PersonId,
            RecipientId = recipient.Id,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = At(row, 15),
            End = At(row, 16),
            TermsVersion = 0,
            PreviewHash = "",
            MayPrint = row.GetBoolean(17),
            MayGiveFeedback = row.GetBoolean(18),
            FeedbackShown = Enum.Parse<FeedbackShown>(row.GetString(19)),
            Events = events,
        };

    private static DateTimeOffset At(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
