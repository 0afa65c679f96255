using Portal.Domain.People;

namespace Portal.Data;

/// <summary>Where things are kept, and the address that links in mails lead to.</summary>
public sealed class PortalDataOptions
{
    /// <summary>The SQLite database file.</summary>
    public required string DatabaseFile { get; init; }

    /// <summary>The folder of keys. Keep it apart from the database and from its backups.</summary>
    public required string KeysFolder { get; init; }

    /// <summary>The address of the portal as its users type it, without a slash at the end.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The public name of the portal: the subject of every mail.</summary>
    public required string ServiceName { get; init; }

    /// <summary>When somebody of the service is there, such as "Monday to Friday, 9am to 5pm".</summary>
    public string StaffedHours { get; init; } = "Monday to Friday, 9am to 5pm";

    /// <summary>Whether staff may sign in with a password and no second step: in Development, for the demo.</summary>
    public bool StaffByPasswordAlone { get; init; }

    /// <summary>After how many minutes without use a member of staff is signed out.</summary>
    public int StaffIdleMinutes { get; init; } = 30;

    /// <exception cref="OperationRefusedException">The hours cannot be read.</exception>
    internal StaffedHours HoursOn(TimeZoneInfo zone) =>
        Domain.People.StaffedHours.Read(StaffedHours, zone)
        ?? throw new OperationRefusedException(
            "Portal:StaffedHours cannot be read. Write it like \"Monday to Friday, 9am to 5pm\"."
        );
}
