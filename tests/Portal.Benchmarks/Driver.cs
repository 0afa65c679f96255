using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>What to ask for, and what an answer must hold to count.</summary>
internal sealed record Target(int Port, string Path, string Cookie, string MustHold);

internal sealed record Load(double PerSecond, double P50, double P99, int Errors);

/// <summary>
/// A small HTTP/1.1 driver on raw sockets, one request at a time on each kept-open connection: cheap, so that
/// two cores go to the pages and not to the measuring.
/// </summary>
internal static class Driver
{
    public static async Task<Load> RunAsync(Target target, int connections, TimeSpan span)
    {
        var until = Stopwatch.GetTimestamp() + (long)(span.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(target, until)))
        );
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = runs.SelectMany(run => run.Times).Order().ToList();
        return new Load(all.Count / elapsed, At(all, 0.5), At(all, 0.99), runs.Sum(run => run.Errors));
    }

    private static async Task<(List<double> Times, int Errors)> ConnectionAsync(Target target, long until)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {target.Path} HTTP/1.1\r\nHost: localhost\r\nCookie: {target.Cookie}\r\n\r\n"
        );
        var mustHold = Encoding.UTF8.GetBytes(target.MustHold);
        var (times, errors) = (new List<double>(4096), 0);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
        };
        await socket.ConnectAsync(IPAddress.Loopback, target.Port);
        var buffer = new byte[256 * 1024];
        while (Stopwatch.GetTimestamp() < until)
        {
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            var length = await ReadAnswerAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            var answer = buffer.AsSpan(0, length);
            errors += answer.StartsWith("HTTP/1.1 200"u8) && answer.IndexOf(mustHold) >= 0 ? 0 : 1;
        }

        return (times, errors);
    }

    /// <summary>Reads to the end of a chunked answer, or of one with a length.</summary>
    private static async Task<int> ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            length += read;
            if (IsWhole(buffer.AsSpan(0, length)))
            {
                return length;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var lengthAt = answer[..head].IndexOf("Content-Length: "u8);
        if (lengthAt < 0)
        {
            return answer.EndsWith("0\r\n\r\n"u8);
        }

        var digits = answer[(lengthAt + 16)..head];
        var end = digits.IndexOf((byte)'\r');
        return answer.Length
            == head
                + 4
                + int.Parse(end < 0 ? digits : digits[..end], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double At(List<double> sorted, double quantile) =>
        sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * quantile)];
}
