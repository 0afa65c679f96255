using Microsoft.Data.Sqlite;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Disclosure;

/// <summary>What was read for one decision, with the words still sealed.</summary>
internal sealed record SealedFacts(DisclosureFacts Facts, byte[] WrappedKey, byte[] Name, IReadOnlyList<SealedLine> Lines)
{
    public static SealedFacts None { get; } = new(DisclosureFacts.None, [], [], []);
}

internal sealed record SealedLine(ConsentLine Line, byte[] Content);

/// <summary>
/// The one read behind every disclosure, by prepared statements on a given connection and inside the caller's
/// transaction. Words stay sealed: they are opened after the commit, outside the transaction.
/// </summary>
internal sealed class FactsSql : IDisposable
{
    private readonly SqliteCommand _viewer;
    private readonly SqliteCommand _recipient;
    private readonly SqliteCommand _consents;
    private readonly SqliteCommand _lines;

    public FactsSql(SqliteConnection connection)
    {
        _viewer = Command(connection, "SELECT Role, SecurityStamp, Guideline FROM Accounts WHERE Id = $key");
        _recipient = Command(
            connection,
            """
            SELECT r.Id, r.PersonId, r.PlacementId, r.Part, s.AccountId,
                   r.EndedAt IS NULL AND s.ClosedAt IS NULL AND j.EndedAt IS NULL,
                   p.PrivacyNotice, p.StepUpUntil, p.WrappedKey, p.Name
            FROM Recipients r
            JOIN Seats s ON s.Id = r.SeatId
            JOIN Placements j ON j.Id = r.PlacementId
            JOIN People p ON p.Id = r.PersonId
            WHERE r.Code = $key
            """
        );
        _consents = Command(
            connection,
            """
            SELECT c.Id, c."Order", c.Start, c."End", c.MayPrint, c.MayGiveFeedback, c.FeedbackShown,
                   e.Kind, e.At, e.LineId
            FROM Consents c JOIN ConsentEvents e ON e.ConsentId = c.Id
            WHERE c.RecipientId = $key
            ORDER BY c."Order", e.Id
            """
        );
        _lines = Command(
            connection,
            """
            SELECT cl.LineId, cl.VersionId, cl.Hash, cl.StepUp, l.RetiredAt IS NOT NULL, v.Kind, v.Content
            FROM ConsentLines cl
            JOIN Lines l ON l.Id = cl.LineId
            JOIN LineVersions v ON v.Id = cl.VersionId
            WHERE cl.ConsentId = $key
            ORDER BY cl.Position
            """
        );
    }

    /// <param name="stamp">The security stamp of the cookie; null where the sign-in was checked already.</param>
    public Viewer? Viewer(SqliteTransaction transaction, Guid accountId, string? stamp)
    {
        using var row = Read(_viewer, transaction, accountId);
        return row.Read()
            && Enum.Parse<Role>(row.GetString(0)) is Role.Supervisor or Role.EmployerLead
            && (stamp is null || string.Equals(stamp, row.GetString(1), StringComparison.Ordinal))
            ? new Viewer(accountId, row.GetInt32(2))
            : null;
    }

    public SealedFacts Facts(SqliteTransaction transaction, string code, DateTimeOffset now)
    {
        using var row = Read(_recipient, transaction, code);
        if (!row.Read())
        {
            return SealedFacts.None;
        }

        var recipient = new RecipientFacts
        {
            Id = row.GetGuid(0),
            PersonId = row.GetGuid(1),
            PlacementId = row.GetGuid(2),
            Part = Enum.Parse<Part>(row.GetString(3)),
            AccountId = row.GetGuid(4),
            Stands = row.GetBoolean(5),
            PrivacyNotice = row.GetInt32(6),
            StepUpUntil = row.IsDBNull(7) ? null : At(row, 7),
        };
        var consents = Consents(transaction, recipient);
        var inForce = ConsentStates.InForce(consents, now);
        var (facts, lines) = inForce is null ? ([], []) : Lines(transaction, inForce.Id);
        if (inForce is not null)
        {
            consents[consents.IndexOf(inForce)] = inForce with { Lines = [.. facts.Select(f => f.Line)] };
        }

        var all = new DisclosureFacts { Recipient = recipient, Consents = consents, Lines = facts };
        return new SealedFacts(all, row.GetFieldValue<byte[]>(8), row.GetFieldValue<byte[]>(9), lines);
    }

    public void Dispose()
    {
        _viewer.Dispose();
        _recipient.Dispose();
        _consents.Dispose();
        _lines.Dispose();
    }

    private List<Consent> Consents(SqliteTransaction transaction, RecipientFacts recipient)
    {
        var consents = new List<Consent>();
        var events = new List<ConsentEvent>();
        using var row = Read(_consents, transaction, recipient.Id);
        while (row.Read())
        {
            if (consents.Count == 0 || consents[^1].Id != row.GetGuid(0))
            {
                events = [];
                consents.Add(ConsentOf(row, recipient, events));
            }

            events.Add(
                new ConsentEvent(
                    Enum.Parse<ConsentEventKind>(row.GetString(7)),
                    At(row, 8),
                    By: null,
                    row.IsDBNull(9) ? null : row.GetGuid(9)
                )
            );
        }

        return consents;
    }

    private (IReadOnlyList<LineFacts> Facts, IReadOnlyList<SealedLine> Sealed) Lines(SqliteTransaction transaction, Guid consentId)
    {
        var facts = new List<LineFacts>();
        var contents = new List<SealedLine>();
        using var row = Read(_lines, transaction, consentId);
        while (row.Read())
        {
            var line = new ConsentLine(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetBoolean(3));
            facts.Add(new LineFacts(line, Enum.Parse<LineKind>(row.GetString(5)), row.GetBoolean(4)));
            contents.Add(new SealedLine(line, row.GetFieldValue<byte[]>(6)));
        }

        return (facts, contents);
    }

    private static Consent ConsentOf(SqliteDataReader row, RecipientFacts recipient, List<ConsentEvent> events) =>
        new()
        {
            Id = row.GetGuid(0),
            Order = row.GetInt64(1),
            PersonId = recipient.PersonId,
            RecipientId = recipient.Id,
            Purpose = Purpose.SupportAtWork,
            Channel = Channel.Portal,
            Start = At(row, 2),
            End = At(row, 3),
            TermsVersion = 0,
            PreviewHash = "",
            MayPrint = row.GetBoolean(4),
            MayGiveFeedback = row.GetBoolean(5),
            FeedbackShown = Enum.Parse<FeedbackShown>(row.GetString(6)),
            Events = events,
        };

    private static DateTimeOffset At(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new SqliteParameter("$key", null));
        return command;
    }

    private static SqliteDataReader Read(SqliteCommand command, SqliteTransaction transaction, object key)
    {
        command.Transaction = transaction;
        command.Parameters[0].Value = key;
        return command.ExecuteReader();
    }
}
