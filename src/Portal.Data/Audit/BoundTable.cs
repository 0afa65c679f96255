using Microsoft.EntityFrameworkCore;
using Portal.Data.Caseload;
using Portal.Data.People;
using Portal.Data.Storage;

namespace Portal.Data.Audit;

/// <summary>
/// A table whose rows decide who sees what, or are what somebody said: each change of one is bound to the chain of state.
/// </summary>
/// <param name="Code">
/// Its name in the chain. It stands for exactly these fields: other fields are another code, and what was bound before
/// stays readable.
/// </param>
internal sealed record BoundTable(string Code, Type Row, IReadOnlyList<string> Fields)
{
    public required Func<PortalDb, IQueryable<object>> RowsOf { get; init; }

    public static IReadOnlyList<BoundTable> All { get; } =
    [
        Of<ConsentRow>(
            "consent",
            nameof(ConsentRow.Order),
            nameof(ConsentRow.PersonId),
            nameof(ConsentRow.RecipientId),
            nameof(ConsentRow.Purpose),
            nameof(ConsentRow.Channel),
            nameof(ConsentRow.Start),
            nameof(ConsentRow.End),
            nameof(ConsentRow.TermsVersion),
            nameof(ConsentRow.PreviewHash),
            nameof(ConsentRow.MayPrint),
            nameof(ConsentRow.MayGiveFeedback),
            nameof(ConsentRow.FeedbackShown),
            nameof(ConsentRow.Rhythm),
            nameof(ConsentRow.Present),
            nameof(ConsentRow.AsksAttestation),
            nameof(ConsentRow.ReadyId),
            nameof(ConsentRow.Lines),
            nameof(ConsentRow.Words)
        ),
        Of<ConsentEventRow>(
            "event",
            nameof(ConsentEventRow.ConsentId),
            nameof(ConsentEventRow.Kind),
            nameof(ConsentEventRow.At),
            nameof(ConsentEventRow.By),
            nameof(ConsentEventRow.LineId)
        ),
        Of<RecipientRow>(
            "recipient",
            nameof(RecipientRow.PersonId),
            nameof(RecipientRow.PlacementId),
            nameof(RecipientRow.SeatId),
            nameof(RecipientRow.Part),
            nameof(RecipientRow.Code),
            nameof(RecipientRow.Name),
            nameof(RecipientRow.EndedAt)
        ),
        Of<SeatRow>("seat", nameof(SeatRow.EmployerId), nameof(SeatRow.AccountId), nameof(SeatRow.ClosedAt)),
        Of<LeadRow>("lead"),
        Of<ListingRow>("listing", nameof(ListingRow.EmployerId), nameof(ListingRow.Name), nameof(ListingRow.Email)),
        Of<EmployerRow>("employer", nameof(EmployerRow.Name), nameof(EmployerRow.IsService)),
        Of<PlacementRow>(
            "job",
            nameof(PlacementRow.PersonId),
            nameof(PlacementRow.EmployerId),
            nameof(PlacementRow.EndedAt),
            nameof(PlacementRow.AbsentFrom),
            nameof(PlacementRow.ReturnsOn)
        ),
        Of<PersonRow>(
            "person",
            nameof(PersonRow.AccountId),
            nameof(PersonRow.WorkerId),
            nameof(PersonRow.WrappedKey),
            nameof(PersonRow.Name),
            nameof(PersonRow.Contact),
            nameof(PersonRow.PrivacyNotice),
            nameof(PersonRow.StepUpUntil),
            nameof(PersonRow.Rules),
            nameof(PersonRow.NewSharingWaitsSince),
            nameof(PersonRow.HelpFrozenSince)
        ),
        Of<Account>(
            "account",
            nameof(Account.Role),
            nameof(Account.Name),
            nameof(Account.Guideline),
            nameof(Account.HelpedAt),
            nameof(Account.ClosedAt),
            nameof(Account.IsSafeguardingLead)
        ),
        Of<CoverRow>(
            "cover",
            nameof(CoverRow.WorkerId),
            nameof(CoverRow.CoverId),
            nameof(CoverRow.From),
            nameof(CoverRow.Until)
        ),
        Of<ProposalRow>(
            "proposal",
            nameof(ProposalRow.Kind),
            nameof(ProposalRow.By),
            nameof(ProposalRow.Name),
            nameof(ProposalRow.Email),
            nameof(ProposalRow.WorkerId),
            nameof(ProposalRow.ToId),
            nameof(ProposalRow.PersonId),
            nameof(ProposalRow.From),
            nameof(ProposalRow.Until),
            nameof(ProposalRow.State),
            nameof(ProposalRow.AnsweredBy)
        ),
        Of<AuthorityRow>(
            "authority",
            nameof(AuthorityRow.PersonId),
            nameof(AuthorityRow.AccountId),
            nameof(AuthorityRow.Name),
            nameof(AuthorityRow.Basis),
            nameof(AuthorityRow.Scope),
            nameof(AuthorityRow.CannotDecideOn),
            nameof(AuthorityRow.From),
            nameof(AuthorityRow.Until),
            nameof(AuthorityRow.SeenBy),
            nameof(AuthorityRow.AlsoSeenBy),
            nameof(AuthorityRow.EndedAt)
        ),
        Of<LineRow>(
            "line",
            nameof(LineRow.PersonId),
            nameof(LineRow.PlacementId),
            nameof(LineRow.StepUp),
            nameof(LineRow.Status),
            nameof(LineRow.RetiredAt)
        ),
        Of<LineVersionRow>(
            "wording",
            nameof(LineVersionRow.LineId),
            nameof(LineVersionRow.Number),
            nameof(LineVersionRow.Kind),
            nameof(LineVersionRow.Content),
            nameof(LineVersionRow.Hash),
            nameof(LineVersionRow.At),
            nameof(LineVersionRow.By),
            nameof(LineVersionRow.AfterProposal)
        ),
        Of<FeedbackRow>(
            "feedback",
            nameof(FeedbackRow.PersonId),
            nameof(FeedbackRow.ConsentId),
            nameof(FeedbackRow.PlacementId),
            nameof(FeedbackRow.By),
            nameof(FeedbackRow.At),
            nameof(FeedbackRow.Content)
        ),
        Of<FeedbackReplyRow>(
            "answer",
            nameof(FeedbackReplyRow.FeedbackId),
            nameof(FeedbackReplyRow.At),
            nameof(FeedbackReplyRow.Text)
        ),
        Of<FeedbackHandledRow>(
            "handled",
            nameof(FeedbackHandledRow.FeedbackId),
            nameof(FeedbackHandledRow.By),
            nameof(FeedbackHandledRow.At),
            nameof(FeedbackHandledRow.Action),
            nameof(FeedbackHandledRow.Note),
            nameof(FeedbackHandledRow.TalkedThrough)
        ),
        Of<FeedbackStepRow>(
            "told",
            nameof(FeedbackStepRow.FeedbackId),
            nameof(FeedbackStepRow.State),
            nameof(FeedbackStepRow.RingOn),
            nameof(FeedbackStepRow.Sentence),
            nameof(FeedbackStepRow.By),
            nameof(FeedbackStepRow.At)
        ),
        Of<HelpRequestRow>(
            "message",
            nameof(HelpRequestRow.PersonId),
            nameof(HelpRequestRow.Kind),
            nameof(HelpRequestRow.ReaderId),
            nameof(HelpRequestRow.IsToLead),
            nameof(HelpRequestRow.At),
            nameof(HelpRequestRow.Text),
            nameof(HelpRequestRow.AnsweredAt)
        ),
    ];

    private static BoundTable Of<T>(string code, params string[] fields)
        where T : class => new(code, typeof(T), fields) { RowsOf = db => db.Set<T>().AsNoTracking() };
}
