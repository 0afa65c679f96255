using CsCheck;
using Portal.Domain.Consents;
using Portal.Domain.Disclosure;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Disclosure;

/// <summary>How a consent names a line.</summary>
internal enum Naming
{
    ThisWording,
    AnotherWording,
    NotAtAll,
}

/// <summary>A line made by dice.</summary>
internal sealed record RolledLine(Guid Id, LineKind Kind, Naming Naming, bool Retired, bool Stopped, bool StepUp)
{
    public static Gen<RolledLine> Any { get; } =
        from kind in Gen.Enum<LineKind>()
        from naming in Gen.Frequency((75, Gen.Const(Naming.ThisWording)), (25, Gen.Enum<Naming>()))
        from retired in Dice.Chance(15)
        from stopped in Dice.Chance(15)
        from stepUp in Dice.Chance(25)
        select new RolledLine(Guid.NewGuid(), kind, naming, retired, stopped, stepUp);

    public LineFacts Facts => new(Wording("this"), Kind, Retired);

    public ConsentLine Wording(string hash) => new(Id, Id, hash, StepUp);

    /// <summary>Whether someone in that part may be shown it: the tests' own table, read by kind and not by part.</summary>
    public bool Fits(Part part) =>
        Kind switch
        {
            LineKind.Adjustment => true,
            LineKind.Contact => part is Part.Supervisor or Part.Deputy or Part.Buddy,
            LineKind.Sign or LineKind.OffDay => part is Part.Supervisor or Part.Deputy,
            LineKind.KeepingWell => part is Part.Supervisor or Part.Buddy,
            _ => part == Part.Supervisor,
        };
}
