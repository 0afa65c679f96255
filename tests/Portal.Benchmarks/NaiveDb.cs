using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks;

/// <summary>The usual way: entities, a context for each request, an audit row with each view.</summary>
public sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    public DbSet<NaivePerson> People => Set<NaivePerson>();

    public DbSet<NaiveAudit> Audits => Set<NaiveAudit>();

    public static async Task FillAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NaiveDb>();
        await db.Database.EnsureCreatedAsync();
        db.People.Add(
            new NaivePerson
            {
                Id = 1,
                Name = "Robin Ashdown",
                Lines =
                [
                    .. Enumerable
                        .Range(1, 9)
                        .Select(i => new NaiveLine { Text = $"Line {i}: give the same shifts each week, as agreed" }),
                ],
            }
        );
        await db.SaveChangesAsync();
    }
}

public sealed class NaivePerson
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public List<NaiveLine> Lines { get; set; } = [];
}

public sealed class NaiveLine
{
    public int Id { get; set; }
    public int NaivePersonId { get; set; }
    public required string Text { get; set; }
}

public sealed class NaiveAudit
{
    public int Id { get; set; }
    public int PersonId { get; set; }
    public DateTimeOffset At { get; set; }
}
