using Portal.Data.Storage;
using Portal.Domain.Plans;

namespace Portal.Data.Plans;

/// <summary>The catalogue that a new portal starts with. The service edits it from there.</summary>
internal static class CatalogueSeeds
{
    public static IEnumerable<CatalogueRow> Rows() =>
        All.SelectMany(group => group.Texts.Select(text => (group.Kind, group.Category, text)))
            .Select(
                (entry, position) =>
                    new CatalogueRow
                    {
                        Id = Guid.NewGuid(),
                        Position = position,
                        Kind = entry.Kind,
                        Category = entry.Category,
                        Text = entry.text,
                    }
            );

    private static readonly (LineKind Kind, string Category, string[] Texts)[] All =
    [
        (
            LineKind.Adjustment,
            "Hours",
            [
                "Start the shift later, at the time we agreed",
                "Start the shift earlier, at the time we agreed",
                "Give the same shifts each week",
                "Tell me rota changes in writing, 7 days ahead",
                "Do not follow a late shift with an early one",
                "Keep shifts shorter for now, as agreed",
                "Build up hours in agreed steps",
                "Allow time off for appointments, without asking why",
            ]
        ),
        (
            LineKind.Adjustment,
            "Breaks",
            [
                "Give a short break every two hours",
                "Let breaks be taken away from the floor",
                "Let me step out when I give our agreed signal",
                "Finish on time, every shift",
                "Give the hardest work at my best time of day",
            ]
        ),
        (
            LineKind.Adjustment,
            "Tasks",
            [
                "Give one job at a time",
                "Break big jobs into steps",
                "Agree three priorities for the week",
                "Keep hours with customers low for now",
                "Swap the task we agreed",
                "Allow more time for new work",
                "Send a message instead of calling",
                "Do not leave me to work alone",
            ]
        ),
        (
            LineKind.Adjustment,
            "Instructions",
            [
                "Follow up in writing after we talk",
                "Keep a checklist at the work station",
                "Show me first, then do it together",
                "Agree what \"done\" means",
                "Let me use reminders on my phone",
                "Train in short parts",
            ]
        ),
        (
            LineKind.Adjustment,
            "Space",
            [
                "Give me a quieter spot",
                "Allow headphones where it is safe",
                "Give me a place with my back to a wall",
                "Use softer light where I work",
                "Let me use a private room for ten minutes",
                "Let me work from home on agreed days",
            ]
        ),
        (
            LineKind.Adjustment,
            "Supervision",
            [
                "Check in once a week, at the same time",
                "Keep to one named supervisor",
                "Give feedback in private, about one thing",
                "Take questions by message",
                "Send the agenda first",
                "Let me skip large meetings",
                "Warn me of visits and changes",
            ]
        ),
        (
            LineKind.Adjustment,
            "People",
            [
                "Pair me with a buddy for eight weeks",
                "Let the person I agreed this with visit",
                "Name one person for hard days",
                "Tell the team only the words I chose",
                "Let someone come with me to formal meetings",
            ]
        ),
        (
            LineKind.Adjustment,
            "Start and travel",
            [
                "Allow a flexible arrival time",
                "Practise the route before the first day",
                "Arrange parking, or a taxi",
                "Send interview questions first",
            ]
        ),
        (
            LineKind.Adjustment,
            "Policy",
            ["Count related absence apart", "Treat this as a trial, and review it on a date"]
        ),
        (
            LineKind.Sign,
            "What you may notice",
            [
                "I go quieter than usual",
                "I talk faster than usual",
                "I am late",
                "I am very early",
                "I skip breaks",
                "I stay on after my shift",
                "I leave jobs half finished",
                "I check things again and again",
                "I make small mistakes",
                "I answer messages slowly",
                "I avoid a place",
                "I avoid people",
                "My answers are sharper",
                "I am near tears",
                "I look worn out",
                "I am restless",
                "I cannot settle to a task",
                "I take on too much",
                "I ask if things are all right, often",
                "I need instructions again",
                "I drop a task that I like",
            ]
        ),
        (
            LineKind.KeepingWell,
            "Each day",
            [
                "I eat at my break, away from the floor",
                "I get five minutes outside on each shift",
                "I start with the same first task each day",
                "I finish on time",
            ]
        ),
        (
            LineKind.Trigger,
            "What makes work harder",
            [
                "Last-minute rota changes",
                "Being called out in front of others",
                "Several people giving instructions at once",
                "Long queues with no cover",
            ]
        ),
        (
            LineKind.OffDay,
            "An off day",
            [
                "Cut my list to one job",
                "Move me off the front for an hour, then check once",
                "Give me a quieter task",
                "Move the deadline, and tell me the new one",
            ]
        ),
        (
            LineKind.CrisisAtWork,
            "If things get much harder",
            [
                "Take me to the quiet room and stay near",
                "Call the named person, then let me go home if I ask",
                "Do not discuss it with the team",
            ]
        ),
        (
            LineKind.ReturnToWork,
            "Coming back",
            [
                "Keep in touch once a week, by message",
                "Start with shorter days, and add hours each week",
                "Tell the team only that I was away",
            ]
        ),
        (LineKind.Contact, "Whom to call", ["The person I agreed this with", "My named supervisor"]),
    ];
}
