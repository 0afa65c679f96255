using System.Diagnostics;

namespace Portal.Data.Tests.Support;

/// <summary>A disk of its own, small enough to fill: a tmpfs, which only root can mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 32;

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-small-disk-").FullName;

    /// <summary>Whether one can be mounted here.</summary>
    public static bool CanMount { get; } = Try();

    public static SmallDisk Mount()
    {
        var disk = new SmallDisk();
        return Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", disk.Folder)
            ? disk
            : throw new InvalidOperationException("A small disk could not be mounted: this needs root.");
    }

    /// <summary>Writes until nothing more fits.</summary>
    public void Fill()
    {
        using var junk = new FileStream(
            Path.Combine(Folder, "junk"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.None,
            1
        );
        for (var size = 1 << 20; size > 0; )
        {
            try
            {
                junk.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static bool Try()
    {
        try
        {
            Mount().Dispose();
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        )!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that fills a disk. Where none can be mounted it is left out; CI says whether it must run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.CanMount && Environment.GetEnvironmentVariable("REQUIRE_SMALL_DISK") is null)
        {
            Skip = "A small disk can be mounted by root only.";
        }
    }
}
