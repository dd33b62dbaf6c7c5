using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Finds the turns of transcripts and interviews: paragraphs that a speaker's name opens ("LEE: …"), and answers to paragraphs that ask. What is asked is nobody's statement.</summary>
/// <remarks>A transcript has at least three labelled paragraphs, shouted, of a questioner, or of names that come back. An interview has at least three paragraphs that end with a question mark and are
/// followed by one that does not, and somebody who answers: named by a label, or else, where the answers speak of "I" and "we", the person whom the headline names. Where they do not,
/// the outlet answers its own questions. In a transcript initials ("HD: …") stand for the label before them that has them.</remarks>
internal sealed class TurnFinder(AnnotatedDocument document, SourceWords sources, IReadOnlyList<SentenceWords> sentences)
{
    private const int Fewest = 3;
    private const int LongestLabel = 7;
    private const int LongestQuestion = 80;
    private const int OpeningSentences = 12;

    private static readonly FrozenSet<string> Askers = "q question journalist reporter interviewer host moderator correspondent presenter anchor".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly string text = document.Text;

    private enum Kind
    {
        Other,
        Asks,
        Answers,
        Named,
    }

    /// <param name="Kind">Who speaks.</param>
    /// <param name="Label">The label's words, without its colon; empty where there is none.</param>
    /// <param name="Speech">What is said.</param>
    /// <param name="First">Index of the block's first sentence.</param>
    /// <param name="IsQuestion">It ends with a question mark.</param>
    private readonly record struct Turn(Kind Kind, TextSpan Label, TextSpan Colon, TextSpan Speech, int First, bool IsQuestion);

    /// <summary>The turns, one a paragraph, credited to who speaks; none where the document is no transcript and no interview.</summary>
    public List<Attribution> Find()
    {
        var turns = Turns();
        var labelled = turns.FindAll(turn => turn.Kind is not Kind.Other);
        var transcript = labelled.Count >= Fewest && (labelled.Exists(turn => turn.Kind is not Kind.Named || IsShouted(turn.Label)) || labelled.GroupBy(turn => turn.Label.SliceOf(text), StringComparer.Ordinal).Any(group => group.Count() > 1));
        if (transcript) { return Credit(WithoutTrailer(WithNames(turns)), labelled[0].First, null, byLayout: false); }
        var answered = Enumerable.Range(0, Math.Max(0, turns.Count - 1)).Count(i => turns[i].IsQuestion && !turns[i + 1].IsQuestion);
        var asked = turns.Count(turn => turn.IsQuestion);
        if (asked < Fewest || 2 * answered < asked || 8 * asked < turns.Count) { return []; }
        var named = Enumerable.Range(1, turns.Count - 1).FirstOrDefault(i => turns[i].Kind is Kind.Named && !turns[i].IsQuestion && turns[i - 1].IsQuestion, -1);
        var who = named >= 0 ? turns[named].Label : SpeakOfThemselves(turns) ? Interviewee() : null;
        return who is { } speaker ? Credit(turns, turns.Find(turn => turn.IsQuestion).First, speaker, byLayout: true) : [];
    }

    // "Anna Velk: …", later "AV: …"
    private List<Turn> WithNames(List<Turn> turns)
    {
        var full = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        return turns.ConvertAll(turn =>
        {
            if (turn.Kind is not Kind.Named) { return turn; }
            var label = turn.Label.SliceOf(text);
            if (label.Contains(' ', StringComparison.Ordinal))
            {
                full.TryAdd(string.Concat(label.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]))), turn.Label);
                return turn;
            }

