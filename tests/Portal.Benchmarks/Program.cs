using Portal.Benchmarks;

return args switch
{
    ["seed", var folder] => await SeedAsync(folder),
    ["sheet"] => await SheetBenchmark.RunAsync(),
    ["timing"] => await TimingBenchmark.RunAsync(Random.Shared.Next()),
    ["timing", var text] when int.TryParse(text, out var seed) => await TimingBenchmark.RunAsync(seed),
    _ => Usage(),
};

static async Task<int> SeedAsync(string folder)
{
    await Hosts.SeedAsync(folder);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Portal.Benchmarks -- sheet|timing [SEED]");
    return 1;
}
