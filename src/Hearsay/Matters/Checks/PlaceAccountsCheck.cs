using System.Buffers;
using System.Text.RegularExpressions;
using Hearsay.Places;

namespace Hearsay.Matters.Checks;

/// <summary>One thing that two accounts put at two places, where the text says how far these are from each other ("the two crossings lie 350 kilometres apart"), where accounts are said to differ, or where one place is put at two ends of a country.</summary>
internal sealed partial class PlaceAccountsCheck : IDocumentCheck
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(".;:\"”“");

    private const int LinesBack = 3;
    private const int LinesToFirst = 14;   // to an account whose place the second names
    private const int LinesOfPlace = 3;    // from a place's name to where it is said to lie

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            if ((FarApart(document, i) ?? Differing(document, i)) is { } finding) { yield return finding; }
        }

        foreach (var finding in TwoEnds(document)) { yield return finding; }
    }

    // "The two crossings lie some 350 kilometres apart." "Both are in Torrland, at opposite ends of it." "Sest is half a day's march from the Orlo."
    private static Finding? FarApart(DocumentView document, int line)
    {
        var (text, current) = (document.Text, document.Lines[line]);
        if (Apart().IsMatch(text.AsSpan(current.Span.Start, current.Span.Length)))
        {
            List<(int Line, TextSpan Name)> places = [.. Enumerable.Range(Math.Max(0, line - LinesBack), Math.Min(line, LinesBack)).SelectMany(i => PlacesIn(document, i).Select(name => (i, name)))];
            for (var k = places.Count - 1; k > 0; k--)
            {
                var first = places.Take(k).LastOrDefault(place => !IsSame(text, place.Name, places[k].Name) && HasBreak(text, place.Name, places[k].Name));
                if (first.Name.Length > 0) { return Report(document, first, places[k], current.Span); }
            }
        }

        if (FarFrom().Match(text, current.Span.Start, current.Span.Length) is not { Success: true } far || !PlacesIn(document, line).Concat(line > 0 ? PlacesIn(document, line - 1) : []).Any(name => name.SliceOf(text) == far.Groups["here"].Value)) { return null; }
        var there = far.Groups["there"].Value;
        for (var i = Math.Max(0, line - LinesToFirst); i < line; i++)
        {
            if (PlacesIn(document, i).FirstOrDefault(name => name.SliceOf(text).StartsWith(there, StringComparison.Ordinal)) is { Length: > 0 } first) { return Report(document, (i, first), (line, new TextSpan(far.Groups["here"].Index, far.Groups["here"].Index + far.Groups["here"].Length)), current.Span); }
        }

        return null;
    }

    // "He died in the hospital at Orm, the ministry wrote. A comrade tells it differently: he sat beside him in the quarry at Teln."
    private static Finding? Differing(DocumentView document, int line)
    {
        var (text, current) = (document.Text, document.Lines[line]);
        if (line == 0 || Differs().Match(text, current.Span.Start, current.Span.Length) is not { Success: true } match || document.Lines[line - 1].Block != current.Block) { return null; }
        List<TextSpan> before = [.. SitesIn(document, line - 1)];
        var last = Math.Min(document.Lines.Length - 1, line + 1);
        List<(int Line, TextSpan Name)> after = [.. Enumerable.Range(line, last - line + 1).Where(i => document.Lines[i].Block == current.Block).SelectMany(i => SitesIn(document, i).Where(name => name.Start > match.Index).Select(name => (i, name)))];
        return before.Count == 1 && after.Count == 1 && !IsSame(text, before[0], after[0].Name) ? Report(document, (line - 1, before[0]), after[0], null) : null;
    }

    // "Torvald … a peninsula on the northern coast of Oskeland", and "Torvald … down in the very south of Oskeland".
    private static IEnumerable<Finding> TwoEnds(DocumentView document)
    {
        var told = new List<(string Place, string Of, string Way, int Line, TextSpan Words)>();
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (Match match in Lies().Matches(document.Lines[i].Span.SliceOf(document.Text)))
            {
                var at = document.Lines[i].Span.Start + match.Index;
                if (SubjectOf(document, i, at, match.Groups["of"].Value) is not { } place) { continue; }
                var entry = (place, match.Groups["of"].Value, match.Groups["way"].Value.ToLowerInvariant(), i, new TextSpan(at, at + match.Length));
                var rival = told.Find(other => other.Place == entry.place && other.Of == entry.Item2 && AreOpposite(other.Way, entry.Item3));
                if (rival.Place is not null)
                {
                    yield return Finding.Of(
                        FindingKind.PlaceInconsistent, Severity.Notice, $"“{place}” is put into the {rival.Way} and into the {entry.Item3} of {rival.Of}.", document.StatementsAt(rival.Words, entry.Item5),
                        [.. Enumerable.Range(rival.Line, 1).Append(i).Select(at => document.Evidence(document.Lines[at].Span)), document.Evidence(NameAt(document, rival.Line, place)), document.Evidence(rival.Words), document.Evidence(entry.Item5)],
                        Calculation.Of($"{rival.Way} ≠ {entry.Item3}", "place", place));
                }

                told.Add(entry);
            }
        }
    }

    // The place that is spoken of: the last one named before the words, in their sentence or the three before it, other than the country.
    private static string? SubjectOf(DocumentView document, int line, int at, string of)
    {
        for (var i = line; i >= Math.Max(0, line - LinesOfPlace) && document.Lines[i].Block == document.Lines[line].Block; i--)
        {
            var names = PlacesIn(document, i).Where(name => name.End <= at && name.SliceOf(document.Text) != of && !IsCountry(document, name)).ToList();
            if (names.Count > 0) { return names[^1].SliceOf(document.Text); }
        }

        return null;
    }

    private static bool IsCountry(DocumentView document, TextSpan name)
    {
        foreach (var place in document.Gazetteer.Find(name.SliceOf(document.Text)))
        {
            if (document.Gazetteer[place].Kind is PlaceKind.Country) { return true; }
        }

        return false;
    }

    private static TextSpan NameAt(DocumentView document, int line, string place)
    {
        for (var i = line; i >= Math.Max(0, line - LinesOfPlace); i--)
        {
            var found = document.Text.IndexOf(place, document.Lines[i].Span.Start, document.Lines[i].Span.Length, StringComparison.Ordinal);
            if (found >= 0) { return new TextSpan(found, found + place.Length); }
        }

        return document.Lines[line].Span;
    }

    private static bool AreOpposite(string one, string other) => (one, other) is ("north", "south") or ("south", "north") or ("east", "west") or ("west", "east");

    // "at Kolotilovka", "from Torvald", "to Torvald", "of Harrow Camp", "the camp at Orm"
    private static IEnumerable<TextSpan> PlacesIn(DocumentView document, int line) => Named(document, line, Place());

    // "in the naval hospital at Port Merrow"
    private static IEnumerable<TextSpan> SitesIn(DocumentView document, int line) => Named(document, line, Site());

    private static IEnumerable<TextSpan> Named(DocumentView document, int line, Regex words)
    {
        foreach (Match match in words.Matches(document.Lines[line].Span.SliceOf(document.Text)))
        {
            var name = match.Groups["name"];
            if (!Language.CalendarNames.Contains(name.Value.Split(' ')[0])) { yield return new TextSpan(document.Lines[line].Span.Start + name.Index, document.Lines[line].Span.Start + name.Index + name.Length); }
        }
    }

    // Something ends between two accounts: a sentence, a clause after a semicolon, or what is said.
    private static bool HasBreak(string text, TextSpan one, TextSpan other) => one.End < other.Start && text.AsSpan(one.End, other.Start - one.End).ContainsAny(Breaks);

    private static bool IsSame(string text, TextSpan one, TextSpan other) => one.SliceOf(text) is var mine && other.SliceOf(text) is var its && (mine.Contains(its, StringComparison.OrdinalIgnoreCase) || its.Contains(mine, StringComparison.OrdinalIgnoreCase));

    private static Finding Report(DocumentView document, (int Line, TextSpan Name) first, (int Line, TextSpan Name) second, TextSpan? said)
    {
        var (one, other) = (first.Name.SliceOf(document.Text).ReplaceLineEndings(" "), second.Name.SliceOf(document.Text).ReplaceLineEndings(" "));
        TextSpan[] spans = [document.Lines[first.Line].Span, first.Name, document.Lines[second.Line].Span, second.Name, .. said is { } words ? [words] : Array.Empty<TextSpan>()];
        return Finding.Of(
            FindingKind.PlaceInconsistent, Severity.Notice, $"Two accounts in {document.NameWithin} put the same thing at two places: “{one}” and “{other}”.",
            document.StatementsAt(first.Name, second.Name), spans.Distinct().Select(document.Evidence), Calculation.Of($"{one} ≠ {other}", "one", one, "other", other));
    }

    private const string Name = @"(?<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})";

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:at|near|outside|from|to|into|of|in) (?:the )?" + Name, Options)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:in|at|near|behind|outside) (?:the|a|an) (?:\p{Ll}+ ){0,2}?\p{Ll}+ (?:at|of|in|near) " + Name, Options)]
    private static partial Regex Site();

    // "The two crossings lie some 350 kilometres apart", "both are at opposite ends of the country"
    [GeneratedRegex(@"\b(?i:the two|these two|both|they)\b[^.;]{0,60}?\b(?:lie|are|stand|is)\b[^.;]{0,60}?\b(?:apart|opposite (?:ends|sides)|(?:hours|miles|kilomet(?:re|er)s|km) (?:apart|from (?:each other|one another)))\b", Options)]
    private static partial Regex Apart();

    // "Sest is half a day's march from the Orlo", "Teln lies 40 kilometres from Orm"
    [GeneratedRegex(@"\b(?<here>\p{Lu}[\p{L}’'-]+) (?:is|lies|stands) [^.;,]{0,40}?\b(?:kilomet(?:re|er)s|km|miles|hours?|days?|march|drive|walk|far|nowhere near)\b[^.;,]{0,20}? (?:away )?(?:from |near )(?:the )?(?<there>\p{Lu}[\p{L}’'-]+)", Options)]
    private static partial Regex FarFrom();

    [GeneratedRegex(@"\b(?i:a (?:very |quite )?different (?:account|version|story)|(?:tells?|told|remembers?|has|had|recalls?|puts?) (?:it|this|that) (?:quite |very )?(?:differently|otherwise)|(?:says?|said|insists?) otherwise|contradict(?:s|ed) (?:this|that|it|him|her|them)|(?:another|the other) version)\b", Options)]
    private static partial Regex Differs();

    // "on the northern coast of Oskeland", "in the very south of Oskeland", "in northern Oskeland"
    [GeneratedRegex(@"\b(?:in|on|at) (?:the )?(?:(?:very|far|deep|extreme|outermost) )?(?:(?<way>north|south|east|west)(?:ern)?(?:ernmost|most)?(?: \p{Ll}+)? of (?:the )?(?<of>\p{Lu}\p{L}+)|(?<way>north|south|east|west)ern (?<of>\p{Lu}\p{L}+))", Options)]
    private static partial Regex Lies();
}
