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

    private static DefaultHttpContext From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }
}
