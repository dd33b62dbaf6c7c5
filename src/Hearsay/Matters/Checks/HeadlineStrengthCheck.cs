using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>
/// A headline that is stronger than its text: it has somebody confess or confirm what nobody in the text does; it speaks of a massacre or of intent where the text has none, or only a doubt; it gives as a fact a number that
/// the text only supposes.
/// </summary>
internal sealed partial class HeadlineStrengthCheck : IDocumentCheck
{
    private const int ShortestBody = 5;        // sentences
    private const double MostShared = 0.4;     // of the headline's words for what is confessed, by weight, in any one sentence of the text
    private const float LeastWeight = 1.2f;    // of a word that tells anything
    private const int LeastWords = 2;
    private const int LeastToCommit = 8;       // sentences of a text that does not say what its headline has somebody refuse or agree to
    private const double LeastAgreed = 0.3;
    private const double LeastNumber = 20;

    // Words that charge somebody, each with what in the text bears it out. They are grave enough that a headline may not have them of its own.
    private static readonly ImmutableArray<(Regex Charge, Regex Support, bool IsCrime)> Charges =
    [
        (Massacre(), MassacreSupport(), true),
        (ToDeath(), ToDeathSupport(), false),
        (Execute(), ExecuteSupport(), true),
        (Kill(), KillSupport(), false),
        (Poison(), PoisonSupport(), true),
        (Torture(), TortureSupport(), true),
        (Intent(), IntentSupport(), true),
    ];

