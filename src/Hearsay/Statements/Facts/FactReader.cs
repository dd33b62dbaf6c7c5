using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Facts;

/// <summary>How a statement was made.</summary>
internal sealed record StatementFacts(StatementAct Act, Polarity Polarity, Certainty Certainty, string? Via, SaidOn SaidOn)
{
    /// <summary>What the cue word alone tells, where there are no trees.</summary>
    public static StatementFacts OfCue(Attribution attribution) => new(
        attribution.Act, attribution.Denies ? Polarity.Denied : Polarity.Affirmed, attribution.Hedges ? Certainty.Hedged : Certainty.Asserted, null, SaidOn.Unknown);
}

/// <summary>Reads from trees how each statement was made: what act, denied or not, how surely, by which means, when.</summary>
internal sealed class FactReader(DomainPack pack, AnnotatedDocument document)
{
    private readonly PolarityReader polarity = new(pack);
    private readonly ActReader acts = new(pack);
    private readonly ViaReader vias = new(pack.Sources);
    private readonly SaidOnReader saidOn = new(document.Document, document.Dates);

    /// <summary>The facts of all attributions of the document, in their order.</summary>
    public IReadOnlyList<StatementFacts> Read(GrammarTree tree, IReadOnlyList<Attribution> attributions)
    {
        var certainty = new CertaintyReader(pack, polarity);
        CueFrame[] frames = [.. attributions.Select(attribution => new CueFrame(tree, attribution))];
        for (var f = 0; f < frames.Length; f++)
        {
            frames[f] = frames[f].With(acts.Read(frames[f]));
        }

        var unverified = new VerificationReader(pack, tree, document.Document.Outlet).Read(frames);
        return [.. frames.Select((frame, f) => new StatementFacts(
            frame.Attribution.Act, polarity.Read(frame), unverified[f] ? Certainty.Unverified : certainty.Read(frame), vias.Read(frame), saidOn.Read(frame)))];
    }
}
