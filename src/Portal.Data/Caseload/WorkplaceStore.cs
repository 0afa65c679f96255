using Microsoft.EntityFrameworkCore;
using Portal.Data.Storage;
using Portal.Domain.Caseload;

namespace Portal.Data.Caseload;

internal sealed class WorkplaceStore(PortalDb db, PersonKeys keys, TimeProvider clock) : IWorkplaces
{
    public async Task<IReadOnlyList<Employer>> EmployersAsync() =>
        [.. (await db.Employers.AsNoTracking().OrderBy(e => e.Name).ToListAsync()).Select(EmployerOf)];

    public async Task<Employer?> EmployerAsync(Guid employerId) =>
        await db.Employers.AsNoTracking().SingleOrDefaultAsync(e => e.Id == employerId) is { } row
            ? EmployerOf(row)
            : null;

    public async Task AddEmployerAsync(Employer employer)
    {
        db.Employers.Add(new EmployerRow { Id = employer.Id, Name = employer.Name });
        await db.SaveChangesAsync();
    }

    public async Task SetOwnAsync(Guid employerId, bool isService, Guid? proposedBy)
    {
        var row = await db.Employers.SingleAsync(e => e.Id == employerId);
        (row.IsService, row.OwnProposedBy) = (isService, proposedBy);
        await db.SaveChangesAsync();
    }

    public async Task<Placement?> PlacementAsync(Guid placementId) =>
        (await PlacementsAsync(db.Placements.Where(p => p.Id == placementId))).SingleOrDefault();

    public Task<IReadOnlyList<Placement>> PlacementsAsync(Guid personId) =>
        PlacementsAsync(db.Placements.Where(p => p.PersonId == personId));

    public async Task SavePlacementAsync(Placement placement)
    {
        var key = await keys.OfAsync(placement.PersonId);
        var jobTitle = key.Seal(Fields.JobTitle, placement.Id, placement.JobTitle);
        var row = await db.Placements.SingleOrDefaultAsync(p => p.Id == placement.Id);
        if (row is null)
        {
            row = new PlacementRow
            {
                Id = placement.Id,
                PersonId = placement.PersonId,
                EmployerId = placement.EmployerId,
                JobTitle = jobTitle,
            };
            db.Placements.Add(row);
        }

        row.JobTitle = jobTitle;
        row.SupervisorName = key.SealOrNull(Fields.Supervisor, row.Id, placement.SupervisorName);
        (row.StartsOn, row.EndedAt) = (placement.StartsOn, placement.EndedAt);
        (row.HasBenefitsPlan, row.IsGraded) = (placement.HasBenefitsPlan, placement.IsGraded);
        row.MoneyReviewOn = placement.MoneyReviewOn;
        (row.HealthCheckOn, row.ReturnsOn) = (placement.HealthCheckOn, placement.ReturnsOn);
        (row.AbsentFrom, row.SupervisorChangedOn) = (placement.AbsentFrom, placement.SupervisorChangedOn);
        (row.EndedOn, row.EndReason) = (placement.EndedOn, placement.EndReason);
        row.FirstShifts = string.Join(',', placement.FirstShifts.Select(day => day.ToString("O", null)));
        await db.SaveChangesAsync();
    }

    public Task<IReadOnlyList<Recipient>> RecipientsAsync(Guid personId) =>
        RecipientsAsync(db.Recipients.Where(r => r.PersonId == personId));

    public Task<IReadOnlyList<Recipient>> RecipientsOfSeatAsync(Guid seatId) =>
        RecipientsAsync(db.Recipients.Where(r => r.SeatId == seatId && r.EndedAt == null));

    public async Task AddRecipientAsync(Recipient recipient)
    {
        var key = await keys.OfAsync(recipient.PersonId);
        db.Recipients.Add(
            new RecipientRow
            {
                Id = recipient.Id,
                PersonId = recipient.PersonId,
                PlacementId = recipient.PlacementId,
                SeatId = recipient.SeatId,
                Part = recipient.Part,
                Code = recipient.Code,
                Name = key.Seal(Fields.Recipient, recipient.Id, recipient.Name),
                ExpectFrom = key.SealOrNull(Fields.ExpectFrom, recipient.Id, recipient.ExpectFrom),
            }
        );
        await db.SaveChangesAsync();
    }

