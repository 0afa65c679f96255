using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Notices;
using Portal.Data.Storage;
using Portal.Domain.Consents;

namespace Portal.Data.People;

/// <summary>Opens and ends one-time invitations and resets. The token is kept hashed, and sealed for its mail.</summary>
internal sealed class InvitationStore(
    PortalDb db,
    MasterKey master,
    OutboxStore outbox,
    PortalDataOptions options,
    TimeProvider clock
)
{
    public const int WrongCodesAtMost = 5;

    /// <summary>Of a spoken reset, from wherever they come: with eight numbers a guess in 200,000 hits before that.</summary>
    private const int WrongCodesAnywhere = 500;

    /// <summary>
    /// With one half right it is typed by somebody who was told it: then ten wrong ones from anywhere end the code, so that
    /// whoever knows a half finds the other once in a thousand codes.
    /// </summary>
    private const int WeightOfHalf = WrongCodesAnywhere / 10;
    private const int ResetsAtMost = 3;
    private static readonly TimeSpan JoinWithin = TimeSpan.FromDays(14);
    private static readonly TimeSpan ResetWithin = TimeSpan.FromHours(2);

    /// <param name="startedBy">Who hands the link over, where none can be mailed; else it stays null.</param>
    public async Task<OpenInvitation> OpenAsync(Guid accountId, Guid? recipientId, Guid? startedBy = null)
    {
        await EndEarlierAsync(accountId, InvitationPurpose.Join, recipientId);
        var row = Make(accountId, InvitationPurpose.Join, JoinWithin, NewCode());
        row.RecipientId = recipientId;
        row.StartedBy = await IsMailedAsync(accountId) ? null : startedBy;
        await AddAsync(row, byMail: true);
        return await ViewOfAsync(row);
    }

    /// <summary>
    /// A few live side by side, so that a stranger who asks for more does not end the one that is being used; beyond
    /// that no mail goes out.
    /// </summary>
    /// <param name="startedBy">The member of staff who asked for it; null where its owner did.</param>
    public async Task OpenResetAsync(Guid accountId, Guid? startedBy = null)
    {
        var open = Open().Where(row => row.AccountId == accountId && row.Purpose == InvitationPurpose.Reset);
        if (await open.CountAsync() >= ResetsAtMost)
        {
            return;
        }

        var row = Make(accountId, InvitationPurpose.Reset, ResetWithin, code: null);
        row.StartedBy = startedBy;
        await AddAsync(row, byMail: true);
    }

    /// <param name="startedBy">
    /// The member of staff who says one half of the code; it works once another one has said the other. Null where the
    /// whole code is said by a person to somebody at work.
    /// </param>
    public async Task<InvitationRow> OpenSpokenResetAsync(Guid accountId, Guid? startedBy)
    {
        await EndEarlierAsync(accountId, InvitationPurpose.SpokenReset);
        var row = Make(accountId, InvitationPurpose.SpokenReset, ResetWithin, NewCode());
        row.StartedBy = startedBy;
        await AddAsync(row, byMail: false);
        return row;
    }

    public Task<InvitationRow?> ByTokenAsync(string token, InvitationPurpose purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        return Usable().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose);
    }

    public Task<List<InvitationRow>> SpokenResetsOfAsync(IQueryable<Account> accounts) =>
        Usable()
            .Where(row =>
                accounts.Any(account => account.Id == row.AccountId)
                && row.Purpose == InvitationPurpose.SpokenReset
                && (row.StartedBy == null || row.ConfirmedAt != null)
            )
            .ToListAsync();

    /// <summary>
    /// Whether the spoken code is right. A wrong one is counted, and a few wrong ones end the invitation: of one to join,
    /// for everybody who holds its link; of a reset, whose name anybody can type, for that network alone, so that a
    /// stranger cannot spend the code of somebody who needs it (P11).
    /// </summary>
    /// <param name="network">Where it is typed: an IPv4 address, or the first 64 bits of an IPv6 one.</param>
    public async Task<bool> CodeIsRightAsync(InvitationRow row, string? typed, string network)
    {
        if (row is { StartedBy: not null, ConfirmedAt: null })
        {
            return false;
        }

        var tries = row.Purpose == InvitationPurpose.SpokenReset ? await TriesAsync(row, network) : null;
        if (tries is { Wrong: >= WrongCodesAtMost })
        {
            return false;
        }

        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        var right = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(digits),
            Encoding.ASCII.GetBytes(CodeOf(row)!)
        );
        if (!right)
        {
            tries?.Count();
            row.WrongCodes +=
                tries is not null && row.StartedBy is not null && HasOneHalf(digits, CodeOf(row)!) ? WeightOfHalf : 1;
            await db.SaveChangesAsync();
        }

        return right;
    }

    private static bool HasOneHalf(string typed, string code) =>
        typed.Length == code.Length && (typed[..4] == code[..4] || typed[4..] == code[4..]);

    private async Task<CodeTriesRow> TriesAsync(InvitationRow row, string network)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{row.Id:N}{network}"));
        if (await db.CodeTries.SingleOrDefaultAsync(t => t.InvitationId == row.Id && t.Network == hash) is { } known)
        {
            return known;
        }

        var tries = new CodeTriesRow { InvitationId = row.Id, Network = hash };
        db.CodeTries.Add(tries);
        return tries;
    }

    public string LinkOf(InvitationRow row)
    {
        var token = Encoding.UTF8.GetString(master.Unwrap(row.SealedToken, "token", row.Id));
        var page = row.Purpose == InvitationPurpose.Join ? "invitation" : "reset";
        return new Uri(options.PublicUrl, $"{page}/{token}").ToString();
    }

    public async Task<OpenInvitation?> OfAccountAsync(Guid accountId)
    {
        var row = await Open()
            .FirstOrDefaultAsync(i =>
                i.AccountId == accountId && i.Purpose == InvitationPurpose.Join && i.RecipientId == null
            );
        return row is null ? null : await ViewOfAsync(row);
    }

    public async Task<IReadOnlyDictionary<Guid, OpenInvitation>> OfRecipientsAsync(
        IReadOnlyCollection<Guid> recipientIds
    )
    {
        var rows = await Open()
            .Where(row => row.RecipientId != null && recipientIds.Contains(row.RecipientId.Value))
            .ToListAsync();
        var views = new Dictionary<Guid, OpenInvitation>();
        foreach (var row in rows)
        {
            views[row.RecipientId!.Value] = await ViewOfAsync(row);
        }

        return views;
    }

    public async Task RevokeAsync(Guid recipientId)
    {
        foreach (var row in await Open().Where(i => i.RecipientId == recipientId).ToListAsync())
        {
            row.RevokedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Ends every other open link of an account, once one was used.</summary>
    public async Task EndOthersAsync(InvitationRow used)
    {
        foreach (var row in await Open().Where(i => i.AccountId == used.AccountId && i.Id != used.Id).ToListAsync())
        {
            row.RevokedAt = clock.GetUtcNow();
        }
    }

    /// <summary>The open invitation with its link, for an operator.</summary>
    public async Task<string> JoinLinkAsync(Guid accountId) =>
        LinkOf(await Open().FirstAsync(i => i.AccountId == accountId && i.Purpose == InvitationPurpose.Join));

    /// <summary>Not used, revoked, expired or guessed at too often.</summary>
    public IQueryable<InvitationRow> Open()
    {
        var now = clock.GetUtcNow();
        return db.Invitations.Where(row =>
            row.UsedAt == null
            && row.RevokedAt == null
            && row.ExpiresAt > now
            && row.WrongCodes < (row.Purpose == InvitationPurpose.SpokenReset ? WrongCodesAnywhere : WrongCodesAtMost)
        );
    }

    /// <summary>What was started by staff opens nothing while help with signing in is frozen, whenever it began (P14).</summary>
    private IQueryable<InvitationRow> Usable() =>
        Open()
            .Where(row =>
                row.StartedBy == null
                || !db.People.Any(person => person.AccountId == row.AccountId && person.HelpFrozenSince != null)
            );

    private InvitationRow Make(Guid accountId, InvitationPurpose purpose, TimeSpan within, string? code)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var id = Guid.NewGuid();
        return new InvitationRow
        {
            Id = id,
            AccountId = accountId,
            Purpose = purpose,
            TokenHash = SHA256.HashData(Encoding.UTF8.GetBytes(token)),
            SealedToken = master.Wrap(Encoding.UTF8.GetBytes(token), "token", id),
            SealedCode = code is null ? null : master.Wrap(Encoding.ASCII.GetBytes(code), "code", id),
            ExpiresAt = clock.GetUtcNow() + within,
        };
    }

    private async Task AddAsync(InvitationRow row, bool byMail)
    {
        db.Invitations.Add(row);
        await db.SaveChangesAsync();
        if (byMail && await IsMailedAsync(row.AccountId))
        {
            await outbox.QueueAsync(row.AccountId, row.Id);
        }
    }

    /// <summary>Ends earlier ones for the same recipient only: what two people share is nothing to each other.</summary>
    private async Task EndEarlierAsync(Guid accountId, InvitationPurpose purpose, Guid? recipientId = null)
    {
        var earlier = Open()
            .Where(i => i.AccountId == accountId && i.Purpose == purpose && i.RecipientId == recipientId);
        foreach (var row in await earlier.ToListAsync())
        {
            row.RevokedAt = clock.GetUtcNow();
        }
    }

    /// <summary>Handed over in person where there is no address; a mailed link is never shown to anyone else.</summary>
    private async Task<OpenInvitation> ViewOfAsync(InvitationRow row)
    {
        var (code, isHalf) = (CodeOf(row)!, row.StartedBy is not null);
        var link = await IsMailedAsync(row.AccountId) ? null : LinkOf(row);
        return new OpenInvitation(isHalf ? code[..4] : code, link, row.ExpiresAt) { IsHalf = isHalf };
    }

    private Task<bool> IsMailedAsync(Guid accountId) =>
        db.Users.AnyAsync(account => account.Id == accountId && account.Email != null);

    public string? CodeOf(InvitationRow row) =>
        row.SealedCode is { } code ? Encoding.ASCII.GetString(master.Unwrap(code, "code", row.Id)) : null;

    private static string NewCode() => RandomNumberGenerator.GetString("0123456789", 8);
}
