using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Audit;
using Portal.Data.People;
using Portal.Data.Plans;
using Portal.Data.Storage;
using Portal.Domain.Notices;
using Portal.Domain.People;

namespace Portal.Data;

/// <summary>What an operator does from the command line. Each says what it did, or throws a clear refusal.</summary>
public sealed class Operations
{
    private readonly PortalDb _db;
    private readonly PortalFile _file;
    private readonly IAccounts _accounts;
    private readonly InvitationStore _invitations;
    private readonly IMailAddresses _addresses;
    private readonly SecondStep _secondStep;
    private readonly SpareRoom _spareRoom;
    private readonly Verification _verification;
    private readonly SecurityLog _security;
    private readonly TimeProvider _clock;

    internal Operations(
        PortalDb db,
        PortalFile file,
        IAccounts accounts,
        InvitationStore invitations,
        IMailAddresses addresses,
        SecondStep secondStep,
        SpareRoom spareRoom,
        Verification verification,
        SecurityLog security,
        TimeProvider clock
    )
    {
        (_security, _clock) = (security, clock);
        _verification = verification;
        _spareRoom = spareRoom;
        _db = db;
        _file = file;
        _accounts = accounts;
        _invitations = invitations;
        _addresses = addresses;
        _secondStep = secondStep;
    }

    /// <summary>Brings the database to the newest shape, making it if there is none, with the starting catalogue.</summary>
    public async Task MigrateAsync()
    {
        OwnFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(_file.Path))!);
        await _db.MigrateBehindGateAsync();
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            OwnFiles.Close(_file.Path + ending);
        }

        await ForgetNamesAsync();
        if (!await _db.Catalogue.AnyAsync())
        {
            _db.Catalogue.AddRange(CatalogueSeeds.Rows());
            await _db.SaveChangesAsync();
        }
    }

    /// <summary>Names of representatives stood with their accounts once; they are sealed with the paper, and nowhere else.</summary>
    private async Task ForgetNamesAsync()
    {
        foreach (var holder in await _db.Users.Where(a => a.Role == Role.Representative && a.Name != "").ToListAsync())
        {
            holder.Name = "";
        }

        await _db.SaveChangesAsync();
    }

    /// <summary>Whether something failed because the disk is full.</summary>
    public static bool IsForWantOfRoom(Exception fault) => SpareRoom.IsForWantOfIt(fault);

    /// <summary>Keeps room on the disk so that people can stop sharing when it is full (P11).</summary>
    /// <returns>Whether it is kept; if not, the disk is full already.</returns>
    public bool KeepSpareRoom() => _spareRoom.Keep();

    /// <summary>Whether nobody has an account yet.</summary>
    public async Task<bool> IsEmptyAsync() => !await _db.Users.AnyAsync();

    /// <summary>Makes a service manager's account; the first way into a new portal.</summary>
    /// <returns>The one-time link and the second code.</returns>
    public Task<(string Link, string Code)> CreateManagerAsync(string name, string email) =>
        _db.CommitAsync(async () =>
        {
            if (!_addresses.IsOne(email) || string.IsNullOrWhiteSpace(name))
            {
                throw new OperationRefusedException(
                    "Give a name and an e-mail address: create-manager \"Sam Field\" sam@service.example"
                );
            }

            var accountId = await _accounts.NamedAsync(Role.ServiceManager, name, email);
            var opened = await _accounts.InviteAsync(accountId, recipientId: null);
            return (await _invitations.JoinLinkAsync(accountId), opened.SpokenCode);
        });

    /// <summary>For somebody who has lost app, spare codes and passkeys: they make a second step as at first.</summary>
    /// <returns>A one-time link and the second code where no password is left; null where there is one.</returns>
    public async Task<(string Link, string Code)?> ResetSecondStepAsync(string name)
    {
        var (accountId, hasPassword) =
            await _secondStep.ForgetAsync(name) ?? throw new OperationRefusedException($"Nobody signs in as {name}.");
        if (hasPassword)
        {
            return null;
        }

        return await _db.CommitAsync(async () =>
        {
            var opened = await _accounts.InviteAsync(accountId, recipientId: null);
            return (await _invitations.JoinLinkAsync(accountId), opened.SpokenCode);
        });
    }

    /// <summary>The security log of the last days, a line each.</summary>
    public async Task<IReadOnlyList<string>> SecurityLogAsync(int days)
    {
        RequireDatabase();
        return [.. (await _security.SinceAsync(_clock.GetUtcNow().AddDays(-days))).Select(SecurityLog.Line)];
    }

    /// <summary>Copies the database, as it is at one moment, to a new file. Works while the portal serves.</summary>
    public async Task BackupAsync(string target)
    {
        if (File.Exists(target))
        {
            throw new OperationRefusedException($"{target} exists already; a backup overwrites nothing.");
        }

        RequireDatabase();
        OwnFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(target))!);
        await File.WriteAllBytesAsync(target, []);
        OwnFiles.Close(target);
        await using var source = SqliteDatabase.Open(_file.Path);
        await using var copy = new SqliteConnection(SqliteDatabase.ConnectionString(target, pooling: false));
        source.BackupDatabase(copy);
    }

    /// <summary>Puts a backup in the database's place, after checking that it is whole.</summary>
    public static async Task RestoreAsync(PortalDataOptions options, string backup)
    {
        if (!File.Exists(backup))
        {
            throw new OperationRefusedException($"There is no file {backup}.");
        }

        await CheckWholeAsync(backup);
        SqliteConnection.ClearAllPools();

        // Copied whole first: a full disk must not cost what is there now.
        File.Copy(backup, options.DatabaseFile + ".restoring", overwrite: true);
        OwnFiles.Close(options.DatabaseFile + ".restoring");
        foreach (var leftover in new[] { "-wal", "-shm" })
        {
            File.Delete(options.DatabaseFile + leftover);
        }

        File.Move(options.DatabaseFile + ".restoring", options.DatabaseFile, overwrite: true);
    }

    /// <summary>
    /// Reads every chain from its first entry, and replays what the rows must be from the chain of state
    /// (<see cref="Verification"/>).
    /// </summary>
    /// <returns>How many chains hold, and what is wrong.</returns>
    public Task<(int Sound, IReadOnlyList<string> Faults)> VerifyAsync()
    {
        RequireDatabase();
        return _verification.RunAsync();
    }

    /// <summary>An empty file is none: SQLite makes one for whoever asks.</summary>
    private void RequireDatabase()
    {
        if (new FileInfo(_file.Path) is not { Exists: true, Length: > 0 })
        {
            throw new OperationRefusedException($"There is no database {_file.Path}.");
        }
    }

    private static async Task CheckWholeAsync(string backup)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = backup,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        try
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if ((string?)await command.ExecuteScalarAsync() is not "ok")
            {
                throw new OperationRefusedException($"{backup} is damaged.");
            }

            command.CommandText = "SELECT COUNT(*) FROM ChainHeads";
            await command.ExecuteScalarAsync();
        }
        catch (SqliteException fault)
        {
            throw new OperationRefusedException($"{backup} is not a backup of this portal.", fault);
        }
    }
}

/// <summary>An operation that was refused, with a sentence for the operator.</summary>
public sealed class OperationRefusedException : Exception
{
    public OperationRefusedException() { }

    public OperationRefusedException(string message)
        : base(message) { }

    public OperationRefusedException(string message, Exception inner)
        : base(message, inner) { }
}
