using Portal.Data.Audit;
using Portal.Data.Storage;
using Portal.Data.Tests.Support;
using Portal.Domain.Audit;
using Portal.Domain.People;

namespace Portal.Data.Tests;

/// <summary>All of a person's record can be paged: no look is on two pages, and none on no page (P4).</summary>
public sealed class RecordPagesTests : OnTheDemo
{
    private const int Days = 400;

    [Fact]
    [Trait("Promise", "P4")]
    public async Task From_page_to_page_every_day_stands_once_with_all_its_looks()
    {
        var person = await Folder.ActorAsync("person1");
        var (dana, _) = await Folder.CookieAsync("supervisor1");
        var first = Folder.Clock.GetUtcNow();
        await LookForAYearAsync(person, dana);

        var rows = new List<Activity>();
        var pages = 0;
        for (DateOnly? before = null; before is not null || pages == 0; pages++)
        {
            var day = before;
            var page = await Folder.DoAsync<AccessLog, ActivityPage>(log => log.OfAsync(person, true, day));
            rows.AddRange(page.Rows);
            before = page.Before;
            Assert.True(pages < 50, "The pages never end.");
        }

        var looks = rows.Where(row => row.Kind == LedgerKind.SheetViewed && row.At > first).ToList();
        Assert.True(pages > 2, $"{pages} pages");
        Assert.Equal(Days, looks.Count);
        Assert.All(looks, day => Assert.Equal(3, day.Times));
        Assert.Equal(Days, looks.Select(day => DateOnly.FromDateTime(day.At.DateTime)).Distinct().Count());
        Assert.Contains(rows, row => row.Kind == LedgerKind.PersonRegistered);
    }

    /// <summary>A day on which somebody looked in each quarter of an hour, and in more ways than fit on one page.</summary>
    [Fact]
    [Trait("Promise", "P4")]
    public async Task A_day_that_is_longer_than_a_page_stands_whole()
    {
        var person = await Folder.ActorAsync("person1");
        var (dana, _) = await Folder.CookieAsync("supervisor1");
        Folder.Clock.Advance(TimeSpan.FromHours(6));
        var kinds = Enumerable.Range(0, 8).Select(number => $"way {number}").ToList();
        await AppendAsync(append =>
        {
            for (var quarter = 0; quarter < 95; quarter++)
            {
                kinds.ForEach(kind => append(person, dana, kind));
                Folder.Clock.Advance(TimeSpan.FromMinutes(15));
            }
        });

        var page = await Folder.DoAsync<AccessLog, ActivityPage>(log => log.OfAsync(person, true));
        var looks = page.Rows.Where(row => kinds.Contains(row.Detail)).ToList();

        Assert.Equal(8, looks.Count);
        Assert.All(looks, look => Assert.Equal(95, look.Times));
        Assert.NotNull(page.Before);
    }

    private Task<int> LookForAYearAsync(Actor person, Guid dana) =>
        AppendAsync(append =>
        {
            for (var day = 0; day < Days; day++)
            {
                Folder.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromHours(2));
                for (var look = 0; look < 3; look++)
                {
                    append(person, dana, "Sheet");
                    Folder.Clock.Advance(TimeSpan.FromMinutes(40));
                }
            }
        });

    private Task<int> AppendAsync(Action<Action<Actor, Guid, string>> all) =>
        Folder.DoAsync<PortalDb, int>(db =>
            db.CommitAsync(() =>
            {
                var ledger = new LedgerStore(db, Folder.Clock);
                all(
                    (person, by, detail) =>
                        ledger
                            .AppendAsync(
                                new LedgerEvent(person.PersonId!.Value, LedgerKind.SheetViewed, by) { Detail = detail }
                            )
                            .GetAwaiter()
                            .GetResult()
                );
                return Task.FromResult(0);
            })
        );
}
