using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Rolls;

/// <summary>What an audit counted of one thing: rows that are certain, and rows that may be.</summary>
/// <param name="Certain">At least so many.</param>
/// <param name="UpTo">At most so many.</param>
internal readonly record struct Counted(int Certain, int UpTo);

/// <summary>
/// Reads what a statement in English claims of a list: that none or so many of those on it are home, civilians, dead, or named twice; how many it names; that its dates are
/// right or wrong; and says where an audit does not bear that out. A figure counts for what follows it in its clause, and only where the statement speaks of the list.
/// </summary>
internal static partial class ListClaims
{
    private const double ShareSlack = 0.05; // of the rows: shares are said roughly

    /// <summary>What does not fit, in words, as "15 of its 312 rows are civilians"; nothing where all fits.</summary>
    public static IEnumerable<string> Unfit(RollAudit audit, ListStatement statement)
    {
        var subjects = Subjects(audit).ToList();
        var speaksOfList = OfTheList().IsMatch(statement.Text);
        foreach (var subject in subjects)
        {
            if (subject.Found.Certain > 0 && (statement.IsDenied ? speaksOfList && statement.Figures.IsEmpty && subject.Named.IsMatch(statement.Text) && !subject.None.IsMatch(statement.Text) : subject.None.IsMatch(statement.Text)))
            {
                yield return Text($"{subject.Found.Certain} of its {audit.Rows.Length} rows {subject.Said}");
            }
        }

        if (!speaksOfList) { yield break; }
        foreach (var figure in statement.Figures)
        {
            var (start, end) = (figure.Span.Start - statement.Span.Start, figure.Span.End - statement.Span.Start);
            if (start < 0 || end > statement.Text.Length || Bounds(figure, audit.Rows.Length) is not var (low, high)) { continue; }
            var clause = statement.Text[start..EndOfClause(statement, end)];
            if (subjects.FirstOrDefault(one => one.Named.IsMatch(clause)) is { } subject)
            {
                if (Differ(low, high, subject.Found) != statement.IsDenied) { yield return Text($"{Range(subject.Found)} of its {audit.Rows.Length} rows {subject.Said}"); }
            }
            else if (figure.Kind == FigureKind.Count && IsTotal(statement.Text, start, clause) && Differ(low, high, new Counted(audit.Rows.Length, audit.Rows.Length)) != statement.IsDenied)
            {
                yield return Text($"it has {audit.Rows.Length} rows");
            }
        }
    }

    private static IEnumerable<Subject> Subjects(RollAudit audit)
    {
        if (In(audit, "returned") is { } returned) { yield return new(Returned(), NoneReturned(), returned, "are people who have already returned"); }
        if (In(audit, "civilian") is { } civilian) { yield return new(Civilian(), OnlySoldiers(), civilian, "are civilians"); }
        if (In(audit, "deceased") is { } deceased) { yield return new(Dead(), NoneDead(), deceased, "are people who are dead"); }
        var repeated = audit.Rows.Count(row => row.DuplicateOf is not null);
        yield return new(Twice(), NotTwice(), new(repeated, repeated), "repeat earlier ones");
        var impossible = audit.Rows.Count(row => row.Problem?.Contains("birth date", StringComparison.Ordinal) ?? false);
        var doubtful = audit.Rows.Count(row => row.Problem is null && row.Fields.Any(field => field is { Field: "birth_date", Degree: not (AgreementDegree.Same or AgreementDegree.Missing) }));
        yield return new(WrongDates(), RightDates(), new(impossible, impossible + doubtful), "have a birth date that does not exist or differs from the register's");
    }

    private static Counted? In(RollAudit audit, string role)
    {
        if (audit.Registers.All(register => register.Role != role)) { return null; }
        var rows = audit.Rows.Where(row => row.Best?.Role == role).ToList();
        return new Counted(rows.Count(row => row.Verdict != RollVerdict.Possible), rows.Count);
    }

    // Up to the next figure or a break that begins another clause.
    private static int EndOfClause(ListStatement statement, int from)
    {
        var next = statement.Figures.Select(figure => figure.Span.Start - statement.Span.Start).Where(start => start >= from).DefaultIfEmpty(statement.Text.Length).Min();
        var end = Math.Min(next, statement.Text.Length);
        return ClauseBreak().Match(statement.Text, from, end - from) is { Success: true } found ? found.Index : end;
    }

    private static (double Low, double High)? Bounds(in Figure figure, int rows)
    {
        var (low, high) = figure.Bound == FigureBound.Exact && figure.Value is { } value ? (value, value) : (figure.Low ?? 0, figure.High ?? double.PositiveInfinity);
        if (figure.Bound == FigureBound.MoreThan) { low += 1; }
        if (figure.Bound == FigureBound.LessThan) { high -= 1; }
        return figure.Kind switch
        {
            FigureKind.Count => (low, high),
            FigureKind.Percent => (((low / 100) - ShareSlack) * rows, ((high / 100) + ShareSlack) * rows),
            FigureKind.Ratio when low < 1 => ((low - ShareSlack) * rows, (high + ShareSlack) * rows),
            _ => null,
        };
    }

