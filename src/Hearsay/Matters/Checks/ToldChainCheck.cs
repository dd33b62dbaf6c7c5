using System.Text.RegularExpressions;

namespace Hearsay.Matters.Checks;

/// <summary>What a text itself tells of how a report was passed on, where two or more who carry it lead to one origin: "The Mail had it from Brenner, and so did the radio".</summary>
internal sealed partial class ToldChainCheck : IDocumentCheck
{
    private const int LinesApart = 6; // between two links of one chain
    private const int LongestName = 40;
    private const int LinesBefore = 2; // a chain, which tell what is passed on
    private const int LongChain = 3; // sentences
    private const string Those = "those";

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var covered = new HashSet<int>();
        foreach (var group in Groups(ToldLink.Find(document)))
        {
            var carriers = Distinct(group.Links.Select(link => link.Carrier).Where(carrier => !ToldLink.AreOne(carrier, group.Root)));
            if (carriers.Count < 2 || !IsTelling(document, group.Links, carriers)) { continue; }
            covered.UnionWith(group.Links.Select(link => link.Line));
            // What it is that they carry is told where the chain begins, or right before.
            var first = group.Links.Min(link => link.Line);
            var spans = group.Links.Select(link => link.Line).Concat(Enumerable.Range(Math.Max(0, first - LinesBefore), Math.Min(first, LinesBefore)).Where(line => document.Lines[line].Block == document.Lines[first].Block)).Distinct().Order().Select(line => document.Lines[line].Span).ToList();
            yield return Finding.Of(
                FindingKind.SingleOrigin, Severity.Notice, $"{Listed(carriers)} have it from one origin, as the text itself tells: {group.Root}.",
                document.StatementsAt(spans), spans.Select(document.Evidence),
                Calculation.Of($"{carriers.Count} carriers, 1 origin", [.. group.Links.SelectMany(link => (string[])[link.Carrier, $"from {link.Supplier}"])]));
        }

        foreach (var shared in Shared(document, covered)) { yield return shared; }

