using System.Text.RegularExpressions;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>What a text itself tells of how something was passed on: who had it, and from whom.</summary>
/// <param name="Carrier">Who passed it on, as named there.</param>
/// <param name="Supplier">Whom it was had from.</param>
/// <param name="IsPlain">True where the words can mean nothing else ("had it from", "as its source"); "quotes" and "refers to" can.</param>
/// <param name="Line">Index of the sentence.</param>
internal sealed partial record ToldLink(string Carrier, string Supplier, bool IsPlain, int Line)
{
    private const int LongestGap = 60;      // characters between a name and the verb that it belongs to
    private const int LongestObject = 110;  // characters after a verb in which its object is sought
    private const int LinesBack = 4;        // to where "the letter" was first spoken of

    /// <summary>The links that a document's sentences tell of, in text order.</summary>
    public static List<ToldLink> Find(DocumentView document)
    {
        var links = new List<ToldLink>();
        for (var i = 0; i < document.Lines.Length; i++) { AddFrom(document, i, links); }
        foreach (var read in CarrierReader.Read(document))
        {
            if (!links.Exists(link => link.Line == read.Line && AreOne(link.Carrier, read.Carrier))) { links.Insert(links.FindLastIndex(link => link.Line <= read.Line) + 1, read); }
        }

        return links;
    }

    private static void AddFrom(DocumentView document, int line, List<ToldLink> links)
    {
        var sentence = document.Lines[line].Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        // "So does the radio."
        if (SoDo().Match(sentence) is { Success: true } so && links.FindLast(link => link.Line == line - 1) is { } same)
        {
            foreach (var name in CarriersOf(so.Groups["who"].Value)) { links.Add(same with { Carrier = name, Line = line }); }
            return;
        }

        var from = 0;
        foreach (Match cue in Cue().Matches(sentence))
        {
            if (cue.Index < from) { continue; }
            var begin = Math.Max(from, sentence.AsSpan(0, cue.Index).LastIndexOfAny(";:") + 1);
            var rest = sentence.Substring(cue.Index + cue.Length, Math.Min(LongestObject, sentence.Length - cue.Index - cue.Length));
            if (ObjectOf(rest, cue.Groups["document"].Success) is not { } found || (cue.Groups["naming"].Success && !AsSource().IsMatch(rest))) { continue; }
            var supplier = found.IsName ? found.Name : Antecedent(document, line, found.Name, links);
            var carriers = CarriersOf(sentence[begin..cue.Index], cue.Groups["participle"].Success);
            if (supplier is null || carriers.Count == 0) { continue; }
            var plain = cue.Groups["plain"].Success || cue.Groups["document"].Success || cue.Groups["naming"].Success;
            links.AddRange(carriers.Where(carrier => !AreOne(carrier, supplier)).Select(carrier => new ToldLink(carrier, supplier, plain, line)));
            from = cue.Index + cue.Length + found.End;
            // "A had it from B, the union from A, B from C's post"
            while (cue.Groups["plain"].Success && cue.Value.EndsWith("from", StringComparison.Ordinal) && GapFrom().Match(sentence[from..]) is { Success: true } gap && !AreOne(gap.Groups["who"].Value, gap.Groups["whom"].Value))
            {
                links.Add(new ToldLink(Bare(gap.Groups["who"].Value), Bare(gap.Groups["whom"].Value), plain, line));
                from += gap.Length;
            }

            // "A refers to B, and B to C"
            if (cue.Groups["to"].Success && Again().Match(sentence[from..]) is { Success: true } again && !AreOne(again.Groups["who"].Value, again.Groups["whom"].Value))
            {
                links.Add(new ToldLink(Bare(again.Groups["who"].Value), Bare(again.Groups["whom"].Value), plain, line));
                from += again.Length;
            }
        }
    }

    /// <summary>The names of the first row in a sentence: "the Voice, Radio Brask and the portal Lantern".</summary>
    public static List<string> RowIn(string sentence)
    {
        var names = NamePattern().Matches(sentence).Where(match => !IsOpening(sentence, match) && !NoName().IsMatch(match.Value)).ToList();
        for (var i = 0; i + 1 < names.Count; i++)
        {
            List<string> row = [Bare(names[i].Value)];
            var last = i;
            while (last + 1 < names.Count && InRow().IsMatch(sentence[(names[last].Index + names[last].Length)..names[last + 1].Index])) { row.Add(Bare(names[++last].Value)); }
            if (row.Count > 1) { return row; }
        }

        return [];
    }

