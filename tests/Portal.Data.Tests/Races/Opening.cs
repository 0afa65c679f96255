using Portal.Domain.Disclosure;

namespace Portal.Data.Tests.Races;

/// <summary>What a race is run against: the gateway, or the gateway on an engine that leaks.</summary>
/// <param name="OpenAsync">Answers one request.</param>
internal sealed record Opening(Func<SheetRequest, Task<SheetOutcome>> OpenAsync)
{
    /// <summary>Ends once a twin holds a request back; never for what holds none.</summary>
    public Task Held { get; init; } = new TaskCompletionSource().Task;

    /// <summary>Lets a twin do what it put off. By then a stop was answered, and most often more is shared.</summary>
    public Func<Task> GoOnAsync { get; init; } = () => Task.CompletedTask;

    /// <summary>The gateway as a page has it.</summary>
    public static Opening Of(RaceFolder folder) =>
        new(request => folder.DoAsync<DisclosureGateway, SheetOutcome>(gateway => gateway.OpenAsync(request)));

    public static Opening Of(IDisclosureEngine engine) =>
        new(request => new DisclosureGateway(engine, new AccessWitness()).OpenAsync(request));
}
