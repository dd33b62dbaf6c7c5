using Hearsay.Language.Coreference;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Sources;

/// <summary>Reads a noun phrase by its words alone: what to call its party, and what kind of party it is.</summary>
internal sealed class SourceDescriber(string text, NameIndex names, SourceWords words, IReadOnlyList<SentenceWords> sentences)
{
    /// <summary>The party that the words at <paramref name="span"/> name or describe.</summary>
    public Party Describe(TextSpan span)
    {
        var sentence = sentences[Math.Min(SentenceWords.At(sentences, span.Start), sentences.Count - 1)];
        var all = Words(span, sentence);
        return all.Count == 0 ? new Party(span.SliceOf(text), SourceType.Person) : Describe(Head(span, sentence), all, span);
    }

    private Party Describe(List<Word> head, List<Word> all, TextSpan span)
    {
        if (head.Count > 1 && head[0].Lower is "neither" or "either" or "both") { head = head[1..]; } // "neither Elsvik nor Teln"
        var run = LastNameRun(head);
        var phrase = text[head[0].Span.Start..head[^1].Span.End];
        var bare = Lexicon.Articles.Contains(head[0].Lower) && head.Count > 1 ? text[head[1].Span.Start..head[^1].Span.End] : phrase;
        if (all.Any(word => words.UnnamedWords.Contains(word.Lower)) && run.Count < 2) { return new Party(bare, SourceType.Unnamed); }
        if (run.Count == 0) { return new Party(bare, Kind(head)); }

        var title = run.FindLastIndex(Math.Max(0, run.Count - 2), word => words.Titles.Contains(word.Lower) || words.PersonNouns.Contains(word.Lower));
        if (run.Count > 1 && title >= 0 && run.All(word => word.Capital)) { run = run[(title + 1)..]; }
        var name = text[run[0].Span.Start..run[^1].Span.End];
        if (head.FindIndex(1, word => word.Lower is "of" or "for" && word.Span.Start < run[0].Span.Start) is > 0 and var link && words.ServingNouns.Contains(head[link - 1].Lower)) { return new Party(bare, Kind(head[..link])); }
        if (run.Count == 1 && head.LastIndexOf(run[0]) is > 1 and var last && head[last - 1].Lower is "of" && words.PersonNouns.Contains(head[last - 2].Lower)) { return new Party(bare, SourceType.Person); } // "the mayor of Teln"
        if (names.Expand(name) is { } full && run.Count == 1 && head[^1] == run[^1]) { return new Party(full, SourceType.Organisation); }
        if (words.Agencies.Contains(name.ToLowerInvariant()) || run.Any(word => words.MediaWords.Contains(word.Lower) || words.OrganisationWords.Contains(word.Lower)))
        {
            return new Party(bare, SourceType.Organisation);
        }

        if (words.GroupNouns.Contains(run[^1].Lower)) { return new Party(bare, SourceType.Group); }
        if (head[^1] != run[^1] && !head[^1].Capital && run.Count < 3 && Kind(head) is not SourceType.Person) { return new Party(bare, Kind(head)); }
        if (run.Count < 3 && IsNounAfter(head, run)) { return new Party(bare, Kind(head)); } // "a prominent Varnian blogger", "state television"
        if (run.Count == 1)
        {
            if (names.FullName(name, span.Start) is { } known) { return new Party(known, SourceType.Person); }
            if (head.Count(word => word.IsWord) <= 2 && head.All(word => word == run[0] || Lexicon.Articles.Contains(word.Lower)))
            {
                var type = names.IsPlace(name) || Lexicon.Articles.Contains(head[0].Lower) ? SourceType.Place : name.Length > 1 && name.All(c => char.IsUpper(c) || c == '.') ? SourceType.Organisation : SourceType.Person;
                return new Party(name, type);
            }

            if (head.Any(word => words.OrganisationNouns.Contains(word.Lower))) { return new Party(bare, SourceType.Organisation); }
            if (names.IsPlace(name) && head.Count > 1) { return new Party(bare, Kind(head)); }
        }
        else if (head.Take(head.Count - run.Count).LastOrDefault() is { } before && before.Span.Length > 0 && words.OrganisationNouns.Contains(before.Lower))
        {
            return new Party(name, SourceType.Organisation); // "the group Open Gate"
        }

        return new Party(name, SourceType.Person);
    }

