using System.Text;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

/// <summary>The words of a line as they are hashed and kept; how they are typed is in <see cref="TidyingTests"/>.</summary>
public sealed class LineContentTests
{
    private const int Many = 2000;

    private static readonly string[] Pieces =
    [
        "Give written instructions",
        "Café, naïve, façade",
        "Zażółć gęślą jaźń",
        "Привет, как дела",
        "你好，世界",
        "日本語のことば",
        "한국어",
        "हिन्दी",
        "ไทย",
        "\u0645\u0631\u062d\u0628\u0627",
        "\u05e9\u05dc\u05d5\u05dd",
        "e\u0301",
        "\u00e9",
        "\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb",
        "<script>alert('x')</script>",
        "&amp; &lt;b&gt;",
        "\"quoted\"",
        "'quoted'",
        "\\",
        "\\n",
        "\\u0041",
        "\n",
        "\t",
        ",",
        "\",\"",
        "[null]",
        "null",
        " ",
        "",
    ];

    [Fact]
    [Trait("Promise", "P2")]
    public void Any_words_come_back_from_their_canonical_form_as_they_were()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);

        foreach (var content in Enumerable.Range(0, Many).Select(_ => AnyContent(random)))
        {
            var back = LineContent.FromCanonical(content.Canonical());

            Assert.True(content == back, $"With seed {seed}, {content} came back as {back}");
        }
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Two_different_contents_never_share_a_canonical_form()
    {
        var seed = Random.Shared.Next();

        var contents = ManyContents(seed);
        var forms = contents.Select(content => Convert.ToHexString(content.Canonical())).ToHashSet();

        Assert.True(
            contents.Count == forms.Count,
            $"With seed {seed}, {contents.Count} contents have {forms.Count} forms"
        );
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Its_leaky_twin_that_only_joins_the_words_is_found_out()
    {
        var seed = Random.Shared.Next();

        var contents = ManyContents(seed);
        var forms = contents.Select(Joined).ToHashSet();

        Assert.True(
            forms.Count < contents.Count,
            $"With seed {seed}, a canonical form that only joins the words passed"
        );
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void Every_part_is_in_the_canonical_form()
    {
        var plain = ALine.Saying("one", LineKind.Sign);
        List<LineContent> changed =
        [
            plain with
            {
                Kind = LineKind.Trigger,
            },
            plain with
            {
                Category = "two",
            },
            plain with
            {
                Text = "two",
            },
            plain with
            {
                When = "two",
            },
            plain with
            {
                Phone = "two",
            },
            plain with
            {
                IWill = "two",
            },
            plain with
            {
                YouWill = "two",
            },
            plain with
            {
                PleaseDoNot = "two",
            },
        ];

        var forms = changed.Append(plain).Select(content => Convert.ToHexString(content.Canonical())).ToHashSet();

        Assert.Equal(typeof(LineContent).GetProperties().Length, changed.Count);
        Assert.Equal(changed.Count + 1, forms.Count);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void The_canonical_form_never_changes_or_old_consents_would_lose_their_words()
    {
        var contact = new LineContent
        {
            Kind = LineKind.Contact,
            Category = "First",
            Text = "Jo",
            Phone = "020 7946 0000",
        };

        var canonical = Encoding.UTF8.GetString(contact.Canonical());

        Assert.Equal("""["Contact","First","Jo",null,"020 7946 0000",null,null,null]""", canonical);
    }

    [Fact]
    [Trait("Promise", "P2")]
    public void To_tidy_twice_changes_nothing_more()
    {
        var contents = ManyContents(Random.Shared.Next());

        Assert.All(contents, content => Assert.Equal(content.Tidied(), content.Tidied().Tidied()));
    }

    private static HashSet<LineContent> ManyContents(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Many).Select(_ => AnyContent(random))];
    }

    private static LineContent AnyContent(Random random) =>
        new()
        {
            Kind = random.AnyOf<LineKind>(),
            Category = AnyTextOrNull(random),
            Text = AnyText(random),
            When = AnyTextOrNull(random),
            Phone = AnyTextOrNull(random),
            IWill = AnyTextOrNull(random),
            YouWill = AnyTextOrNull(random),
            PleaseDoNot = AnyTextOrNull(random),
        };

    private static string? AnyTextOrNull(Random random) => random.Chance(70) ? null : AnyText(random);

    private static string AnyText(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => random.OneOf(Pieces)));

    private static string Joined(LineContent content) =>
        string.Join(
            '\n',
            content.Kind,
            content.Category,
            content.Text,
            content.When,
            content.Phone,
            content.IWill,
            content.YouWill,
            content.PleaseDoNot
        );
}
