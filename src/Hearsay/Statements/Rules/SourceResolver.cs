using System.Collections.Frozen;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Tells whom a source's words mean, statement by statement in text order: full names, acronyms, pronouns, "the general", "the ministry".</summary>
/// <remarks>It remembers who has spoken so far, so one serves one document.</remarks>
internal sealed class SourceResolver(string text, NameIndex names, SourceWords words, IReadOnlyList<SentenceWords> sentences)
{
    private const int Memory = 40;

    private readonly List<Party> spoken = []; // latest last

    /// <summary>Whom the words at <paramref name="span"/> mean.</summary>
    public Party Resolve(TextSpan span)
    {
        var party = Find(span, Holding(span));
        spoken.Remove(party);
        spoken.Add(party);
        if (spoken.Count > Memory) { spoken.RemoveAt(0); }
        return party;
    }

    /// <summary>Reads a noun phrase as a party, without looking back for whom it may stand.</summary>
    public Party Describe(TextSpan span) => Describe(Head(span, Holding(span)), Words(span, Holding(span)), span);

    private SentenceWords Holding(TextSpan span) => sentences[Math.Min(SentenceWords.At(sentences, span.Start), sentences.Count - 1)];

    private Party Find(TextSpan span, SentenceWords sentence)
    {
        var all = Words(span, sentence);
        if (all.Count == 0) { return new Party(span.SliceOf(text), SourceType.Person, Gender.Unknown, FrozenSet<string>.Empty); }
        var first = all[0].Lower;
        if (all.Count == 1 && first is "who" or "which" or "that" && Antecedent(all[0], sentence) is { } antecedent) { return Find(antecedent, sentence); }
        if (all.Count == 1 && Pronoun(first, span, sentence) is { } meant) { return meant; }
        var head = Head(span, sentence);
        if (first is "the" or "this" or "that" or "these" or "those" && head.All(word => !word.Capital || word.Span.Start == all[0].Span.Start) && Earlier(head) is { } again) { return again; }
        return Describe(head, all, span);
    }

    // he, she, they, it, we
    private Party? Pronoun(string pronoun, TextSpan span, SentenceWords sentence) => pronoun switch
    {
        "he" or "his" or "him" => Person(Gender.Male, span, sentence),
        "she" or "her" => Person(Gender.Female, span, sentence),
        "they" or "their" or "them" => spoken.FindLast(party => party.Type is SourceType.Group or SourceType.Unnamed) ?? spoken.FindLast(party => party.Type is SourceType.Organisation) ?? spoken.LastOrDefault(),
        "it" or "its" => spoken.FindLast(party => party.Type is SourceType.Organisation or SourceType.Place or SourceType.Document),
        _ => null,
    };

    private Party? Person(Gender gender, TextSpan span, SentenceWords sentence)
    {
        var other = gender is Gender.Male ? Gender.Female : Gender.Male;
        var mentioned = sentence.Sentence.Span.Start < span.Start ? LastPersonBetween(sentence, span.Start) : null;
        if (mentioned is not null && mentioned.Gender != other) { return mentioned; }
        return spoken.FindLast(party => party.Type is SourceType.Person && party.Gender == gender)is { } sure && spoken.FindLast(party => party.Type is SourceType.Person && party.Gender != other) is { } near
            ? Nearer(sure, near)
            : spoken.FindLast(party => party.Type is SourceType.Person && party.Gender != other);
    }

    private Party Nearer(Party sure, Party near) => spoken.IndexOf(near) - spoken.IndexOf(sure) > 2 ? near : spoken.IndexOf(near) >= spoken.IndexOf(sure) && near.Gender is Gender.Unknown ? near : sure;

    // "Usov denied it and said that he …": a full name earlier in the same sentence.
    private Party? LastPersonBetween(SentenceWords sentence, int before)
    {
        var end = sentence.Range(new TextSpan(before, before + 1)).Start;
        for (var i = Math.Max(0, end - Memory); i < end; i++)
        {
            if (sentence[i].Capital && !sentence[i].Quoted && names.FullName(text[sentence[i].Span.Start..sentence[i].Span.End], before) is { } name)
            {
                return new Party(name, SourceType.Person, GenderOf(name, []), FrozenSet<string>.Empty);
            }
        }

        return null;
    }

    // "the general": the last one described so; for nouns that say little ("the group"), else the last of that kind.
    private Party? Earlier(List<Word> head)
    {
        var noun = head[^1].Lower;
        if (spoken.FindLast(party => party.Descriptors.Contains(noun) && (party.Type is SourceType.Person or SourceType.Organisation)) is { } described) { return described; }
        if (head.Count > 2) { return null; }
        return noun is "official" or "man" or "woman" or "politician" or "speaker" ? spoken.FindLast(party => party.Type is SourceType.Person && char.IsUpper(party.Name[0]))
            : noun is "group" or "organisation" or "organization" or "body" or "company" or "outlet" or "newspaper" or "agency" ? spoken.FindLast(party => party.Type is SourceType.Organisation && char.IsUpper(party.Name[0]))
            : null;
    }

