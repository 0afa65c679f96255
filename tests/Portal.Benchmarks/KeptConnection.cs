using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>
/// A kept-open HTTP/1.1 connection on a raw socket, one request at a time: cheap, so that two cores go to the
/// pages and not to the measuring.
/// </summary>
internal sealed class KeptConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _length;

    private KeptConnection() { }

    /// <summary>The last answer, head and body, until the next request.</summary>
    public ReadOnlySpan<byte> Answer => _buffer.AsSpan(0, _length);

    public int Status => int.Parse(Answer.Slice("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);

    /// <summary>The bytes of the last answer's body. The server may cut equal bodies into other chunks.</summary>
    public int BodyLength => BodyLengthOf(Answer);

    public static async Task<KeptConnection> OpenAsync(int port)
    {
        var connection = new KeptConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    public static byte[] Get(string path, string cookie) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n");

    public static byte[] Post(string path, string cookie, string form) =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + $"Content-Length: {form.Length}\r\n\r\n{form}"
        );

    /// <summary>Sends a request and reads to the end of a chunked answer, or of one with a length.</summary>
    public async Task AskAsync(ReadOnlyMemory<byte> request)
    {
        _length = 0;
        await _socket.SendAsync(request);
        do
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            _length += read;
        } while (!IsWhole(Answer));
    }

    public void Dispose() => _socket.Dispose();

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
        return answer.Length == head + 4 + int.Parse(end < 0 ? digits : digits[..end], CultureInfo.InvariantCulture);
    }

    private static int BodyLengthOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        var rest = answer[(head + 4)..];
        if (answer[..head].IndexOf("Content-Length: "u8) >= 0)
        {
            return rest.Length;
        }

        var length = 0;
        while (true)
        {
            var line = rest.IndexOf("\r\n"u8);
            var chunk = int.Parse(rest[..line], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (chunk == 0)
            {
                return length;
            }

            length += chunk;
            rest = rest[(line + 2 + chunk + 2)..];
        }
    }
}
