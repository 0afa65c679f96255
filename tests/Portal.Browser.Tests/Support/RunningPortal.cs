using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Browser.Tests.Support;

/// <summary>The portal as a person starts it: a process of its own, in Development, on a new demo database.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-browser-").FullName;
    private readonly Process _process;

    private RunningPortal(bool staffByPasswordAlone)
    {
        Address = $"http://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = WebProject(),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(WebProject(), "bin", Configuration(), "net10.0", "Portal.Web.dll"));
        start.ArgumentList.Add($"--urls={Address}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__PublicUrl"] = Address;
        start.Environment["Portal__StaffByPasswordAlone"] = staffByPasswordAlone ? "true" : "false";
        start.Environment["Portal__DatabaseFile"] = Path.Combine(_folder, "portal.db");
        start.Environment["Portal__KeysFolder"] = Path.Combine(_folder, "keys");
        start.Environment["Portal__Mail__PickupFolder"] = Path.Combine(_folder, "mail");
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
    }

    public string Address { get; }

    public static async Task<RunningPortal> StartAsync(bool staffByPasswordAlone = true)
    {
        var portal = new RunningPortal(staffByPasswordAlone);
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience && !portal._process.HasExited)
        {
            try
            {
                if ((await http.GetAsync($"{portal.Address}/health/ready")).IsSuccessStatusCode)
                {
                    return portal;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        await portal.DisposeAsync();
        throw new InvalidOperationException("The portal did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string WebProject()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "src", "Portal.Web");
    }
}