        // "All of them go back to a single post": without saying who had it from whom.
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var match = AllFromOne().Match(document.Lines[i].Span.SliceOf(document.Text));
            if (!match.Success || covered.Any(line => Math.Abs(line - i) < LinesApart)) { continue; }
            var spans = document.Lines.Skip(Math.Max(0, i - LinesBefore)).Take(Math.Min(i, LinesBefore) + 1).Where(line => line.Block == document.Lines[i].Block).Select(line => line.Span).ToList();
            yield return Finding.Of(
                FindingKind.SingleOrigin, Severity.Notice, $"The text itself says that all who report this have it from one origin: “{DeniedCheck.Bare(match.Value.ReplaceLineEndings(" "))}”.",
                document.StatementsAt(spans), spans.Select(document.Evidence));
        }
    }

    // "The Voice, Radio Brask and the portal Lantern have reported … All three refer to the ministry's section": a row of carriers, and then what all of them have it from.
    private static IEnumerable<Finding> Shared(DocumentView document, HashSet<int> covered)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var sentence = document.Lines[i].Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (covered.Contains(i) || SharedOrigin().Match(sentence) is not { Success: true } match) { continue; }
            var row = match.Groups["inline"].Success || i == 0 || document.Lines[i - 1].Block != document.Lines[i].Block ? sentence[..match.Index] : document.Lines[i - 1].Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            var carriers = ToldLink.RowIn(row);
            if (carriers.Count < 2 && Counted().Match(row) is { Success: true } counted) { carriers = [counted.Value, Those]; }
            if (carriers.Count < 2 || !(match.Groups["verbatim"].Success || carriers.Exists(carrier => IsOutlet(document, carrier)) || Reports().IsMatch(row))) { continue; }
            int[] lines = row.Length == match.Index && sentence.StartsWith(row, StringComparison.Ordinal) ? [i] : [i - 1, i];
            covered.UnionWith(lines);
            var spans = lines.Concat(match.Groups["verbatim"].Success ? Enumerable.Range(lines[0] - 2, 2).Where(line => line >= 0 && document.Lines[line].Block == document.Lines[i].Block) : []).Order().Select(line => document.Lines[line].Span).ToList();
            yield return Finding.Of(
                FindingKind.SingleOrigin, Severity.Notice, $"{Listed(carriers.Where(carrier => carrier != Those).ToList())} have it from one origin, as the text itself tells: “{DeniedCheck.Bare(sentence[match.Index..])}”.",
                document.StatementsAt(spans), spans.Select(document.Evidence), Calculation.Of($"{carriers.Count} carriers, 1 origin"));
        }
    }

    // Links by the origin that they lead to, as far as they stand close together.
    private static List<(string Root, List<ToldLink> Links)> Groups(List<ToldLink> links)
    {
        var groups = new List<(string Root, List<ToldLink> Links)>();
        foreach (var link in links)
        {
            var root = link.Supplier;
            for (var i = 0; i < links.Count && links.Find(next => Math.Abs(next.Line - link.Line) <= LinesApart && ToldLink.AreOne(next.Carrier, root) && !ToldLink.AreOne(next.Supplier, link.Carrier)) is { } next; i++) { root = next.Supplier; }
            var known = groups.FindIndex(group => ToldLink.AreOne(group.Root, root) && link.Line - group.Links[^1].Line <= LinesApart);
            if (known < 0) { groups.Add((root, [link])); }
            else
            {
                groups[known].Links.Add(link);
                if (root.Length > groups[known].Root.Length) { groups[known] = (root, groups[known].Links); }
            }
        }

        return groups;
    }

    // People quote and refer to each other in every text; that reports are passed on is told by plain words, or of outlets.
    private static bool IsTelling(DocumentView document, List<ToldLink> links, List<string> carriers)
    {
        if (links.Exists(link => link.IsPlain)) { return true; }
        var outlets = carriers.Count(carrier => IsOutlet(document, carrier));
        var isChain = links.Exists(link => links.Exists(next => ToldLink.AreOne(next.Carrier, link.Supplier)));
        // "The Hungarians cited the French. The French cited TASS. TASS cited …"
        return outlets == carriers.Count || (isChain && (outlets > 0 || links.Select(link => link.Line).Distinct().Count() >= LongChain));
    }

    private static bool IsOutlet(DocumentView document, string name)
    {
        if (OutletWords().IsMatch(name)) { return true; }
        for (var at = document.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = document.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (CalledOutlet().IsMatch(document.Text[Math.Max(0, at - LongestName)..at])) { return true; }
        }

        return false;
    }

    private static List<string> Distinct(IEnumerable<string> names)
    {
        var distinct = new List<string>();
        foreach (var name in names)
        {
            var same = distinct.FindIndex(other => ToldLink.AreOne(other, name));
            if (same < 0) { distinct.Add(name); }
            else if (name.Length > distinct[same].Length && name.Length <= LongestName) { distinct[same] = name; }
        }

        return distinct;
    }

    private static string Listed(List<string> names)
    {
        var listed = names.Count > 1 ? $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}" : names[0];
        return char.ToUpperInvariant(listed[0]) + listed[1..];
    }

    // What is said of all carriers in a row: whence they have it, or that they have the same words.
    [GeneratedRegex(
        @"\b(?:All|Both|Each|Every one|None)(?: (?:of (?:them|these|the (?:two|three|four|five|six)))| (?:two|three|four|five|six|seven|\d+))?(?: [\p{Ll}, ]{2,40})? (?:refer(?:s|red)? (?:back )?to|rel(?:y|ies|ied) on|cit(?:e|es|ed)|rests? on|draws? on|links? (?:back )?to|go(?:es)? back to|lead(?:s)? back to|adds? anything that is not in)\b"
        + @"|\b(?:They|The \p{L}+) (?:all )?(?:draw|rely|rest) on\b"
        + @"|(?<inline>, (?:all|both|each) (?:of them )?(?:on the strength of|citing|quoting|referring to|relying on|with reference to))\b"
        + @"|(?<inline>\b(?<verbatim>(?:have|has|had|carried|carry|ran|run|repeat|repeated|published|posted|put up|printed)\b[^.;:]{2,50}\b(?:word for word|comma for comma|verbatim|to the letter)))\b", RegexOptions.CultureInvariant)]
    private static partial Regex SharedOrigin();

    // "14 articles and posts that carry the claim"
    [GeneratedRegex(@"\b(?:\d{1,3}|[Dd]ozens of|[Ss]cores of|[Ss]everal|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:articles|posts|outlets|sites|websites|portals|channels|papers|newspapers|accounts|reports|media)\b(?: and \p{Ll}+)?")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:report(?:ed|s)?|spoken of|described|carr(?:y|ied)|published|repeated|posted|put up|broadcast|printed|offered|announced|spread|ran|run|wrote|shared)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    [GeneratedRegex(@"\b(?:" + ToldLink.Outlets + "|" + ToldLink.Titles + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex OutletWords();

    [GeneratedRegex(@"\b" + ToldLink.Outlets + @" (?:\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*)?(?:,| and) )*[“""«‘]?$", RegexOptions.IgnoreCase)]
    private static partial Regex CalledOutlet();

    [GeneratedRegex(
        @"\b(?:everything|all|whatever)(?: that)? (?:(?:is|was|has been) known|(?:we|they|anyone) knows?)\b[^.;:!?]{0,60}?\b(?:comes?|came|stems?|derives?) from one\b[^.;:!?]{0,60}|\bfound no (?:account|report|version|article|trace)s?\b[^.;:!?]{0,30} that (?:does|did|do) not (?:go|lead|trace|come) (?:back )?(?:to|from)\b[^.;:!?]{0,60}|\b(?:found|know of|seen|is|was) no other source for (?:it|this|them|the \p{L}+)\b|\bwhoever follows (?:the|these|those|their) links?\b[^.;:!?]{0,60}\b(?:ends? up|arrives?|lands?|comes?)\b[^.;:!?]{0,90}|\b(?:all|both|each|every one)\b[^.;:!?]{0,45}?\b(?:rel(?:y|ies|ied) (?:only |solely )?(?:up)?on|(?:is|are|was|were) (?:cut|taken|made|copied|drawn|clipped|lifted|compiled|extracted|translated) from|rests? (?:only )?on|draws? on|(?:goes|go|went|leads?|led|traces?|traced) back to|(?:come|comes|came|stems?|stemmed|derives?) from|(?:is|are|was|were) based on|cites?|cited|quotes?|quoted|refers? to|depends? on)\b (?:only |just )?(?:one|a single|the same|one and the same|this one)\b[^.;:!?]{0,30}?\b(?:"
        + ToldLink.TextNouns + @"|sources?|origin|channel|account|document|witness|person|man|woman|blogger|photo(?:graph)?|informant|deserter|defector|prisoner|soldier|officer|official|recording|file|deposition|briefing|intercept|call|telephone call)\b[^.;:!?]{0,60}", RegexOptions.IgnoreCase)]
    private static partial Regex AllFromOne();
}
