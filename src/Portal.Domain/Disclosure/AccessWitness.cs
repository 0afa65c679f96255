namespace Portal.Domain.Disclosure;

/// <summary>
/// Remembers, for one request, whether an access record was committed. Only the gateway can set it; the
/// run-time witness reads it before a page about a plan is sent (design §4).
/// </summary>
public sealed class AccessWitness
{
    public bool Recorded { get; private set; }

    internal void Record() => Recorded = true;
}
