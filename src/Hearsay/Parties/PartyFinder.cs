using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Parties;

/// <summary>Finds what stands for a party in a document: countries and their people, capitals, bodies, officials. Linear in the text.</summary>
/// <param name="pack">What is known of the domain.</param>
internal sealed class PartyFinder(DomainPack pack)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Locatives =
        FrozenSet.ToFrozenSet(["in", "at", "near", "outside", "around", "inside", "to", "from", "into", "across", "throughout", "over", "via", "through"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Regions =
        FrozenSet.ToFrozenSet(["region", "oblast", "province", "district", "governorate", "city", "suburb", "airport", "time"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The mentions, in text order, disjoint.</summary>
    public ImmutableArray<PartyMention> Find(AnnotatedDocument document)
    {
        var found = new List<Candidate>();
        foreach (var sentence in document.Sentences) { FindIn(document, sentence, found); }
        var mentions = OrganResolver.Resolve(document, found, pack.Parties.Named(document.Document.Outlet ?? "")?.Party ?? Home(document, found));
        return PersonSides.Add(document, mentions, pack);
    }

    // Where a report's dateline says that it was written: "OSKELMAR, March 3. /NORD/."
    private static KnownParty? Home(AnnotatedDocument document, List<Candidate> found)
    {
        const int Opening = 6; // paragraphs
        foreach (var block in document.Document.Blocks.Where(block => block.Role is BlockRole.Body).Take(Opening))
        {
            var end = RunInDateline.End(document.Text, block.Span);
            if (end == block.Span.Start) { continue; }
            return found.Find(candidate => candidate.Term.Kind is PartyTermKind.Capital && document.Tokens[candidate.First].Span.Start >= block.Span.Start && document.Tokens[candidate.First].Span.Start < end).Term?.Party;
        }

        return null;
    }

    private void FindIn(AnnotatedDocument document, Sentence sentence, List<Candidate> found)
    {
        var tokens = document.TokensOf(sentence);
        for (var i = 0; i < tokens.Length;)
        {
            if (pack.Parties.Find(document.Text, tokens, i) is not { } match || !IsMeant(match.Term, document))
            {
                if (Ruler(tokens[i].Span.In(document.Text)) is { } ruler) { found.Add(new Candidate(sentence.FirstToken + i, sentence.FirstToken + i + 1, ruler with { Kind = PartyTermKind.Adjective }, false)); }
                i++;
                continue;
            }

            var end = i + match.Length;
            var kind = match.Term.Kind;
            if (kind is not PartyTermKind.Press && !IsPartOfName(document, tokens, i, ref end, kind))
            {
                if (kind is PartyTermKind.Adjective or PartyTermKind.People) { kind = IsBeforeNoun(document, sentence, end) ? PartyTermKind.Adjective : PartyTermKind.People; }
                found.Add(new Candidate(sentence.FirstToken + i, sentence.FirstToken + end, match.Term with { Kind = kind }, IsPlace(document, tokens, i, end, kind)));
            }

            i = end;
        }
    }

    // "the Varnian-run office", "Oskeland-controlled media": whose a body is that another runs.
    private PartyTerm? Ruler(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen > 2 && word[(hyphen + 1)..] is "run" or "controlled" or "installed" or "appointed" or "owned" or "led" && pack.Parties.Named(word[..hyphen].ToString()) is { Party: not null } term ? term : null;
    }

    private static bool IsMeant(PartyTerm term, AnnotatedDocument document) =>
        term.OnlyWith.Count == 0 || term.OnlyWith.Any(word => document.Text.Contains(word, StringComparison.Ordinal));

    // "Moscow Times", "Michael Jordan": the term is a part of another's name, and the end is moved behind that.
    private bool IsPartOfName(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int start, ref int end, PartyTermKind kind)
    {
        if (kind is not (PartyTermKind.Name or PartyTermKind.Capital)) { return false; }
        var next = end;
        while (next < tokens.Length && char.IsUpper(document.Text[tokens[next].Span.Start])) { next++; }
        if (next > end && pack.Sources.MediaWords.Contains(tokens[next - 1].Span.SliceOf(document.Text).ToLowerInvariant()))
        {
            end = next;
            return true;
        }

        return SortedSpans.Touching(document.Entities, tokens[start].Span, entity => entity.Span) is [{ Type: EntityType.Person } person, ..]
            && person.Span.Length > tokens[end - 1].Span.End - tokens[start].Span.Start;
    }

    private static bool IsBeforeNoun(AnnotatedDocument document, Sentence sentence, int end)
    {
        for (var i = sentence.FirstToken + end; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            var word = document.Tokens[i].Span.In(document.Text);
            if (document.Grammar?.Tags[i] is { } tag)
            {
                if (tag.StartsWith('N')) { return true; }
                if (tag is not ("JJ" or "CD" or "CC" or "VBN" or "VBG" or "HYPH" or "RB")) { return false; }
            }
            else
            {
                return char.IsLetter(word[0]) && !Statements.Rules.Lexicon.IsPreposition(word.ToString());
            }
        }

        return false;
    }

    private static bool IsPlace(AnnotatedDocument document, ReadOnlySpan<Token> tokens, int start, int end, PartyTermKind kind)
    {
        if (kind is not (PartyTermKind.Name or PartyTermKind.Capital)) { return false; }
        if (end < tokens.Length && Regions.Contains(tokens[end].Span.In(document.Text))) { return true; }
        if (start == 0 || end < tokens.Length && tokens[end].Span.In(document.Text) is "'s" or "’s") { return false; }
        var before = tokens[start - 1].Span.In(document.Text);
        if (before.Equals("the", StringComparison.OrdinalIgnoreCase) && start > 1) { before = tokens[start - 2].Span.In(document.Text); }
        return Locatives.Contains(before) && (kind is PartyTermKind.Capital || !before.Equals("to", StringComparison.OrdinalIgnoreCase) && !before.Equals("from", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A term found in the text, before it is known whose body it is.</summary>
    internal readonly record struct Candidate(int First, int End, PartyTerm Term, bool IsPlace);
}