    /// <summary>True where a headline says itself that it is somebody's word, or in doubt.</summary>
    public static bool IsSomebodysWord(string headline) => Credited().IsMatch(headline);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        ImmutableArray<Line> headlines = [.. document.Headlines];
        if (headlines.IsEmpty || document.Lines.Length - headlines.Length < ShortestBody) { yield break; }
        ImmutableArray<Line> body = [.. document.Lines.Skip(headlines.Length).Where(line => line.Role is not BlockRole.Headline)];
        foreach (var headline in headlines)
        {
            var words = headline.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (Admission(document, headline, words, body) is { } admitted) { yield return admitted; }
            else if ((Charge(document, headline, words, body) ?? Commitment(document, headline, words, body)) is { } charged) { yield return charged; }
            if (Supposed(document, headline, words, body) is { } supposed) { yield return supposed; }
        }
    }

    // What the text has instead: where it uses the word, and the sentence after.
    private static IEnumerable<Line> Following(DocumentView document, ImmutableArray<Line> body, Regex word)
    {
        for (var i = 0; i < body.Length; i++)
        {
            if (word.IsMatch(document.Text.AsSpan(body[i].Span.Start, body[i].Span.Length))) { return body.Skip(i).Take(2).TakeWhile(line => line.Block == body[i].Block); }
        }

        return [];
    }

    // "Officer confesses: I gave the order", where nobody confesses, and no sentence has the words.
    private static Finding? Admission(DocumentView document, Line headline, string words, ImmutableArray<Line> body)
    {
        if (Admits().Match(words) is not { Success: true } match || IsDenied().IsMatch(words[..match.Index]) || Several().IsMatch(words)) { return null; }
        var isConfirming = match.Groups["confirm"].Success;
        if (body.Any(line => line.Span.SliceOf(document.Text) is var sentence && (isConfirming ? Confirming() : Admitting()).IsMatch(sentence) && !NotConfirmed().IsMatch(sentence))) { return null; }
        var confirmed = new TextSpan(headline.Span.Start + match.Index + match.Length, headline.Span.End);
        var said = Telling(document, confirmed);
        if (said.Count < LeastWords) { return null; }
        // What is confirmed, without where: "torture in Camp Orm".
        if (Where().Match(words, match.Index + match.Length) is { Success: true, Index: var at } && Telling(document, confirmed with { End = headline.Span.Start + at }) is { Count: > 0 } core) { said = core; }
        // Who confirms must say it; what is confessed must be said by anybody.
        var who = isConfirming ? HeadlineActor.NamesIn(document, new TextSpan(headline.Span.Start, headline.Span.Start + match.Index)) : [];
        var sentences = who.Count == 0 ? body : [.. body.Where(line => HeadlineActor.NamesIn(document, line.Span).Overlaps(who))];
        if (isConfirming && who.Count == 0 || sentences.Any(line => Share(said, Telling(document, line.Span)) > MostShared)) { return null; }
        return Report(document, headline, $"has somebody {(isConfirming ? "confirm" : "admit")} “{Cut(words)}”; nobody in the text below it does", HeadlineActor.SentencesOf(document, HeadlineActor.NamesIn(document, new TextSpan(headline.Span.Start, headline.Span.Start + match.Index)), body));
    }

    // "Varnia refuses to take back 300", where it left an offer unanswered; "The two agree to swap all", where they agreed to go on talking.
    private static Finding? Commitment(DocumentView document, Line headline, string words, ImmutableArray<Line> body)
    {
        if (Commits().Match(words) is not { Success: true } match || body.Length < LeastToCommit || IsDenied().IsMatch(words[..match.Index]) || Credited().IsMatch(words)) { return null; }
        var (refuses, at) = (match.Groups["refuse"].Success, headline.Span.Start + match.Index);
        var who = HeadlineActor.NamesIn(document, new TextSpan(headline.Span.Start, at));
        var what = Telling(document, new TextSpan(at + match.Length, headline.Span.End));
        if (who.Count == 0 || what.Count < LeastWords) { return null; }
        foreach (var line in body)
        {
            if (!(refuses ? Refusing() : Agreeing()).IsMatch(line.Span.SliceOf(document.Text))) { continue; }
            if (refuses ? HeadlineActor.NamesIn(document, line.Span).Overlaps(who) || Telling(document, line.Span).Keys.Any(what.ContainsKey) : Share(what, Telling(document, line.Span)) > LeastAgreed) { return null; }
        }

        return Report(document, headline, $"has somebody {(refuses ? "refuse" : "agree to")} “{Cut(words)}”; nobody in the text below it does",
            [.. HeadlineActor.SentencesOf(document, who, body), .. Following(document, body, refuses ? Refusing() : HasAgreed())]);
    }

    private static Finding? Charge(DocumentView document, Line headline, string words, ImmutableArray<Line> body)
    {
        foreach (var (charge, support, isCrime) in Charges)
        {
            if (charge.Match(words) is not { Success: true } match || (Credited().IsMatch(words) && charge != Intent())) { continue; }
            if (charge != Intent() && IsQuoted(words, match.Index)) { continue; }
            var borne = body.Where(line => support.IsMatch(line.Span.SliceOf(document.Text))).ToList();
            if (borne.Exists(line => !Hedged().IsMatch(line.Span.SliceOf(document.Text)) && !(isCrime && According().IsMatch(line.Span.SliceOf(document.Text))))) { continue; }
            return Report(document, headline, borne.Count == 0 ? $"says “{match.Value}”; nothing in the text below it bears that out" : $"says “{match.Value}” as a fact; the text below it only has it in doubt", [.. borne.Take(3)]);
        }

        return null;
    }

    // "60,000 driven to the front", where the text says that it could be 60,000 if …; "More than 200", where it says "up to 200".
    private static Finding? Supposed(DocumentView document, Line headline, string words, ImmutableArray<Line> body)
    {
        if (Credited().IsMatch(words) || Doubting().IsMatch(words)) { return null; }
        foreach (var figure in headline.Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: >= LeastNumber } && !FigureMention.LooksLikeYear(document.Text, figure) && figure.Bound is not FigureBound.AtMost and not FigureBound.LessThan))
        {
            var same = body.SelectMany(line => line.Figures.Where(other => other.Kind is FigureKind.Count && (other.Value ?? other.High) == figure.Value).Select(other => (Line: line, Figure: other))).ToList();
            if (same.Count == 0 || !same.TrueForAll(other => other.Figure.Bound is FigureBound.AtMost or FigureBound.LessThan || IsSupposed(document, other.Line, other.Figure))) { continue; }
            return Report(document, headline, $"gives “{figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ")}” as a fact; the text below it only supposes that number", [same[0].Line]);
        }

        return null;
    }

    private static bool IsSupposed(DocumentView document, Line line, Figure figure) => FigureConflictCheck.IsSupposed(document.Text, figure.Span.Start) || Supposing().IsMatch(document.Text[line.Span.Start..figure.Span.Start]);

    private static bool IsQuoted(string words, int at) => words[..at].Count(c => c is '"' or '“' or '”' or '«' or '»') % 2 == 1;

    private static Dictionary<string, float> Telling(DocumentView document, TextSpan span) => WordScanner.Scan(document.Text, span).Where(word => !word.IsNumber).Select(word => Stemmer.Stem(word.Lower)).Distinct(StringComparer.Ordinal)
        .Select(stem => (stem, Weight: WordWeights.Of(stem))).Where(pair => pair.Weight >= LeastWeight).ToDictionary(pair => pair.stem, pair => pair.Weight, StringComparer.Ordinal);

    private static double Share(Dictionary<string, float> words, Dictionary<string, float> others) => words.Where(pair => others.ContainsKey(pair.Key)).Sum(pair => pair.Value) / words.Values.Sum();

    private static string Cut(string words) => words.Length <= 120 ? words : words[..words.LastIndexOf(' ', 120)] + " …";

    private static Finding Report(DocumentView document, Line headline, string what, params ImmutableArray<Line> lines) => Finding.Of(
        FindingKind.HeadlineUnsupported, Severity.Notice, $"The headline of {document.NameWithin} {what}.", document.StatementsAt([headline.Span, .. lines.Select(line => line.Span)]),
        [document.Evidence(headline.Span), .. lines.Select(line => document.Evidence(line.Span))]);

    [GeneratedRegex(@" (?:in|at|near|outside|inside) (?:the )?\p{Lu}|\b(?:in|at|near) (?:the )?\p{L}+ (?:camp|prison|jail)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Where();

    // "Both sides confirm": whom no name tells cannot be looked for.
    [GeneratedRegex(@"^\W*(?:both|all|two|three|several)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:(?:confess(?:es|ed)?|admits?|admitted|owns? up|concedes?|conceded)\b|(?<confirm>confirms?|confirmed)\b)(?=:| that\b| to\b| \p{L})", Options)]
    private static partial Regex Admits();

    [GeneratedRegex(@"\b(?:not|never|refuses?|won[’']t|doesn[’']t|didn[’']t)\b", Options)]
    private static partial Regex IsDenied();

    [GeneratedRegex(@"\b(?:admit|admission|confess|acknowledg|conced|own(?:s|ed)? up|(?:took|takes?|taken|accept\w*) responsibility)", Options)]
    private static partial Regex Admitting();

    [GeneratedRegex(@"\b(?:confirm|verif|corroborat|establish|acknowledg)", Options)]
    private static partial Regex Confirming();

    [GeneratedRegex(@"\b(?:not|no|never|neither|unable|nor|could|yet to|without|n[’']t)\b[^.;]{0,40}\b(?:confirm|verif|corroborat|establish|acknowledg|admit|admission|confess)", Options)]
    private static partial Regex NotConfirmed();

    [GeneratedRegex(@"\b(?:(?:has |have )?(?<refuse>refuses?|refused)|agrees?|agreed) to (?=\p{L})|(?<= )agree (?:on|that)\b", Options)]
    private static partial Regex Commits();

    [GeneratedRegex(@"\b(?:refus|reject|declin|turn(?:ed|s|ing)? (?:down|away|back)|unwilling|wo(?:n[’']t|uldn[’']t)|not (?:want|wish|accept|agree|take|let|allow|willing)|do(?:es)?n[’']t (?:want|wish)|no (?:wish|intention|interest)|will not|would not|den(?:y|ie)|block|barr|ban(?:s|ned)?\b|boycott|rebuff|spurn|oppos|resist|hold(?:s|ing)? out)", Options)]
    private static partial Regex Refusing();

    [GeneratedRegex(@"\b(?:agree|accord|deal\b|pact|sign|accept|settle|consent|truce|compromise|approv|endors|back(?:s|ed)\b|vote|will\b)", Options)]
    private static partial Regex Agreeing();

    [GeneratedRegex(@"\bagree", Options)]
    private static partial Regex HasAgreed();

    // "Starved to death", where they died of pneumonia
    [GeneratedRegex(@"\b(?:starved?|froze|frozen|beaten|tortured|worked|stabbed|crushed|trampled|burn(?:ed|t)) to death\b|\bbu(?:rned|rnt|ried) alive\b|\bdie[ds]? of (?:hunger|starvation|thirst|cold)\b", Options)]
    private static partial Regex ToDeath();

    [GeneratedRegex(@"\b(?:to death|alive|starvation|died? of (?:hunger|cold|thirst|starvation|exhaustion|(?:\p{L}+ )?(?:wounds|injuries|beatings?|burns))|(?:hunger|starv|froze|frozen|beat|tortur|stab|crush|trampl|burn)\w*[^.;]{0,60}\b(?:died?|dead|deaths?|killed|perished)|(?:died?|dead|deaths?|killed|perished)\b[^.;]{0,60}\b(?:hunger|starv|froze|frozen|beat|tortur|stab|crush|trampl|burn))", Options)]
    private static partial Regex ToDeathSupport();

    // By which a headline says that it is somebody's word, or in doubt.
    [GeneratedRegex(@"\b(?:says?|said|claim\w*|accus\w*|alleg\w*|reports?|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|according|warn\w*|tells?|told|may|might|could|suspect\w*|disput\w*|refut\w*|blam\w*|fact[- ]check|fake|false|feared?|presumed|rumou?r\w*|hoax|no,)\b|\?|: (?=\p{Lu}[\p{L}’' .-]{2,30}$)|^\W*\p{L}[^:]{2,30}: ", Options)]
    private static partial Regex Credited();

    [GeneratedRegex(@"\b(?:may|might|could|up to|as many as|feared|estimated|expected|planned|to be|will)\b", Options)]
    private static partial Regex Doubting();

    [GeneratedRegex(@"\b(?:alleged(?:ly)?|allegations?|reported(?:ly)?|may (?:have|be)|might|could|claim(?:s|ed)?|accus(?:e|es|ed|ing|ation|ations)|unconfirmed|presum(?:e|ed|ption)|suspect(?:s|ed)?|if|whether|no|not|never|unclear|would not say|n[’']t)\b|\?", Options)]
    private static partial Regex Hedged();

    [GeneratedRegex(@"\b(?:according to|said|says|wrote|told|stated|in (?:his|her|their|its) (?:view|opinion|assessment|account))\b", Options)]
    private static partial Regex According();

    [GeneratedRegex(@"\b(?:if|could|may|might|would|must assume|assum(?:e|ing)|suppos(?:e|ing)|appl(?:y|ied)|extrapolat\w*|estimat\w*|projected|likely|perhaps|possibly)\b", Options)]
    private static partial Regex Supposing();

    [GeneratedRegex(@"\b(?:massacres?|massacred|slaughter(?:s|ed)?|mow(?:s|ed)? down|butcher(?:s|ed)?|bloodbath|carnage)\b", Options)]
    private static partial Regex Massacre();

    [GeneratedRegex(@"\b(?:massacre|slaughter|mow(?:s|ed|ing|n)? down|butcher|bloodbath|carnage|(?:dozens|scores|hundreds|many|\d\d+) [^.;]{0,30}\b(?:killed|dead|died|shot))", Options)]
    private static partial Regex MassacreSupport();

    [GeneratedRegex(@"\b(?:execut(?:es|ed|ing)|murder(?:s|ed)?|shot dead|gun(?:s|ned) down|behead(?:s|ed)?)\b", Options)]
    private static partial Regex Execute();

    [GeneratedRegex(@"\b(?:execut(?:e|es|ed|ing|ion|ions)|murder|shot|shoot|killed|killing|gunned|behead|put to death|murdered)\b", Options)]
    private static partial Regex ExecuteSupport();

    [GeneratedRegex(@"(?<=\p{L} )(?:kills|is killing|are killing)\b", Options)]
    private static partial Regex Kill();

    [GeneratedRegex(@"\b(?:kill\w*|dead|died|dies?|deaths?|fatal\w*|lost (?:his|her|their) li(?:fe|ves)|perish\w*|bod(?:y|ies)|shot)\b", Options)]
    private static partial Regex KillSupport();

    [GeneratedRegex(@"\bpoison(?:s|ed|ing)\b", Options)]
    private static partial Regex Poison();

    [GeneratedRegex(@"\b(?:poison|toxi)", Options)]
    private static partial Regex PoisonSupport();

    [GeneratedRegex(@"\b(?:tortur(?:es|ed|ing)|starv(?:es|ed|ing))\b", Options)]
    private static partial Regex Torture();

    [GeneratedRegex(@"\b(?:tortur|beat|electric|abus|mistreat|ill-treat|starv|hung(?:er|ry)|underweight|emaciat|food)", Options)]
    private static partial Regex TortureSupport();

    [GeneratedRegex(@"\b(?:on purpose|deliberately|intentionally|in cold blood)\b", Options)]
    private static partial Regex Intent();

    [GeneratedRegex(@"\b(?:on purpose|deliberate|intentional|intent|in cold blood|wilful|systematic)", Options)]
    private static partial Regex IntentSupport();
}
