using Portal.Data.Notices;
using Portal.Domain.People;

namespace Portal.Data.Tests.Notices;

/// <summary>What people type as an address, read by the parser that mails go through.</summary>
public sealed class WorkAddressTests
{
    private static readonly MailAddresses Addresses = new();

    [Theory]
    [InlineData("sam.hill@shop.example")]
    [InlineData("s@shop.example")]
    [InlineData("SAM.HILL@SHOP.EXAMPLE")]
    [InlineData("sam_hill@shop-1.co.example")]
    [InlineData("sam+work@shop.example")]
    [InlineData("o'neill@shop.example")]
    [InlineData("sam.hill2@mail.shop.example")]
    [InlineData("christian@shop.example")]
    [InlineData("teamore@shop.example")]
    [InlineData("thomas.rotary@shop.example")]
    public void The_address_of_one_named_person_can_be_used(string address)
    {
        Assert.Null(WorkAddress.ProblemWith(address, Addresses));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_address_is_asked_for(string? address)
    {
        Assert.Equal("Enter their work e-mail address", WorkAddress.ProblemWith(address, Addresses));
    }

    [Theory]
    [InlineData("sam")]
    [InlineData("@shop.example")]
    [InlineData("sam@")]
    [InlineData("sam@shop")]
    [InlineData("sam@shop..example")]
    [InlineData("sam@.example")]
    [InlineData("sam@shop.example.")]
    [InlineData("sam hill@shop.example")]
    [InlineData(" sam@shop.example")]
    [InlineData("sam@hill@shop.example")]
    [InlineData("Sam <sam@shop.example>")]
    [InlineData("<sam@shop.example>")]
    [InlineData("sam,jo@shop.example")]
    [InlineData("sam;jo@shop.example")]
    [InlineData("\"sam\"@shop.example")]
    [InlineData("sam(work)@shop.example")]
    [InlineData("sam@shop_1.example")]
    [InlineData("sam..hill@shop.example")]
    [InlineData(".sam@shop.example")]
    [InlineData("sam.@shop.example")]
    [InlineData("sam@shop.example>")]
    [InlineData("staff:sam@shop.example;")]
    [InlineData("=?utf-8?q?sam?=@shop.example,jo@shop.example")]
    [InlineData("sam@[127.0.0.1]")]
    [InlineData("s\u00e1m@shop.example")]
    [InlineData("sam@sh\u00f6p.example")]
    public void A_malformed_address_is_refused(string address)
    {
        AssertMalformed(address);
    }

    [Theory]
    [InlineData("sam@shop.example\r\nBcc: jo@shop.example")]
    [InlineData("sam@shop.example\nBcc: jo@shop.example")]
    [InlineData("sam\r\n@shop.example")]
    [InlineData("sam@shop\r.example")]
    [InlineData("sam@shop.example\r\n")]
    [InlineData("\nsam@shop.example")]
    [InlineData("sam\t@shop.example")]
    public void Nothing_can_be_smuggled_into_the_head_of_a_mail(string address)
    {
        AssertMalformed(address);
    }

    [Fact]
    public void An_address_has_a_length_that_mail_servers_take()
    {
        var local = new string('s', 64);
        var labels = $"{new string('a', 60)}.{new string('b', 60)}.{new string('c', 59)}";
        var longest = $"{local}@{labels}.example";

        Assert.Equal(254, longest.Length);
        Assert.Null(WorkAddress.ProblemWith(longest, Addresses));
        AssertMalformed($"s{local}@shop.example");
        AssertMalformed(longest.Replace("@", "@a", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("info@shop.example")]
    [InlineData("Info@shop.example")]
    [InlineData("INFO@SHOP.EXAMPLE")]
    [InlineData("hr@shop.example")]
    [InlineData("HR@shop.example")]
    [InlineData("h.r@shop.example")]
    [InlineData("h-r@shop.example")]
    [InlineData("hr-team@shop.example")]
    [InlineData("hr_leeds@shop.example")]
    [InlineData("leeds.hr@shop.example")]
    [InlineData("rota@shop.example")]
    [InlineData("rota+x@shop.example")]
    [InlineData("hr+sam@shop.example")]
    [InlineData("shop.team@shop.example")]
    [InlineData("reception-2@shop.example")]
    [InlineData("team@shop.example")]
    [InlineData("office@shop.example")]
    [InlineData("staff@shop.example")]
    [InlineData("no-reply@shop.example")]
    [InlineData("noreply@shop.example")]
    [InlineData("human.resources@shop.example")]
    [InlineData("human-resources@shop.example")]
    [InlineData("occupational.health@shop.example")]
    [InlineData("oh@shop.example")]
    [InlineData("payroll@shop.example")]
    [InlineData("postmaster@shop.example")]
    public void A_shared_inbox_is_refused_with_the_reason(string address)
    {
        Assert.Equal(
            "This looks like a shared inbox, which other people can read. Enter the address of one named person",
            WorkAddress.ProblemWith(address, Addresses)
        );
    }

    private static void AssertMalformed(string address)
    {
        Assert.False(Addresses.IsOne(address));
        Assert.Equal(
            "Enter an e-mail address in the right form, like name@company.example",
            WorkAddress.ProblemWith(address, Addresses)
        );
    }
}
