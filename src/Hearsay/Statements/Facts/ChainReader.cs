using System.Collections.Immutable;
using Hearsay.Packs;
using Hearsay.Statements.Sources;

namespace Hearsay.Statements.Facts;

/// <summary>Writes down the hands that a statement came by, from the reader inwards.</summary>
internal sealed class ChainReader(string? outlet, string text, SourceWords sources)
{
    /// <summary>Name of an origin that the document does not name.</summary>
    public const string NotNamed = "not named";

    /// <summary>The chain of a statement: the outlet if it is known, whoever passed it on, and the origin.</summary>
    /// <param name="relays">Who passed it on, outermost first.</param>
    /// <param name="origin">Whose word it is; where nobody is named, the chain ends with an origin of that name ("not named").</param>
    public ImmutableArray<Hop> Read(IEnumerable<(Party Party, TextSpan Span)> relays, StatementSource? origin)
    {
        var chain = ImmutableArray.CreateBuilder<Hop>();
        if (outlet is not null) { chain.Add(new Hop(HopRole.Outlet, outlet, null)); }
        foreach (var (party, span) in relays)
        {
            if (party.Name != outlet && party.Name != origin?.Name) { chain.Add(new Hop(RoleOf(party, span), party.Name, span)); }
        }

        chain.Add(new Hop(HopRole.Origin, origin?.Name ?? NotNamed, origin?.Span));
        return chain.ToImmutable();
    }

    private HopRole RoleOf(Party party, TextSpan span)
    {
        var words = span.SliceOf(text);
        return sources.IsAgency(party.Name) || sources.IsAgency(words) ? HopRole.Agency
            : sources.IsMedia(party.Name) || sources.IsMedia(words) || party.Type is SourceType.Document ? HopRole.Relay
            : HopRole.Speaker;
    }
}
