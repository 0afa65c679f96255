using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Storage;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Plans;

namespace Portal.Data.Tests.Races;

/// <summary>
/// A leaky twin: it reads the words first, and then decides and records in a transaction that they are no part
/// of. Its first request is held in between, until the race lets it go on.
/// </summary>
internal sealed class ReadOutsideTheTransaction(RaceFolder folder) : IDisclosureEngine
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Held => _held.Task;

    public async Task<EngineAnswer> OpenAsync(SheetRequest request)
    {
        var read = await ReadAsync(request.Code);
        if (read.Count > 0 && _held.TrySetResult())
        {
            await _goOn.Task;
        }

        var answer = await folder.Engine.OpenAsync(request);
        return answer.Opened is { } opened ? answer with { Opened = opened with { Lines = read } } : answer;
    }

    public Task GoOnAsync()
    {
        if (_held.Task.IsCompleted)
        {
            _goOn.TrySetResult();
        }

        return Task.CompletedTask;
    }

    private Task<List<OpenedLine>> ReadAsync(string code) =>
        folder.InScopeAsync(async services =>
        {
            var (db, plans) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<IPlanStore>());
            var personId = await db.Recipients.Where(row => row.Code == code).Select(row => row.PersonId).SingleAsync();
            var consents = await services.GetRequiredService<IConsentStore>().OfPersonAsync(personId);
            var lines = ConsentStates.InForce(consents, folder.Clock.GetUtcNow())?.Lines ?? [];
            var versions = await plans.VersionsAsync(personId, lines.Select(line => line.VersionId));
            return lines.Select(line => new OpenedLine(line, versions[line.VersionId].Content)).ToList();
        });
}
