namespace Hearsay.Packs;

public sealed partial class DomainPack
{
    /// <summary>The words that attribute, from <c>cues.yml</c>; none where the pack has no such file.</summary>
    internal CueLexicon Cues { get; }

    /// <summary>What sources are called, from <c>sources.yml</c>; nothing where the pack has no such file.</summary>
    internal SourceWords Sources { get; }

    /// <summary>What tells how a statement is made, from <c>facts.yml</c>; nothing where the pack has no such file.</summary>
    internal FactWords Facts { get; }

    private static CueLexicon ReadCues(string directory) =>
        Path.Combine(directory, "cues.yml") is var file && File.Exists(file) ? CueLexicon.Read(file) : new CueLexicon([]);
}
