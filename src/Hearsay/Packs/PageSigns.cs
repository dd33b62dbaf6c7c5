using System.Collections.Frozen;

namespace Hearsay.Packs;

/// <summary>The single words by which pages speak to their readers, as <c>signs</c> of a pack's <c>furniture.yml</c> lists them; in lower case. Immutable.</summary>
internal sealed class PageSigns
{
    public static PageSigns Empty { get; } = new(new Words());

    internal PageSigns(Words words)
    {
        Actions = Set(words.Actions);
        NounsToo = Set(words.NounsToo);
        NotAfter = Set(words.NotAfter);
        Things = Set(words.Things);
        Selves = Set(words.Selves);
        Periods = Set(words.Periods);
        Ours = Set(words.Ours);
        Yours = Set(words.Yours);
        Speech = Set(words.Speech);
        Readers = Set(words.Readers);
        Comments = Set(words.Comments);
        Keepers = Set(words.Keepers);
    }

    /// <summary>What a sentence of a page asks for in its first word.</summary>
    public FrozenSet<string> Actions { get; }

    /// <summary>The same, of words that are nouns as often.</summary>
    public FrozenSet<string> NounsToo { get; }

    /// <summary>Words after which one of <see cref="NounsToo"/> asks for nothing: "Support for the list fell".</summary>
    public FrozenSet<string> NotAfter { get; }

    /// <summary>What pages have and stories rarely speak of.</summary>
    public FrozenSet<string> Things { get; }

    /// <summary>What "this" page is: an article, a map.</summary>
    public FrozenSet<string> Selves { get; }

    /// <summary>What is paid for: a week, an issue.</summary>
    public FrozenSet<string> Periods { get; }

    /// <summary>How a page calls itself.</summary>
    public FrozenSet<string> Ours { get; }

    /// <summary>How a page calls its reader.</summary>
    public FrozenSet<string> Yours { get; }

    /// <summary>Verbs that tell that somebody is quoted.</summary>
    public FrozenSet<string> Speech { get; }

    /// <summary>All words that a heading of comments may hold; <c>#</c> stands for numbers.</summary>
    public FrozenSet<string> Readers { get; }

    /// <summary>Words of which a heading of comments holds one.</summary>
    public FrozenSet<string> Comments { get; }

    /// <summary>Who signs what the page itself says among comments.</summary>
    public FrozenSet<string> Keepers { get; }

    private static FrozenSet<string> Set(List<string> words) => words.Select(word => word.ToLowerInvariant()).ToFrozenSet();

    /// <summary>The lists as YAML has them.</summary>
    internal sealed class Words
    {
        public List<string> Actions { get; set; } = [];

        public List<string> NounsToo { get; set; } = [];

        public List<string> NotAfter { get; set; } = [];

        public List<string> Things { get; set; } = [];

        public List<string> Selves { get; set; } = [];

        public List<string> Periods { get; set; } = [];

        public List<string> Ours { get; set; } = [];

        public List<string> Yours { get; set; } = [];

        public List<string> Speech { get; set; } = [];

        public List<string> Readers { get; set; } = [];

        public List<string> Comments { get; set; } = [];

        public List<string> Keepers { get; set; } = [];
    }
}
