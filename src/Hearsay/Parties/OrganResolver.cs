using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Parties;

/// <summary>
/// Tells whose "Defence Ministry" it is: the party named beside it ("Russian", "Russia's", "of Ukraine"); else, after "its", the last party that acted; else the one it last had in the text, or the only one that it has later on;
/// else where the outlet is at home; else the nearest party in the sentence, the paragraph, the document.
/// </summary>
internal static class OrganResolver
{
    private const int Reach = 6; // how many mentions back "nearest" may lie
    private const int Between = 3; // tokens between a party and its body

    /// <summary>The mentions of parties, with each common body joined to its qualifier; bodies that are nobody's are left out.</summary>
    public static List<PartyMention> Resolve(AnnotatedDocument document, List<PartyFinder.Candidate> found, KnownParty? home)
    {
        var mentions = new List<PartyMention>(found.Count);
        var lastOwner = new Dictionary<string, KnownParty>(StringComparer.Ordinal);
        var onlyOwner = OnlyOwners(document, found);
        for (var c = 0; c < found.Count; c++)
        {
            var candidate = found[c];
            if (candidate.Term.Party is { } party)
            {
                mentions.Add(Mention(document, candidate.First, candidate.End, party, candidate.Term.Name, candidate.Term.Kind, candidate.IsPlace));
                continue;
            }

            var (first, end) = (candidate.First, candidate.End);
            KnownParty? owner = null;
            if (mentions.Count > 0 && mentions[^1] is { Kind: PartyTermKind.Adjective or PartyTermKind.Name or PartyTermKind.Capital or PartyTermKind.People } before && Touches(document, before.End, first))
            {
                owner = before.Party;
                first = before.First;
                mentions.RemoveAt(mentions.Count - 1);
            }
            else if (c + 1 < found.Count && found[c + 1] is { Term: { Party: { } after, Kind: PartyTermKind.Name } } next && Is(document, end, "of") && (next.First == end + 1 || (next.First == end + 2 && Is(document, end + 1, "the"))))
            {
                owner = after;
                end = next.End;
                c++;
            }

            else if (c + 1 < found.Count && found[c + 1] is { Term: { Party: { } seat, Kind: PartyTermKind.Capital } } city && city.First == end + 1 && Is(document, end, "in"))
            {
                owner = seat; // "the foreign ministry in Lustava"
            }

            owner ??= IsPossessive(document, first - 1) ? LastActor(mentions) : null;
            owner ??= lastOwner.GetValueOrDefault(candidate.Term.Name) ?? onlyOwner.GetValueOrDefault(candidate.Term.Name) ?? home ?? Nearest(document, mentions, first);
            if (owner is null) { continue; }
            lastOwner[candidate.Term.Name] = owner;
            mentions.Add(Mention(document, first, end, owner, $"{owner.Name}'s {candidate.Term.Name}", PartyTermKind.Organ, false));
        }

        return mentions;
    }

    // Bodies that the text names with an owner ("the Varnian army"), always the same one: a headline's "army" is that one too.
    private static Dictionary<string, KnownParty> OnlyOwners(AnnotatedDocument document, List<PartyFinder.Candidate> found)
    {
        var owners = new Dictionary<string, HashSet<KnownParty>>(StringComparer.Ordinal);
        for (var c = 1; c < found.Count; c++)
        {
            if (found[c].Term.Party is null && found[c - 1].Term is { Party: { } owner, Kind: PartyTermKind.Adjective or PartyTermKind.Name } && Touches(document, found[c - 1].End, found[c].First))
            {
                if (!owners.TryGetValue(found[c].Term.Name, out var all)) { owners[found[c].Term.Name] = all = []; }
                all.Add(owner);
            }
        }

        return owners.Where(pair => pair.Value.Count == 1).ToDictionary(pair => pair.Key, pair => pair.Value.Single(), StringComparer.Ordinal);
    }

    private static PartyMention Mention(AnnotatedDocument document, int first, int end, KnownParty party, string name, PartyTermKind kind, bool isPlace) =>
        new(new TextSpan(document.Tokens[first].Span.Start, document.Tokens[end - 1].Span.End), first, end, party, name, kind, isPlace);

    // "Russian Defence Ministry", "Russia's Defence Ministry", "Oskeland's own Foreign Ministry", "the Varnian parliament's human rights commissioner".
    private static bool Touches(AnnotatedDocument document, int end, int first) =>
        end == first || (first - end <= 2 && document.Tokens[end].Span.In(document.Text) is "'s" or "’s" or "'" or "’") || (first - end <= Between && document.Grammar is { } grammar && first > end && IsOneNoun(grammar, end, first));

    private static bool IsOneNoun(Grammar grammar, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (grammar.Tags[t] is not ("JJ" or "NN" or "NNP" or "POS")) { return false; }
        }

        return true;
    }

    private static bool Is(AnnotatedDocument document, int token, string word) =>
        token >= 0 && token < document.Tokens.Length && document.Tokens[token].Span.In(document.Text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsPossessive(AnnotatedDocument document, int token) => Is(document, token, "its") || Is(document, token, "their") || Is(document, token, "his");

    private static KnownParty? LastActor(List<PartyMention> mentions)
    {
        for (var i = mentions.Count - 1; i >= Math.Max(0, mentions.Count - Reach); i--)
        {
            if (mentions[i].CanAct && mentions[i].Party.Kind is not PartyKind.Body && mentions[i].Kind is PartyTermKind.Name or PartyTermKind.Capital or PartyTermKind.Organ) { return mentions[i].Party; }
        }

        return null;
    }

    private static KnownParty? Nearest(AnnotatedDocument document, List<PartyMention> mentions, int token)
    {
        var start = SentenceStart(document, token);
        var recent = mentions.Skip(Math.Max(0, mentions.Count - Reach)).Where(mention => mention.Party.Kind is not PartyKind.Body).ToImmutableArray(); // the United Nations have no army
        if (recent.Any(mention => mention.Party.Kind is PartyKind.State)) { recent = recent.RemoveAll(mention => mention.Party.Kind is not PartyKind.State); }
        if (recent.IsEmpty) { return null; }
        if (recent[^1].First >= start) { return recent[^1].Party; }
        return recent.LastOrDefault(mention => mention.Kind is PartyTermKind.Organ)?.Party ?? recent.LastOrDefault(mention => mention.CanAct)?.Party ?? recent[^1].Party;
    }

    private static int SentenceStart(AnnotatedDocument document, int token)
    {
        var (low, high) = (0, document.Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Sentences[middle].FirstToken <= token) { low = middle; } else { high = middle - 1; }
        }

        return document.Sentences[low].FirstToken;
    }
}