    private Party Describe(List<Word> head, List<Word> all, TextSpan span)
    {
        var descriptors = all.Select(word => word.Lower).Where(word => words.PersonNouns.Contains(word) || words.OrganisationNouns.Contains(word)).ToFrozenSet();
        var run = LastNameRun(head);
        var phrase = text[head[0].Span.Start..head[^1].Span.End];
        var bare = Lexicon.Articles.Contains(head[0].Lower) && head.Count > 1 ? text[head[1].Span.Start..head[^1].Span.End] : phrase;
        if (all.Any(word => words.UnnamedWords.Contains(word.Lower)) && run.Count < 2) { return new Party(bare, SourceType.Unnamed, Gender.Unknown, descriptors); }
        if (run.Count == 0) { return new Party(bare, Kind(head), GenderOf("", head), descriptors); }

        var title = run.FindLastIndex(Math.Max(0, run.Count - 2), word => words.Titles.Contains(word.Lower) || words.PersonNouns.Contains(word.Lower));
        if (run.Count > 1 && title >= 0 && run.All(word => word.Capital)) { run = run[(title + 1)..]; }
        var name = text[run[0].Span.Start..run[^1].Span.End];
        if (names.Expand(name) is { } full && run.Count == 1 && head[^1] == run[^1]) { return new Party(full, SourceType.Organisation, Gender.Unknown, descriptors.Union(NounsOf(full)).ToFrozenSet()); }
        if (words.Agencies.Contains(name.ToLowerInvariant()) || run.Any(word => words.MediaWords.Contains(word.Lower) || words.OrganisationWords.Contains(word.Lower)))
        {
            return new Party(bare, SourceType.Organisation, Gender.Unknown, descriptors.Union(NounsOf(name)).ToFrozenSet());
        }

        if (words.GroupNouns.Contains(run[^1].Lower)) { return new Party(bare, SourceType.Group, Gender.Unknown, descriptors); }
        if (head[^1] != run[^1] && !head[^1].Capital && run.Count < 3 && Kind(head) is not SourceType.Person) { return new Party(bare, Kind(head), Gender.Unknown, descriptors); }
        if (run.Count == 1)
        {
            if (names.FullName(name, span.Start) is { } known) { return new Party(known, SourceType.Person, GenderOf(known, all), descriptors); }
            if (head.Count(word => word.IsWord) <= 2 && head.All(word => word == run[0] || Lexicon.Articles.Contains(word.Lower)))
            {
                var type = names.IsPlace(name) || Lexicon.Articles.Contains(head[0].Lower) ? SourceType.Place : name.Length > 1 && name.All(c => char.IsUpper(c) || c == '.') ? SourceType.Organisation : SourceType.Person;
                return new Party(name, type, Gender.Unknown, descriptors);
            }

            if (head.Any(word => words.OrganisationNouns.Contains(word.Lower))) { return new Party(bare, SourceType.Organisation, Gender.Unknown, descriptors); }
            if (names.IsPlace(name) && head.Count > 1) { return new Party(bare, Kind(head), Gender.Unknown, descriptors); }
        }
        else if (head.Take(head.Count - run.Count).LastOrDefault() is { } before && before.Span.Length > 0 && words.OrganisationNouns.Contains(before.Lower))
        {
            return new Party(name, SourceType.Organisation, Gender.Unknown, descriptors); // "the group Open Gate"
        }

        return new Party(name, SourceType.Person, GenderOf(name, all), descriptors);
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

    private IEnumerable<string> NounsOf(string name) =>
        name.ToLowerInvariant().Split(' ').Where(word => words.OrganisationNouns.Contains(word) || words.OrganisationWords.Contains(word));

    // The last run of capitalised words in the phrase; "of" and "for" may stand inside a body's name.
    private static List<Word> LastNameRun(List<Word> head)
    {
        var end = head.FindLastIndex(word => word.Capital) + 1;
        var start = end;
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
            if (head.Any(earlier => !Lexicon.Determiners.Contains(earlier.Lower)) && Lexicon.IsPreposition(word.Lower) && word.Lower is not ("of" or "for" or "inside" or "outside" or "close" or "near")) { break; }
            head.Add(word);
        }
        return head;
    }

    private static List<Word> Words(TextSpan span, SentenceWords sentence)
    {
        var range = sentence.Range(span);
        return [.. Enumerable.Range(range.Start, range.Count).Select(i => sentence[i])];
    }

    // "Olena Hrytsak, who said": the phrase before the relative.
    private static TextSpan? Antecedent(Word relative, SentenceWords sentence)
    {
        var i = sentence.Range(relative.Span).Start;
        if (i == 0) { return null; }
        var end = sentence[i - 1].IsComma ? i - 1 : i;
        var start = NounPhrases.Edge(sentence, end);
        return start < end ? sentence.Span(start, end) : null;
    }

    // Titles and nouns first, then the shape of Slavic surnames and of given names in -a.
    private static Gender GenderOf(string name, IEnumerable<Word> around)
    {
        foreach (var word in around)
        {
            switch (word.Lower)
            {
                case "mr" or "mr." or "spokesman" or "chairman" or "sir" or "lord" or "king" or "businessman" or "congressman" or "father" or "husband" or "son" or "brother" or "man" or "ombudsman": return Gender.Male;
                case "mrs" or "mrs." or "ms" or "ms." or "miss" or "spokeswoman" or "chairwoman" or "lady" or "queen" or "congresswoman" or "mother" or "wife" or "daughter" or "sister" or "woman" or "ombudswoman": return Gender.Female;
            }
        }

        var parts = name.Split(' ');
        if (parts.Length < 2) { return Gender.Unknown; }
        var (given, surname) = (parts[0].ToLowerInvariant(), parts[^1].ToLowerInvariant());
        if (Ends(surname, "ova", "eva", "ina", "skaya", "ska", "aya")) { return Gender.Female; }
        if (Ends(surname, "ov", "ev", "sky", "skyi", "skiy", "ski")) { return Gender.Male; }
        return given.Length > 3 && given[^1] == 'a' && given is not ("nikita" or "ilya" or "luka" or "mykola" or "mykyta" or "joshua" or "sasha" or "misha" or "volodya" or "kuzma" or "khoma" or "sava" or "foma") ? Gender.Female : Gender.Unknown;

        static bool Ends(string word, params ReadOnlySpan<string> endings)
        {
            foreach (var ending in endings)
            {
                if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal)) { return true; }
            }

            return false;
        }
    }
}
