using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Domain.Audit;
using Portal.Web.Security;

namespace Portal.Web.Pages.Team;

/// <summary>
/// How often one account at work may ask for pages about people. No honest use comes near it; without it one account
/// could fill a person's record, or try codes all day. Counted by account, whatever the answer would be (P5).
/// </summary>
public sealed class LooksAtWork(PortalSettings settings) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<Guid> _looks = PartitionedRateLimiter.Create<Guid, Guid>(accountId =>
        RateLimitPartition.GetFixedWindowLimiter(
            accountId,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.LooksInTenMinutes, Window = Window }
        )
    );

    public bool MayGoOn(Guid accountId)
    {
        using var lease = _looks.AttemptAcquire(accountId);
        return lease.IsAcquired;
    }

    public void Dispose() => _looks.Dispose();
}

/// <summary>Asks before a page looks anything up, so that the answer says nothing about a code.</summary>
/// <param name="limits">Made when one is met only: it brings the database's context, which a sheet does without.</param>
public sealed class LooksFirst(LooksAtWork looks, Lazy<Limits> limits) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var accountId = PortalClaims.AccountIdOf(context.HttpContext.User);
        if (looks.MayGoOn(accountId))
        {
            await next();
            return;
        }

        await limits.Value.RecordAsync(accountId, Limits.Pages);
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}
