using System.Collections.Frozen;

namespace Hearsay.Matters.Reckonings;

/// <summary>Stems of words that tell what a number has to do with another.</summary>
internal static class Vocabulary
{
    /// <summary>Parts of something named: "of them", "the others", "consists of".</summary>
    public static readonly FrozenSet<string> Dividing = Set("them", "these", "those", "whom", "which", "rest", "remain", "remaining", "other", "others", "further", "plu", "plus", "compris", "consist", "compos", "split", "divid", "left", "leav", "made", "namely", "broken");

    /// <summary>What is left.</summary>
    public static readonly FrozenSet<string> Remaining = Set("leav", "left", "remain", "remaining", "rest", "still");

    /// <summary>All of something, or what comes of a reckoning.</summary>
    public static readonly FrozenSet<string> Totalling = Set("total", "all", "altogether", "sum", "together", "add", "making", "thu", "thus", "henc", "hence", "accordingly", "therefor", "therefore", "bring", "reach", "equal", "mak", "so", "combin", "overall");

    /// <summary>Of all parts together.</summary>
    public static readonly FrozenSet<string> Summing = Set("total", "altogether", "sum", "together", "combin", "overall", "com", "all");

    /// <summary>The last part of all: "and 31 from elsewhere".</summary>
    public static readonly FrozenSet<string> Closing = Set("rest", "remain", "remaining", "other", "others", "elsewher", "elsewhere");

    /// <summary>Not all parts are told.</summary>
    public static readonly FrozenSet<string> Open = Set("includ", "including", "least", "addition", "besid", "another", "among", "far", "particularly", "mainly", "mostly", "only");

    /// <summary>So many for every one.</summary>
    public static readonly FrozenSet<string> Each = Set("each", "apiec", "apiece", "head", "per", "every", "tim", "times", "averag", "average");

    /// <summary>More or less than before.</summary>
    public static readonly FrozenSet<string> Changing = Set("ris", "rose", "rise", "risen", "fell", "fall", "fallen", "drop", "grew", "grow", "grown", "increas", "decreas", "jump", "doubl", "tripl", "quadrupl", "halv", "compar", "compare", "declin", "surg", "climb", "gone", "went", "shrank", "shrunk", "up", "fewer", "more");

    /// <summary>The same number on either side.</summary>
    public static readonly FrozenSet<string> Alike = Set("each", "sam", "same", "many", "both", "either", "equal", "apiec", "apiece");

    private static FrozenSet<string> Set(params string[] stems) => FrozenSet.ToFrozenSet(stems, StringComparer.Ordinal);
}