    private static bool Differ(double low, double high, Counted found) => found.UpTo < low || found.Certain > high;

    private static bool IsTotal(string text, int start, string clause) =>
        Whole().IsMatch(clause) && (ListBefore().IsMatch(text[..start]) || OnTheList().IsMatch(clause));

    private static string Range(Counted found) => found.Certain == found.UpTo ? Text($"{found.Certain}") : Text($"{found.Certain} to {found.UpTo}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Something that rows of a list are.</summary>
    /// <param name="Named">Words for it.</param>
    /// <param name="None">Words that deny it of the whole list.</param>
    /// <param name="Found">What the audit counted.</param>
    /// <param name="Said">What is then said of the rows.</param>
    private sealed record Subject(Regex Named, Regex None, Counted Found, string Said);

    [GeneratedRegex(@"\b(list|lists|roll|names?|entries|rows)\b|\b(of|among)\s+(them|those|these|the\s+\d+)\b|\bon\s+it\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfTheList();

    [GeneratedRegex(@";|\.\s|\b(while|whereas|but|although)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClauseBreak();

    [GeneratedRegex(@"\b(returned|home|exchanged|released|freed|repatriated|swapped|been\s+(handed|sent)\s+(over|back))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returned();

    [GeneratedRegex(@"\b(civilians?|non-combatants?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Civilian();

    [GeneratedRegex(@"\b(dead|deceased|died|killed|fallen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dead();

    [GeneratedRegex(@"\b(twice|more\s+than\s+once|duplicates?|duplicated|repeated|repetitions?|repeats?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    [GeneratedRegex(@"\b(errors?|mistakes?|wrong|impossible|incorrect|inaccura\w+|false|misstated)\b[^.;]*\b(birth|dates?|birthdays?)\b|\b(birth|dates?|birthdays?)\b[^.;]*\b(errors?|mistakes?|wrong|impossible|incorrect|inaccura\w+|false|misstated|do\s+not\s+exist)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WrongDates();

    [GeneratedRegex(@"\b(nobody|no\s+one|no-one|none|no\s+names?|not\s+one|never|without|no)\b[^.]*\b(twice|more\s+than\s+once|repeated|repetitions?|duplicates?|duplicated)\b|\b(each|every)\b[^.]*\b(name|person|man)\b[^.]*\bonly\s+once\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotTwice();

    [GeneratedRegex(@"\b(every|each|all|only)\b[^.]*\b(names?|list|persons?|people|men|of them)\b[^.]*\b(soldiers?|servicemen|serviceman|service members?|military|combatants?|fighters?)\b|\b(no|not a single|not one|without)\s+civilians?\b|\b(nobody|no one|none)\b[^.]*\b(is|are|was|were)\s+(a\s+)?civilians?\b|\b(with|carrying|bearing|holding)\s+(their\s+)?(weapons?|arms|rifles?)\b|\bunder arms\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlySoldiers();

    [GeneratedRegex(@"\b(nobody|no one|no-one|none|not one)\b[^.]*\b(returned|released|home|exchanged|freed)\b|\b(all|every|each)\b[^.]*\b(still|remains?)\b[^.]*\b(held|captivity|prisoners?|custody)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneReturned();

    [GeneratedRegex(@"\b(nobody|no one|no-one|none|not one)\b[^.]*\b(dead|deceased|died|killed)\b|\b(all|every|each)\b[^.]*\b(names?|list|persons?|people|men|of them)\b[^.]*\balive\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoneDead();

    [GeneratedRegex(@"\b(all|every|each)\b[^.]*\bdates?\b[^.]*\b(right|correct|accurate|exact|checked|verified)\b|\b(no|not a single|not one|without)\s+(error|mistake|inaccurac|wrong\s+date)\w*[^.]*\b(dates?|list|names?)\b|\blist\b[^.]*\b(no|free\s+of|without)\s+(error|mistake|inaccurac)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RightDates();

    // The figure counts the whole list: its noun stands next to it, at most with a nationality between.
    [GeneratedRegex(@"^\D*[\w,.]+(\s+[\w-]+)??(\s+\p{Lu}\w+)?\s+(names?|people|persons?|prisoners?|captives?|men|servicemen|entries|rows|soldiers?|prisoners\s+of\s+war)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(list|roll)\s+(of|with|holds|has|names|gives|comprises|numbers|totals|counts|consists\s+of|runs\s+to|contains)\s*((about|some|around|over|more\s+than|at\s+least|exactly|nearly|almost)\s*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListBefore();

    [GeneratedRegex(@"\b(on|in)\s+(the|its|this|that|her|his|their)\s+(\w+\s+)?list\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnTheList();
}
