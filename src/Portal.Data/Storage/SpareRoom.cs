using Microsoft.Data.Sqlite;

namespace Portal.Data.Storage;

/// <summary>
/// Room on the disk that is kept for stopping (P11): a file beside the database, given up when a stop finds the
/// disk full, and made again when there is room.
/// </summary>
internal sealed class SpareRoom(PortalFile file)
{
    /// <summary>A stop writes some ten pages of 4 KiB; this is room for a few hundred.</summary>
    public const int Bytes = 8 * 1024 * 1024;
    private const int Full = 13;
    private const int WriteFault = 10;

    private string Path => file.Path + ".spare";

    /// <summary>Whether a fault means that the disk is full (SQLITE_FULL, or a write that could not be done).</summary>
    public static bool IsForWantOfIt(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: Full or WriteFault }
        || (fault.InnerException is { } inner && IsForWantOfIt(inner));

    /// <summary>Gives the room up; nothing when it was given up before.</summary>
    public void Free() => File.Delete(Path);

    /// <summary>Keeps the room, if there is enough of it; written out, so that the blocks are really taken.</summary>
    /// <returns>Whether it is kept now.</returns>
    public bool Keep()
    {
        if (new FileInfo(Path) is { Exists: true, Length: Bytes })
        {
            return true;
        }

        try
        {
            var block = new byte[64 * 1024];
            using var spare = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            for (var written = 0; written < Bytes; written += block.Length)
            {
                spare.Write(block);
            }

            spare.Flush(flushToDisk: true);
            return true;
        }
        catch (IOException)
        {
            File.Delete(Path);
            return false;
        }
    }
}
