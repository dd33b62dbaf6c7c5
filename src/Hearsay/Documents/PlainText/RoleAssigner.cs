using System.Collections.Immutable;
using Hearsay.Packs;

namespace Hearsay.Documents.PlainText;

/// <summary>Gives the paragraphs of one text their roles, from the top down.</summary>
internal sealed class RoleAssigner
{
    /// <summary>Paragraphs around the headline in which a date is the article's own.</summary>
    private const int DateReach = 6;

    /// <summary>How often a label must be repeated to show that it is furniture.</summary>
    private const int Repetitions = 3;

    /// <summary>More running text than this below a heading of the foot shows that the article goes on.</summary>
    private const int MaxProseInFoot = 3;

    private readonly string text;
    private readonly List<Paragraph> paragraphs;
    private readonly FurnitureMatch?[] wording;
    private readonly PageSigns signs;
    private readonly DateLine?[] dates;
    private readonly HashSet<string> repeated;
    private readonly BlockRole?[] roles;
    private readonly int firstProse;
    private readonly int lastProse;
    private readonly int headline;
    private readonly int thread;
    private readonly LineWeigher weigher;

    public RoleAssigner(string text, List<Paragraph> paragraphs, FurnitureWording furniture)
    {
        this.text = text;
        this.paragraphs = paragraphs;
        roles = new BlockRole?[paragraphs.Count];
        signs = furniture.Signs;
        wording = [.. paragraphs.Select(paragraph => furniture.Match(paragraph.Span.In(text)))];
        dates = [.. paragraphs.Select(paragraph => DateLine.Parse(paragraph.Span.In(text)) ?? DateLine.ParseStretches(paragraph.Span.In(text)))];
        repeated = Repeated();
        firstProse = paragraphs.FindIndex(paragraph => paragraph.IsProse);
        headline = HeadlineFinder.Find(text, paragraphs, IsMarked);
        lastProse = paragraphs.FindLastIndex(paragraph => paragraph.IsProse);
        if (firstProse == headline && headline >= 0)
        {
            firstProse = paragraphs.FindIndex(headline + 1, paragraph => paragraph.IsProse);
        }

        weigher = new LineWeigher(text, paragraphs, signs, headline);
        thread = firstProse < 0 ? paragraphs.Count : new ThreadFinder(text, paragraphs, wording, dates, signs).Find(firstProse);
    }

    private enum Section { Article, Teasers, Plea, Comments, Sources, Foot }

    /// <summary>Gives every paragraph a role.</summary>
    public Reading Assign()
    {
        var section = Section.Article;
        var prose = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            section = Follow(section, i, prose);
            var role = roles[i] ??= i == headline ? BlockRole.Headline : RoleIn(section, i);
            prose += role is BlockRole.Body && paragraphs[i].IsProse ? 1 : 0;
        }

