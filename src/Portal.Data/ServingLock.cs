using Portal.Data.Storage;

namespace Portal.Data;

/// <summary>
/// Held by a serving portal for as long as it runs. A verb that writes refuses while it is held, because two
/// processes do not share a write gate.
/// </summary>
public sealed class ServingLock : IDisposable
{
    private readonly FileStream _held;

    private ServingLock(FileStream held) => _held = held;

    /// <returns>The lock; null when another process holds it.</returns>
    public static ServingLock? TryTake(PortalDataOptions options)
    {
        OwnFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(options.DatabaseFile))!);
        try
        {
            return new ServingLock(
                new FileStream(
                    options.DatabaseFile + ".lock",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();
}
