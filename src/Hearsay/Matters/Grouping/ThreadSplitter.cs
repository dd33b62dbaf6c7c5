using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters.Grouping;

/// <summary>Divides a document's statements into threads: most are about what the document leads with, some about something else.</summary>
internal static class ThreadSplitter
{
    private const float Joins = 0.07f;       // cosine from which a statement belongs to a thread
    private const float SameSpeaker = 0.05f; // who goes on speaking in a section hardly begins another story
    private const float NextToIt = 0.06f;    // nor does the next statement, if it says little of its own
    private const float Context = 0.35f;    // weight of the paragraph beside the statement's own words
    private const float LeadWeight = 0.7f;  // of title and first paragraph in the first thread
    private const float Telling = 14;        // a statement with less weight than this cannot begin a thread
    private const int LongestContext = 1200;

    /// <summary>The threads of a document in the order of their first statements. Readers' comments belong to none.</summary>
    public static ImmutableArray<DocumentThread> Split(ExaminedDocument examined)
    {
        var document = examined.Document;
        var parties = examined.Statements.SelectMany(Theme.PartiesOf).ToImmutableHashSet(StringComparer.Ordinal);
        var lead = Lead(document, parties);
        List<Draft> drafts = [new Draft(lead)];
        var (last, lastSection) = (drafts[0], 0);
        var answered = AnsweredIn(examined);
        var threads = new Dictionary<string, Draft>(StringComparer.Ordinal); // by statement
        var sections = SectionsOf(document);
        foreach (var statement in examined.Statements)
        {
            if (statement.Block is BlockRole.Comment) { continue; }
            var block = BlockOf(document, statement.Content[0].Start);
            var theme = Theme.Of(document, statement, parties);
            var own = theme.Mass;
            theme.Add(Theme.Of(document.Text, Cut(document.Blocks[block].Span, statement.Content[0]), parties), Context);
            var isNext = sections[block] == lastSection;
            var (best, similarity) = Best(drafts, theme, statement, sections[block], answered.TryGetValue(statement.Id, out var claim) ? threads.GetValueOrDefault(claim) : null, isNext && own < Telling ? last : null);
            if (similarity < Joins)
            {
                best = own >= Telling ? new Draft(new Theme()) : isNext ? last : drafts[0];
                if (!drafts.Contains(best)) { drafts.Add(best); }
            }

            best.Add(statement, theme, sections[block]);
            threads[statement.Id] = best;
            (last, lastSection) = (best, sections[block]);
        }

        return [.. drafts.Where(draft => draft.Statements.Count > 0).Select(draft => draft.ToThread(document))];
    }

    /// <summary>The day that a document counts for.</summary>
    public static DateOnly? DayOf(Document document) => document.Published.Value ?? document.Published.Latest;

    /// <summary>The day that a statement counts for.</summary>
    public static DateOnly? DayOf(Statement statement, Document document) =>
        statement.SaidOn.Value is { } value && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DayOf(document);

    // The thread that a statement belongs to: the one before it, where it answers what was just said; else the closest.
    private static (Draft Draft, float Similarity) Best(List<Draft> drafts, Theme theme, Statement statement, int section, Draft? answered, Draft? last)
    {
        if (answered is not null) { return (answered, 1); }
        var (best, highest) = (drafts[0], -1f);
        foreach (var draft in drafts)
        {
            var similarity = draft.Theme.Similarity(theme) + (draft.HasSpoken(statement, section) ? SameSpeaker : 0) + (draft == last ? NextToIt : 0);
            if (similarity > highest) { (best, highest) = (draft, similarity); }
        }

        return (best, highest);
    }

    // A denial belongs to what it denies: by the denial's id the claim's.
    private static Dictionary<string, string> AnsweredIn(ExaminedDocument examined)
    {
        List<Passage> passages = [.. examined.Statements.Where(statement => statement.Block is not BlockRole.Comment).Select((statement, index) => new Passage(examined.Document, statement, index))];
        var aim = new DenialAim(passages, new PartyBook(passages));
        var answered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var kind = DenialWording.KindOf(passage);
            if (kind is DenialKind.None) { continue; }
            if (aim.Of(passage, kind) is [var claim, ..]) { answered[passage.Statement.Id] = claim.Statement.Id; }
            else if (kind is DenialKind.Denies or DenialKind.Dismisses && passage.Index > 0) { answered[passage.Statement.Id] = passages[passage.Index - 1].Statement.Id; } // it denies something that was said, whatever that was
        }

        return answered;
    }

    private static Theme Lead(Document document, ImmutableHashSet<string> parties)
    {
        var lead = new Theme();
        var headline = document.Blocks.FirstOrDefault(block => block.Role is BlockRole.Headline);
        if (headline is not null) { lead.Add(Theme.Of(document.Text, headline.Span, parties), LeadWeight); }
        else if (document.Title is { } title) { lead.Add(Theme.Of(title, new TextSpan(0, title.Length), parties), LeadWeight); }
        if (document.Blocks.FirstOrDefault(block => block.Role is BlockRole.Body && block.Level is null) is { } first)
        {
            lead.Add(Theme.Of(document.Text, Cut(first.Span, first.Span), parties), LeadWeight);
        }

        return lead;
    }

    // A subhead begins a section.
    private static int[] SectionsOf(Document document)
    {
        var sections = new int[document.Blocks.Length];
        for (var i = 1; i < sections.Length; i++)
        {
            sections[i] = sections[i - 1] + (document.Blocks[i] is { Role: BlockRole.Body, Level: not null } ? 1 : 0);
        }

        return sections;
    }

    // Of a very long block only what stands around the statement.
    private static TextSpan Cut(TextSpan block, TextSpan around) => block.Length <= LongestContext ? block
        : new TextSpan(Math.Max(block.Start, around.Start - LongestContext / 2), Math.Min(block.End, around.Start + LongestContext / 2));

    private static int BlockOf(Document document, int offset)
    {
        var (low, high) = (0, document.Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Blocks[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    private sealed class Draft(Theme theme)
    {
        private readonly HashSet<(string Name, int Section)> speakers = [];
        private DateOnly? latest;

        public Theme Theme { get; } = theme;

        public List<string> Statements { get; } = [];

        public bool HasSpoken(Statement statement, int section) => statement.Source is { Type: SourceType.Person or SourceType.Organisation } source && speakers.Contains((source.Name, section));

        public void Add(Statement statement, Theme its, int section)
        {
            if (statement.Source is { Basis: not SourceBasis.Outlet } source && source.Name.Any(char.IsUpper)) { speakers.Add((source.Name, section)); }
            Statements.Add(statement.Id);
            Theme.Add(its, 1);
            if (DateOnly.TryParseExact(statement.SaidOn.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (latest is null || day > latest)) { latest = day; }
        }

        public DocumentThread ToThread(Document document) => DocumentThread.Of(document.Sha256, DayOf(document) ?? latest, [.. Statements], Theme);
    }
}