    public async Task EndRecipientAsync(Guid recipientId)
    {
        var row = await db.Recipients.SingleAsync(r => r.Id == recipientId);
        row.EndedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<Seat>> SeatsAsync(Guid employerId) =>
        await (
            from seat in db.Seats
            join account in db.Users on seat.AccountId equals account.Id
            where seat.EmployerId == employerId
            orderby account.Name
            select new Seat(seat.Id, seat.EmployerId, seat.AccountId, account.Name, account.Email, seat.ClosedAt)
        ).ToListAsync();

    public async Task<Guid> OpenSeatAsync(Guid employerId, Guid accountId)
    {
        var seat = await db.Seats.FirstOrDefaultAsync(s =>
            s.EmployerId == employerId && s.AccountId == accountId && s.ClosedAt == null
        );
        if (seat is null)
        {
            seat = new SeatRow
            {
                Id = Guid.NewGuid(),
                EmployerId = employerId,
                AccountId = accountId,
            };
            db.Seats.Add(seat);
        }

        await db.SaveChangesAsync();
        return seat.Id;
    }

    public async Task CloseSeatAsync(Guid seatId)
    {
        var seat = await db.Seats.SingleAsync(s => s.Id == seatId);
        seat.ClosedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyDictionary<Guid, string>> EmployersOfAsync(IReadOnlyCollection<Guid> accountIds)
    {
        if (accountIds.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var led =
            from lead in db.Leads
            join employer in db.Employers on lead.EmployerId equals employer.Id
            where accountIds.Contains(lead.AccountId)
            select new { lead.AccountId, employer.Name };
        var seated =
            from seat in db.Seats
            join employer in db.Employers on seat.EmployerId equals employer.Id
            where accountIds.Contains(seat.AccountId)
            select new { seat.AccountId, employer.Name };
        var rows = (await led.ToListAsync()).Concat(await seated.ToListAsync());
        return rows.GroupBy(row => row.AccountId).ToDictionary(of => of.Key, of => of.Last().Name);
    }

    private static Employer EmployerOf(EmployerRow row) =>
        new(row.Id, row.Name) { IsService = row.IsService, OwnProposedBy = row.OwnProposedBy };

    private async Task<IReadOnlyList<Placement>> PlacementsAsync(IQueryable<PlacementRow> placements)
    {
        var rows = await (
            from placement in placements.AsNoTracking()
            join employer in db.Employers on placement.EmployerId equals employer.Id
            orderby placement.StartsOn descending
            select new { placement, employer.Name }
        ).ToListAsync();
        var list = new List<Placement>();
        foreach (var row in rows)
        {
            list.Add(PlacementOf(row.placement, row.Name, await keys.OfAsync(row.placement.PersonId)));
        }

        return list;
    }

    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(IQueryable<RecipientRow> recipients)
    {
        var joined = db.Joined();
        var rows = await (
            from recipient in recipients.AsNoTracking()
            join seat in db.Seats on recipient.SeatId equals seat.Id
            join employer in db.Employers on seat.EmployerId equals employer.Id
            join account in db.Users on seat.AccountId equals account.Id
            select new
            {
                recipient,
                seat.AccountId,
                employer.Name,
                HasJoined = joined.Any(one => one.Id == account.Id),
                GuestName = account.Email == null ? account.UserName : null,
            }
        ).ToListAsync();
        var list = new List<Recipient>();
        foreach (var row in rows)
        {
            var key = await keys.OfAsync(row.recipient.PersonId);
            list.Add(
                RecipientOf(row.recipient, row.AccountId, row.Name, key) with
                {
                    HasJoined = row.HasJoined,
                    GuestName = row.GuestName,
                }
            );
        }

        return list;
    }

    internal static Placement PlacementOf(PlacementRow row, string employerName, PersonKey key) =>
        DaysOf(row) with
        {
            EmployerName = employerName,
            JobTitle = key.Open(Fields.JobTitle, row.Id, row.JobTitle),
            SupervisorName = key.OpenOrNull(Fields.Supervisor, row.Id, row.SupervisorName),
        };

    /// <summary>A job without any name: what its tasks follow from.</summary>
    internal static Placement DaysOf(PlacementRow row) =>
        new()
        {
            Id = row.Id,
            PersonId = row.PersonId,
            EmployerId = row.EmployerId,
            EmployerName = "",
            JobTitle = "",
            StartsOn = row.StartsOn,
            EndedAt = row.EndedAt,
            HasBenefitsPlan = row.HasBenefitsPlan,
            MoneyReviewOn = row.MoneyReviewOn,
            IsGraded = row.IsGraded,
            HealthCheckOn = row.HealthCheckOn,
            ReturnsOn = row.ReturnsOn,
            AbsentFrom = row.AbsentFrom,
            SupervisorChangedOn = row.SupervisorChangedOn,
            EndedOn = row.EndedOn,
            EndReason = row.EndReason,
            FirstShifts =
            [
                .. row
                    .FirstShifts.Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(day => DateOnly.ParseExact(day, "O", null)),
            ],
        };

    private static Recipient RecipientOf(RecipientRow row, Guid accountId, string employerName, PersonKey key) =>
        new()
        {
            Id = row.Id,
            PersonId = row.PersonId,
            PlacementId = row.PlacementId,
            SeatId = row.SeatId,
            AccountId = accountId,
            Part = row.Part,
            Code = row.Code,
            Name = key.Open(Fields.Recipient, row.Id, row.Name),
            EmployerName = employerName,
            EndedAt = row.EndedAt,
        };
}
