using Portal.Data.Tests.Support;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests;

public sealed class BackupTests : OnTheDemo
{
    private string Backup => Folder.FileNamed("backup.db");

    [Fact]
    public async Task A_backup_brings_back_what_was_there()
    {
        var person = await Folder.ActorAsync("person1");
        var request = await Folder.RequestAsync("supervisor1");
        await BackUpAsync();
        Assert.True(
            OperatingSystem.IsWindows()
                || File.GetUnixFileMode(Backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
        await Folder.DoAsync<ConsentRegister, int>(register => register.StopAllAsync(person));
        Assert.IsType<SheetOutcome.NotAvailable>(await Folder.OpenAsync(request));

        await Folder.StopAsync();
        await Operations.RestoreAsync(Folder.Options, Backup);
        Folder.Start();

        Assert.IsType<SheetOutcome.Disclosed>(await Folder.OpenAsync(request));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await BackUpAsync();
        Damage(Backup);

        await Assert.ThrowsAsync<OperationRefusedException>(() => Operations.RestoreAsync(Folder.Options, Backup));
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is a letter and not a database at all. It only has the name of a backup.")]
    public async Task A_file_that_is_no_backup_is_refused(string content)
    {
        await File.WriteAllTextAsync(Backup, content);

        await Assert.ThrowsAsync<OperationRefusedException>(() => Operations.RestoreAsync(Folder.Options, Backup));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Backup, "an older backup");

        await Assert.ThrowsAsync<OperationRefusedException>(BackUpAsync);

        Assert.Equal("an older backup", await File.ReadAllTextAsync(Backup));
    }

    [Fact]
    public async Task What_reads_the_database_says_so_where_there_is_none()
    {
        await Folder.StopAsync();
        await File.WriteAllTextAsync(Folder.Options.DatabaseFile, "");
        Folder.Start();

        await Assert.ThrowsAsync<OperationRefusedException>(BackUpAsync);
        await Assert.ThrowsAsync<OperationRefusedException>(() =>
            Folder.DoAsync<Operations, object>(async o => await o.VerifyAsync())
        );
        await Assert.ThrowsAsync<OperationRefusedException>(() =>
            Folder.DoAsync<Operations, object>(async o => await o.SecurityLogAsync(days: 1))
        );
    }

    private Task<bool> BackUpAsync() =>
        Folder.DoAsync<Operations, bool>(async operations =>
        {
            await operations.BackupAsync(Backup);
            return true;
        });

    /// <summary>Writes over eight pages after the first.</summary>
    private static void Damage(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Position = 4096;
        stream.Write(Enumerable.Repeat((byte)0xAA, 8 * 4096).ToArray());
    }
}
