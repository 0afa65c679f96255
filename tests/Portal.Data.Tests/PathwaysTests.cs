using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Portal.Data.Tests.Support;
using Portal.Domain.Pathways;

namespace Portal.Data.Tests;

/// <summary>What person and worker write down together: kept as it was written, and sealed.</summary>
public sealed class PathwaysTests : OnTheDemo
{
    [Theory]
    [Trait("Promise", "P12")]
    [InlineData("Pathways")]
    [InlineData("Outcomes")]
    public void What_was_written_down_can_be_neither_changed_nor_deleted(string table)
    {
        var triggers = Folder.Texts($"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{table}'");
        var change = Record.Exception(() => Folder.Execute($"UPDATE {table} SET rowid = rowid"));
        var delete = Record.Exception(() => Folder.Execute($"DELETE FROM {table}"));

        Assert.Equal(new[] { $"{table}_no_DELETE", $"{table}_no_UPDATE" }, triggers.Order(StringComparer.Ordinal));
        Assert.Contains("append-only", Assert.IsType<SqliteException>(change).Message, StringComparison.Ordinal);
        Assert.Contains("append-only", Assert.IsType<SqliteException>(delete).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Porridge before")]
    [InlineData("Two jobs ended in the second week")]
    [InlineData("A card in my coat pocket")]
    [InlineData("Carla Benning")]
    [InlineData("393.45")]
    [InlineData("No letters before the first wage")]
    [InlineData("The recovery college")]
    [InlineData("duty desk")]
    [InlineData("020 7946 0155")]
    [InlineData("TryingOut")]
    public void What_the_demo_wrote_down_is_in_no_byte_of_the_database(string written) =>
        Assert.False(IsInTheFiles(written));

    [Fact]
    public void What_is_no_secret_is_found_so_the_search_can_find() => Assert.True(IsInTheFiles("FirstAidKit"));

    [Fact]
    public async Task A_new_word_in_any_form_is_read_back_and_is_in_no_byte_of_the_database()
    {
        var (person, worker) = (await Folder.ActorAsync("person1"), await Folder.ActorAsync("worker1"));
        var personId = person.PersonId!.Value;
        var written = new List<string>();

        foreach (var form in Enum.GetValues<PathwayForm>())
        {
            var typed = Filled(form);
            var before = await Folder.DoAsync<PathwayDesk, PathwayPage?>(d => d.ReadAsync(worker, personId));
            var seen = before!.Newest(form)?.Number ?? 0;
            var outcome = await Folder.DoAsync<PathwayDesk, PathwayOutcome>(d =>
                d.SaveAsync(worker, personId, form, typed, new DateOnly(2026, 11, 18), seen)
            );
            Assert.IsType<PathwayOutcome.Saved>(outcome);
            written.AddRange(typed.Values.OfType<string>().Where(IsCanary));
        }

        var page = await Folder.DoAsync<PathwayDesk, PathwayPage?>(d => d.ReadAsync(person, personId));
        var read = page!.Entries.SelectMany(entry => entry.Answers.Values).Where(IsCanary);
        Assert.Equal(written.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        Assert.All(written, word => Assert.False(IsInTheFiles(word)));
        Assert.False(IsInTheFiles("canary"));
    }

    [Fact]
    public async Task Answers_that_were_put_in_another_place_cannot_be_opened()
    {
        var person = await Folder.ActorAsync("person1");
        var personId = person.PersonId!.Value;
        Assert.NotNull(await Folder.DoAsync<PathwayDesk, PathwayPage?>(d => d.ReadAsync(person, personId)));

        Folder.Execute(
            """
            DROP TRIGGER Pathways_no_UPDATE;
            UPDATE Pathways
            SET Answers = (SELECT Answers FROM Pathways WHERE PersonId = $id AND Form = 'FirstAidKit')
            WHERE PersonId = $id AND Form = 'Profile'
            """,
            personId
        );

        await Assert.ThrowsAnyAsync<CryptographicException>(() =>
            Folder.DoAsync<PathwayDesk, PathwayPage?>(d => d.ReadAsync(person, personId))
        );
    }

    /// <summary>Every question of a form answered; what is typed in words is a canary.</summary>
    private static Dictionary<PathwayField, string?> Filled(PathwayForm form) =>
        PathwayForms.QuestionsOf(form).ToDictionary(question => question.Field, question => AnswerTo(form, question));

    private static string? AnswerTo(PathwayForm form, PathwayQuestion question) =>
        question.Shape switch
        {
            FieldShape.Choice => PathwayForms.ChoicesOf(question.Field)[0],
            FieldShape.Day => "2026-12-01",
            FieldShape.Money or FieldShape.Number => "8",
            _ => $"canary-{form}-{question.Field}",
        };

    private static bool IsCanary(string text) => text.StartsWith("canary", StringComparison.Ordinal);

    private bool IsInTheFiles(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return new[] { "", "-wal" }
            .Select(ending => Folder.Options.DatabaseFile + ending)
            .Where(File.Exists)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0);
    }
}
