using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Caseload;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Model;

/// <summary>What an account is shown for a recipient's code, line by line; nothing when it is refused.</summary>
internal delegate Task<List<string>> SheetView(IServiceProvider services, Recipient recipient, Guid accountId);

/// <summary>The engine's own read and rule, in the history's transaction.</summary>
internal static class TrueView
{
    public static async Task<List<string>> AskAsync(IServiceProvider services, Recipient recipient, Guid accountId)
    {
        var reader = services.GetRequiredService<IDisclosureReader>();
        var answer = await reader.AskAsync(accountId, recipient.Code, SheetUse.Sheet);
        return answer.Opened is { } opened ? [.. opened.Lines.Select(line => line.Content.Text)] : [];
    }
}
