using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>The second example: a move into paid work, where what matters at home stays at home.</summary>
internal sealed class BenefitsTransition(DemoCast cast)
{
    public async Task TellAsync()
    {
        cast.MoveTo(3, 10);
        var kitchen = await cast.EmployerAsync("Brightwater Kitchens");
        var person = await cast.PersonAsync(
            "person2",
            "Jo Penhallow",
            new SafeContact("07700 900102", LeaveMessage: true, "Sam from the gym")
        );
        var job = await cast.PlacementAsync(person, kitchen, "Kitchen assistant", cast.Day(17), "Amir Castell");
        await cast.SetDatesAsync(job, [17, 19, 20], hasBenefitsPlan: true);
        cast.MoveTo(6, 11);
        var lines = new List<Guid>
        {
            await LineAsync(
                person,
                LineKind.Adjustment,
                "Hours",
                "Keep Wednesday mornings free for appointments, without asking why"
            ),
            await LineAsync(person, LineKind.Adjustment, "Hours", "Do not follow a late shift with an early one"),
            await LineAsync(person, LineKind.Adjustment, "Instructions", "Keep a checklist at the wash station"),
            await cast.LineAsync(
                person,
                person,
                new LineContent
                {
                    Kind = LineKind.Contact,
                    Category = "Whom to call",
                    Text = "Sam Oakley, whom I agreed this with",
                    When = "Weekdays, 9 to 5",
                    Phone = "020 7946 0101",
                }
            ),
        };
        await LineAsync(
            person,
            LineKind.KeepingWell,
            "Each day",
            "I cook for two days on Sunday, so that shifts are easier"
        );
        await LineAsync(person, LineKind.ReturnToWork, "Coming back", "Keep in touch once a week, by message");
        await WriteAsync(person);
        await cast.TalkedAsync(person);
        cast.MoveTo(15, 17);
        var who = new NewRecipient(job, Part.Supervisor, "Amir Castell", DemoCast.Address("supervisor2"));
        await cast.ShareAsync(person, who, lines, FeedbackShown.OnceTalkedThrough);
        cast.MoveTo(16, 7, 50);
        var amir = await cast.RecipientAsync("supervisor2", "Amir Castell");
        foreach (var day in new[] { 17, 19, 24, 31, 38 })
        {
            cast.MoveTo(day, 6, 55);
            await cast.LookAsync(amir);
        }

        cast.MoveTo(24, 15);
        var said = await cast.SayAsync(
            amir,
            person,
            Rating.Well,
            Happening.Yes,
            "Reliable, and the checklist helps everyone."
        );
        cast.MoveTo(25, 9, 30);
        await cast.HandleAsync(
            said,
            FeedbackAction.Called,
            "Rang Jo. Mid-month review moved to the 15th.",
            talkedThrough: true
        );
        await cast.DoneAsync(
            job,
            "DangerPoint-0",
            "BenefitsPlan-0",
            "ShiftDayRoutine-0",
            "CallAfterShift-1",
            "CallAfterShift-2",
            "CallAfterShift-3",
            "TirednessPrompt-0",
            "CheckIn-1",
            "CheckIn-2",
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"BenefitsReview-0-{cast.Day(32):yyyyMMdd}"
            )
        );
        await cast.MarkerAsync(job, 0, Evidence.Payslip, HousingStatus.Steady, JobKind.PaidJob);
        foreach (var (day, sleep) in new[] { (26, 3), (33, 4), (40, 4) })
        {
            cast.MoveTo(day, 19);
            await cast.CheckInAsync(person, most: 4, sleep);
        }

        cast.MoveTo(41, 16);
        await cast.SayAsync(
            amir,
            person,
            Rating.Mostly,
            Happening.Partly,
            "One late-early by mistake. It is off the rota now."
        );
    }

    private async Task WriteAsync(Actor person)
    {
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.MoneyPlan,
            new()
            {
                [PathwayField.InHand] = "60",
                [PathwayField.CreditNextOn] = Kept(14),
                [PathwayField.CreditBefore] = "393.45",
                [PathwayField.WorkAllowance] = "0",
                [PathwayField.RunsOn] = "12",
                [PathwayField.RunsOnUntil] = Kept(45),
                [PathwayField.FirstWageOn] = Kept(45),
                [PathwayField.FirstWage] = "610",
                [PathwayField.UsualWage] = "880",
                [PathwayField.WageEvery] = nameof(Interval.Month),
                [PathwayField.RentNextOn] = Kept(15),
                [PathwayField.Rent] = "82",
                [PathwayField.RentEvery] = nameof(Interval.Week),
                [PathwayField.WeeklyBudget] = "55",
                [PathwayField.OtherMoneyOn] = Kept(24),
                [PathwayField.OtherMoney] = "60",
                [PathwayField.WhoToTell] = "Benefits office within a week of the first day. Council tax, too.",
                [PathwayField.HousingContact] = "Carla Benning, housing officer, 020 7946 0144",
                [PathwayField.MidMonthReview] = Kept(32),
                [PathwayField.Cushion] = "Cook for two days on Sunday. The travel grant. Ask for an advance early.",
            }
        );
        cast.MoveTo(12, 15);
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.JointReview,
            new()
            {
                [PathwayField.With] = nameof(ReviewPartner.Housing),
                [PathwayField.WhoCame] = "Jo, Carla Benning, Sam Oakley",
                [PathwayField.Agreed] = "Rent goes by standing order. No letters before the first wage.",
            },
            day: 12
        );
    }

    private string Kept(int day) =>
        cast.Day(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Guid> LineAsync(Actor person, LineKind kind, string category, string text) =>
        cast.LineAsync(
            cast.Worker,
            person,
            new LineContent
            {
                Kind = kind,
                Category = category,
                Text = text,
            },
            LineStatus.InPlace
        );
}
