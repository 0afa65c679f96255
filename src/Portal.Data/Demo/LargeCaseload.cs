using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>A full caseload with a year behind it, for the benchmark of the desk: plainly made-up people.</summary>
internal sealed class LargeCaseload(DemoCast cast)
{
    private const int Weeks = 52;

    public async Task TellAsync(int people)
    {
        cast.MoveTo(0, 8);
        var shop = await cast.EmployerAsync("Quill & Sons");
        for (var number = 1; number <= people; number++)
        {
            await TellOneAsync(shop, $"caseload{number}", $"Demo Person {number:00}");
        }
    }

    private async Task TellOneAsync(Guid shop, string account, string name)
    {
        cast.MoveTo(0, 9);
        var person = await cast.PersonAsync(account, name, new SafeContact("07700 900999", LeaveMessage: false, null));
        var job = await cast.PlacementAsync(person, shop, "Assistant", cast.Day(7), "Jo Example");
        await cast.SetDatesAsync(job, [7, 9, 11]);
        var lines = new List<Guid>();
        foreach (var kind in Enum.GetValues<LineKind>().Where(kind => kind is not (LineKind.Contact or LineKind.Sign)))
        {
            var content = new LineContent { Kind = kind, Text = $"A line about {kind}" };
            lines.Add(await cast.LineAsync(cast.Worker, person, content, LineStatus.Agreed));
        }

        var who = new NewRecipient(job, Part.Supervisor, "Jo Example", DemoCast.Address("jo." + account));
        await cast.ShareAsync(person, who, lines, FeedbackShown.AtOnce);
        var jo = await cast.RecipientAsync("jo." + account, "Jo Example");
        for (var week = 1; week < Weeks; week++)
        {
            cast.MoveTo(7 * week, 10);
            await WeekAsync(week, person, jo, who, lines);
            // The job began in the first week.
            if (Outcomes.IsMarker(week - 1))
            {
                await cast.MarkerAsync(job, week - 1, Evidence.Payslip, HousingStatus.Steady, JobKind.PaidJob);
            }
        }
    }

    private async Task WeekAsync(int week, Actor person, Actor jo, NewRecipient who, IReadOnlyCollection<Guid> lines)
    {
        if (week % 12 == 0)
        {
            await cast.ShareAsync(person, who, lines, FeedbackShown.AtOnce);
        }
        else if (week % 4 == 0)
        {
            await cast.AttestAsync(jo);
        }

        await cast.LookAsync(jo);
        var said = await cast.SayAsync(
            jo,
            person,
            week == Weeks - 1 ? Rating.CallMe : Rating.Mostly,
            Happening.Yes,
            null
        );
        if (week < Weeks - 2)
        {
            await cast.HandleAsync(said, FeedbackAction.Called, "Rang.", talkedThrough: true);
        }
    }
}
