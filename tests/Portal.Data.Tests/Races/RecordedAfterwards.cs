using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Races;

/// <summary>A leaky twin: it decides and answers, and the record follows in a commit of its own.</summary>
internal sealed class RecordedAfterwards(RaceFolder folder) : IDisclosureEngine
{
    private readonly ConcurrentQueue<LedgerEvent> _unwritten = new();

    public async Task<EngineAnswer> OpenAsync(SheetRequest request)
    {
        var answer = await folder.CommitAsync(services =>
            services.GetRequiredService<IDisclosureReader>().AskAsync(request.AccountId, request.Code, request.Use)
        );
        if (answer.Opened is { } opened)
        {
            _unwritten.Enqueue(
                new LedgerEvent(opened.PersonId, LedgerKind.SheetViewed, request.AccountId)
                {
                    ConsentId = opened.Consent.Id,
                    Detail = request.Use.ToString(),
                }
            );
        }

        return answer;
    }

    public Task WriteAsync() =>
        folder.CommitAsync(async services =>
        {
            var ledger = services.GetRequiredService<ILedger>();
            while (_unwritten.TryDequeue(out var entry))
            {
                await ledger.AppendAsync(entry);
            }

            return true;
        });
}
