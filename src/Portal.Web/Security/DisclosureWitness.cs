using Portal.Domain.Disclosure;

namespace Portal.Web.Security;

/// <summary>Marks a page that may show something of a plan to someone at work.</summary>
internal sealed class DisclosesPlan
{
    public static DisclosesPlan Instance { get; } = new();
}

/// <summary>
/// The witness (design §4): a 200 from an employer's plan page without its access record throws before a byte
/// is sent. Runs in Development and in tests.
/// </summary>
internal sealed class DisclosureWitness(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, AccessWitness witness)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisclosesPlan>() is not null)
        {
            context.Response.OnStarting(() =>
                context.Response.StatusCode == StatusCodes.Status200OK && !witness.Recorded
                    ? throw new InvalidOperationException(
                        "A page about a plan was about to be sent without its access record."
                    )
                    : Task.CompletedTask
            );
        }

        return next(context);
    }
}
