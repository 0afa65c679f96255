using Portal.Domain.Caseload;

namespace Portal.Web.Text;

/// <summary>The words of what takes two of the staff.</summary>
public static partial class Say
{
    /// <summary>To the second one: what a manager wants.</summary>
    public static string Wants(ProposalEntry entry) => $"{entry.ByName} wants {What(entry)}. Is that right?";

    /// <summary>To the manager: what they wanted.</summary>
    public static string Wanted(ProposalEntry entry) => $"{Dates.Day(entry.Proposal.At)}: you wanted {What(entry)}.";

    /// <summary>What it would open, so that nobody agrees to less than they think.</summary>
    public static string Opens(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Manager => "Managers decide, two at a time, who works with whom.",
            ProposalKind.Lead => "The lead reads what people write when somebody pushes them, and nobody else does.",
            ProposalKind.Worker => "Workers open the records of people whom they are given.",
            ProposalKind.Cover =>
                "On those days they open the plans of these people, and read what is written for the worker.",
            _ =>
                "From then on they open these plans, and read what is written for the worker. The last worker does not any more.",
        };

    private static string What(ProposalEntry entry)
    {
        var (one, worker, gets) = (entry.Proposal, entry.WorkerName, entry.GetsName);
        return one.Kind switch
        {
            ProposalKind.Manager => $"{gets}, {one.Email}, to be a service manager",
            ProposalKind.Worker => $"{gets}, {one.Email}, to be a worker here",
            ProposalKind.Lead => gets.Length > 0
                ? $"{gets} to be the safeguarding lead"
                : "nobody to be the safeguarding lead",
            ProposalKind.Cover =>
                $"{gets} to cover for {worker} from {Dates.Day(one.From!.Value)} until {Dates.Day(one.Until!.Value)}",
            ProposalKind.HandOver =>
                $"{gets} to be the worker of {entry.PersonName ?? "a person"}, in place of {worker}",
            ProposalKind.HandOverClosed => $"{gets} to have the closed records of {worker}",
            _ => $"to close the account of {worker}, and {gets} to get their people",
        };
    }
}
