namespace Portal.Data.Storage;

/// <summary>Where the database file is.</summary>
internal sealed record PortalFile(string Path);
