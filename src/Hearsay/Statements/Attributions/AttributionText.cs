using Hearsay.Documents;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>What a token is, as far as attributions care.</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,
    /// <summary>Holds a letter or a digit.</summary>
    Word = 1,
    Verb = 2,
    /// <summary>Noun, pronoun, or another word that can head a source.</summary>
    Nominal = 4,
    Pronoun = 8,
    /// <summary>A double quotation mark of any shape.</summary>
    QuoteMark = 16,
    Comma = 32,
    /// <summary>A colon, semicolon or dash.</summary>
    Break = 64,
    /// <summary>Stands between quotation marks, the marks themselves included.</summary>
    Quoted = 128,
    /// <summary>Subject of its governor.</summary>
    Subject = 256,
    Noun = 512,
    Proper = 1024,
    /// <summary>First quotation mark of a pair.</summary>
    Opens = 2048,
    /// <summary>Governed as a clause of its own.</summary>
    Clause = 4096,
    /// <summary>Two letters or more, all of them capitals.</summary>
    Capitals = 8192,
    /// <summary>Begins with a capital.</summary>
    Capital = 16384,
}

/// <summary>A document's tokens as arrays of hashes and indices, so that features are made without touching a string twice.</summary>
internal sealed class AttributionText
{
    private readonly int[] childStart;
    private readonly int[] children;

    /// <summary>Reads a document's tokens, tags and trees.</summary>
    /// <exception cref="ArgumentException">The document has no grammar.</exception>
    public AttributionText(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Document = document;
        var grammar = document.Grammar ?? throw new ArgumentException("The document has no tags and trees; analyse it with a language model first.", nameof(document));
        var n = document.Tokens.Length;
        (Word, Lemma, Stem, Suffix, Tag, Relation) = (new uint[n], new uint[n], new uint[n], new uint[n], new uint[n], new uint[n]);
        (Head, SentenceOf, First, Last) = (new int[n], new int[n], new int[n], new int[n]);
        Is = new Traits[n];
        Rate = new byte[n];
        Class = new byte[n];
        for (var i = 0; i < n; i++)
        {
            var form = document.Tokens[i].Span.In(document.Text);
            Word[i] = HashFolded(form);
            Lemma[i] = HashFolded(grammar.Lemmas[i]);
            Suffix[i] = HashFolded(form.Length > 3 ? form[^3..] : form);
            Stem[i] = HashFolded(grammar.Lemmas[i].AsSpan(0, Math.Min(5, grammar.Lemmas[i].Length)));
            Tag[i] = Hash.Of(grammar.Tags[i]);
            Relation[i] = Hash.Of(grammar.Relations[i]);
            Head[i] = grammar.Heads[i];
            (First[i], Last[i]) = (i, i);
            Is[i] = TraitsOf(form, grammar.Tags[i], grammar.Relations[i]);
            Class[i] = (Is[i] & Traits.Word) != 0 ? WordClass.Of(Lemma[i], Is[i]) : (byte)0;
        }

        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            SentenceOf.AsSpan(sentence.FirstToken, sentence.TokenCount).Fill(s);
        }

