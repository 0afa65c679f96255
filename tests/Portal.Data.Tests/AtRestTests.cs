using System.Security.Cryptography;
using System.Text;
using Portal.Data.People;
using Portal.Data.Tests.Support;
using Portal.Domain.Plans;

namespace Portal.Data.Tests;

public sealed class AtRestTests : OnTheDemo
{
    private const string SaidByTwo = "Sam Oakley, whom I agreed this with";

    [Theory]
    [InlineData("fitting rooms")]
    [InlineData("Robin Ashdown")]
    [InlineData("07700 900101")]
    [InlineData("break cover")]
    [InlineData("rota changed late")]
    public void What_somebody_typed_is_in_no_byte_of_the_database(string typed) => Assert.False(IsInTheFiles(typed));

    [Fact]
    public void What_is_no_secret_is_found_so_the_search_can_find() => Assert.True(IsInTheFiles("Marlow & Finch"));

    [Fact]
    public async Task The_same_words_of_two_people_have_different_hashes()
    {
        var one = await LineAsync("person1");
        var other = await LineAsync("person2");

        Assert.Equal(one.Content.Canonical(), other.Content.Canonical());
        Assert.NotEqual(one.Hash, other.Hash);
    }

    [Fact]
    [Trait("Promise", "P12")]
    public async Task Without_their_key_nothing_of_a_person_can_be_read()
    {
        var personId = (await Folder.ActorAsync("person1")).PersonId!.Value;

        Folder.Execute("UPDATE People SET WrappedKey = zeroblob(length(WrappedKey)) WHERE Id = $id", personId);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => LineAsync("person1"));
        Assert.NotNull(await LineAsync("person2"));
    }

    [Fact]
    public async Task What_makes_and_stands_for_codes_of_a_second_step_is_in_no_byte_of_the_database()
    {
        var (worker, other) = (await Folder.SignInAsync("worker1"), await Folder.SignInAsync("worker1"));
        var key = (await Folder.DoAsync<SecondStep, string?>(second => second.StartAppAsync(worker)))!;
        var again = await Folder.DoAsync<SecondStep, string?>(s => s.StartAppAsync(worker, again: true));
        var elsewhere = await Folder.DoAsync<SecondStep, string?>(s => s.StartAppAsync(other, again: true));

        Assert.Equal(key, again);
        Assert.NotEqual(key, elsewhere);
        Assert.False(IsInTheFiles(key));
        Assert.True(IsInTheFiles("PendingAppKey"));
    }

    private async Task<LineVersion> LineAsync(string account)
    {
        var person = await Folder.ActorAsync(account);
        var lines = await Folder.DoAsync<IPlanStore, IReadOnlyList<Line>>(s => s.LinesAsync(person.PersonId!.Value));
        return lines.Single(line => line.Current.Content.Text == SaidByTwo).Current;
    }

    private bool IsInTheFiles(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return new[] { "", "-wal" }
            .Select(ending => Folder.Options.DatabaseFile + ending)
            .Where(File.Exists)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0);
    }
}
