using System.Collections.Immutable;
using Hearsay.Documents;

namespace Hearsay.Language;

/// <summary>
/// Gathers a document's tokens into sentences. A sentence ends at its block's end, at a blank line, before a bullet at a line's start,
/// and after a stop (period, question or exclamation mark) with the quotes and brackets that close behind it, unless what follows goes on in lower case.
/// In a headline a semicolon ends one too: it parts two reports. An ellipsis ends one only before a word that commonly opens a sentence. A period that belongs to an abbreviation is no stop: <see cref="Tokeniser"/> decides that.
/// </summary>
internal sealed class SentenceCutter(Document document, LanguageRules rules)
{
    private readonly ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>(document.Text.Length / 5 + 8);
    private readonly ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>(document.Text.Length / 100 + 8);
    private int first;

    private enum Stop
    {
        None,
        Ellipsis,
        Mark,
        Period,
    }

    /// <summary>Reads one block.</summary>
    /// <param name="block">Index into the document's blocks, in order.</param>
    public void Read(int block)
    {
        var span = document.Blocks[block].Span;
        var text = span.In(document.Text);
        var isHeadline = document.Blocks[block].Role == BlockRole.Headline;
        var tokeniser = new Tokeniser(text, rules, isHeadline);
        var stop = Stop.None;
        var end = 0;
        var labelled = false; // a headline with a speaker before its colon is one report
        while (tokeniser.MoveNext())
        {
            var token = text[tokeniser.Start..tokeniser.End];
            var attached = tokeniser.Start == end;
            if (tokens.Count > first && Ends(ref tokeniser, token, stop, attached))
            {
                Close(block);
                stop = Stop.None;
            }

            if (!(stop != Stop.None && attached && Characters.IsCloser(token[0])))
            {
                stop = isHeadline && token is ";" && !labelled ? Stop.Period : StopOf(token);
                labelled |= token is ":";
            }

            end = tokeniser.End;
            tokens.Add(new Token(new TextSpan(span.Start + tokeniser.Start, span.Start + end)));
        }

        Close(block);
    }

    /// <summary>What was gathered.</summary>
    public AnnotatedDocument Result() => new(document, tokens.DrainToImmutable(), sentences.DrainToImmutable());

    private bool Ends(ref Tokeniser tokeniser, ReadOnlySpan<char> token, Stop stop, bool attached)
    {
        if (tokeniser.LineBreaks > 1 || tokens.Count - first >= LanguageAnalyser.MaxSentenceTokens || (tokeniser.LineBreaks > 0 && IsBullet(token)))
        {
            return true;
        }

        if (stop == Stop.None || (attached && (Characters.IsCloser(token[0]) || StopOf(token) != Stop.None)))
        {
            return false;
        }

        return stop switch
        {
            Stop.Ellipsis => tokens.Count - first > 1 && tokeniser.IsStarterAt(tokeniser.Start),
            Stop.Period when IsListNumber() => false,
            Stop.Period => token[0] is not (',' or ';' or ':' or '\u201D' or '\u00BB' or ')' or ']') && !(char.IsLower(token[0]) && token.IndexOf('.') < 0),
            _ => char.IsUpper(token[0]) || char.IsDigit(token[0]) || Characters.IsOpener(token[0]) || token[0] is '@' or '#' or '<',
        };
    }

    /// <summary>True where the sentence so far is a list item's number and its period.</summary>
    private bool IsListNumber() =>
        tokens.Count - first == 2 && tokens[first].Span is { Length: <= 3 } number && char.IsAsciiDigit(document.Text[number.Start]);

    private static bool IsBullet(ReadOnlySpan<char> token) => token.Length == 1 && token[0] is '\u2022' or '\u25AA' or '\u2023' or '\u25E6' or '\u00B7' or '*';

    private static Stop StopOf(ReadOnlySpan<char> token) => token[0] switch
    {
        '.' when token.Length == 1 => Stop.Period,
        '.' when token[1] is '.' or ' ' or '\u00A0' => Stop.Ellipsis,
        '\u2026' => Stop.Ellipsis,
        '!' or '?' => Stop.Mark,
        '\u3002' or '\uFF01' or '\uFF1F' or '\u0964' => Stop.Period,
        _ => Stop.None,
    };

    private void Close(int block)
    {
        if (tokens.Count > first)
        {
            sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[^1].Span.End), block, first, tokens.Count - first));
            first = tokens.Count;
        }
    }
}
