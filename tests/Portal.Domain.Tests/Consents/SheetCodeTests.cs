using Portal.Domain.Consents;

namespace Portal.Domain.Tests.Consents;

public sealed class SheetCodeTests
{
    [Fact]
    public void Codes_are_random_and_each_is_possible()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => SheetCode.Next()).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.True(SheetCode.IsPossible(code), code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bcdf")]
    [InlineData("bcdfghjkmnpqrstvw")]
    [InlineData("BCDFGHJKMNPQRSTV")]
    [InlineData("bcdfghjkmnpqrst/")]
    [InlineData("bcdfghjkmnpqrst0")]
    [InlineData("bcdfghjkmnpqrsta")]
    public void What_cannot_be_a_code_is_told_apart_without_looking_it_up(string? text)
    {
        Assert.False(SheetCode.IsPossible(text));
    }
}
