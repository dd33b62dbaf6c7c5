using System.Collections.Immutable;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Origins;

/// <summary>What a passage negates in its main clauses: the words behind "no", "not", "nobody", "not one", up to the clause's end. What is negated within a clause that depends on another ("was told that no …") is not.</summary>
internal sealed class Negation
{
    private const int Longest = 60;     // words that are looked at
    private const int ScopeLength = 12; // words behind the one that negates
    private const int HeadLength = 2;
    private const int Beginning = 20;   // words
    private const int Brief = 18;       // words of an answer that says little besides

    private static readonly WordLists Lists = WordLists.Negation;

    private Negation(ImmutableArray<string> scope, bool isEntire, bool refersBack, bool isLimited, bool isOwn, bool isBrief) =>
        (Scope, IsEntire, RefersBack, IsLimited, IsOwn, IsBrief) = (scope, isEntire, refersBack, isLimited, isOwn, isBrief);

    /// <summary>Stems of the negated words, in text order.</summary>
    public ImmutableArray<string> Scope { get; }

    /// <summary>Stems of what the negation bears on first: its verb or noun, and the word behind.</summary>
    public IEnumerable<string> Head => Scope.Take(HeadLength);

    /// <summary>The families of deeds that it bears on.</summary>
    public HashSet<string> Deeds => Text.Deeds.Of([.. Head]);

    /// <summary>True where no exception is left: "nobody", "not one", "no letter", "not … at all".</summary>
    public bool IsEntire { get; }

    /// <summary>True for "no such": what was just spoken of is negated.</summary>
    public bool RefersBack { get; }

    /// <summary>True where room is left beside the negation, so that the claim may hold with it: "until August", "elsewhere", "no other".</summary>
    public bool IsLimited { get; }

    /// <summary>True where the sentence says little besides.</summary>
    public bool IsBrief { get; }

    /// <summary>True where the sentence speaks of its speaker or of where he is: "our", "we", "here".</summary>
    public bool IsOwn { get; }

    /// <summary>True where a passage begins with a wish or a guess, which no fact contradicts.</summary>
    public static bool IsWish(Passage passage) => passage.Words.Take(Beginning / 2).Any(word => Lists["wishes"].Contains(word.Lower));

    /// <summary>True where the words rate something as false or worthless: "an invention", "a collection of unverifiable testimony".</summary>
    public static bool RatesLow(IEnumerable<string> words) => words.Any(Lists["false"].Contains);

    /// <summary>True where a passage begins by speaking of its speaker or of where he is.</summary>
    public static bool IsOfOwn(Passage passage) => passage.Words.Take(Beginning).Any(word => Lists["own"].Contains(word.Lower));

    /// <summary>What a passage negates; null where it negates nothing.</summary>
    public static Negation? Of(Passage passage)
    {
        var words = passage.Words;
        var scope = ImmutableArray.CreateBuilder<string>();
        var (isMain, isEntire, refersBack, isLimited, negated, start) = (true, false, false, false, -1, 0);
        var end = words.Length;
        for (var i = 0; i < Math.Min(words.Length, Longest); i++)
        {
            var word = words[i].Lower;
            var isNewSentence = i > 0 && Ends(passage, i, ".!?;");
            if (i > 0 && (isNewSentence || Ends(passage, i, ",;:–—()") || word is "and" or "but")) { (isMain, negated) = (true, -1); }
            if (isNewSentence)
            {
                if (scope.Count > 0) { end = i; break; }
                start = i;
            }

            if (i > 0 && Lists["subordinates"].Contains(word) && !(word is "that" && words[i - 1].Lower is "and" or "but")) { (isMain, negated) = (false, -1); }
            isLimited |= Lists["limits"].Contains(word);
            if (!isMain) { continue; }
            if (negated < 0 && Negates(word))
            {
                if (i + 1 < words.Length && (Lists["idle"].Contains(words[i + 1].Lower) || (word is "no" && words[i].IsCapital && words[i + 1].IsCapital))) { continue; } // "No Child Left Behind" is a name
                negated = i;
                isEntire |= Lists["entire"].Contains(word);
            }
            else if (negated >= 0 && i - negated <= ScopeLength)
            {
                isEntire |= Lists["entire"].Contains(word) || (i == negated + 1 && words[negated].Lower is "not" && Lists["right-behind"].Contains(word));
                refersBack |= word is "such" && words[i - 1].Lower is "no";
                if (!Lists["passed-over"].Contains(word)) { scope.Add(passage.Stems[i]); }
            }
        }

        return scope.Count > 0 ? new Negation(scope.ToImmutable(), isEntire, refersBack, isLimited, words[start..end].Any(word => Lists["own"].Contains(word.Lower)), end - start <= Brief) : null;
    }

    private static bool Negates(string word) => Lists["negates"].Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal);

    // A mark stands before a word of the passage.
    private static bool Ends(Passage passage, int word, string marks)
    {
        var (from, to) = (passage.Words[word - 1].Span.End, passage.Words[word].Span.Start);
        return to > from && passage.Document.Text.AsSpan(from, to - from).IndexOfAny(marks) >= 0;
    }
}
