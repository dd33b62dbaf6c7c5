using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>
/// One event that two accounts in a text put on two days: "it was the night of the 3rd, he is certain", "the log has the collapse under the 5th". Pairs of days are weighed: who tells them, what happened, words and names in
/// common, words that date, how near the days are, and what speaks for two events.
/// </summary>
internal sealed partial class RivalDatesCheck : IDocumentCheck
{
    private const double Least = 2.25;
    private const double TwoVoices = 1;
    private const double Record = 0.8;        // a log, a certificate, a recording against what somebody says
    private const double OneVoice = 0.5;
    private const double Dating = 0.8;        // "puts it on", "is entered under", "the day on which"
    private const double BothDating = 1.3;
    private const double Doubted = 0.8;       // "the date is uncertain"
    private const int Doubt = 4;              // sentences that it covers
    private const double Opposing = 0.4;
    private const double Anaphoric = 0.5;     // "it", right after
    private const double OtherTeller = 0.5;   // the one speaks of the other
    private const double Plain = 1.2;         // so much in common that the deed need not be the same word's
    private const double NoDeed = -0.5;       // nothing that both tell of
    private const double OtherEvent = -1.2;   // "again", "a day later", "the second"
    private const double Beginning = 0.4;     // "it began on …", "the first buses came on …"
    private const double OtherSums = -0.8;
    private const double Answered = 3;        // "On the eighteenth!"
    private const double Aftermath = -1;      // "proceedings were opened", where the other tells of the deed
    private const int Left = 80;              // characters about a day in which words tell of another event
    private const int Right = 40;
    private const double Farther = 0.12;      // less with each sentence between
    private const int FarthestCounted = 6;
    private const int FarthestFromLead = 2;   // what a text leads with it may come back to anywhere
    private const int Lead = 3;               // dated sentences
    private const int Reach = 60;
    private const int MostDays = 15;
    private const int MostDaysOfOne = 60;     // of what happens to somebody once

    private static readonly string[] Once = ["capture", "death"]; // families of occasions

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var dated = document.Dated;
        var pairs = new List<(DatedTelling First, DatedTelling Second, double Weight)>();
        for (var i = 0; i < dated.Length; i++)
        {
            for (var j = i + 1; j < dated.Length && dated[j].Line.Index - dated[i].Line.Index <= Reach; j++)
            {
                if (Weigh(document, dated[i], dated[j], i < Lead) is var weight && weight >= Least && !KnowsBoth(document, dated[i], dated[j])) { pairs.Add((dated[i], dated[j], weight)); }
            }
        }

