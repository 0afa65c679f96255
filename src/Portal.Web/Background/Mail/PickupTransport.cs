using MimeKit;
using Portal.Domain.Notices;

namespace Portal.Web.Background.Mail;

/// <summary>Puts mails into a folder, for Development; read them at /dev/mail.</summary>
internal sealed class PickupTransport(
    MailMessages messages,
    PortalSettings settings,
    IHostEnvironment environment,
    TimeProvider clock
) : IMailTransport
{
    private static readonly FormatOptions AsOnTheWire = new() { NewLineFormat = NewLineFormat.Dos };

    private string Folder => Path.GetFullPath(settings.Mail.PickupFolder, environment.ContentRootPath);

    public IMailBatch Begin() => new Batch(this);

    private async Task WriteAsync(OutgoingMail mail, CancellationToken cancelled)
    {
        using var message = messages.MessageOf(mail);
        Directory.CreateDirectory(Folder);
        var name = $"{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}-{message.MessageId!.Split('@')[0][..8]}.eml";
        var file = Path.Combine(Folder, name);
        await message.WriteToAsync(AsOnTheWire, file + ".part", cancelled);
        File.Move(file + ".part", file, overwrite: true);
    }

    private sealed class Batch(PickupTransport transport) : IMailBatch
    {
        public Task SendAsync(OutgoingMail mail, CancellationToken cancelled) => transport.WriteAsync(mail, cancelled);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
