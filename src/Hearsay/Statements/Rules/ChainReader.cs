using System.Collections.Immutable;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Reads through which hands a statement came, from the reader inwards.</summary>
internal sealed class ChainReader(string? outlet, string text, SourceWords sources)
{
    /// <summary>The chain of a statement: the outlet if it is known, whoever passed it on, and the origin.</summary>
    /// <param name="relays">Who passed it on, outermost first.</param>
    /// <param name="origin">Whose word it is; where nobody is named, the chain ends with an origin of that name ("unnamed").</param>
    public ImmutableArray<Hop> Read(IEnumerable<(Party Party, TextSpan Span)> relays, StatementSource? origin)
    {
        var chain = ImmutableArray.CreateBuilder<Hop>();
        if (outlet is not null) { chain.Add(new Hop(HopRole.Outlet, outlet, null)); }
        foreach (var (party, span) in relays)
        {
            chain.Add(new Hop(RoleOf(party, span), party.Name, span));
        }

        chain.Add(new Hop(HopRole.Origin, origin?.Name ?? "not named", origin?.Span));
        return chain.ToImmutable();
    }

    /// <summary>True for newspapers, agencies, channels and reports: parties that pass on what others say.</summary>
    public bool PassesOn(Party party, TextSpan span) => IsAgency(span) || IsMedia(span) || party.Type is SourceType.Document;

    private HopRole RoleOf(Party party, TextSpan span) =>
        IsAgency(span) ? HopRole.Agency : IsMedia(span) || party.Type is SourceType.Document ? HopRole.Relay : HopRole.Speaker;

    private bool IsAgency(TextSpan span)
    {
        var words = span.SliceOf(text);
        return words.Contains("news agency", StringComparison.OrdinalIgnoreCase)
            || sources.Agencies.Any(agency => ContainsWord(words, agency));
    }

    private bool IsMedia(TextSpan span) => span.SliceOf(text).Split(' ', ',', '’', '\'').Any(word =>
        word.Length > 0 && (char.IsUpper(word[0]) ? sources.MediaWords.Contains(word.ToLowerInvariant()) : false) || sources.MediaNouns.Contains(word));

    private static bool ContainsWord(string words, string name)
    {
        var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (at + name.Length == words.Length || !char.IsLetterOrDigit(words[at + name.Length]))
            && (name.Length > 4 || words.AsSpan(at, name.Length).ToString().All(char.IsUpper));
    }
}
