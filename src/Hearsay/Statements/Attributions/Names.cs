namespace Hearsay.Statements.Attributions;

/// <summary>Hashes of the relations that features ask for by name.</summary>
internal static class Names
{
    public static readonly uint Subject = Hash.Of("nsubj");
    public static readonly uint PassiveSubject = Hash.Of("nsubjpass");
    public static readonly uint Object = Hash.Of("dobj");
    public static readonly uint Mark = Hash.Of("mark");
    public static readonly uint Case = Hash.Of("case");
    public static readonly uint Conjunct = Hash.Of("conj");
    public static readonly uint OpenClause = Hash.Of("xcomp");
    public static readonly uint AdverbClause = Hash.Of("advcl");
    public static readonly uint RelativeClause = Hash.Of("acl:relcl");
    public static readonly uint Passive = Hash.Of("auxpass");
    public static readonly uint Coordinator = Hash.Of("cc");
    public static readonly uint Punctuation = Hash.Of("punct");
}
