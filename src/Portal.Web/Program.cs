using Portal.Web;

if (Verbs.IsVerb(args))
{
    return await Verbs.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddPortal();

await using var app = builder.Build();
app.UsePortal();
return await app.ServeAsync();

/// <summary>The entry point, named for tests and benchmarks that host the real portal.</summary>
public partial class Program;
