using Portal.Data;
using Portal.Web;

if (Verbs.IsVerb(args))
{
    return await Verbs.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
try
{
    builder.AddPortal();
}
catch (OperationRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

await using var app = builder.Build();
app.UsePortal();
return await app.ServeAsync();

/// <summary>The entry point, named for tests and benchmarks that host the real portal.</summary>
public partial class Program;
