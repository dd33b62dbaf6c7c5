using System.Text.RegularExpressions;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>How the names of parties are compared, and which of them name nobody.</summary>
internal static partial class PartyNames
{
    private static readonly string[] Openings = ["the ", "a ", "an ", "its ", "their ", "his ", "her ", "our "];

    /// <summary>The form of a verb that goes with a name: "the ministry denies", "Varnian officials deny", "Varnia and Oskeland deny".</summary>
    public static string Verb(string name, string singular, string plural)
    {
        var first = name.Split(' ').TakeWhile(word => word is not ("of" or "in" or "at" or "from" or "for" or "who" or "on")).LastOrDefault() ?? "";
        var several = name.Contains(" and ", StringComparison.Ordinal) && char.IsUpper(name[0]) && !name.Contains("Ministry", StringComparison.Ordinal)
            || (first.Length > 3 && char.IsLower(first[0]) && first[^1] == 's' && first[^2] is not ('s' or 'u') && first is not "headquarters") || first is "police" or "people" or "troops";
        return several ? plural : singular;
    }

    /// <summary>A name in lower case without article, brackets, possessive endings and marks.</summary>
    public static string Fold(string name)
    {
        var folded = Brackets().Replace(name, " ").ToLowerInvariant().Replace('’', '\'');
        folded = Possessive().Replace(folded, "");
        folded = NotName().Replace(folded, " ").Trim();
        foreach (var opening in Openings)
        {
            if (folded.StartsWith(opening, StringComparison.Ordinal)) { folded = folded[opening.Length..]; }
        }

        return Medium().Replace(folded, "").Trim();
    }

    /// <summary>The last word of a folded name: "ostap zhelivan" and "zhelivan" are one person within a matter.</summary>
    public static string Surname(string folded) => folded[(folded.LastIndexOf(' ') + 1)..];

    /// <summary>True where the last word is a name's: "Ostap Zhelivan", not "the Way Home project" or "the Republican candidate".</summary>
    public static bool IsWholeName(string name) => name.Length > 0 && !char.IsLower(name[name.LastIndexOf(' ') + 1]);

    /// <summary>True for people without a name of whom there may be several: "officials", "two sources".</summary>
    public static bool IsCrowd(string name) => Crowd().IsMatch(name);

    /// <summary>True for words that stand for another body in every document: "defence ministry", "the spokesman".</summary>
    public static bool IsGeneric(string folded) => folded.Length < 3 || Generic().IsMatch(folded);

    /// <summary>True where a source's words name nobody: a role or a crowd without a name.</summary>
    public static bool IsNameless(StatementSource source) =>
        source.Type is SourceType.Unnamed || !source.Name.Any(char.IsUpper) || (source.Type is SourceType.Group && Crowd().IsMatch(source.Name));

    [GeneratedRegex(@"^(?:its|his|her|their|our|whose|(?:foreign |defen[cs]e |interior |justice |health |prime )?(?:ministry|minister|ministers)|(?:defen[cs]e|state|interior|justice) department|army|military|police|government|parliament|general staff|air force|navy|agency|office|bureau|institute|committee|commission|council|company|group|campaign|party|hospital|court|embassy|team|intelligence|command|state|country|side|regional office|spokes(?:man|woman|person)|ombuds(?:man|woman)|commissioner|president|general|colonel|major|officer|secretary|authorities|project|post|report|channel|list|newspaper|website|site|senator|governor|mayor|white house|press)$")]
    private static partial Regex Generic();

    [GeneratedRegex(@"\b(?:officials?|sources?|diplomats?|insiders?|interlocutors?|clerks?|negotiators|aides?|people|persons?|men|women|residents|witnesses|critics|observers|analysts|experts)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Crowd();

    [GeneratedRegex(@"\([^()]{0,40}\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"'s\b|'(?=\s|$)")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NotName();

    [GeneratedRegex(@" (?:project|channel|newspaper|website)$")]
    private static partial Regex Medium();
}
