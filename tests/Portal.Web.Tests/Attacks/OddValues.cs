namespace Portal.Web.Tests.Attacks;

/// <summary>What nobody types, and somebody sends.</summary>
internal static class OddValues
{
    /// <summary>For a field of a form.</summary>
    public static readonly string[] Typed =
    [
        "",
        " ",
        "\0",
        "a\0b",
        "\r\n",
        "\u202Egnp.exe",
        "\u2066x\u2069",
        "\u200B",
        "\uD83D\uDE42",
        "Ж中ع",
        "'; DROP TABLE People; --",
        "<script>alert(1)</script>",
        "{{7*7}}${7*7}",
        "-1",
        "0",
        "99999999999999999999",
        "1e309",
        "NaN",
        "true",
        "null",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "2026-13-01",
        "00:00",
        "25:61",
        "00000000-0000-0000-0000-000000000000",
        "not-a-guid",
        "../../etc/passwd",
        "a@b",
        "x@y.example\r\nBcc: z@y.example",
        "Supervisor",
        "Sign",
        "999",
        new('x', 300),
        new('x', 5000),
        new('<', 1000),
        string.Concat(Enumerable.Repeat("e\u0301", 400)),
    ];

    /// <summary>For a part of an address, written as it goes over the wire.</summary>
    public static readonly string[] InAddresses =
    [
        "%01",
        "a%7fb",
        "%2e%2e%2f",
        "..%5c",
        "%ff%fe",
        "%c0%af",
        "%E2%80%AE",
        "%F0%9F%99%82",
        "%0d%0aX-Y:z",
        "%25%32%65",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "-1",
        "0",
        "99999999999999999999",
        "null",
        "~",
        "%20",
        "%3Cb%3E",
        "a;b",
        "a=b&c",
        new('z', 900),
        "2222222222222222",
        "22222222-22222222",
        "Sign",
        "Adjustment",
    ];

    /// <summary>What stands before the equals sign of a query.</summary>
    public static readonly string[] Asked =
    [
        "handler",
        "before",
        "page",
        "close",
        "back",
        "returnUrl",
        "q",
        "Input.Name",
        "[",
        "%5B%5D",
        "%00",
        "personId",
    ];

    /// <summary>Names of fields that no form has, and shapes that a binder may stumble over.</summary>
    public static readonly string[] Names =
    [
        "Input",
        "Input[0]",
        "Input[0].Name",
        "Input.Lines[2147483647]",
        "Input.Lines[-1]",
        "Input..Name",
        "[",
        "]",
        ".",
        "handler",
        "page",
        "area",
        "Model",
        "PersonId",
        "personId",
        "DraftId",
        "Actor.Role",
        "__RequestVerificationToken",
    ];
}
