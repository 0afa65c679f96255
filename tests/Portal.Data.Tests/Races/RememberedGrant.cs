using System.Collections.Concurrent;
using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Races;

/// <summary>A leaky twin: once disclosed, a code stays open.</summary>
internal sealed class RememberedGrant(IDisclosureEngine engine) : IDisclosureEngine
{
    private readonly ConcurrentDictionary<string, EngineAnswer> _granted = new(StringComparer.Ordinal);

    public async Task<EngineAnswer> OpenAsync(SheetRequest request)
    {
        if (_granted.TryGetValue(request.Code, out var granted))
        {
            return granted;
        }

        var answer = await engine.OpenAsync(request);
        return answer.Opened is null ? answer : _granted.GetOrAdd(request.Code, answer);
    }
}
