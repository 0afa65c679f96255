namespace Portal.Data.Storage;

/// <summary>Files and folders that nobody but the portal's own user may read: 0600 and 0700 (docs/operations.md).</summary>
internal static class OwnFiles
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder for this user alone. One that is there already keeps what an operator gave it.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OfFile | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Takes a file away from everybody else.</summary>
    public static void Close(string file)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file))
        {
            File.SetUnixFileMode(file, OfFile);
        }
    }
}