        var taken = new HashSet<DateOnly>();
        pairs.AddRange(OccasionDates.Pairs(document, dated).Where(pair => !KnowsBoth(document, pair.First, pair.Second)).Select(pair => (pair.First, pair.Second, 0.0)));
        foreach (var (first, second, _) in pairs.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.First.Date.Span.Start))
        {
            if (taken.Contains(first.Day) || taken.Contains(second.Day)) { continue; }
            taken.UnionWith([first.Day, second.Day]);
            yield return Report(document, first, second);
        }
    }

    // A sentence that names both days knows that they are two.
    private static bool KnowsBoth(DocumentView document, DatedTelling one, DatedTelling other)
    {
        var (first, second) = (one.Date.Value[..10], other.Date.Value[..10]);
        return document.Lines.Any(line => document.DatesIn(line).Select(date => date.Value.Length >= 10 ? date.Value[..10] : "").ToList() is { Count: > 1 } days && days.Contains(first) && days.Contains(second));
    }

    private static double Weigh(DocumentView document, DatedTelling first, DatedTelling second, bool isLead)
    {
        var days = first.DaysFrom(second, document.Text);
        if (days == 0 || days > (first.IsDating && second.IsDating && first.About.Any(one => second.About.Any(other => one.Occasions.Intersect(other.Occasions).Any(Once.Contains))) ? MostDaysOfOne : MostDays) || first.Line == second.Line || first.Line.IsElsewhere(second.Line)) { return 0; }
        if (second.IsAnswer(document.Text) && second.Line.Index - first.Line.Index is 1 or 2) { return Answered; }
        var voices = Voices(document, first, second);
        if (voices == 0 || second.IsNew || IsOfOtherPaper(document, first, second) || IsOfOtherPaper(document, second, first)) { return 0; }
        var between = second.Line.Index - first.Line.Index;
        // "It happened on 3 February": what happened was told in the sentence before.
        var (mine, its) = (first.About, second.About);
        var own = mine.Any(one => its.Any(other => one != other && (one.Deeds.Overlaps(other.Deeds) || one.Occasions.Overlaps(other.Occasions))));
        var common = mine.Max(one => its.Max(other => one == other ? 0 : one.CommonOfDays(other)));
        if (NamesTeller(first, second.Voice) || NamesTeller(second, first.Voice)) { common += OtherTeller; }
        var isAnaphoric = between <= 2 && (It().IsMatch(second.Line.Words) || (second.IsRecord && second.IsDating));
        var isDoubted = IsCorrection(document, first) || IsCorrection(document, second) || between <= Doubt && Enumerable.Range(Math.Max(0, first.Line.Index - 2), between + 3).Any(i => i < document.Lines.Length && i <= second.Line.Index && Uncertain().IsMatch(document.Lines[i].Span.In(document.Text)));
        if (isDoubted) { common = Math.Max(0, common); }
        if (!isDoubted && ((common <= 0 && !isAnaphoric) || (!own && !isAnaphoric && !(first.IsDating && second.IsDating) && common < Plain))) { return 0; }
        var weight = voices + common + (first.IsDating && second.IsDating ? BothDating : first.IsDating || second.IsDating ? Dating : 0) + Nearness(days) - Farther * Math.Min(between - 1, isLead ? FarthestFromLead : FarthestCounted) + (isAnaphoric ? Anaphoric : 0) + (own || isAnaphoric || isDoubted || common >= 0.7 ? 0 : NoDeed);
        weight += Opposes().IsMatch(second.Line.Words) ? Opposing : 0;
        weight += isDoubted ? Doubted : 0;
        weight += (Others().IsMatch(Beside(document, second)) && !(second.IsDating && second.IsRecord)) || Earlier().IsMatch(Beside(document, first)) ? OtherEvent : 0;
        weight += Later().IsMatch(first.Line.Words) != Later().IsMatch(second.Line.Words) ? Aftermath : 0;
        weight += AreOtherSums(first.Line, second.Line) ? OtherSums : 0;
        weight += Begins().IsMatch(first.Line.Words) && FirstSeen().IsMatch(second.Line.Words) ? Beginning : 0;
        return weight;
    }

    // "Her meeting with Lubin" in the one, what Lubin says in the other.
    private static bool NamesTeller(DatedTelling date, Statement? voice) => voice?.Source?.Name is { } name && Origins.PartyNames.IsWholeName(name) && Origins.PartyNames.Surname(name) is { Length: > 3 } surname
        && date.Line.Words.Contains(surname, StringComparison.Ordinal) && date.Voice?.Source?.Name is { } own && !own.Contains(surname, StringComparison.Ordinal);

    private static double Voices(DocumentView document, DatedTelling first, DatedTelling second)
    {
        if (IsCorrection(document, first) != IsCorrection(document, second)) { return Record; }
        if (first.Voice is not null && second.Voice is not null)
        {
            return WeighedFigures.AreTwo(first.Voice, second.Voice) ? TwoVoices : first.IsRecord != second.IsRecord ? Record : IsServedBy(first.Voice, second.Voice) || IsServedBy(second.Voice, first.Voice) ? TwoVoices : 0;
        }

        return first.IsRecord != second.IsRecord ? Record : first.Voice is null && second.Voice is null ? 0 : OneVoice;
    }

    // Somebody, and that person's office.
    private static bool IsServedBy(Statement one, Statement other) => other.Source!.Name.EndsWith(" of " + one.Source!.Name, StringComparison.Ordinal);

    // "Correction: an earlier version … It took place on 5 June."
    private static bool IsCorrection(DocumentView document, DatedTelling telling) => CorrectionMark().IsMatch(document.Document.Blocks[telling.Line.Line.Block].Span.SliceOf(document.Text));

    // The words about a day.
    private static string Beside(DocumentView document, DatedTelling telling)
    {
        var (line, date) = (telling.Line.Line.Span, telling.Date.Span);
        return document.Text[Math.Max(line.Start, date.Start - Left)..Math.Min(line.End, date.End + Right)];
    }

    // Sums of money that differ are paid at different times.
    private static bool AreOtherSums(ToldLine one, ToldLine other)
    {
        var (mine, its) = (one.Line.Figures.Where(figure => figure.Kind is FigureKind.Money).ToList(), other.Line.Figures.Where(figure => figure.Kind is FigureKind.Money).ToList());
        return mine.Count > 0 && its.Count > 0 && !mine.Exists(figure => its.Exists(another => another.Value == figure.Value));
    }

    // "An order dated the 20th" dates the order alone.
    private static bool IsOfOtherPaper(DocumentView document, DatedTelling one, DatedTelling other) => one.PaperIn(document.Text) is { } paper && !other.About.Any(line => line.Words.Contains(paper, StringComparison.OrdinalIgnoreCase));

    private static double Nearness(int days) => days switch { <= 1 => 0.7, <= 3 => 0.6, <= 7 => 0.4, _ => 0.25 };

    private static Finding Report(DocumentView document, DatedTelling first, DatedTelling second)
    {
        var (one, other) = (first.Shown, second.Shown);
        string Who(DatedTelling date) => date.Voice?.Source!.Name is { } name ? $" ({name})" : "";
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"Two accounts in {document.NameWithin} date the same event differently: {one}{Who(first)} and {other}{Who(second)}.",
            document.StatementsAt(first.Date.Span, second.Date.Span), [document.Evidence(first.Line.Line.Span), document.Evidence(second.Line.Line.Span), document.Evidence(first.Date.Span), document.Evidence(second.Date.Span)],
            Calculation.Of($"{one} ≠ {other}"));
    }

    [GeneratedRegex(@"\bit\b|\b(?:this|that) (?:was|is|happened|took|had)\b", RegexOptions.IgnoreCase)]
    private static partial Regex It();

    [GeneratedRegex(@"\b(?:insist(?:s|ed)|maintain(?:s|ed)|however|but|afterwards|claim(?:s|ed)|certain|contradict(?:s|ed)|actually|in fact|not on|only on|as early as|already)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opposes();

    [GeneratedRegex(@"\b(?:date|day|dates|when|time)\b[^.;]{0,40}\b(?:uncertain|unclear|differ|differs|disputed|disagree|vary|varies|contested|not agree|do not match|does not match)\b|\b(?:differ|disagree|disputed?)\b[^.;]{0,30}\b(?:on|over|about) (?:when|the (?:date|day))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Uncertain();

    [GeneratedRegex(@"\b(?:again|another|(?:an?|the) (?:second|third)|(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:day|days|week|weeks) (?:later|earlier|before|after)|the (?:next|following|previous) \p{L}+|following|previous|latest|also|next|then|later|subsequently|meanwhile|in return|separately|first(?! " + Seen + @")|last(?! (?:year|month|week|spring|summer|autumn|winter)\b))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:again|another|previous|earlier (?:exchange|swap|attack|strike|meeting)|then|meanwhile|in return|separately|(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:day|days|week|weeks) (?:later|earlier|before|after)|the (?:next|following|previous) \p{L}+|also|later|first(?! " + Seen + @")|last(?! (?:year|month|week|spring|summer|autumn|winter)\b))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    private const string Seen = "(?:bus|buses|coach|coaches|train|lorry|lorries|convoy|group|men|prisoners|of them|of the)";

    [GeneratedRegex(@"^\W*(?:Correction|Corrigendum|Erratum)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CorrectionMark();

    [GeneratedRegex(@"\b(?:proceedings|investigations?|inquiry|criminal case|charges|trial|verdict|sentenced|funeral|buried|condolences)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:began|begun|started|opened|got under way)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\bthe first " + Seen + @"\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstSeen();
}
