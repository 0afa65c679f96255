using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Web.Security;

namespace Portal.Web.Tests.Pages;

public sealed class UnknownTriesTests
{
    [Fact]
    public void Who_guesses_too_often_must_wait_and_nobody_else()
    {
        using var tries = new UnknownTries(new PortalSettings { SignInTries = 2 });
        var (one, other) = (From("192.0.2.1"), From("192.0.2.2"));

        var first = new[] { tries.MayGoOn(one), tries.MayGoOn(one), tries.MayGoOn(one) };

        Assert.Equal(new[] { true, true, false }, first);
        Assert.True(tries.MayGoOn(other));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    public void Of_an_IPv6_address_the_network_counts_since_whoever_has_one_address_has_them_all(
        string address,
        string network
    ) => Assert.Equal(network, Throttling.NetworkOf(IPAddress.Parse(address)));

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}