        (childStart, children) = Govern();
        MarkQuotations();
    }

    public AnnotatedDocument Document { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => Word.Length;

    public uint[] Word { get; }

    public uint[] Lemma { get; }

    public uint[] Tag { get; }

    public uint[] Relation { get; }

    /// <summary>The last three letters of each word.</summary>
    public uint[] Suffix { get; }

    /// <summary>The first five letters of each lemma, which verb and noun often share (deny, denial).</summary>
    public uint[] Stem { get; }

    public Traits[] Is { get; }

    /// <summary>Governor of each token, -1 for a root.</summary>
    public int[] Head { get; }

    public int[] SentenceOf { get; }

    /// <summary>First token of what each token governs, itself included.</summary>
    public int[] First { get; }

    /// <summary>Last token of what each token governs, itself included.</summary>
    public int[] Last { get; }

    /// <summary>How often each token's lemma is a cue, in steps of <see cref="CueRates"/>; 0 for what cannot be one.</summary>
    public byte[] Rate { get; }

    /// <summary>The class of each token's lemma (<see cref="WordClass"/>), 0 for most.</summary>
    public byte[] Class { get; }

    /// <summary>What a token governs directly, in text order.</summary>
    public ReadOnlySpan<int> ChildrenOf(int token) => children.AsSpan(childStart[token], childStart[token + 1] - childStart[token]);

    public bool Has(int token, Traits traits) => (Is[token] & traits) != 0;

    /// <summary>True where <paramref name="token"/> is <paramref name="ancestor"/> or is governed by it, directly or not.</summary>
    public bool IsUnder(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor)
        {
            token = Head[token];
        }

        return token == ancestor;
    }

    /// <summary>The subject of a verb: its own, or that of the verb that it is joined to or complements; -1 where there is none.</summary>
    public int SubjectOf(int verb)
    {
        for (var (at, hops) = (verb, 0); at >= 0 && hops < 3; hops++)
        {
            foreach (var child in ChildrenOf(at))
            {
                if (Relation[child] == Names.Subject || Relation[child] == Names.PassiveSubject)
                {
                    return child;
                }
            }

            var relation = Relation[at];
            if (relation == Names.RelativeClause)
            {
                return Head[at];
            }

            at = relation == Names.Conjunct || relation == Names.OpenClause || relation == Names.AdverbClause ? Head[at] : -1;
        }

        return -1;
    }

    /// <summary>First token of a sentence and the one after its last.</summary>
    public (int Start, int End) TokensOf(int sentence)
    {
        var s = Document.Sentences[sentence];
        return (s.FirstToken, s.FirstToken + s.TokenCount);
    }

    /// <summary>Block of a sentence.</summary>
    public int BlockOf(int sentence) => Document.Sentences[sentence].Block;

    /// <summary>Role of the block that a sentence stands in.</summary>
    public BlockRole RoleOf(int sentence) => Document.Document.Blocks[BlockOf(sentence)].Role;

    /// <summary>Hash of a word in lower case, its curly apostrophes made straight.</summary>
    public static uint HashFolded(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var character in form)
        {
            var folded = character is '\u2019' or '\u2018' ? '\'' : char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : char.IsAscii(character) ? character : char.ToLowerInvariant(character);
            hash = unchecked((hash ^ folded) * 16777619u);
        }

        return hash | 1;
    }

    private (int[] Start, int[] Children) Govern()
    {
        var n = Count;
        var start = new int[n + 1];
        for (var i = 0; i < n; i++)
        {
            if (Head[i] >= 0)
            {
                start[Head[i] + 1]++;
            }
        }

        for (var i = 0; i < n; i++)
        {
            start[i + 1] += start[i];
        }

        var next = start.AsSpan(0, n).ToArray();
        var list = new int[start[n]];
        for (var i = 0; i < n; i++)
        {
            if (Head[i] >= 0)
            {
                list[next[Head[i]]++] = i;
            }

            for (var up = Head[i]; up >= 0 && (First[up] > i || Last[up] < i); up = Head[up])
            {
                First[up] = Math.Min(First[up], i);
                Last[up] = Math.Max(Last[up], i);
            }
        }

        return (start, list);
    }

    private static Traits TraitsOf(ReadOnlySpan<char> form, string tag, string relation)
    {
        var traits = Traits.None;
        foreach (var character in form)
        {
            if (char.IsLetterOrDigit(character))
            {
                traits = Traits.Word;
                break;
            }
        }

        if (traits == Traits.None)
        {
            return form switch
            {
                "“" or "”" or "\"" or "''" or "``" or "«" or "»" or "„" or "’’" or "‘‘" => Traits.QuoteMark,
                "," => Traits.Comma,
                ":" or ";" or "—" or "–" or "―" or "--" or "-" or "---" => Traits.Break,
                _ => Traits.None,
            };
        }

        if (char.IsUpper(form[0]))
        {
            traits |= Traits.Capital;
            if (form.Length > 1 && form.IndexOfAnyInRange('a', 'z') < 0)
            {
                traits |= Traits.Capitals;
            }
        }

        traits |= tag switch
        {
            "NN" or "NNS" => Traits.Noun | Traits.Nominal,
            "NNP" or "NNPS" => Traits.Noun | Traits.Nominal | Traits.Proper,
            "PRP" or "WP" or "WDT" or "PRP$" or "WP$" => Traits.Pronoun | Traits.Nominal,
            "VB" or "VBD" or "VBG" or "VBN" or "VBP" or "VBZ" => Traits.Verb,
            _ => Traits.None,
        };
        traits |= relation switch
        {
            "nsubj" or "nsubjpass" => Traits.Subject | Traits.Nominal,
            "ccomp" or "xcomp" or "advcl" or "acl" or "acl:relcl" or "parataxis" or "csubj" => Traits.Clause,
            _ => Traits.None,
        };
        return traits;
    }

    // Block by block: a curly mark opens or closes by its shape, a straight one by turns; what is open at a block's end ends there.
    private void MarkQuotations()
    {
        var block = -1;
        var inside = false;
        for (var i = 0; i < Count; i++)
        {
            var here = BlockOf(SentenceOf[i]);
            if (here != block)
            {
                (block, inside) = (here, false);
            }

            if (!Has(i, Traits.QuoteMark))
            {
                Is[i] |= inside ? Traits.Quoted : Traits.None;
                continue;
            }

            var mark = Document.Text[Document.Tokens[i].Span.Start];
            var opens = mark switch { '“' or '`' or '«' or '„' or '‘' => true, '”' or '»' => false, _ => !inside };
            Is[i] |= Traits.Quoted | (opens ? Traits.Opens : Traits.None);
            inside = opens;
        }
    }
}
