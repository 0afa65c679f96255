using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks;

/// <summary>The usual way: entities, a context for each request, an audit row with each view.</summary>
public sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    /// <summary>The code of somebody who shared every line and withdrew them all.</summary>
    public const string WithdrawnCode = "k3m9x7c2d5f8g4h6";

    public DbSet<NaivePerson> People => Set<NaivePerson>();

    public DbSet<NaiveConsent> Consents => Set<NaiveConsent>();

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
                Code = WithdrawnCode,
                Lines = [.. Enumerable.Range(1, 9).Select(WithdrawnLine)],
            }
        );
        await db.SaveChangesAsync();
    }

    private static NaiveLine WithdrawnLine(int number) =>
        new()
        {
            Text = $"Line {number}: give the same shifts each week, as agreed",
            Consents = [new NaiveConsent { WithdrawnAt = TimeProvider.System.GetUtcNow() }],
        };
}

public sealed class NaivePerson
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Code { get; set; }
    public List<NaiveLine> Lines { get; set; } = [];
}

public sealed class NaiveLine
{
    public int Id { get; set; }
    public int NaivePersonId { get; set; }
    public required string Text { get; set; }
    public List<NaiveConsent> Consents { get; set; } = [];
}

public sealed class NaiveConsent
{
    public int Id { get; set; }
    public int NaiveLineId { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
}

public sealed class NaiveAudit
{
    public int Id { get; set; }
    public int PersonId { get; set; }
    public DateTimeOffset At { get; set; }
}
