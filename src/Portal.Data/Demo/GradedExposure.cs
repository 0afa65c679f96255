using Portal.Domain.Caseload;
using Portal.Domain.Consents;
using Portal.Domain.Feedback;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Data.Demo;

/// <summary>The third example: a quiet work trial, two mornings a week; and a buddy who was stopped again.</summary>
internal sealed class GradedExposure(DemoCast cast)
{
    public async Task TellAsync()
    {
        cast.MoveTo(8, 10);
        var archive = await cast.EmployerAsync("Fernley Archive");
        var person = await cast.PersonAsync(
            "person3",
            "Kit Larkspur",
            new SafeContact("07700 900103", LeaveMessage: false, null)
        );
        var job = await cast.PlacementAsync(
            person,
            archive,
            "Archive assistant (trial)",
            cast.Day(14),
            "Morag Tennant"
        );
        await cast.SetDatesAsync(job, [14, 16, 21], isGraded: true);
        await WriteAsync(person);
        cast.MoveTo(9, 13);
        var lines = await LinesAsync(person);
        cast.MoveTo(11, 16);
        var who = new NewRecipient(job, Part.Supervisor, "Morag Tennant", DemoCast.Address("supervisor3"));
        await cast.ShareAsync(person, who, lines, FeedbackShown.AtOnce, FeedbackRhythm.Fortnightly);
        var buddy = new NewRecipient(job, Part.Buddy, "Alex Fenwick", DemoCast.Address("buddy1"));
        var withBuddy = await cast.ShareAsync(person, buddy, [.. lines.Take(2)], FeedbackShown.AtOnce);
        cast.MoveTo(13, 9);
        var morag = await cast.RecipientAsync("supervisor3", "Morag Tennant");
        await LookOnAsync(morag, 14, 16);
        cast.MoveTo(20, 18);
        await cast.StopAsync(person, withBuddy);
        await LookOnAsync(morag, 21, 23, 28, 30, 35, 37);
        await cast.DoneAsync(
            job,
            "ShiftDayRoutine-0",
            "DangerPoint-0",
            "FirstSessionTogether-0",
            "CallAfterShift-1",
            "CallAfterShift-2",
            "CallAfterShift-3",
            "TirednessPrompt-0",
            "ExposureReview-1",
            "ExposureReview-2",
            "ExposureReview-3"
        );
        await cast.MarkerAsync(job, 0, Evidence.Rota, HousingStatus.Steady, JobKind.Trial);
        foreach (var day in new[] { 17, 24, 31, 37 })
        {
            cast.MoveTo(day, 11, 30);
            await cast.CheckInAsync(person, most: 4, sleep: 3);
        }

        cast.MoveTo(37, 12, 30);
        await cast.SayAsync(
            morag,
            person,
            Rating.CallMe,
            Happening.Yes,
            "Can we plan the next step up in hours together?"
        );
    }

    private async Task WriteAsync(Actor person)
    {
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.Pathway,
            new()
            {
                [PathwayField.Stage] = nameof(PathwayStage.TryingOut),
                [PathwayField.ReferredBy] = "The recovery college",
                [PathwayField.Offer] = nameof(ServiceOffer.FullSupport),
            }
        );
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.GradedHours,
            new()
            {
                [PathwayField.HoursAWeek] = "6",
                [PathwayField.Days] = "Tuesday and Thursday, 9 to 12",
                [PathwayField.Tasks] = "Sorting and labelling. The front desk waits.",
                [PathwayField.PointsOfReview] = "Each Friday by phone",
                [PathwayField.NextStep] = "A third morning",
                [PathwayField.AtAnEarlySign] = "Back to one task, a shorter morning, ring Sam the same day",
            }
        );
        await cast.WriteAsync(
            cast.Worker,
            person,
            PathwayForm.RisksAtWork,
            new()
            {
                [PathwayField.Triggers] = "Changes without warning. Many people at once.",
                [PathwayField.WhatReducesThem] = "Written tasks the day before. The desk by the wall.",
                [PathwayField.WhatToDo] = "Step out, ten minutes, no questions",
                [PathwayField.WhoIsCalled] = "Sam Oakley, 020 7946 0101",
                [PathwayField.ClinicalContact] = "The community team's duty desk",
                [PathwayField.ClinicalContactNumber] = "020 7946 0155",
                [PathwayField.WhenToRingThem] = "Two nights without sleep, or when I ask for it",
            }
        );
    }

    private async Task LookOnAsync(Actor morag, params int[] days)
    {
        foreach (var day in days)
        {
            cast.MoveTo(day, 8, 55);
            await cast.LookAsync(morag);
        }
    }

    private async Task<IReadOnlyList<Guid>> LinesAsync(Actor person) =>
        [
            await LineAsync(
                person,
                LineKind.Adjustment,
                "Hours",
                "Keep to two mornings a week, Tuesday and Thursday, 9 to 12"
            ),
            await LineAsync(
                person,
                LineKind.Adjustment,
                "Instructions",
                "Give each task as a written card, with the steps on it"
            ),
            await LineAsync(person, LineKind.Adjustment, "Tasks", "Keep me away from the front desk for now"),
            await LineAsync(person, LineKind.Adjustment, "Space", "Give me the desk by the wall in the reading room"),
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
            await cast.LineAsync(
                person,
                person,
                new LineContent
                {
                    Kind = LineKind.Sign,
                    Category = "What you may notice",
                    Text = "I avoid people, or ask if things are all right, often",
                    IWill = "I will take ten minutes in the quiet room",
                    YouWill = "Offer a ten-minute break, then a quieter task. Check once after an hour",
                    PleaseDoNot = "Asking me for reasons in front of others",
                }
            ),
            await LineAsync(
                person,
                LineKind.CrisisAtWork,
                "If things get much harder",
                "Call Sam. Let me go home if I ask, and tell the team only that I left early"
            ),
        ];

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
            LineStatus.Agreed,
            cast.Day(42)
        );
}
