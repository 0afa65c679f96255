using System.Reflection;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.Plans;

/// <summary>There is no place in the domain for a diagnosis, a medicine or a clinical note.</summary>
public sealed class NothingClinicalTests
{
    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly string[] Forbidden =
    [
        "diagnos",
        "medicat",
        "symptom",
        "clinicalnote",
        "prescription",
        "dosage",
    ];

    [Fact]
    [Trait("Promise", "P7")]
    public void No_type_member_or_parameter_has_a_clinical_name()
    {
        var types = typeof(LineKind).Assembly.GetTypes();

        var clinical = types.SelectMany(NamesOf).Where(IsClinical).Distinct();

        Assert.Empty(clinical);
    }

    [Fact]
    [Trait("Promise", "P7")]
    public void Its_leaky_twin_with_a_field_for_a_diagnosis_is_found_out()
    {
        var clinical = NamesOf(typeof(Leaky)).Where(IsClinical);

        Assert.Contains("Diagnosis", clinical);
    }

    [Fact]
    [Trait("Promise", "P7")]
    public void A_line_is_of_one_of_the_eight_kinds_that_may_be_shared_and_of_no_other()
    {
        List<LineKind> expected =
        [
            LineKind.Adjustment,
            LineKind.Contact,
            LineKind.Sign,
            LineKind.KeepingWell,
            LineKind.Trigger,
            LineKind.OffDay,
            LineKind.CrisisAtWork,
            LineKind.ReturnToWork,
        ];

        var found = Enum.GetValues<LineKind>().ToList();

        Assert.Equal(expected, found);
    }

    private static List<string> NamesOf(Type type)
    {
        var members = type.GetMembers(Everything);
        var parameters = members.OfType<MethodBase>().SelectMany(method => method.GetParameters());
        return
        [
            type.Name,
            .. members.Select(member => member.Name),
            .. parameters.Select(parameter => parameter.Name ?? ""),
        ];
    }

    private static bool IsClinical(string name) =>
        Forbidden.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private sealed record Leaky(string Diagnosis);
}
