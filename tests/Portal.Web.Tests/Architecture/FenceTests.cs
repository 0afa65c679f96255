using System.Reflection;
using System.Runtime.CompilerServices;
using Mono.Cecil;
using Portal.Data;
using Portal.Domain.Plans;

namespace Portal.Web.Tests.Architecture;

/// <summary>What keeps an employer's page behind its door (design §4, docs/adr/0001).</summary>
public sealed class FenceTests
{
    private static readonly Assembly Domain = typeof(PlanDesk).Assembly;
    private static readonly Assembly Data = typeof(Operations).Assembly;
    private static readonly Assembly Web = typeof(PortalPage).Assembly;

    [Fact]
    [Trait("Promise", "P6")]
    public void Only_the_persons_and_the_workers_pages_touch_the_working_plan()
    {
        var touching = TypesThatTouch(Web.Location, "Portal.Domain.Plans.PlanDesk").ToList();

        Assert.NotEmpty(touching);
        Assert.All(touching, type => Assert.True(IsPersonsOrWorkers(type), type));
    }

    [Theory]
    [Trait("Promise", "P7")]
    [InlineData("Portal.Domain.Pathways.")]
    [InlineData("Portal.Domain.CheckIns.")]
    [InlineData("Portal.Domain.Caseload.Outcome")]
    public void No_page_of_work_names_what_is_never_shared(string folder)
    {
        var touching = TypesThatTouch(Web.Location, folder).ToList();

        Assert.Contains(touching, IsPersonsOrWorkers);
        Assert.DoesNotContain(touching, IsOfWork);
    }

