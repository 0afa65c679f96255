using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

public sealed class CommonPasswordsTests
{
    private static readonly string?[] Own = ["robin.ashdown@home.example", "blue.kettle.7", "Agreed at Work"];

    [Theory]
    [InlineData("password12")]
    [InlineData("Password2026!")]
    [InlineData("P@ssw0rd123")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop")]
    [InlineData("QwertyUiop12")]
    [InlineData("1234567890")]
    [InlineData("0987654321")]
    [InlineData("01234567890123")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("qazwsxedcrfv")]
    [InlineData("abcdefghij")]
    [InlineData("abcabcabcabc")]
    [InlineData("iloveyou123")]
    [InlineData("liverpool1")]
    [InlineData("manchesterunited")]
    [InlineData("Summer2026!")]
    [InlineData("welcome2work")]
    [InlineData("sunshine1!")]
    [InlineData("michael1985")]
    [InlineData("letmeinnow!")]
    [InlineData("superman2000")]
    [InlineData("changeme2026")]
    [InlineData("a123456789")]
    [InlineData("1234password")]
    [InlineData("123qweasdzxc")]
    [InlineData("password1password1")]
    [InlineData("2026-11-30-2026")]
    public void What_a_guesser_tries_first_is_refused(string password) =>
        Assert.True(CommonPasswords.IsCommon(password, Own));

    [Theory]
    [InlineData("agreedatwork")]
    [InlineData("Agreed at Work 1")]
    [InlineData("robinashdown1")]
    [InlineData("RobinAshdown!!")]
    [InlineData("bluekettle77")]
    [InlineData("xx-robin.ashdown-xx")]
    public void So_is_what_it_knows_of_the_account_and_the_service(string password) =>
        Assert.True(CommonPasswords.IsCommon(password, Own));

    [Theory]
    [InlineData("three odd words")]
    [InlineData("four new odd words")]
    [InlineData("Agreed-demo-2026")]
    [InlineData("other odd words")]
    [InlineData("correct horse battery")]
    [InlineData("teapot gravel mitten")]
    [InlineData("kLm9#vTq2xZ")]
    [InlineData("my password is a purple teapot")]
    [InlineData("Liverpool is not where I was born")]
    [InlineData("2b-or-not-2b-hamlet")]
    [InlineData("\u0447\u0430\u0439\u043d\u0438\u043a \u0433\u0440\u0430\u0432\u0438\u0439")]
    public void Words_that_do_not_belong_together_will_do(string password) =>
        Assert.False(CommonPasswords.IsCommon(password, Own));
}
