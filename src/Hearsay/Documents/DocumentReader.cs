using Hearsay.Packs;

namespace Hearsay.Documents;

/// <summary>Reads original bytes as a document: decodes them, tells blocks apart, finds title, outlet, date and language.</summary>
public sealed class DocumentReader(DomainPack pack, ReadLimits? limits = null)
{
    private readonly ReadLimits limits = limits ?? ReadLimits.Default;

    /// <summary>Reads one capture. Never throws for what the bytes are.</summary>
    public ReadOutcome Read(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        _ = pack;
        _ = limits;
        return new ReadOutcome.Refused("not built yet");
    }
}
