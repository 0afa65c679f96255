using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>The first example: the first 30 days of a part-time job in a shop.</summary>
internal sealed class RetailStart(DemoCast cast)
{
    private static readonly (LineKind Kind, string Category, string Text)[] Plan =
    [
        (LineKind.Adjustment, "Hours", "Give the same shifts each week: Tuesday, Thursday and Saturday, 10 to 2"),
        (LineKind.Adjustment, "Hours", "Send rota changes in writing, 7 days ahead"),
        (LineKind.Adjustment, "Breaks", "Give the 15-minute break at 12, away from the floor"),
        (LineKind.Adjustment, "Tasks", "At busy times, keep to one job: the fitting rooms"),
        (LineKind.KeepingWell, "Each day", "Start each shift with the same task: the returns rail"),
        (LineKind.Trigger, "What makes work harder", "Being moved to the tills without warning"),
        (LineKind.OffDay, "An off day", "Swap the shop floor for the stock room for an hour, then check once"),
    ];

    public async Task TellAsync()
    {
        cast.MoveTo(0, 9);
        var shop = await cast.EmployerAsync("Marlow & Finch");
        await cast.LeadAsync(shop, "lead1", "Priya Holloway");
        var person = await cast.PersonAsync(
            "person1",
            "Robin Ashdown",
            new SafeContact("07700 900101", LeaveMessage: false, "Sam")
        );
        var job = await cast.PlacementAsync(person, shop, "Sales assistant", cast.Day(7), "Dana Whitlock");
        await cast.SetDatesAsync(job, [7, 9, 11]);
        await WriteAsync(person);
        cast.MoveTo(2, 14);
        var lines = new List<Guid>();
        foreach (var (kind, category, text) in Plan)
        {
            var content = new LineContent
            {
                Kind = kind,
                Category = category,
                Text = text,
            };
            lines.Add(await cast.LineAsync(cast.Worker, person, content, LineStatus.Agreed, cast.Day(56)));
        }

        lines.Add(
            await cast.LineAsync(
                cast.Worker,
                person,
                new LineContent
                {
                    Kind = LineKind.Contact,
                    Category = "Whom to call",
                    Text = "Sam Oakley, whom I agreed this with",
                    When = "Weekdays, 9 to 5",
                    Phone = "020 7946 0101",
                }
            )
        );
        lines.Add(
            await cast.LineAsync(
                person,
                person,
                new LineContent
                {
                    Kind = LineKind.Sign,
                    Category = "What you may notice",
                    Text = "I skip my break",
                    IWill = "I will say yes or no when you ask",
                    YouWill = "Ask me in private: \"Would anything make today easier?\"",
                    PleaseDoNot = "Telling me off for it in front of others",
                }
            )
        );
        lines.Add(
            await cast.LineAsync(
                cast.Worker,
                person,
                new LineContent
                {
                    Kind = LineKind.Adjustment,
                    Category = "Hours",
                    Text = "Let me start an hour later, and leave on time",
                },
                LineStatus.Agreed,
                stepUp: true
            )
        );
        cast.MoveTo(4, 18);
        var who = new NewRecipient(job, Part.Supervisor, "Dana Whitlock", DemoCast.Address("supervisor1"));
        await cast.ShareAsync(person, who, lines, FeedbackShown.AtOnce, FeedbackRhythm.Weekly);
        cast.MoveTo(5, 8, 30);
        var dana = await cast.RecipientAsync("supervisor1", "Dana Whitlock");
        await cast.LookAsync(dana);
        foreach (var day in new[] { 7, 9, 11, 14, 21, 28, 35 })
        {
            cast.MoveTo(day, 9, 40);
            await cast.LookAsync(dana);
        }

        await cast.AttestAsync(dana);

        await FeedbackAsync(person, dana);
        await cast.DoneAsync(
            job,
            "ShiftDayRoutine-0",
            "CallAfterShift-1",
            "CallAfterShift-2",
            "CallAfterShift-3",
            "TirednessPrompt-0",
            "CheckIn-1",
            "CheckIn-2",
            "CheckIn-3",
            "CheckIn-4",
            "DangerPoint-0"
        );
        await cast.MarkerAsync(job, 0, Evidence.Rota, HousingStatus.Steady, JobKind.PaidJob);
        await cast.MarkerAsync(job, 4, Evidence.Payslip, HousingStatus.Steady, kind: null);
    }

    private async Task WriteAsync(Actor person)
    {
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.Profile,
            new()
            {
                [PathwayField.Strengths] = "Careful with detail, patient with customers, always early",
                [PathwayField.Hours] = "Short shifts, the same days each week",
                [PathwayField.Environment] = "A shop floor with a quiet corner",
                [PathwayField.WhatWasTried] = "Two jobs ended in the second week. Both began with full shifts.",
            }
        );
        await cast.WriteAsync(
            person,
            person,
            PathwayForm.ShiftDayRoutine,
            new()
            {
                [PathwayField.SleepWindow] = "In bed by 10, up at 6:30",
                [PathwayField.Meals] = "Porridge before, a sandwich in the break, soup after",
                [PathwayField.GettingThere] = "The 8:05 bus. The 8:20 still works.",
                [PathwayField.WindingDown] = "A walk home through the park, no screen for an hour",
            }
        );
        await cast.WriteAsync(
            person,
            person,
            PathwayForm.FirstAidKit,
            new()
            {
                [PathwayField.WhatHelpsAtOnce] = "Cold water on my wrists. The playlist. Five minutes outside.",
                [PathwayField.WhereItIs] = "A card in my coat pocket",
                [PathwayField.WhoIRing] = "My sister",
            }
        );
    }

    private async Task FeedbackAsync(Actor person, Actor dana)
    {
        cast.MoveTo(11, 15);
        var first = await cast.SayAsync(
            dana,
            person,
            Rating.Mostly,
            Happening.Partly,
            "Two of the three breaks happened at 12. Saturday was too busy."
        );
        cast.MoveTo(12, 10);
        await cast.HandleAsync(
            first,
            FeedbackAction.Called,
            "Agreed with Dana: break cover on Saturdays from now on.",
            talkedThrough: true
        );
        await cast.ReplyAsync(
            person,
            first,
            "I see it differently: I was asked to stay for the queue. I would like the break to be fixed."
        );
        cast.MoveTo(25, 15);
        var second = await cast.SayAsync(
            dana,
            person,
            Rating.Well,
            Happening.Yes,
            "On time each shift. Breaks are happening."
        );
        cast.MoveTo(26, 11);
        await cast.HandleAsync(second, FeedbackAction.NoActionNeeded, "Good news passed on.", talkedThrough: true);
        cast.MoveTo(41, 14, 20);
        await cast.SayAsync(
            dana,
            person,
            Rating.Difficult,
            Happening.Partly,
            "The rota changed late twice this week. Could we talk about how to plan it?"
        );
    }
}
