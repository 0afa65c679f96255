using Portal.Domain.Notices;

namespace Portal.Domain.Tests.Notices;

public sealed class NoticeTests
{
    private const string Name = "Agreed at Work";
    private const string FirstLink = "https://agreed.example/sign-in";
    private const string SecondLink = "https://agreed.example/join/bcdfghjkmnpq";

    private readonly OutgoingMail _toSam = NoticeTo("sam.hill@home.example", FirstLink);
    private readonly OutgoingMail _toJo = NoticeTo("jo.lee@shop.example", SecondLink);

    [Fact]
    [Trait("Promise", "P9")]
    public void Two_notices_differ_in_their_link_only()
    {
        Assert.Equal(_toSam.Subject, _toJo.Subject);
        Assert.Equal(
            _toSam.Body.Replace(FirstLink, "the link", StringComparison.Ordinal),
            _toJo.Body.Replace(SecondLink, "the link", StringComparison.Ordinal)
        );
    }

    [Fact]
    [Trait("Promise", "P9")]
    public void A_notice_has_the_link_once_and_the_name_of_the_service_as_its_subject()
    {
        Assert.Equal(Name, _toSam.Subject);
        Assert.Equal(2, _toSam.Body.Split(FirstLink).Length);
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData("sam")]
    [InlineData("hill")]
    [InlineData("home.example")]
    public void A_notice_names_nobody(string name)
    {
        Assert.DoesNotContain(name, _toSam.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(name, _toSam.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(name, _toSam.MessageId, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [Trait("Promise", "P9")]
    [InlineData("health")]
    [InlineData("mental")]
    [InlineData("illness")]
    [InlineData("condition")]
    [InlineData("disab")]
    [InlineData("support worker")]
    [InlineData("consent")]
    public void A_notice_hints_at_nothing(string word)
    {
        Assert.DoesNotContain(word, _toSam.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(word, _toSam.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_mail_that_is_tried_again_can_be_told_from_another_one()
    {
        var id = Guid.NewGuid();

        var first = Notice.To("sam@home.example", Name, FirstLink, id, "agreed.example");
        var again = Notice.To("sam@home.example", Name, FirstLink, id, "agreed.example");

        Assert.Equal(first, again);
        Assert.NotEqual(_toSam.MessageId, _toJo.MessageId);
        Assert.EndsWith("@agreed.example>", first.MessageId, StringComparison.Ordinal);
    }

    private static OutgoingMail NoticeTo(string address, string link) =>
        Notice.To(address, Name, link, Guid.NewGuid(), "agreed.example");
}