    /// <summary>True where two names may be one's: all words of the one are in the other ("the Mail", "The Morning Mail").</summary>
    public static bool AreOne(string left, string right)
    {
        var (mine, its) = (WordsOf(left), WordsOf(right));
        return mine.Count > 0 && its.Count > 0 && (mine.IsSubsetOf(its) || its.IsSubsetOf(mine));
    }

    private static HashSet<string> WordsOf(string name) => [.. WordScanner.Scan(name, new TextSpan(0, name.Length)).Select(word => Stemmer.Stem(word.Lower)).Where(word => word is not ("the" or "a" or "an" or "of" or "by" or "th"))];

    // What was had, and from whom: a name, or a text that is spoken of as known ("the letter").
    private static (string Name, bool IsName, int End)? ObjectOf(string rest, bool needsDocument)
    {
        var known = KnownText().Match(rest);
        foreach (Match match in NamePattern().Matches(rest))
        {
            if (known.Success && known.Index < match.Index) { break; }
            if (match.Index > LongestGap || Stops().IsMatch(rest.AsSpan(0, match.Index)) || NoName().IsMatch(match.Value)) { break; }
            // "the Varnian channel Lantern": the name is the last.
            var last = match;
            while (last.NextMatch() is { Success: true } next && Apposed().IsMatch(rest[(last.Index + last.Length)..next.Index])) { last = next; }
            var end = last.Index + last.Length;
            return needsDocument && !OfTexts().IsMatch(rest.AsSpan(end, Math.Min(40, rest.Length - end))) && !OfTexts().IsMatch(rest.AsSpan(0, match.Index)) ? null : (Bare(last.Value), true, end);
        }

        return known.Success ? (known.Groups["text"].Value, false, known.Index + known.Length) : null;
    }

    // "The letter": what the links before it lead to; where it was introduced ("a letter by a prisoner"); or who wrote just before.
    private static string? Antecedent(DocumentView document, int line, string noun, List<ToldLink> links)
    {
        if (links.FindLast(link => line - link.Line <= LinesBack) is { } before)
        {
            var root = before.Supplier;
            for (var i = 0; i < links.Count && links.Find(link => AreOne(link.Carrier, root)) is { } next; i++) { root = next.Supplier; }
            return root;
        }

        for (var i = line; i >= Math.Max(0, line - LinesBack); i--)
        {
            var sentence = document.Lines[i].Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (Introduced().Matches(sentence).LastOrDefault(match => match.Groups["text"].Value.Equals(noun, StringComparison.OrdinalIgnoreCase)) is { } introduced) { return introduced.Value.Trim(); }
            if (i < line && Wrote().Match(sentence) is { Success: true } wrote) { return Bare(wrote.Groups["who"].Value); }
        }

        return null;
    }

    // The names, or the words, that stand as subject before a verb.
    private static List<string> CarriersOf(string before, bool isParticiple = false)
    {
        var names = NamePattern().Matches(before).Where(match => !IsOpening(before, match) && !NoName().IsMatch(match.Value)).ToList();
        if (names.Count > 0)
        {
            if (isParticiple) { return Wrote().Matches(before).LastOrDefault() is { } wrote ? [Bare(wrote.Groups["who"].Value)] : WroteAfter().Matches(before).LastOrDefault() is { } after ? [Bare(after.Groups["who"].Value)] : []; }
            var last = names[^1];
            var gap = before[(last.Index + last.Length)..];
            if (Relative().IsMatch(gap)) { return [Bare(last.Value)]; }
            if (gap.Length <= LongestGap && !Stops().IsMatch(gap) && !Pronoun().IsMatch(gap))
            {
                List<string> carriers = [Bare(last.Value)];
                for (var i = names.Count - 2; i >= 0 && Coordinates().IsMatch(before[(names[i].Index + names[i].Length)..names[i + 1].Index]); i--) { carriers.Insert(0, Bare(names[i].Value)); }
                return carriers;
            }
        }

        return !isParticiple && Described().Match(before) is { Success: true } described ? [described.Groups["who"].Value.Trim()] : [];
    }

