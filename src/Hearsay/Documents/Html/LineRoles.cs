using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Documents.Html;

/// <summary>
/// Gives every line of a page its role. The body is known; the headline is the line that the metadata call the title or the nearest main
/// heading before the body; bylines, date lines and standfirsts stand between the two; captions within or just before the body; comments
/// below it, in a box that is named so or under a heading that says so. All else is furniture.
/// </summary>
internal sealed class LineRoles
{
    /// <summary>Lines around headline and body in which bylines and date lines are looked for.</summary>
    private const int Reach = 8;

    private readonly Page page;
    private readonly PageHints hints;
    private readonly bool[] body;
    private readonly BlockRole[] roles;
    private readonly int?[] levels;
    private readonly int first, last;

    private LineRoles(Page page, PageHints hints, bool[] body)
    {
        this.page = page;
        this.hints = hints;
        this.body = body;
        roles = new BlockRole[page.Lines.Count];
        levels = new int?[page.Lines.Count];
        (first, last) = Extent(page, body);
    }

    /// <summary>Index of the headline's line; -1 where none was found.</summary>
    public int Headline { get; private set; } = -1;

    /// <summary>What a date line by the headline says of publication; unknown where none does.</summary>
    public PublicationDate Published { get; private set; } = PublicationDate.Unknown;

    /// <summary>What a date line by the headline says of the last change.</summary>
    public DateOnly? Modified { get; private set; }

    /// <summary>The role and level of line <paramref name="index"/>.</summary>
    public Block BlockOf(int index) => new(roles[index], page.Lines[index].Span, levels[index]);

    /// <summary>Decides all roles.</summary>
    /// <param name="body">For each line whether it belongs to the article's text.</param>
    public static LineRoles Assign(Page page, PageHints hints, bool[] body)
    {
        var roles = new LineRoles(page, hints, body);
        Array.Fill(roles.roles, BlockRole.Boilerplate);
        roles.AssignBody();
        roles.AssignHeadline();
        roles.AssignLinesByHeadline();
        roles.AssignCaptions();
        roles.AssignComments();
        return roles;
    }

    /// <summary>The first and the last line that are body beyond doubt, as far as there are such.</summary>
    private static (int First, int Last) Extent(Page page, bool[] body)
    {
        var (first, last, any) = (-1, -1, -1);
        for (var i = 0; i < body.Length; i++)
        {
            if (!body[i]) { continue; }
            any = any < 0 ? i : any;
            if (page.Lines[i].Words >= 8) { first = first < 0 ? i : first; }
            last = i;
        }

        return (first < 0 ? any : first, last);
    }

    private void AssignBody()
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (!body[i]) { continue; }
            var (lists, quotes, item, heading) = (0, 0, false, 0);
            for (var box = page.Lines[i].Box; box is not null; box = box.Parent)
            {
                if (box.FirstLine <= first && box.EndLine > last && first != last) { break; } // the article's own box and what is around it
                lists += box.Tag is "ul" or "ol" or "dl" ? 1 : 0;
                item |= box.Tag is "li" or "dd" or "dt";
                quotes += box.Tag is "blockquote" ? 1 : 0;
                heading = box.Tag is ['h', >= '2' and <= '6'] ? box.Tag[1] - '1' : heading;
            }