    [Fact]
    public void Only_the_teams_pages_touch_the_gateway()
    {
        var touching = TypesThatTouch(Web.Location, "Portal.Domain.Disclosure.DisclosureGateway");

        Assert.All(touching, type => Assert.StartsWith("Portal.Web.Pages.Team.", type, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_calendar_and_the_account_page_touch_the_calendar_feed()
    {
        var touching = TypesThatTouch(Web.Location, "Portal.Domain.Disclosure.CalendarFeed").Distinct();

        Assert.Equal(
            ["Portal.Web.Pages.Account.IndexModel", "Portal.Web.Pages.CalendarModel"],
            touching.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void What_the_plan_pages_share_is_used_by_no_other_audience()
    {
        var touching = TypesThatTouch(Web.Location, "Portal.Web.Pages.Me.Plan.")
            .Concat(TypesThatTouch(Web.Location, "Portal.Web.Pages.Desk.Plan."));

        Assert.All(touching, type => Assert.True(IsPersonsOrWorkers(type) || IsPartOfPlan(type), type));
    }

    [Fact]
    public void Web_can_name_neither_EF_Core_nor_SQLite()
    {
        var referenced = AssemblyDefinition
            .ReadAssembly(Web.Location)
            .MainModule.AssemblyReferences.Select(reference => reference.Name);

        Assert.DoesNotContain(
            referenced,
            name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(referenced, name => name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal));
    }

    [Fact]
    public void The_domain_references_nothing_but_the_framework()
    {
        var referenced = AssemblyDefinition
            .ReadAssembly(Domain.Location)
            .MainModule.AssemblyReferences.Select(reference => reference.Name);

        Assert.All(referenced, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Stores_rows_and_context_are_internal_and_Web_is_no_friend()
    {
        var friends = new[] { Domain, Data }
            .SelectMany(assembly => assembly.GetCustomAttributes<InternalsVisibleToAttribute>())
            .Select(f => f.AssemblyName);
        var open = Domain
            .GetTypes()
            .Concat(Data.GetTypes())
            .Where(type => type.IsPublic)
            .Select(type => type.Name)
            .ToList();

        Assert.Equal(["Portal.Data", "Portal.Data.Tests", "Portal.Data.Tests", "Portal.Domain.Tests"], friends.Order());
        Assert.DoesNotContain(
            open,
            name => name.EndsWith("Store", StringComparison.Ordinal) || name.EndsWith("Row", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("PortalDb", open);
        Assert.DoesNotContain("IDisclosureEngine", open);
    }

    [Theory]
    [InlineData(typeof(Domain.Disclosure.Sheet))]
    [InlineData(typeof(Domain.People.Actor))]
    [InlineData(typeof(Domain.Consents.Consent))]
    [InlineData(typeof(Domain.Consents.Preview))]
    [InlineData(typeof(PlanDesk))]
    [InlineData(typeof(Domain.Disclosure.DisclosureGateway))]
    [InlineData(typeof(Domain.Disclosure.CalendarFeed))]
    public void Nobody_outside_can_make_one(Type type) => Assert.Empty(type.GetConstructors());

    [Fact]
    public void The_public_surface_of_Data_is_this_and_no_more()
    {
        var open = Data.GetTypes()
            .Where(type => type is { IsPublic: true, Namespace: not "Portal.Data.Storage.Migrations" })
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Account",
                "AppOutcome",
                "BackIn",
                "BackInOutcome",
                "BackInRequest",
                "CodeOutcome",
                "DataRegistration",
                "DemoSeed",
                "Device",
                "InvitationPage",
                "Invitations",
                "JoinOutcome",
                "KeptForm",
                "KeptForms",
                "MailAddresses",
                "MailDispatch",
                "MailRoom",
                "NewWayIn",
                "NoticeChoices",
                "OperationRefusedException",
                "Operations",
                "OrganisationLinks",
                "PasskeyView",
                "Passkeys",
                "Passwords",
                "PortalDataOptions",
                "ProvedElsewhere",
                "PutOffMails",
                "SecondStep",
                "SecondStepView",
                "SecurityEvent",
                "SecurityLine",
                "SecurityLog",
                "ServingLock",
                "SessionView",
                "Sessions",
                "SignInCheck",
                "SignedIn",
                "UndeliveredMail",
                "WayIn",
            ],
            open
        );
    }

    /// <summary>Every type, compiled views, nested async bodies and lambdas included, that names another in its code.</summary>
    private static IEnumerable<string> TypesThatTouch(string assembly, string target) =>
        from type in AssemblyDefinition.ReadAssembly(assembly).MainModule.GetTypes()
        where Names(type).Any(name => name.StartsWith(target, StringComparison.Ordinal))
        select Outermost(type).FullName;

    private static IEnumerable<string> Names(TypeDefinition type)
    {
        var members = type
            .Fields.Select(field => field.FieldType.FullName)
            .Concat(
                type.Methods.SelectMany(method =>
                    method.Parameters.Select(parameter => parameter.ParameterType.FullName)
                )
            )
            .Append(type.BaseType?.FullName ?? "");
        var code =
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            let used = (instruction.Operand as MemberReference)?.DeclaringType ?? instruction.Operand as TypeReference
            where used is not null
            select used.FullName;
        return members.Concat(code);
    }

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>A page, or a compiled view, that somebody at work can open.</summary>
    private static bool IsOfWork(string type) =>
        new[] { "Team", "Employer", "Calendar", "Account" }.Any(folder =>
            type.StartsWith($"Portal.Web.Pages.{folder}", StringComparison.Ordinal)
            || type.StartsWith($"AspNetCoreGeneratedDocument.Pages_{folder}", StringComparison.Ordinal)
        );

    private static bool IsPersonsOrWorkers(string type) =>
        type.StartsWith("Portal.Web.Pages.Me.", StringComparison.Ordinal)
        || type.StartsWith("Portal.Web.Pages.Desk.", StringComparison.Ordinal)
        || type.StartsWith("Portal.Web.Verbs", StringComparison.Ordinal);

    private static bool IsPartOfPlan(string type) =>
        type.StartsWith("AspNetCoreGeneratedDocument.Pages_Me_", StringComparison.Ordinal)
        || type.StartsWith("AspNetCoreGeneratedDocument.Pages_Desk_", StringComparison.Ordinal)
        || type
            is "AspNetCoreGeneratedDocument.Pages_Shared__Plan"
                or "AspNetCoreGeneratedDocument.Pages_Shared__ChooseLine"
                or "AspNetCoreGeneratedDocument.Pages_Shared__AddLine"
                or "AspNetCoreGeneratedDocument.Pages_Shared__EditLine"
                or "AspNetCoreGeneratedDocument.Pages_Shared__PlanReach"
                or "AspNetCoreGeneratedDocument.Pages_Shared__LineFields";
}
