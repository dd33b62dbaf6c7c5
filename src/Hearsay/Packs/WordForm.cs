namespace Hearsay.Packs;

/// <summary>Inflection of an English word; a form that serves as several carries several flags ("put", "read").</summary>
[Flags]
internal enum WordForm
{
    None = 0,
    /// <summary>"say", and of nouns and adjectives the only form or the singular.</summary>
    Base = 1,
    /// <summary>"says", and of nouns the plural.</summary>
    Third = 2,
    /// <summary>"said" as in "she said".</summary>
    Past = 4,
    /// <summary>"said" as in "has said", "is said".</summary>
    Participle = 8,
    /// <summary>"saying".</summary>
    Gerund = 16,
}

/// <summary>Inflects English words by rule, with the exceptions that cue words need.</summary>
internal static class EnglishForms
{
    private static readonly Dictionary<string, (string Past, string Participle)> Irregular = new(StringComparer.Ordinal)
    {
        ["say"] = ("said", "said"), ["tell"] = ("told", "told"), ["write"] = ("wrote", "written"), ["think"] = ("thought", "thought"),
        ["know"] = ("knew", "known"), ["see"] = ("saw", "seen"), ["find"] = ("found", "found"), ["feel"] = ("felt", "felt"),
        ["speak"] = ("spoke", "spoken"), ["put"] = ("put", "put"), ["read"] = ("read", "read"), ["go"] = ("went", "gone"),
        ["understand"] = ("understood", "understood"), ["forget"] = ("forgot", "forgotten"), ["swear"] = ("swore", "sworn"),
        ["hear"] = ("heard", "heard"), ["show"] = ("showed", "shown"), ["mean"] = ("meant", "meant"), ["bet"] = ("bet", "bet"),
        ["foresee"] = ("foresaw", "foreseen"), ["choose"] = ("chose", "chosen"), ["forbid"] = ("forbade", "forbidden"),
        ["strive"] = ("strove", "striven"), ["seek"] = ("sought", "sought"), ["cast"] = ("cast", "cast"), ["forecast"] = ("forecast", "forecast"),
        ["broadcast"] = ("broadcast", "broadcast"), ["hold"] = ("held", "held"), ["give"] = ("gave", "given"), ["take"] = ("took", "taken"),
        ["withdraw"] = ("withdrew", "withdrawn"), ["make"] = ("made", "made"), ["overhear"] = ("overheard", "overheard"),
        ["foretell"] = ("foretold", "foretold"), ["retell"] = ("retold", "retold"), ["let"] = ("let", "let"), ["set"] = ("set", "set"),
        ["sue"] = ("sued", "sued"), ["lay"] = ("laid", "laid"),
    };

    private static readonly HashSet<string> Doubling = new(StringComparer.Ordinal)
    {
        "admit", "plan", "ban", "rip", "slam", "refer", "commit", "opt", "permit", "brag", "rebut", "dub", "beg", "bet", "quip", "prefer", "forget",
        "put", "nod", "blog", "submit", "vet", "stop", "let", "set", "concur", "defer", "infer", "compel", "regret", "chat",
    };

    private static readonly HashSet<string> DoublingBritish = new(StringComparer.Ordinal) { "signal", "label", "counsel", "channel", "cancel", "model" };

    /// <summary>The forms of a verb, of which some may be spelt alike.</summary>
    public static IEnumerable<(string Text, WordForm Form)> OfVerb(string lemma)
    {
        yield return (lemma, WordForm.Base);
        yield return (AddS(lemma), WordForm.Third);
        foreach (var stem in Stems(lemma))
        {
            yield return (stem + "ing", WordForm.Gerund);
            if (!Irregular.ContainsKey(lemma))
            {
                var past = Past(lemma, stem);
                yield return (past, WordForm.Past | WordForm.Participle);
            }
        }

        if (Irregular.TryGetValue(lemma, out var irregular))
        {
            yield return (irregular.Past, WordForm.Past);
            yield return (irregular.Participle, WordForm.Participle);
        }

        if (lemma is "prove" or "show") { yield return (lemma is "prove" ? "proven" : "showed", WordForm.Participle); }
    }

    /// <summary>Singular and plural of a noun.</summary>
    public static IEnumerable<(string Text, WordForm Form)> OfNoun(string lemma) => [(lemma, WordForm.Base), (AddS(lemma), WordForm.Third)];

    private static IEnumerable<string> Stems(string lemma)
    {
        if (Doubling.Contains(lemma)) { yield return lemma + lemma[^1]; yield break; }
        if (DoublingBritish.Contains(lemma)) { yield return lemma + lemma[^1]; }
        yield return lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "y"
            : lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma[..^1]
            : lemma;
    }

    private static string Past(string lemma, string stem) =>
        lemma.EndsWith('e') ? lemma + "d"
        : EndsInConsonantY(lemma) ? lemma[..^1] + "ied"
        : stem + "ed";

    private static string AddS(string lemma) =>
        EndsInConsonantY(lemma) ? lemma[..^1] + "ies"
        : lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma is "go" or "veto" or "echo" ? lemma + "es"
        : lemma + "s";

    private static bool EndsInConsonantY(string lemma) => lemma.Length > 1 && lemma[^1] == 'y' && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal);
}
