using Portal.Domain.Caseload;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Consents;

/// <summary>What a draft could share and with whom: the lines that are offered, the preview, and what would go away.</summary>
internal sealed class Offers(
    IConsentStore consents,
    IPlanStore plans,
    IWorkplaces workplaces,
    IPeople people,
    IAccounts accounts,
    Apart apart,
    TimeProvider clock
)
{
    /// <summary>The lines for this recipient, but for those that the person's own rule withholds; null before who.</summary>
    public async Task<IReadOnlyList<Line>?> OfferAsync(ShareDraft draft)
    {
        if (await PlaceAsync(draft) is not var (part, placementId))
        {
            return null;
        }

        var (rules, now) = ((await people.FindAsync(draft.PersonId))!.Rules, clock.GetUtcNow());
        var offered = PreviewMaker.Offer(await plans.LinesAsync(draft.PersonId), part, placementId);
        return [.. offered.Where(line => !rules.Withholds(line.Id, now))];
    }

    public async Task<Preview?> PreviewAsync(ShareDraft draft)
    {
        var chosen = (await OfferAsync(draft))?.Where(line => draft.LineIds.Contains(line.Id)).ToList();
        return chosen is { Count: > 0 } ? PreviewMaker.Of(chosen) : null;
    }

    /// <summary>What the recipient sees now and would not see with this draft; null when they see nothing now.</summary>
    public async Task<IReadOnlyList<string>?> GoesAwayAsync(ShareDraft draft)
    {
        var all = await consents.OfPersonAsync(draft.PersonId);
        var theirs = all.Where(consent => consent.RecipientId == draft.RecipientId).ToList();
        if (ConsentStates.InForce(theirs, clock.GetUtcNow()) is not { } now)
        {
            return null;
        }

        var lines = (await plans.LinesAsync(draft.PersonId)).ToDictionary(line => line.Id);
        return
        [
            .. from line in now.Lines
            where !draft.LineIds.Contains(line.LineId) && !now.IsStopped(line.LineId)
            where lines[line.LineId].RetiredAt is null
            select lines[line.LineId].Current.Content.Text,
        ];
    }

    public async Task<Placement?> JobAsync(ShareDraft draft) =>
        await PlaceAsync(draft) is var (_, placementId) ? await workplaces.PlacementAsync(placementId) : null;

    /// <summary>Whether the draft names the person's own worker as somebody at work (docs/adr/0012).</summary>
    public async Task<bool> NamesTheirWorkerAsync(ShareDraft draft)
    {
        if (await JobAsync(draft) is not { } job || job.PersonId != draft.PersonId)
        {
            return false;
        }

        var all = await workplaces.RecipientsAsync(draft.PersonId);
        var known = all.FirstOrDefault(r => r.Id == draft.RecipientId);
        var address = known is null ? draft.NewRecipient?.Email : (await accounts.FindAsync(known.AccountId))!.Email;
        return await apart.IsTheirWorkerAsync(
            job.PersonId,
            job.EmployerId,
            draft.NewRecipient?.Name ?? known?.Name,
            address
        );
    }

    /// <summary>Someone new, as typed, and what is wrong with it.</summary>
    public static (NewRecipient Named, Check Check) NamedBy(
        NewRecipient who,
        bool? handOver,
        IReadOnlyList<Placement> placements,
        IMailAddresses addresses
    )
    {
        var named = who with
        {
            Name = Typed.Text(who.Name),
            Email = handOver == true ? null : Typed.TextOrNull(who.Email),
            ExpectFrom = handOver == true ? null : Typed.TextOrNull(who.ExpectFrom),
        };
        var saysHealth = HealthWords.In(named.ExpectFrom).Count > 0;
        var addressProblem = handOver == false ? WorkAddress.ProblemWith(named.Email, addresses) : null;
        var check = new Check()
            .That("PlacementId", placements.Any(p => p.Id == who.PlacementId), "Choose which job")
            .That("Part", Enum.IsDefined(who.Part), "Choose what they do")
            .Required("Name", named.Name, LineContent.LongestShort, "Enter their name", "Their name")
            .That("HandOver", handOver is not null, "Choose how they get their invitation")
            .That("Email", addressProblem is null, addressProblem ?? "")
            .Optional("ExpectFrom", named.ExpectFrom, LineContent.LongestShort, "Who it is from")
            .That("ExpectFrom", named.ExpectFrom?.Contains('\n') != true, "Who it is from must be on one line")
            .That("ExpectFrom", !saysHealth, "An e-mail must say nothing about health. Write a name and no more");
        return (named, check);
    }

    private async Task<(Part Part, Guid PlacementId)?> PlaceAsync(ShareDraft draft)
    {
        if (draft.NewRecipient is { } someone)
        {
            return (someone.Part, someone.PlacementId);
        }

        var known = await workplaces.RecipientsAsync(draft.PersonId);
        return known.FirstOrDefault(r => r.Id == draft.RecipientId && r.EndedAt is null) is { } recipient
            ? (recipient.Part, recipient.PlacementId)
            : null;
    }
}
