using Portal.Benchmarks;

return args switch
{
    ["seed", var folder, var text] when int.TryParse(text, out var people) => await SeedAsync(folder, people),
    ["sheet"] => await SheetBenchmark.RunAsync(),
    ["desk"] => await DeskBenchmark.RunAsync(),
    ["doors"] => await DoorsBenchmark.RunAsync(Random.Shared.Next()),
    ["timing"] => await TimingBenchmark.RunAsync(Random.Shared.Next()),
    ["timing", var text] when int.TryParse(text, out var seed) => await TimingBenchmark.RunAsync(seed),
    _ => Usage(),
};

static async Task<int> SeedAsync(string folder, int people)
{
    await Hosts.SeedAsync(folder, people);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/Portal.Benchmarks -- sheet|desk|doors|timing [SEED]"
    );
    return 1;
}