    // A common word with the capital of its sentence is no name.
    private static bool IsOpening(string text, Match match) =>
        text[..match.Index].TrimEnd(' ', '"', '“', '‘').Length == 0 && !match.Value.Contains(' ', StringComparison.Ordinal) && WordWeights.IsCommon(Stemmer.Stem(match.Value.ToLowerInvariant()));

    private static string Bare(string name)
    {
        var bare = name.Trim(' ', '"', '“', '”', '«', '»', '‘', '’', '\'', ',');
        return bare.StartsWith("The ", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    private const string Name = @"[“""«‘]?\p{Lu}[\p{L}\d-]*(?:(?:[’']s?| of(?: the)?)? \p{Lu}[\p{L}\d-]*| \d+(?![\d,.:]))*[”""»]?";
    private const string Texts = @"(?:post|letter|report|bulletin|article|story|account|dispatch|statement|message|tweet|video|clip|recording|column|broadcast|interview|release|item|text|phrase|publication|piece|thread|note|talk|speech|screenshot|translation)s?";
    private const string Adverbs = @"(?:(?:only|solely|entirely|simply|merely|back|directly|straight|in turn|mainly|exclusively) )*";

    /// <summary>Words for those who pass texts on.</summary>
    internal const string Outlets = @"(?:agency|agencies|channels?|portals?|websites?|sites?|newspapers?|papers?|daily|weekly|magazines?|radio|broadcasters?|television|stations?|blogs?|tabloids?|outlets?)";

    /// <summary>Last words of papers' and stations' names.</summary>
    internal const string Titles = @"(?:telegraph|mail|post|times|news|herald|courier|gazette|kanal|tv|journal|tribune|chronicle|observer|echo|messenger|fm|today|press)";

    /// <summary>Words for texts that are passed on.</summary>
    internal const string TextNouns = Texts;

    [GeneratedRegex(Name)]
    private static partial Regex NamePattern();

    [GeneratedRegex(
        @"(?<!\b(?:is|are|was|were|been|be|being|not|to) )\b(?:(?<to>(?:refer(?:s|red)?|link(?:s|ed)?|point(?:s|ed)?) " + Adverbs + @"to)|(?:credit|cite|quote)(?:s|d|ed)|(?:rel(?:y|ies|ied)|rest(?:s|ed)?|draws?|drew) " + Adverbs + @"on|(?:goes|go|went|leads?|led|traces?) back to|attribut(?:es|ed) (?:it|this|them|the \p{L}+) to"
        + @"|(?<participle>citing|quoting|crediting|(?:referring|linking) to)"
        + @"|(?<plain>(?:took|takes|had|has|have|got|gets|copied|lifted|borrowed|picked up|received|heard) (?:all |both )?(?:it|this|(?:the|this|that|its|their|his|her) (?:whole |entire )?(?:story|news|number|figure|claim|report|account|information|tale|phrase|text|map|quote|item|count|rumou?r|details?)) " + Adverbs + @"(?:from|off)|based (?:its|their|his|her|the) \p{L}+ " + Adverbs + @"on)"
        + @"|(?<naming>nam(?:es|ed)|gives|gave|lists|listed|mentions|mentioned)"
        + @"|(?<document>summari[sz](?:es|ed)|reprint(?:s|ed)|republish(?:es|ed)|repeat(?:s|ed)|retold|repost(?:s|ed)|rewrote|copied|relay(?:s|ed)|forward(?:s|ed)|translat(?:es|ed)|picked up|passed on|showed (?:a )?(?:screenshots?|pictures?) of|shared|reproduc(?:es|ed)))\b"
        + @"|\b(?<plain>(?:is|are|was|were) (?:drawn|based|taken|copied|lifted|translated|compiled|written) " + Adverbs + @"(?:after|on|from|off))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Cue();

    [GeneratedRegex(@"^[“""]?(?:And so|So) (?:do|does|did|had|has) (?<who>[^.;:!?]{3,90})")]
    private static partial Regex SoDo();

    [GeneratedRegex(@"^[^.;:!?]{2,80}? as (?:its|their|his|her|the) (?:only |sole |main )?(?:source|origin|authority|informant)s?\b")]
    private static partial Regex AsSource();

    [GeneratedRegex(@"^(?:[’']s \p{Ll}+)?,?(?: and| while)? (?:the )?(?<who>" + Name + @"|\p{Ll}{3,20}) from (?:the )?(?<whom>" + Name + ")")]
    private static partial Regex GapFrom();

    [GeneratedRegex(@"^,?(?: and| while| but)? (?:the )?(?<who>" + Name + @")(?: in (?:its )?turn|, in (?:its )?turn,)? to (?:the )?(?<whom>" + Name + ")")]
    private static partial Regex Again();

    [GeneratedRegex(@"^ (?:the|this|that|its|his|her|their|one and the same|the same|one|a single) (?:\p{Ll}+ ){0,2}?(?<text>" + Texts + @")\b(?! (?:by|of|in) (?:the )?\p{Lu})", RegexOptions.IgnoreCase)]
    private static partial Regex KnownText();

    [GeneratedRegex(@"\b(?:an?|one) (?:\p{Ll}+ ){0,2}?(?<text>" + Texts + @")\b(?: (?:by|from|of) [^,.;:!?]{2,40})?")]
    private static partial Regex Introduced();

    [GeneratedRegex(@"(?<who>" + Name + @"),? (?:first |then |also |had |has )?(?:wrote|posted|published|reported|claimed|printed|announced|said)\b")]
    private static partial Regex Wrote();

    [GeneratedRegex(@"\b(?:wrote|posted|reported|claimed|printed) (?:the )?(?<who>" + Name + ")")]
    private static partial Regex WroteAfter();

    // Whose text it is: "'s text", "the report by".
    [GeneratedRegex(@"^[”""]?[’'](?:s )?(?:\p{Ll}+ ){0,3}?\b" + Texts + @"\b|\b" + Texts + @"\b[^,.;:]{0,25}\b(?:by|of|from|in) (?:the )?(?:\p{Ll}+ ){0,2}$")]
    private static partial Regex OfTexts();

    [GeneratedRegex(@"^ (?:\p{Ll}+ )?(?:" + Outlets + @"|blogger|project) $", RegexOptions.IgnoreCase)]
    private static partial Regex Apposed();

    [GeneratedRegex(@"[.;:!?…()\n]|, (?:but|who|which|where|when|as|because|since)\b")]
    private static partial Regex Stops();

    [GeneratedRegex(@"^[”""]?, (?:which|who)(?:,? (?:in turn|itself|also|then|too|only),?)? $")]
    private static partial Regex Relative();

    [GeneratedRegex(@"\b(?:they|he|she|it|we|I|you|that|what|whom?)(?:,? (?:in turn|also|then|too|only),?)? $")]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^[”""]?(?:,? and|,|,? as well as|,? or|,? like) (?:the |its |then )?(?:\p{Ll}+ ){0,2}$")]
    private static partial Regex Coordinates();

    // "and the portal ", ", the head of the Orm region and at least five "
    [GeneratedRegex(@"^[”""»]?(?:, and|,| and|,? as well as)(?: (?:the|its|then|a|an))?(?: [\p{Ll}-]+){0,5}? $|^ (?:channel|daily|portal|agency|paper|newspaper|weekly|magazine)(?:, and|,| and)(?: the)?(?: [\p{Ll}-]+){0,5}? $")]
    private static partial Regex InRow();

    // "The diplomat, too,", "The two members, when we rang them, said that they"
    [GeneratedRegex(@"^\W*(?:(?:and|but|then) )?(?<who>(?:the|an?|two|three|four|both|several|many|dozens of|other|another|his|her|its|their) \p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,2}?)(?:, [^,.;]{2,40},)?(?: (?:said|say|says|replied|admitted|told us|answered) (?:that )?(?:they|it|he|she))?(?: (?:\p{Ll}+ ){0,3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Described();

    [GeneratedRegex(@"^[“""«‘]?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^[“""]?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^(?:I|It|He|She|They|We|In|On|At|By|But|And|The|A|An|That|This|These|Those|As|When|While|After|Then|His|Her|Its|Their|Our|My|Yet|If|No|Not|Nobody|According)$")]
    private static partial Regex NoName();
}