            roles[i] = quotes > 0 ? BlockRole.Quote : item && lists > 0 ? BlockRole.List : BlockRole.Body;
            levels[i] = quotes > 0 ? quotes : item && lists > 0 ? lists : heading > 0 ? heading : null;
        }
    }

    private void AssignHeadline()
    {
        var (best, most) = (-1, 0.0);
        for (var i = 0; i < roles.Length; i++)
        {
            var line = page.Lines[i];
            if (line.Words > 60 || i > Math.Max(last, 0) && last >= 0) { continue; }
            var main = IsIn(line.Box, "h1");
            var title = hints.Of(line.Span.In(page.Text)).IsTitle;
            if (!main && !title) { continue; }
            var score = (title ? 4 : 0) + (main ? 2.5 : line.Box.Tag is ['h', _] ? 1 : 0) + ((line.Box.Traits & BoxTraits.Title) != 0 ? 0.5 : 0);
            score -= first >= 0 && i > first ? 2 : 0;
            score -= (line.Box.Inherited & (BoxTraits.Navigation | BoxTraits.Related)) != 0 ? 1.5 : 0;
            score -= line.LinkLength * 2 > line.Span.Length ? 0.5 : 0;
            if (score > 0 && score >= most) { (best, most) = (i, score); }
        }

        if (best >= 0)
        {
            Headline = best;
            roles[best] = BlockRole.Headline;
            levels[best] = null;
        }
    }

    /// <summary>Standfirst, bylines and date lines: between headline and body, a few lines above the headline, and for bylines right below the body.</summary>
    private void AssignLinesByHeadline()
    {
        if (first < 0) { return; }
        var from = Headline >= 0 && Headline < first && first - Headline < 4 * Reach ? Math.Max(0, Headline - Reach / 2) : Math.Max(0, first - Reach);
        var stop = Math.Min(roles.Length, last + Reach / 2);
        for (var i = from; i < stop; i++)
        {
            if (i > first && i < last) { continue; }
            var line = page.Lines[i];
            if (roles[i] is BlockRole.Headline || (body[i] && line.Words > 12)) { continue; }
            var text = line.Span.In(page.Text);
            var above = i <= first;
            if (page.Wording[i] is { Kind: FurnitureKind.Byline } && IsByline(i, line, above))
            {
                roles[i] = BlockRole.Byline;
            }
            else if (above && DateLine.Parse(text) is { } date && (Headline < 0 || i > Headline - 3))
            {
                roles[i] = BlockRole.Dateline;
                if (date.IsUpdate) { Modified ??= date.Date.Value; }
                else if (Published.Basis is DateBasis.Unknown) { Published = date.Date; }
            }
            else if (IsByline(i, line, above))
            {
                roles[i] = BlockRole.Byline;
            }
            else if (above && !body[i] && i > Headline && Headline >= 0 && IsStandfirst(line, text))
            {
                roles[i] = BlockRole.Body;
            }
        }
    }

    private bool IsByline(int index, PageLine line, bool above)
    {
        if (line.Words > 25 || (body[index] && line.Words > 8)) { return false; }
        if (page.Wording[index] is { } wording) { return wording.Kind is FurnitureKind.Byline; }
        if (body[index] || IsProse(line)) { return false; }
        var named = ((line.Box.Traits | line.InlineTraits | (line.Box.Parent?.Traits ?? 0)) & BoxTraits.Byline) != 0;
        return above && line.Words <= 12 && (named || hints.Of(line.Span.In(page.Text)).IsByline);
    }

    /// <summary>A summary between headline and body, as the page's own names for it or its place under the headline tell.</summary>
    private bool IsStandfirst(PageLine line, ReadOnlySpan<char> text)
    {
        if (line.Words is < 5 or > 80 || hints.Of(text).IsTitle || line.LinkLength * 2 > text.Length || line.ControlLength > 0) { return false; }
        var traits = line.Box.Traits | (line.Box.Parent?.Traits ?? 0);
        if ((traits & (BoxTraits.Caption | BoxTraits.Related | BoxTraits.Share | BoxTraits.Promotion | BoxTraits.Tags)) != 0) { return false; }
        return (traits & BoxTraits.Standfirst) != 0 || hints.Of(text).IsDescription;
    }

    private void AssignCaptions()
    {
        if (first < 0) { return; }
        for (var i = Math.Max(0, Math.Min(Headline < 0 ? first : Headline, first) - Reach); i <= Math.Min(roles.Length - 1, last + 2); i++)
        {
            var line = page.Lines[i];
            if (roles[i] is BlockRole.Body && !body[i]) { continue; }
            if (roles[i] is not (BlockRole.Boilerplate or BlockRole.Body) || line.Words > 120) { continue; }
            var figure = IsIn(line.Box, "figcaption") || (line.Box.Tag is "caption");
            var named = (((line.Box.Traits | line.InlineTraits) & BoxTraits.Caption) != 0) || ((line.Box.Parent?.Traits ?? 0) & BoxTraits.Caption) != 0;
            var worded = page.Wording[i] is { Kind: FurnitureKind.Caption };
            if (body[i] ? figure || (worded && line.Words < 30 && named) : (figure || named || (worded && line.LinkLength * 2 < line.Span.Length)) && line.ControlLength * 2 < line.Span.Length && page.Wording[i] is null or { Kind: FurnitureKind.Caption })
            {
                (roles[i], levels[i]) = (BlockRole.Caption, null);
            }
        }
    }

    /// <summary>
    /// Readers' comments: running text below the body in a box named for comments, or after a heading for them, with an author's name,
    /// a date or a button to reply beside it. Rules for commenting stand in such boxes too, without those.
    /// </summary>
    private void AssignComments()
    {
        var under = false;
        for (var i = Math.Max(first, 0) + 1; i < roles.Length; i++)
        {
            var line = page.Lines[i];
            if (page.Wording[i] is { } wording)
            {
                under = wording.Kind is FurnitureKind.Comments ? i > last : under && wording.Kind is not FurnitureKind.Teasers;
            }

            var named = (line.Box.Inherited & BoxTraits.Comment) != 0 && !HoldsBody(line.Box);
            if (!named && !(under && i > last && (line.Box.Inherited & (BoxTraits.Footer | BoxTraits.Sidebar | BoxTraits.Navigation | BoxTraits.Related)) == 0)) { continue; }
            if (roles[i] is BlockRole.Headline) { continue; }
            var isComment = IsCommentText(i) && (SignBeside(i) || (roles[i - 1] is BlockRole.Comment && ReferenceEquals(page.Lines[i - 1].Box.Parent, line.Box.Parent)));
            (roles[i], levels[i]) = (isComment ? BlockRole.Comment : BlockRole.Boilerplate, null);
        }
    }

    private bool IsCommentText(int index)
    {
        var line = page.Lines[index];
        const BoxTraits About = BoxTraits.Byline | BoxTraits.Date | BoxTraits.Meta | BoxTraits.Share | BoxTraits.Title;
        return page.Wording[index] is null && line.Words >= 2 && line.LinkLength * 2 < line.Span.Length && line.ControlLength == 0
            && ((line.Box.Traits | line.InlineTraits) & About) == 0 && line.Box.Tag is not ['h', _] && !IsIn(line.Box, "form")
            && (line.Words >= 6 || line.Box.Tag is "p" || IsProse(line)) && DateLine.Parse(line.Span.In(page.Text)) is null;
    }

    private bool SignBeside(int index)
    {
        for (var i = Math.Max(0, index - 5); i <= Math.Min(roles.Length - 1, index + 4); i++)
        {
            var line = page.Lines[i];
            if (line.Words > 15) { continue; }
            if (page.Wording[i] is { Kind: FurnitureKind.Line, Name: "ago" or "comment_controls" or "share" }) { return true; }
            if (((line.Box.Traits | line.InlineTraits) & (BoxTraits.Byline | BoxTraits.Date)) != 0 || DateLine.Parse(line.Span.In(page.Text)) is not null) { return true; }
        }

        return false;
    }

    /// <summary>True where the box named for comments is around the body too: some pages call everything so.</summary>
    private bool HoldsBody(PageBox start)
    {
        for (var box = start; box is not null; box = box.Parent)
        {
            if ((box.Traits & BoxTraits.Comment) != 0 && box.FirstLine <= first && box.EndLine > first) { return true; }
        }

        return false;
    }

    private bool IsProse(PageLine line) => page.Text[line.Span.End - 1] is '.' or '!' or '?' or '…' or '"' or '”';

    private static bool IsIn(PageBox start, string tag)
    {
        PageBox? box = start;
        for (var step = 0; box is not null && step < 4; step++, box = box.Parent)
        {
            if (box.Tag == tag) { return true; }
        }

        return false;
    }
}
