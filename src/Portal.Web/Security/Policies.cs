using Portal.Domain.People;

namespace Portal.Web.Security;

/// <summary>Who may open which pages: the whole table. What a policy does not name is denied.</summary>
internal static class Policies
{
    public const string Person = nameof(Person);
    public const string Recipient = nameof(Recipient);
    public const string SupportWorker = nameof(SupportWorker);
    public const string EmployerLead = nameof(EmployerLead);
    public const string ServiceManager = nameof(ServiceManager);
    public const string SignedIn = nameof(SignedIn);

    public static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services.AddAuthorization(options =>
        {
            options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
            options.AddPolicy(Person, policy => policy.RequireRole(nameof(Role.Person)));
            options.AddPolicy(
                Recipient,
                policy => policy.RequireRole(nameof(Role.Supervisor), nameof(Role.EmployerLead))
            );
            options.AddPolicy(SupportWorker, policy => policy.RequireRole(nameof(Role.SupportWorker)));
            options.AddPolicy(EmployerLead, policy => policy.RequireRole(nameof(Role.EmployerLead)));
            options.AddPolicy(ServiceManager, policy => policy.RequireRole(nameof(Role.ServiceManager)));
            options.FallbackPolicy = new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder()
                .RequireAssertion(_ => false)
                .Build();
        });
}
