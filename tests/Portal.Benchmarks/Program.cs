using Portal.Benchmarks;

return args switch
{
    ["seed", var folder] => await SeedAsync(folder),
    ["sheet"] => await SheetBenchmark.RunAsync(),
    _ => Usage(),
};

static async Task<int> SeedAsync(string folder)
{
    await Hosts.SeedAsync(folder);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Portal.Benchmarks -- sheet");
    return 1;
}
