using System.Collections.Immutable;
using System.Text;

namespace Hearsay.Rolls.Names;

/// <summary>A person's name as written, cut into words: titles left out, particles told apart, the surname marked where the writing tells it.</summary>
/// <param name="Words">The words that name the person.</param>
/// <param name="Particles">Words like <c>de</c> and <c>al</c>, in lower case, which spellings drop and add.</param>
/// <param name="Suffix">The generation that the name states: 1 for senior or the first, 2 for junior or the second, and so on; 0 where none is stated.</param>
/// <param name="Surnames">Which words the writing marks as the surname, by capitals or a comma; empty where it marks none.</param>
internal sealed record PersonName(ImmutableArray<Word> Words, ImmutableArray<string> Particles, int Suffix, ImmutableArray<int> Surnames)
{
    private const int MaxWords = 12;

    private static readonly HashSet<string> Titles = [.. """
        mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev reverend fr father sr sister brother hon honourable honorable judge justice president minister senator
        general gen colonel col lt lieutenant major maj captain capt cpt sergeant sgt corporal private admiral commander brigadier marshal field sheikh shaikh shaykh sheik hajji haji hajj hadji
        mullah mulla maulana ayatollah imam sayyid syed sayed emir prince princess king queen baron count herr frau monsieur madame mme mlle señor señora don doña dom shri smt sri
        пан пані др доктор професор профессор генерал полковник майор капітан капитан лейтенант сержант солдат рядовий рядовой г-н г-жа господин госпожа прапорщик старшина матрос
        ing mag dipl phd md esq mba msc bsc kc qc obe mbe cbe
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly HashSet<string> ParticleWords = [.. """
        de del della dello dei degli di da das do dos du des la le les lo los las van von vom zu zum zur der den det ter ten te op 't af av bin ibn ben bint binti binte bt bte al el ul ud ad as ash an at ed es ez oul ould
        abu abou y e i und et and af auf of the a/l a/p s/o d/o ал ель эль аль бин бін ибн ібн ван фон де да оглы оглу огли кызы кизи uly oglu ogly ogli qizi kizi kyzy
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static readonly Dictionary<string, int> Suffixes = new() { ["jr"] = 2, ["junior"] = 2, ["jnr"] = 2, ["sr"] = 1, ["senior"] = 1, ["snr"] = 1, ["ii"] = 2, ["iii"] = 3, ["iv"] = 4, ["мл"] = 2, ["младший"] = 2, ["молодший"] = 2, ["старший"] = 1 };

    /// <summary>Reads a name. What stands in brackets is left out, unless nothing else is there.</summary>
    public static PersonName Read(string written)
    {
        var text = WithoutBrackets(written.Length > 300 ? written[..300] : written);
        var (words, particles, surnames, capitals) = (new List<Word>(), new List<string>(), new List<int>(), new List<int>());
        var suffix = 0;
        var pieces = Pieces(text);
        var comma = pieces.FindIndex(piece => piece == ",");
        var before = 0;
        for (var at = 0; at < pieces.Count && words.Count < MaxWords; at++)
        {
            var piece = pieces[at];
            if (piece == ",") { before = at == comma ? words.Count : before; continue; }
            var bare = piece.Trim('.', '\'', '’').ToLowerInvariant();
            var more = pieces.Count > 2;
            if (more && Titles.Contains(bare) && !(Suffixes.ContainsKey(bare) && words.Count > 1)) { continue; }
            if (words.Count > 0 && Suffixes.TryGetValue(bare, out var generation)) { suffix = generation; continue; }
            var isInitial = bare.Length == 1 && (piece.EndsWith('.') || (char.IsUpper(piece[0]) && at > 0 && pieces[at - 1].Any(char.IsLower)));
            if (more && !isInitial && ParticleWords.Contains(bare) && (at + 1 < pieces.Count || words.Count > 1)) { particles.Add(bare); continue; }
            var parts = Parts(piece);
            foreach (var part in parts)
            {
                if (parts.Length > 1 && ParticleWords.Contains(part.ToLowerInvariant())) { particles.Add(part.ToLowerInvariant()); continue; }
                var stem = WithoutArticle(part, words);
                if (stem.Length < part.Length) { particles.Add("al"); }
                if (Word.Of(stem) is not { } word) { continue; }
                if (part.Length > 1 && part.All(letter => !char.IsLetter(letter) || char.IsUpper(letter)) && !word.IsInitial) { capitals.Add(words.Count); }
                words.Add(word);
            }
        }

        if (comma > 0 && before > 0 && before < words.Count) { surnames.AddRange(Enumerable.Range(0, before)); }
        else if (capitals.Count > 0 && capitals.Count < words.Count(word => !word.IsInitial)) { surnames = capitals; }
        return new PersonName([.. words], [.. particles], suffix, [.. surnames]);
    }

    // The Arabic article is written together with its word in Arabic, and may be in Latin letters where it has grown alike: as in Eddine. After Abd it stands between two parts of one name.
    private static string WithoutArticle(string part, List<Word> before)
    {
        if (part.Length > 4 && part.StartsWith("ال", StringComparison.Ordinal)) { return before is [.., { Text: "عبد" }] ? part : part[2..]; }
        return part.Length is 5 or 6 && part.ToLowerInvariant() is "eddin" or "eddine" or "uddin" or "uddine" or "addin" or "addine" or "iddin" or "iddine" ? part[2..] : part;
    }

    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOfAny(['(', '[']);
        if (open < 0) { return text; }
        var close = text.IndexOfAny([')', ']'], open);
        var rest = text[..open] + (close < 0 ? "" : text[(close + 1)..]);
        return rest.Any(char.IsLetter) ? rest : text.Replace('(', ' ').Replace(')', ' ').Replace('[', ' ').Replace(']', ' ');
    }

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        void End()
        {
            if (piece.Length > 0) { pieces.Add(piece.ToString()); }
            piece.Clear();
        }

        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is ',' or '،' or '、' or '，')
            {
                End();
                pieces.Add(",");
            }
            else if (char.IsWhiteSpace(character) || character is '_' or '/' or '·' or '・' or '"' or '«' or '»' or '“' or '”' or '\u200C') { End(); }
            else if (character == '.')
            {
                piece.Append('.');
                if (piece.Length <= 3) { End(); } // И.П. and J.R.
            }
            else { piece.Append(character); }
        }

        End();
        return pieces;
    }

    // A word of Chinese characters or Korean syllables is a surname of one and a given name of the rest.
    private static string[] Parts(string piece)
    {
        if (piece.Length is >= 2 and <= 4 && piece.All(letter => letter is >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3'))
        {
            var surname = piece.Length == 4 || piece is ['欧' or '歐', '阳' or '陽', ..] or ['司', '马' or '馬', ..] or ['诸' or '諸', '葛', ..] or ['上', '官', ..] ? 2 : 1;
            return [piece[..surname], piece[surname..]];
        }

        return piece.Split(['-', '‐', '–', '—'], StringSplitOptions.RemoveEmptyEntries);
    }
}
