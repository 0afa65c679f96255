using System.Reflection;
using Portal.Domain.Caseload;
using Portal.Domain.CheckIns;
using Portal.Domain.Pathways;
using Portal.Domain.People;
using Portal.Domain.Plans;

namespace Portal.Domain.Tests.CheckIns;

/// <summary>What may never be shared has types of its own, and nothing that shares can name one.</summary>
public sealed class NeverSharedTests
{
    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Types whose folder holds others that may be shared.</summary>
    private static readonly Type[] OneByOne =
    [
        typeof(HelpRequest),
        typeof(TaskEntry),
        typeof(Outcome),
        typeof(OutcomeAnswer),
        typeof(HousingStatus),
        typeof(JobDates),
    ];

    [Theory]
    [Trait("Promise", "P7")]
    [InlineData("Portal.Domain.Consents")]
    [InlineData("Portal.Domain.Disclosure")]
    [InlineData("Portal.Domain.Plans")]
    public void Nothing_that_shares_can_name_what_is_never_shared(string folder)
    {
        var types = typeof(LineKind).Assembly.GetTypes().Where(type => type.Namespace == folder).ToList();

        var leaks = types.SelectMany(LeaksOf).ToList();

        Assert.NotEmpty(types);
        Assert.Empty(leaks);
    }

    [Theory]
    [Trait("Promise", "P7")]
    [InlineData(typeof(LeakyField), nameof(CheckIn))]
    [InlineData(typeof(LeakyList), nameof(Topic))]
    [InlineData(typeof(LeakyParameter), nameof(HelpRequest))]
    [InlineData(typeof(LeakyResult), nameof(TaskEntry))]
    [InlineData(typeof(LeakyMoney), nameof(MoneyWeek))]
    [InlineData(typeof(LeakyForm), nameof(PathwayEntry))]
    [InlineData(typeof(LeakyOutcome), nameof(Outcome))]
    public void A_leaky_twin_with_such_a_member_is_found_out(Type twin, string leak)
    {
        Assert.Contains(LeaksOf(twin), found => found.EndsWith($": {leak}", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "P7")]
    public void A_line_is_of_one_of_the_eight_kinds_that_may_be_shared()
    {
        List<string> expected =
        [
            "Adjustment",
            "Contact",
            "Sign",
            "KeepingWell",
            "Trigger",
            "OffDay",
            "CrisisAtWork",
            "ReturnToWork",
        ];

        var found = Enum.GetNames<LineKind>().ToList();

        Assert.Equal(expected, found);
    }

    private static IEnumerable<string> LeaksOf(Type type) =>
        from member in type.GetMembers(Everything)
        from named in TypesOf(member).SelectMany(Parts)
        where IsNeverShared(named)
        select $"{type.Name}.{member.Name}: {named.Name}";

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
        member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            MethodInfo method => [method.ReturnType, .. ParametersOf(method)],
            MethodBase constructor => ParametersOf(constructor),
            _ => [],
        };

    private static IEnumerable<Type> ParametersOf(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    /// <summary>A type with everything that it is made of: of a list of lists, the innermost, too.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType
            ? Parts(type.GetElementType()!)
            : type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    private static bool IsNeverShared(Type type) =>
        type.Namespace == typeof(CheckIn).Namespace
        || type.Namespace == typeof(PathwayEntry).Namespace
        || OneByOne.Contains(type);

    private sealed record LeakyField(CheckIn? Newest);

    private sealed record LeakyMoney(IReadOnlyList<MoneyWeek> Weeks);

    private sealed record LeakyForm(PathwayEntry? FirstAidKit);

    private sealed record LeakyOutcome(Outcome? Week4);

    private sealed record LeakyList(IReadOnlyList<IReadOnlyDictionary<Topic, int>[]> Scores);

    private static class LeakyParameter
    {
        public static bool IsAbout(HelpRequest? request) => request is not null;
    }

    private static class LeakyResult
    {
        public static Task<TaskEntry?> LastAsync() => Task.FromResult<TaskEntry?>(null);
    }
}
