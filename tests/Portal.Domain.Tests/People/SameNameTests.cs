using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

/// <summary>Nobody is worker and supervisor of the same person: names are compared as people read them.</summary>
public sealed class SameNameTests
{
    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("Sam Oakley", "Sam Oakley")]
    [InlineData("Sam Oakley", "  sam   OAKLEY ")]
    [InlineData("Sam\tOakley", "Sam Oakley")]
    [InlineData("Zoë Ängström", "zoë ängström")]
    public void Spaces_and_capitals_make_no_other_name(string one, string other)
    {
        Assert.True(SameName.Is(one, other));
        Assert.True(SameName.Is(other, one));
    }

    [Theory]
    [Trait("Promise", "P6")]
    [InlineData("Sam Oakley", "Sam Oakleigh")]
    [InlineData("Sam Oakley", "SamOakley")]
    [InlineData("Sam Oakley", "")]
    [InlineData("Sam Oakley", null)]
    [InlineData("", "")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Another_name_or_none_is_not_the_same(string? one, string? other)
    {
        Assert.False(SameName.Is(one, other));
        Assert.False(SameName.Is(other, one));
    }
}
