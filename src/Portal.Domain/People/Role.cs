namespace Portal.Domain.People;

/// <summary>The kinds of people who sign in (design §1). An account has one role for good.</summary>
public enum Role
{
    Person,
    Supervisor,
    SupportWorker,
    EmployerLead,
    ServiceManager,

    /// <summary>Someone with legal authority to decide for a person; acts as that person, by their own name.</summary>
    Representative,
}
