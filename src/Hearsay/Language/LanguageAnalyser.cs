using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hearsay.Documents;

namespace Hearsay.Language;

/// <summary>Finds the tokens and sentences of a document and, in English, tags, lemmas, trees and names.</summary>
/// <param name="english">The English models; null where there are none, and then tokens and sentences are all that is found.</param>
/// <param name="names">Names whose words would be taken for a clause ("I Want to Live"), as they are spelled; each is read as one name.</param>
public sealed class LanguageAnalyser(LanguageModel? english = null, IReadOnlyCollection<string>? names = null)
{
    private readonly IReadOnlyCollection<string> names = names ?? [];

    /// <summary>Most tokens of a sentence. A longer one is cut, since the parse of a sentence and the search for statements in it may cost more than its length.</summary>
    public const int MaxSentenceTokens = 400;

    /// <summary>Analyses every block but furniture, in any language. Linear in the text's length.</summary>
    public AnnotatedDocument Analyse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var cutter = new SentenceCutter(document, LanguageRules.For(document.Language));
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            if (document.Blocks[block].IsLanguage)
            {
                cutter.Read(block);
            }
        }

        var cut = cutter.Result();
        return english is not null && document.Language is "en" or null ? WithGrammar(cut, english!, NamesIn(cut.Text), RunIn(document)) : cut;
    }

    // What stands before a paragraph's first sentence and is parsed apart from it: datelines, numbers, speakers' names.
    private static List<TextSpan> RunIn(Document document)
    {
        var found = RunInLabel.Find(document);
        foreach (var block in document.Blocks)
        {
            if (block.Role is BlockRole.Body && RunInDateline.End(document.Text, block.Span) is var end && end > block.Span.Start) { found.Add(block.Span with { End = end }); }
        }

        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private List<TextSpan> NamesIn(string text)
    {
        var found = new List<TextSpan>();
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)) { found.Add(new TextSpan(at, at + name.Length)); }
        }

        for (var at = text.IndexOf(" & ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(" & ", at + 3, StringComparison.Ordinal)) { AddJoined(text, at, found); }
        return found;
    }

    // "Witness & Redress": two capitalised words that the sign joins are a name's.
    private static void AddJoined(string text, int at, List<TextSpan> found)
    {
        var (start, end) = (at, at + 3);
        while (start > 0 && char.IsLetter(text[start - 1])) { start--; }
        while (end < text.Length && char.IsLetter(text[end])) { end++; }
        if (start == at || end == at + 3 || !char.IsUpper(text[start]) || !char.IsUpper(text[at + 3])) { return; }
        found.Add(new TextSpan(start, at));
        found.Add(new TextSpan(at + 3, end));
    }

    private static AnnotatedDocument WithGrammar(AnnotatedDocument cut, LanguageModel model, List<TextSpan> names, List<TextSpan> datelines)
    {
        var count = cut.Tokens.Length;
        var (tags, lemmas, heads, relations) = (new string[count], new string[count], new int[count], new string[count]);
        var entities = ImmutableArray.CreateBuilder<Entity>();
        var reader = model.Rent();
        for (var first = 0; first < cut.Sentences.Length;)
        {
            var taken = reader.Read(cut.Text, cut.Tokens.AsSpan(), cut.Sentences.AsSpan()[first..], names, datelines);
            for (var i = 0; i < taken; i++)
            {
                reader.Show(i);
                Take(cut.Sentences[first + i]);
            }

            first += taken;
        }

        model.Return(reader);
        return cut with
        {
            Grammar = new Grammar(
                ImmutableCollectionsMarshal.AsImmutableArray(tags), ImmutableCollectionsMarshal.AsImmutableArray(lemmas),
                ImmutableCollectionsMarshal.AsImmutableArray(heads), ImmutableCollectionsMarshal.AsImmutableArray(relations)),
            Entities = entities.DrainToImmutable(),
        };

        void Take(Sentence sentence)
        {
            var tokens = cut.TokensOf(sentence);
            for (var i = 0; i < tokens.Length; i++)
            {
                var token = sentence.FirstToken + i;
                tags[token] = model.Tags.Names[reader.Tags[i] - 1];
                lemmas[token] = reader.LemmaOf(cut.Text, tokens[i], i);
                heads[token] = reader.Heads[i] < 0 ? -1 : sentence.FirstToken + reader.Heads[i];
                relations[token] = model.Trees.Labels[reader.Labels[i] - 1];
            }

            TimeClause.Mend(token => cut.Tokens[token].Span.In(cut.Text), sentence.FirstToken, sentence.FirstToken + tokens.Length, tags, heads, relations);
            EntityAssembler.Add(cut.Text, tokens, reader.Classes, tags.AsSpan(sentence.FirstToken, tokens.Length), entities);
        }
    }
}
