namespace Portal.Web.Tests.Mail;

/// <summary>
/// A test against a real SMTP server, Debian's aiosmtpd. Without it the test is reported as skipped, with the
/// reason; with REQUIRE_SMTP=1 it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmtpFactAttribute : FactAttribute
{
    public SmtpFactAttribute()
    {
        if (SmtpServer.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}

/// <summary>The same, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmtpTheoryAttribute : TheoryAttribute
{
    public SmtpTheoryAttribute()
    {
        if (SmtpServer.WhyNot is { } reason)
        {
            Skip = reason;
        }
    }
}
