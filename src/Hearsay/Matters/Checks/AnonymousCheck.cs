using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Claims that end in a source whom the document does not name, although it is one person or a few who have a name: one finding a source.</summary>
internal sealed partial class AnonymousCheck : IDocumentCheck
{
    private const int Shown = 6;
    private const int LongestDescription = 140;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var sources = document.Statements
            .Where(statement => statement.Block is not BlockRole.Comment && statement.Act is StatementAct.Says or StatementAct.Shows or StatementAct.Believes && statement.Source is { } source && IsAnonymous(document, statement, source))
            .GroupBy(statement => PartyNames.Fold(statement.Source!.Name), StringComparer.Ordinal);
        var found = new List<TextSpan>();
        foreach (var source in sources.OrderBy(group => group.First().Content[0].Start))
        {
            found.AddRange(source.SelectMany(statement => statement.Source!.Span is { } span ? statement.Content.Append(span) : statement.Content));
            var first = source.OrderByDescending(statement => statement.Source!.Span is { } span ? span.Length : 0).First();
            var words = Described(document, first, first.Source!).ReplaceLineEndings(" ");
            if (words.Length > 110) { words = words[..words.LastIndexOf(' ', 110)] + " …"; }
            yield return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice,
                $"What {document.NameWithin} reports here rests on a source that it does not name: “{DeniedCheck.Bare(words)}”.",
                source.Select(statement => statement.Id),
                source.Take(Shown).SelectMany(statement => statement.Content.Concat(statement.Source!.Span is { } named ? [named] : Array.Empty<TextSpan>())).Select(document.Evidence));
        }

        foreach (var statement in document.Statements.Where(statement => statement is { Source: null, Act: StatementAct.Says, Cue: { } cue } && statement.Block is not BlockRole.Comment && NobodySays().IsMatch(cue.Span.In(document.Text))))
        {
            yield return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice, $"{document.Name} does not say whose word this is: “{DeniedCheck.Bare(statement.Content[0].SliceOf(document.Text).ReplaceLineEndings(" "))}”.",
                [statement.Id], statement.Content.Append(statement.Cue!.Span).Select(document.Evidence));
        }

        foreach (var line in document.Lines.Where(line => line.Role is not BlockRole.Headline && !found.Exists(span => span.Overlaps(line.Span))))
        {
            if ((PassedOn(document, line) ?? NameKept(document, line, found)) is { } finding) { yield return finding; }
        }
    }

    // "The agency attributed the figure to officials, without naming them", "citing unnamed officers": who is credited by whoever is credited.
    private static Finding? PassedOn(DocumentView document, Line line)
    {
        var match = Unnamed().Match(document.Text, line.Span.Start, line.Span.Length);
        return !match.Success || !document.StatementsAt(line.Span).Any() ? null : Finding.Of(
            FindingKind.AnonymousOrigin, Severity.Notice,
            $"What {document.NameWithin} reports here leads to a source that nobody names: “{DeniedCheck.Bare(match.Groups["who"].Value.ReplaceLineEndings(" "))}”.",
            document.StatementsAt(line.Span), [document.Evidence(line.Span)]);
    }

    // "Whom it calls 'Sergeant T.'", "who asked us to leave out his name": the text says itself that whoever tells this keeps, or is given, no name of his own.
    private static Finding? NameKept(DocumentView document, Line line, List<TextSpan> found)
    {
        var match = KeepsName().Match(document.Text, line.Span.Start, line.Span.Length);
        if (!match.Success) { return null; }
        // Whoever it is says something there, or in the sentence after.
        var after = new TextSpan(line.Span.Start, Math.Min(document.Text.Length, line.Span.End + LongestDescription));
        return found.Exists(span => span.Overlaps(after)) || !document.StatementsAt(after).Any() ? null : Finding.Of(
            FindingKind.AnonymousOrigin, Severity.Notice,
            $"What {document.NameWithin} reports here rests on somebody whose name is kept back: “{DeniedCheck.Bare(match.Value.ReplaceLineEndings(" ").Trim(' ', ','))}”.",
            document.StatementsAt(after), [document.Evidence(line.Span)]);
    }

    // The source's words with its article, and with what follows up to the cue ("who asked not to be named"), which the source's span may leave out.
    private static string Described(DocumentView document, Statement statement, StatementSource source)
    {
        if (source.Span is not { } span) { return source.Name; }
        var (start, end) = (span.Start, span.End);
        foreach (var article in (ReadOnlySpan<string>)["a ", "an ", "one ", "two ", "another "])
        {
            if (document.Text.AsSpan(0, start).EndsWith(article, StringComparison.OrdinalIgnoreCase) && (start == article.Length || !char.IsLetter(document.Text[start - article.Length - 1]))) { start -= article.Length; break; }
        }

        if (statement.Cue is { } cue && cue.Span.Start > end && cue.Span.Start - end < LongestDescription && !document.Text.AsSpan(end, cue.Span.Start - end).ContainsAny("\n.\"“")) { end = cue.Span.Start; }
        return document.Text[start..end].TrimEnd();
    }

    private static bool IsAnonymous(DocumentView document, Statement statement, StatementSource source)
    {
        var named = Described(document, statement, source);
        if (!PartyNames.IsNameless(source) && !Indefinite().IsMatch(named)) { return false; }
        if (Informant().IsMatch(named) || Ranking().IsMatch(named) || Insider().IsMatch(named)) { return true; }
        // Others are anonymous where the sentence, or the one after, says that they wanted to be.
        if (Withheld().IsMatch(named)) { return true; }
        var start = Math.Min(statement.Content[0].Start, source.Span?.Start ?? int.MaxValue);
        var end = Math.Min(document.Text.Length, statement.Content[^1].End + 220);
        var near = document.Text.AsSpan(start, Math.Max(0, end - start));
        if (near[Math.Min(near.Length, statement.Content[^1].End - start)..].IndexOf('\n') is >= 0 and var paragraph) { near = near[..(statement.Content[^1].End - start + paragraph)]; }
        var before = document.Text.AsSpan(Math.Max(0, start - 140), Math.Min(140, start));
        return (Insiders().IsMatch(named) || (source.Type is SourceType.Person or SourceType.Unnamed && One().IsMatch(named))) && (Withheld().IsMatch(near) || AllWithheld().IsMatch(before));
    }

    [GeneratedRegex(@"\b(?:(?:a|an|one|two|three|four|several|some|unnamed|anonymous|multiple|many|law[- ]enforcement|security|intelligence|our|the agency[’']s|inside)\b[\p{L} ,’'-]{0,40}?\b(?:sources?|insiders?|interlocutors?)|^(?:sources?|insiders?)\b|^(?:the )?sources?$|(?:people|person|persons|officials?|individuals?|aides?|advisers?|diplomats?) (?:who (?:is |are |was |were )?)?(?:familiar with|close to|briefed on|with (?:direct )?knowledge of)|(?:who (?:asked|requested|spoke|declined)[\p{L} ]{0,30}(?:anonym|not to be (?:named|identified)))|(?:not|n[’']t) authori[sz]ed to)", RegexOptions.IgnoreCase)]
    private static partial Regex Informant();

    [GeneratedRegex(@"\b(?<who>(?:unnamed|anonymous|unidentified)\b[\p{L} ,’'-]{0,40}?\b(?:officials?|sources?|officers?|diplomats?|persons?|interlocutors?|insiders?|aides?|employees?))|\b(?<who>(?:officials?|sources?|officers?|diplomats?|persons?|people|soldiers?|interlocutors?|insiders?|employees?)\b[^.;:,]{0,60}),? (?:without naming (?:them|him|her|names|anyone)|whom? (?:it|he|she|they|the \p{L}+) (?:(?:did|does|do|would|could)(?: not|n[’']t)|declined to|refused to) (?:name|identify))|\battribut(?:ing|ed|es) (?:this|that|it|them|the \p{L}+) to [“""«]?(?<who>(?:\p{L}+ ){0,3}?(?:sources?|circles|insiders|officials|officers))\b|\b(?:(?:claims?|claimed|heard|hears?|learn(?:s|ed|t)|writes?|wrote)(?: (?:it|this|that|the \p{Ll}+))?|(?:knows?|knew|has|had|have) (?:it|this|that|the \p{Ll}+)) (?:from|by) [“""'‘]?(?<who>(?:people|persons|men|women|somebody|someone|an? (?:man|woman|person|friend|acquaintance)|(?:two|three|four) (?:men|women|people)) (?:who|close to|inside|in the know)\b[^.;:,“”""]{0,50})|(?<=^[“""‘]|[.!?:] [“""‘])From (?<who>(?:people|persons|somebody|someone|an? (?:man|woman|person)|(?:two|three) (?:men|women|people)) who\b[^.;:,“”""]{0,50})(?=,?[”""’])|\b(?:citing|cited|cites|quoting|quotes) (?<who>(?:an? |two |three |several |some |its |their |own |unnamed ){1,2}(?:\p{L}+[ -]){0,4}?(?:sources?|insiders?|interlocutors?|officials?|officers?|diplomats?|people|persons|circles)\b(?!(?-i: \p{Lu}))[^.;:,]{0,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    // "It has been claimed that …"
    [GeneratedRegex(@"^(?:(?:is|was|has|have|had) )?(?:also )?(?:been |being )?(?:widely )?(?:claimed|alleged|rumou?red|whispered)$", RegexOptions.IgnoreCase)]
    private static partial Regex NobodySays();

    // "a senior officer of the General Staff", "two high-ranking diplomats"
    [GeneratedRegex(@"^(?i:a|an|one|two|three|another|several) (?:[\p{L}.’'-]+ ){0,3}?(?:senior|high-ranking|top|serving|unnamed) (?:[\p{L}.’'-]+ ){0,3}?(?:officials?|officers?|diplomats?|aides?|advis[eo]rs?|commanders?|negotiators?)\b(?! \p{Lu})(?!, \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Ranking();

    // "a Western diplomat", "an official at the secretariat", "three people who have worked with him": few enough to have names, and near enough to know.
    [GeneratedRegex(@"^(?i:an?|one|two|three|four|another|several) (?:[\p{L}.’'-]+ ){0,3}?(?:diplomats?|officials?|negotiators?|mediators?|aides?|advis[eo]rs?|clerks?|representatives? of the (?:[\p{L}-]+ ){0,3}(?:agenc(?:y|ies)|services?|structures|authorities|side|delegation|ministry|army|staff)|(?:people|persons|men|women) (?:who (?:have|had|has|work|worked|took|know|knew|attended|saw|followed)|in the|inside the|from the|at the))\b(?! \p{Lu})(?!, \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Insider();

    private const string His = @"(?:his|her|their|its)(?: (?:real|full|own|true|last|family))?";

    [GeneratedRegex(
        @"\bwho(?:m|se)?,? (?:(?:the \p{L}+|it|we|he|she|they|I) (?:shall |will )?calls? (?:only |here )?[“""‘'«]?\p{Lu}|(?:real |full )?names? (?:we|the \p{L}+|I) (?:(?:have|has|had|are|is|will|do|does|did) )?(?:not )?(?:chang|withh|left out|leav|omit|print|publish|giv|disclos|reveal|nam)\w*)"
        + @"|\b(?:[Ww]e|I|[Tt]he (?:paper|newspaper|magazine|weekly|editors?|channel|agency|project)) (?:shall |will |have agreed to )?call (?:him|her|them) [“""‘'«]?\p{Lu}|\b(?:goes|went|known|identified|speaking|spoke|speaks|testified) (?:to us |publicly |here )?(?:only )?(?:under|by) (?:an?|the) (?:pseudonym|alias|assumed name|false name)|\b(?:known|identified) (?:to us |here )?only (?:as|by) [“""‘'«]?\p{Lu}"
        + @"|\b(?:ask(?:ed|s|ing)?|want(?:ed|s)?|wish(?:ed|es)?|begg?(?:ed|s)|insist(?:ed|s)?|agreed)\b[^.;:!?]{0,30}?\b(?:to )?(?:leave out|omit|withhold|not (?:to )?(?:print|publish|use|give|disclose|reveal|mention)|keep) " + His + @" names?\b"
        + @"|\b(?:will not|won[’']t|would not|wouldn[’']t|does not (?:want|wish|like)|doesn[’']t (?:want|wish)|did not (?:want|wish)|didn[’']t (?:want|wish)|prefers? not|preferred not)(?: to)? (?:have|see|give|read|let us (?:print|use)) " + His + @" names?\b"
        + @"|\b(?:who|but|and|which|he|she|they)\b[^.;:!?“”""]{0,20}? (?:may|must|can|could|would) ?not be (?:named|identified|quoted by name)\b|\b(?:afraid|frightened|reluctant|unwilling|too scared) to (?:be (?:named|identified)|give " + His + @" names?)\b|\bwho (?:is|are|was|were|goes|remains?|remained) (?:not (?:further )?(?:named|identified)|unnamed|nameless|anonymous)\b"
        + @"|\b(?:n[’']t|not) (?:want |wish )?" + His + @" names? (?:to be )?(?:printed|published|used|in print|in the paper|given|mentioned|known)\b|\bnot (?:his|her|their) real names?\b", RegexOptions.CultureInvariant)]
    private static partial Regex KeepsName();

    [GeneratedRegex(@"^(?:a|an|one|two|three|four|five|several|some|another|both|unnamed|senior|former|multiple)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b(?:officials?|officers?|diplomats?|aides?|advis[eo]rs?|clerks?|persons?|people|strategists?|operatives?|staffers?|employees?|negotiators?|lawmakers?|executives?|donors?|commanders?|soldiers?|prisoners?|captives?|one of (?:them|the men|the women)|fighters?|guards?|defectors?|relatives?|m[ae]n|wom[ae]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insiders();

    // "one, a retired crane operator", "a doctor at the hospital"
    [GeneratedRegex(@"^(?:an?|one|another|the (?:second|third|other)) ?", RegexOptions.IgnoreCase)]
    private static partial Regex One();

    // "All of them asked us not to use their names. One, a retired clerk, said …"
    [GeneratedRegex(@"\b(?:all|both|none|each) of (?:them|the \p{L}+)\b[^.]{0,40}(?:anonym|not to be (?:named|identified)|(?:not|n[’']t) (?:to )?(?:use|give|want|wish)[^.]{0,20} names?)", RegexOptions.IgnoreCase)]
    private static partial Regex AllWithheld();

    [GeneratedRegex(@"\banonym|\bnot (?:be|to be) (?:named|identified|given)|\bnames? (?:is|are|was|were|be|(?:has|have|had) been|being) (?:withheld|changed)|\bwithh(?:eld|olding) (?:his|her|their) (?:sur|last |full )?names?\b|\bnot (?:to )?use (?:his|her|their) (?:real |full )?names?\b|(?:n[’']t|\bnot) (?:being )?named\b|\bwhom (?:he|she|they|it|we) (?:(?:would|did|does|do|could)(?:n[’']t| not)|refused to|declined to) (?:name|identify)|\bwould(?:n[’']t| not) give (?:his|her|their) name|\b(?:not|n[’']t) authori[sz]ed to|\bwithout (?:naming|attribution)|\bon (?:the )?condition (?:of anonym|that (?:he|she|they|his|her|their|it) (?:not|name))|\b(?:did not want|declined|refused) (?:to give )?(?:his|her|their) (?:full |real |last )?names?\b|\brefused to be named|\bcannot be named|\b(?:gave|give|gives|giving|identified (?:himself|herself|themselves) by|identified only by|asked to be identified (?:only )?by|on) (?:only )?(?:his|her|their|a|the) (?:(?:first|given) names?|call[- ]?signs?|nicknames?)(?: only)?\b|\bis not naming", RegexOptions.IgnoreCase)]
    private static partial Regex Withheld();
}