    // True where the phrase's main word is a noun behind the name, with no preposition between.
    private static bool IsNounAfter(List<Word> head, List<Word> run)
    {
        var after = head[(head.LastIndexOf(run[^1]) + 1)..];
        return after.Count > 0 && after.TrueForAll(word => word.IsWord && !word.Capital && !char.IsDigit(word.Lower[0]) && !Lexicon.IsPreposition(word.Lower))
            && after[^1].Lower is not ("alone" or "too" or "also" or "'s") && !Lexicon.IsAdverb(after[^1].Lower);
    }

    private SourceType Kind(List<Word> head)
    {
        foreach (var word in head.AsEnumerable().Reverse())
        {
            if (words.UnnamedWords.Contains(word.Lower)) { return SourceType.Unnamed; }
            if (words.GroupNouns.Contains(word.Lower)) { return SourceType.Group; }
            if (words.DocumentNouns.Contains(word.Lower)) { return SourceType.Document; }
            if (words.OrganisationNouns.Contains(word.Lower) || words.OrganisationWords.Contains(word.Lower) && word.Capital) { return SourceType.Organisation; }
            if (words.PersonNouns.Contains(word.Lower)) { return SourceType.Person; }
        }

        var last = head[^1].Lower;
        return last is "i" or "he" or "she" ? SourceType.Person
            : last is "they" or "we" or "some" or "many" or "others" or "most" or "few" || (last.Length > 3 && last[^1] == 's' && !head[^1].Capital) ? SourceType.Group
            : SourceType.Person;
    }

    // The last run of capitalised words in the phrase; "of" and "for" may stand inside a body's name.
    private static List<Word> LastNameRun(List<Word> head)
    {
        var end = head.FindLastIndex(word => word.Capital) + 1;
        var start = end;
        if (end > 0 && end == head.Count - 1 && head[end].Lower.Length <= 3 && head[end].Lower.All(char.IsAsciiDigit)) { (start, end) = (end - 1, end + 1); } // "Signal 12"
        while (start > 0)
        {
            if (IsName(start - 1)) { start--; }
            else if (start > 1 && Joins(head[start - 1].Lower) && IsName(start - 2)) { start -= 2; }
            else if (start > 2 && head[start - 1].Lower == "the" && Joins(head[start - 2].Lower) && IsName(start - 3)) { start -= 3; }
            else { break; }
        }

        return head[start..end];

        // The first word may owe its capital to the sentence's beginning.
        bool IsName(int i) => head[i].Capital && !(i == 0 && (Lexicon.Determiners.Contains(head[0].Lower) || Lexicon.Pronouns.Contains(head[0].Lower)));

        static bool Joins(string lower) => lower is "of" or "for" or "de" or "van" or "von" or "&" or "al" or "bin";
    }

    // The phrase up to its first comma, bracket or relative clause, without a circumstance after the name.
    private static List<Word> Head(TextSpan span, SentenceWords sentence)
    {
        var all = Words(span, sentence);
        var head = new List<Word>();
        foreach (var word in all)
        {
            if (head.Count > 0 && (word.IsComma || word.IsDash || word.Lower is "(" or "who" or "which" or "that" || (word.Lower is "'s" && word == all[^1]))) { break; }
            if (head.Count == 0 && (!word.IsWord || !char.IsLetterOrDigit(word.Lower[0])) && !word.IsQuoteMark && all.Count > 1) { continue; } // a bullet
            if (head.Any(earlier => !Lexicon.Determiners.Contains(earlier.Lower)) && Lexicon.IsPreposition(word.Lower) && word.Lower is not ("of" or "for" or "inside" or "outside" or "close" or "near"))
            {
                if (head.Count > 1 && !Lexicon.Determiners.Contains(head[^2].Lower) && IsParticiple(head[^1])) { head.RemoveAt(head.Count - 1); } // "footage published on", "officials briefed on"
                break;
            }

            head.Add(word);
        }

        while (head.Count > 1 && head[^1].Lower is "himself" or "herself" or "itself" or "themselves") { head.RemoveAt(head.Count - 1); }
        return head.Count > 0 ? head : all;
    }

    private static bool IsParticiple(Word word) =>
        !word.Capital && word.Lower.Length > 4 && (word.Lower.EndsWith("ed", StringComparison.Ordinal) || word.Lower.EndsWith("ing", StringComparison.Ordinal))
        || word.Lower is "led" or "run" or "seen" or "known" or "held" or "made" or "sent" or "taken" or "given" or "shown" or "written" or "familiar" or "aware" or "present";

    private static List<Word> Words(TextSpan span, SentenceWords sentence)
    {
        var range = sentence.Range(span);
        return [.. Enumerable.Range(range.Start, range.Count).Select(i => sentence[i])];
    }
}
