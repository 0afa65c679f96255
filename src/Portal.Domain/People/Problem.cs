namespace Portal.Domain.People;

/// <summary>One thing wrong with what was typed: the field, and a sentence that says what to do.</summary>
public sealed record Problem(string Field, string Message);