            return full.TryGetValue(label.Replace(".", "", StringComparison.Ordinal), out var name) ? turn with { Label = name } : turn;
        });
    }

    // Paragraphs below the last label go on with its turn where others have paragraphs without a label too, or as long as they say "I" or "we".
    private List<Turn> WithoutTrailer(List<Turn> turns)
    {
        var first = turns.FindIndex(turn => turn.Kind is not Kind.Other);
        var last = turns.FindLastIndex(turn => turn.Kind is not Kind.Other);
        if (Enumerable.Range(first, last - first).Any(i => turns[i].Kind is Kind.Other)) { return turns; }
        while (last + 1 < turns.Count && SaysI(turns[last + 1])) { last++; }
        return turns.GetRange(0, last + 1);
    }

    // Of the answers, at least a third say "I" or "we" in nobody's quotation marks.
    private bool SpeakOfThemselves(List<Turn> turns)
    {
        var (answers, own) = (0, 0);
        var first = turns.FindIndex(turn => turn.IsQuestion);
        foreach (var turn in turns.Skip(first).Where(turn => !turn.IsQuestion))
        {
            answers++;
            own += SaysI(turn) ? 1 : 0;
        }

        return 3 * own >= answers;
    }

    private bool SaysI(Turn turn)
    {
        for (var s = turn.First; s < sentences.Count && sentences[s].Sentence.Span.Start < turn.Speech.End; s++)
        {
            for (var i = 0; i < sentences[s].Count; i++)
            {
                if (!sentences[s][i].Quoted && sentences[s][i].Lower is "i" or "we" or "my" or "our" or "me") { return true; }
            }
        }

        return false;
    }

    private List<Turn> Turns()
    {
        var turns = new List<Turn>();
        for (var s = 0; s < sentences.Count; s++)
        {
            var block = document.Document.Blocks[sentences[s].Sentence.Block];
            if (s > 0 && sentences[s - 1].Sentence.Block == sentences[s].Sentence.Block || block.Role is not (BlockRole.Body or BlockRole.Quote)) { continue; }
            turns.Add(Read(sentences[s], s, block));
        }

        return turns;
    }

    private Turn Read(SentenceWords words, int first, Block block)
    {
        var span = block.Span.Trim(text);
        var question = span.Length > 0 && text[span.End - 1] == '?' && span.In(text).Count(' ') < LongestQuestion;
        var from = words.Count > 3 && words[0].IsQuoteMark ? 1 : 0; // a transcript of which each paragraph is quoted: "“TARN: We sent it."
        for (var i = from + 1; i < words.Count && i <= LongestLabel + 4; i++)
        {
            if (!words[i].IsColon || (words[i].Quoted && from == 0)) { continue; }
            var speech = new TextSpan(words[i].Span.End, span.End).Trim(text);
            var kind = KindOf(words, from, i);
            return kind is Kind.Other || speech.IsEmpty ? Plain() : new Turn(kind, NameOf(words, from, i), words[i].Span, speech, first, question || kind is Kind.Asks);
        }

        return Plain();

        Turn Plain() => new(Kind.Other, default, default, span, first, question);
    }

    private Kind KindOf(SentenceWords words, int first, int colon)
    {
        var end = BeforeBracket(words, first, colon);
        var opening = words[first].Lower;
        if (first > 0 && !IsShouted(words.Span(first, end))) { return Kind.Other; }
        if (Askers.Contains(opening) && end - first <= 2) { return Kind.Asks; }
        if (end - first == 1 && opening is "a" or "answer") { return Kind.Answers; }
        if (end - first > LongestLabel) { return Kind.Other; }
        var label = words.Span(first, end).SliceOf(text);
        if (sources.Rubrics.Contains(label.ToLowerInvariant()) || sources.Rubrics.Contains(opening) || sources.SourceLabels.Contains(opening) || sources.QuoteLabels.Contains(opening)) { return Kind.Other; }
        for (var i = first; i < end; i++)
        {
            if ((words[i].Quoted && first == 0) || !(words[i].Capital || words[i].Lower is "of" or "for" or "the" or "de" or "van" or "." or "-") || (Lexicon.LooksLikeVerb(words[i].Lower) && !IsShouted(words[i].Span))) { return Kind.Other; }
        }

        return label.Equals(document.Document.Outlet, StringComparison.OrdinalIgnoreCase) || sources.IsMedia(label) ? Kind.Asks : words[first].Span.Length > 1 ? Kind.Named : Kind.Other;
    }

    private static TextSpan NameOf(SentenceWords words, int first, int colon) => words.Span(first, BeforeBracket(words, first, colon));

    private static int BeforeBracket(SentenceWords words, int first, int colon)
    {
        for (var i = first + 1; i < colon; i++)
        {
            if (words[i].Lower is "(" or "," or "[") { return i; }
        }

        return colon;
    }

    private bool IsShouted(TextSpan span) => span.Length > 1 && !span.In(text).ContainsAnyInRange('a', 'z') && span.In(text).ContainsAnyInRange('A', 'Z');

    // Without labels, whoever answers is the person whom the headline names in full, else whom the first paragraphs name.
    private TextSpan? Interviewee()
    {
        foreach (var sentence in document.Sentences.Take(OpeningSentences))
        {
            if (document.Document.Blocks[sentence.Block].Role is not (BlockRole.Headline or BlockRole.Body)) { continue; }
            foreach (var entity in document.Entities)
            {
                if (entity.Span.Start >= sentence.Span.End) { break; }
                if (sentence.Span.Contains(entity.Span.Start) && entity.Type is EntityType.Person && entity.Span.In(text).Contains(' ')) { return entity.Span; }
            }
        }

        return null;
    }

    private List<Attribution> Credit(List<Turn> turns, int from, TextSpan? interviewee, bool byLayout)
    {
        var found = new List<Attribution>();
        TextSpan? speaker = null;
        TextSpan? answers = interviewee;
        var cue = default(TextSpan);
        foreach (var turn in turns.Where(turn => turn.First >= from))
        {
            switch (turn.Kind)
            {
                case Kind.Asks: speaker = null; break;
                case Kind.Named: (speaker, cue) = (turn.Label, turn.Colon); answers = turn.Label; break;
                case Kind.Answers: (speaker, cue) = (answers ?? turn.Label, turn.Colon); break;
                case Kind.Other when byLayout: speaker = turn.IsQuestion || IsPrompt(turn) ? null : answers; break;
                default: break;
            }

            if (byLayout && turn.IsQuestion) { speaker = null; }
            if (speaker is not { } who || turn.Speech.Length < 4) { continue; }
            found.Add(new Attribution
            {
                Construction = Construction.Turn, Sentence = turn.First, Cue = cue.IsEmpty ? who : cue, Lemma = ":", Act = StatementAct.Says, Strength = 0.7, Source = who, Content = [turn.Speech],
            });
        }

        return found;
    }

    // "Oskeland says that you refused.": put to the one who answers, who is spoken to and does not speak.
    private bool IsPrompt(Turn turn)
    {
        if (turn.Speech.Length > 400) { return false; }
        var (you, me) = (false, false);
        for (var s = turn.First; s < sentences.Count && sentences[s].Sentence.Span.Start < turn.Speech.End; s++)
        {
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var lower = sentences[s][i].Lower;
                you |= lower is "you" or "your" or "yourself";
                me |= lower is "i" or "we" or "my" or "our" or "me" or "us";
            }
        }

        return you && !me;
    }
}
