namespace Portal.Domain.People;

/// <summary>The five kinds of people who sign in (design §1). An account has one role for good.</summary>
public enum Role
{
    Person,
    Supervisor,
    SupportWorker,
    EmployerLead,
    ServiceManager,
}