        KeepLists();
        SetBackAuthors();
        new TailFinder(text, paragraphs, roles, weigher).Assign(Math.Max(headline, firstProse));
        var (published, modified) = Dates();
        var blocks = paragraphs.Select((paragraph, i) => new Block(roles[i] ?? BlockRole.Body, paragraph.Span, roles[i] is BlockRole.List or BlockRole.Quote ? 1 : null));
        return new Reading
        {
            Text = text,
            Blocks = [.. blocks],
            Title = headline < 0 ? null : OneLine(paragraphs[headline].Span),
            Byline = Byline(),
            Published = published,
            Modified = modified,
        };
    }

    private ReadOnlySpan<char> Line(int index) => paragraphs[index].Span.In(text);

    /// <summary>True for lines that wording, form or repetition show to be no headline.</summary>
    private bool IsMarked(int index) =>
        (wording[index] is { } match && Holds(match, index)) || dates[index] is not null || LineSigns.IsFurniture(Line(index))
        || repeated.Contains(Key(index)) || (ListItem.Marker(Line(index)) is { } marker && !ListItem.IsPictogram(marker));

    /// <summary>True where a class of wording really says of a paragraph what its kind means.</summary>
    private bool Holds(FurnitureMatch match, int index) => match.Kind switch
    {
        FurnitureKind.Byline => LineSigns.HoldsNames(paragraphs[index], Line(index)) || Line(index)[0] is '(',
        FurnitureKind.Plea => paragraphs[index] is { Closed: false, IsProse: false } || LineWeigher.SpeaksForPage(Line(index), signs),
        FurnitureKind.Sources => match.IsWhole || !paragraphs[index].IsProse,
        _ => true,
    };

    /// <summary>The section that a paragraph stands in, given that of the one before it.</summary>
    private Section Follow(Section section, int index, int prose)
    {
        var paragraph = paragraphs[index];
        if (prose > 0 && (index == thread || wording[index] is { Kind: FurnitureKind.Comments, IsWhole: true }))
        {
            return Section.Comments;
        }

        return section switch
        {
            Section.Article when wording[index] is { Kind: FurnitureKind.Foot, IsWhole: true } && prose > 0 && ProseAfter(index) <= MaxProseInFoot => Section.Foot,
            Section.Article when index > headline && wording[index] is { Kind: FurnitureKind.Teasers, IsWhole: true } => Section.Teasers,
            Section.Article or Section.Teasers when prose > 0 && wording[index] is { Kind: FurnitureKind.Plea } plea && Holds(plea, index) => Section.Plea,
            Section.Plea when paragraph.IsProse && !LineWeigher.SpeaksForPage(Line(index), signs) => Section.Article,
            Section.Article when IsSourcesHeading(index, prose) => Section.Sources,
            Section.Teasers when paragraph is { IsProse: true, Closed: true } or { Words: >= 25 } => Section.Article,
            Section.Sources when paragraph.IsProse && wording[index] is null && !IsReference(index) => Section.Article,
            _ => section,
        };
    }

    private int ProseAfter(int index)
    {
        var count = 0;
        for (var i = index + 1; i < paragraphs.Count && count <= MaxProseInFoot; i++)
        {
            count += paragraphs[i].IsProse ? 1 : 0;
        }

        return count;
    }

    /// <summary>True for a bare "Sources" with nothing but references below it.</summary>
    private bool IsSourcesHeading(int index, int prose) =>
        prose > 0 && wording[index] is { Kind: FurnitureKind.Sources, IsWhole: true }
        && (index > lastProse || (index + 1 < paragraphs.Count && (IsReference(index + 1) || ListItem.Marker(Line(index + 1)) is not null)));

    /// <summary>True for a line that gives an address on the web.</summary>
    private bool IsReference(int index) => Line(index).Contains("http", StringComparison.OrdinalIgnoreCase) || Line(index).Contains("www.", StringComparison.OrdinalIgnoreCase);

    private BlockRole RoleIn(Section section, int index) => section switch
    {
        Section.Comments => wording[index] is { Kind: FurnitureKind.Line or FurnitureKind.Teasers } || LineSigns.IsFurniture(Line(index)) ? BlockRole.Boilerplate : BlockRole.Comment,
        Section.Foot or Section.Plea => BlockRole.Boilerplate,
        Section.Teasers => wording[index] is { Kind: FurnitureKind.Caption } ? BlockRole.Caption : BlockRole.Boilerplate,
        Section.Sources => wording[index] is { Kind: FurnitureKind.Line or FurnitureKind.Teasers } ? BlockRole.Boilerplate : BlockRole.Sources,
        _ => index < headline ? AboveHeadline(index) : InArticle(index),
    };

    /// <summary>Above a headline stand names of sites and sections; a whole sentence there is text.</summary>
    private BlockRole AboveHeadline(int index)
    {
        var role = InArticle(index);
        return role is BlockRole.Body && paragraphs[index].IsLabel ? BlockRole.Boilerplate : role;
    }

    private BlockRole InArticle(int index)
    {
        var paragraph = paragraphs[index];
        if (wording[index] is { } match && Holds(match, index))
        {
            switch (match.Kind)
            {
                case FurnitureKind.Line or FurnitureKind.Teasers or FurnitureKind.Plea:
                    return BlockRole.Boilerplate;
                case FurnitureKind.Comments or FurnitureKind.Foot:
                    return BlockRole.Boilerplate;
                case FurnitureKind.Byline:
                    return BlockRole.Byline;
                case FurnitureKind.Caption when paragraph.Words <= 70:
                    return BlockRole.Caption;
                case FurnitureKind.Sources when index > lastProse:
                    return BlockRole.Sources;
            }
        }

        if (dates[index] is not null)
        {
            return BlockRole.Dateline;
        }

        if (LineSigns.IsCaption(Line(index)))
        {
            return BlockRole.Caption;
        }

        if (LineSigns.IsNote(Line(index)))
        {
            return BlockRole.Sources;
        }

        if (LineSigns.IsFurniture(Line(index)) || repeated.Contains(Key(index)))
        {
            return BlockRole.Boilerplate;
        }

        if (ListItem.Marker(Line(index)) is not null)
        {
            return BlockRole.List;
        }

        return Line(index)[0] is '>' ? BlockRole.Quote : IsAuthor(index) ? BlockRole.Byline : IsMenu(index) || IsSource(index) ? BlockRole.Boilerplate : BlockRole.Body;
    }

    /// <summary>A name alone, between headline and text, beside a date.</summary>
    private bool IsAuthor(int index) =>
        index > headline && index < firstProse && IsBesideDate(index) && LineSigns.IsName(Line(index));

    /// <summary>A word or two between headline and text, beside a date: the name of the site or of its section.</summary>
    private bool IsSource(int index) =>
        index > headline && index < firstProse && IsBesideDate(index) && paragraphs[index] is { Words: <= 3, Closed: false };

    private bool IsBesideDate(int index) => (index > 0 && dates[index - 1] is not null) || (index + 1 < dates.Length && dates[index + 1] is not null);

    /// <summary>A run of three and more very short lines above the running text.</summary>
    private bool IsMenu(int index)
    {
        if (index > firstProse || paragraphs[index].Words > 3 || paragraphs[index].Closed)
        {
            return false;
        }

        var (from, to) = (index, index);
        while (from > 0 && index - from < 4 && paragraphs[from - 1] is { Words: <= 3, Closed: false } && from - 1 != headline) { from--; }
        while (to + 1 < paragraphs.Count && to - index < 4 && paragraphs[to + 1] is { Words: <= 3, Closed: false } && to + 1 != headline) { to++; }
        return to - from >= 2;
    }

    /// <summary>Hyphens and numbers make a list only beside another item; one alone is text.</summary>
    private void KeepLists()
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] is BlockRole.List && ListItem.Marker(Line(i)) is { } marker && !ListItem.IsBullet(marker)
                && !IsListAt(i - 1, marker, -1) && !IsListAt(i + 1, marker, 1))
            {
                roles[i] = BlockRole.Body;
            }
        }
    }

    private bool IsListAt(int index, string marker, int step)
    {
        if (index < 0 || index >= roles.Length || ListItem.Marker(Line(index)) is not { } other)
        {
            return false;
        }

        return ListItem.Number(marker) is { } number ? ListItem.Number(other) == number + step : other == marker;
    }

    /// <summary>Below the text, a line that begins with the author's name and says who that is introduces the author.</summary>
    private void SetBackAuthors()
    {
        if (Byline() is not { Length: > 4 } byline)
        {
            return;
        }

        foreach (var author in byline.Split([",", " and ", " та ", " і ", " и "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            for (var i = Math.Max(firstProse + 1, 0); i < roles.Length; i++)
            {
                if (roles[i] is BlockRole.Body && Line(i).StartsWith(author, StringComparison.Ordinal) && author.Contains(' ', StringComparison.Ordinal) && Introduces(Line(i)[author.Length..]))
                {
                    roles[i] = BlockRole.Byline;
                }
            }
        }
    }

    private static bool Introduces(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest.StartsWith(" is a", StringComparison.Ordinal) || rest.StartsWith(" is the", StringComparison.Ordinal) || rest.StartsWith(" covers ", StringComparison.Ordinal)
        || rest.StartsWith(" writes ", StringComparison.Ordinal) || rest.StartsWith(" reports ", StringComparison.Ordinal) || rest.StartsWith(" joined ", StringComparison.Ordinal) || rest.StartsWith(" — ", StringComparison.Ordinal);

    private (PublicationDate Published, DateOnly? Modified) Dates()
    {
        var published = PublicationDate.Unknown;
        DateOnly? modified = null;
        for (var i = 0; i < dates.Length && i <= Math.Max(headline, firstProse) + DateReach; i++)
        {
            if (dates[i] is not { } line || roles[i] is not BlockRole.Dateline || line.Date.Basis is DateBasis.Unknown)
            {
                continue;
            }

            if (line.IsUpdate)
            {
                modified ??= line.Date.Value;
            }
            else if (published.Basis is DateBasis.Unknown)
            {
                published = line.Date;
            }
        }

        for (var i = 0; published.Basis is DateBasis.Unknown && modified is null && i <= Math.Min(firstProse, DateReach); i++)
        {
            if (paragraphs[i].Words > 20 || DateLine.Named(Line(i)) is not { } day) { continue; }
            published = day;
            roles[i] = roles[i] is BlockRole.Body && !paragraphs[i].IsProse ? BlockRole.Dateline : roles[i];
        }

        return (published, modified);
    }

    private string? Byline()
    {
        var index = Array.FindIndex(roles, role => role is BlockRole.Byline);
        if (index < 0)
        {
            return null;
        }

        var line = OneLine(paragraphs[index].Span).Trim('(', ')', '.', ' ');
        var start = line.IndexOf(':', StringComparison.Ordinal) is >= 0 and < 30 and var colon ? colon + 1
            : line.Contains("by ", StringComparison.OrdinalIgnoreCase) && line.IndexOf("by ", StringComparison.OrdinalIgnoreCase) is < 20 and var by ? by + 3 : 0;
        return line[start..].Trim() is { Length: > 0 } names ? names : null;
    }

    private string OneLine(TextSpan span) => span.SliceOf(text).Replace('\n', ' ');

    private string Key(int index) => paragraphs[index].IsLabel ? Line(index).ToString().ToLowerInvariant() : "";

    /// <summary>The labels that stand in the text again and again.</summary>
    private HashSet<string> Repeated() => paragraphs
        .Where(paragraph => paragraph.IsLabel && paragraph.Span.In(text) is { Length: < 80 } line && line[^1] is not ':')
        .GroupBy(paragraph => paragraph.Span.SliceOf(text).ToLowerInvariant())
        .Where(group => group.Count() >= Repetitions)
        .Select(group => group.Key)
        .ToHashSet();
}
