using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Hearsay.Documents.Html;

/// <summary>
/// Stands between tokeniser and tree builder and keeps the tree small: its cost grows with the square of the nesting depth, and again where
/// unclosed formatting is opened anew in every paragraph or misplaced content is moved out of a table. It keeps a model of the stack of open
/// elements, after the HTML standard's rules for implied ends and scopes, that is never shallower than the true one by more than the few
/// formatting elements that may be open; start tags beyond the depth become rules (<c>hr</c>), so that the text stays and lines stay apart.
/// One guard serves one parse.
/// </summary>
internal sealed class MarkupGuard(int maxDepth)
{
    /// <summary>Elements in a page at most: memory is some hundred bytes each. What follows them is not read.</summary>
    private const int MaxElements = 100_000;

    /// <summary>Formatting elements open at once at most: every new paragraph may open all of them again.</summary>
    private const int MaxFormatting = 8;

    /// <summary>Pieces of content that a table may push out in front of itself: each costs a search among its siblings.</summary>
    private const int MaxFostered = 500;

    /// <summary>Pieces of text in a row at most: they are joined one by one, each time copying what is there.</summary>
    private const int MaxPieces = 2_000;

    private const string Formatting = "b i u s em strong font small big tt code strike";
    private const string TableParts = "table tbody thead tfoot tr td th caption colgroup";

    private static readonly FrozenDictionary<string, Kind> Kinds = Table(
        (Kind.Void, "area base basefont bgsound br col embed hr img input keygen link meta param source track wbr image frame"),
        (Kind.Formatting, Formatting),
        (Kind.Anchor, "a nobr"),
        (Kind.Raw, "script style title textarea xmp iframe noembed noframes plaintext"),
        (Kind.Table, TableParts),
        (Kind.Item, "li dd dt"),
        (Kind.Choice, "select button"),
        (Kind.Option, "option optgroup"),
        (Kind.Document, "html head body"),
        (Kind.Heading, "h1 h2 h3 h4 h5 h6"),
        (Kind.Foreign, "svg math"),
        (Kind.Scope, "applet object marquee template"),
        (Kind.Block, "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header hgroup main menu nav ol p pre listing search section summary ul"));

    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> KindOf = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// White space alone between two tags, as it has to be written to reach the tree: the tree builder behind this guard drops tokens of white
    /// space. The reader passes over the zero-width character.
    /// </summary>
    private static readonly StringOrMemory Space = new("\u200B ");

    private readonly List<(string Name, Kind Kind)> open = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private int elements, formatting, fostered, pieces, foreign;
    private bool started;

    private enum Kind { Ordinary, Void, Formatting, Anchor, Raw, Table, Item, Choice, Option, Document, Heading, Foreign, Scope, Block }

    /// <summary>True where start tags were turned into rules, or content dropped.</summary>
    public bool Flattened { get; private set; }

    /// <summary>True where the page had more elements than are read.</summary>
    public bool Cut { get; private set; }

    /// <summary>Passes a token on, changed or not, or holds it back.</summary>
    public TokenConsumptionResult Pass(ref StructHtmlToken token, TokenConsumer next)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                return Start(ref token, next);
            case HtmlTokenType.EndTag:
                if (End(token.Name.Memory.Span)) { Hand(ref token, next); }
                break;
            case HtmlTokenType.Character:
                if (foreign > 0) { break; }
                if (++pieces > MaxPieces || (InTable && !token.Data.Memory.Span.IsWhiteSpace() && ++fostered > MaxFostered)) { Flattened = true; break; }
                if (started && !InTable && token.Data.Memory.Span.IsWhiteSpace())
                {
                    token.Name = Space; // a character token keeps its text there
                }

                Hand(ref token, next);
                break;
            default:
                Hand(ref token, next);
                break;
        }

        return TokenConsumptionResult.Continue;
    }

    private void Hand(ref StructHtmlToken token, TokenConsumer next)
    {
        if (token.Type is HtmlTokenType.StartTag) { pieces = 0; }
        next(ref token);
    }

    private bool InTable => open.Count > 0 && open[^1] is { Kind: Kind.Table, Name: not ("td" or "th" or "caption") };

    private TokenConsumptionResult Start(ref StructHtmlToken token, TokenConsumer next)
    {
        var name = Intern(token.Name.Memory.Span);
        var kind = Kinds.GetValueOrDefault(name);
        if (foreign > 0)
        {
            // Nothing in a drawing or a formula is read; a tag of the page ends one that was left open.
            foreign += kind is Kind.Foreign && !token.IsSelfClosing ? 1 : 0;
            if (kind is not (Kind.Block or Kind.Table or Kind.Heading or Kind.Item)) { return TokenConsumptionResult.Continue; }
            foreign = 0;
        }

        if (kind is Kind.Foreign)
        {
            foreign = token.IsSelfClosing ? 0 : 1;
            return TokenConsumptionResult.Continue;
        }

        if (++elements > MaxElements)
        {
            Cut = true;
            return TokenConsumptionResult.Stop;
        }

        if (kind is Kind.Void or Kind.Raw or Kind.Document)
        {
            Hand(ref token, next);
            return TokenConsumptionResult.Continue;
        }

        // Outside a table its parts are nothing.
        if (kind is Kind.Table && name is not "table" && !InAnyTable()) { return TokenConsumptionResult.Continue; }
        CloseImplied(name, kind);
        var misplaced = kind is not Kind.Table && InTable && name is not ("form" or "template") && ++fostered > MaxFostered;
        if (misplaced || open.Count >= maxDepth)
        {
            Flattened = true;
            if (misplaced) { return TokenConsumptionResult.Continue; }
            token.Name = kind is Kind.Formatting or Kind.Anchor or Kind.Ordinary ? "wbr" : "hr";
            Hand(ref token, next);
            return TokenConsumptionResult.Continue;
        }

        if (kind is Kind.Formatting && ++formatting > MaxFormatting)
        {
            formatting = MaxFormatting;
            return TokenConsumptionResult.Continue;
        }

        started |= kind is not Kind.Ordinary;
        open.Add((name, kind));
        Hand(ref token, next);
        return TokenConsumptionResult.Continue;
    }

    private bool InAnyTable()
    {
        for (var i = open.Count - 1; i >= 0 && open[i].Name is not "template"; i--)
        {
            if (open[i].Name is "table") { return true; }
        }

        return false;
    }

    /// <summary>Closes what the start of an element closes without an end tag of its own.</summary>
    private void CloseImplied(string name, Kind kind)
    {
        switch (kind)
        {
            case Kind.Block or Kind.Heading or Kind.Item:
                if (kind is Kind.Heading && open.Count > 0 && open[^1].Kind is Kind.Heading) { open.RemoveAt(open.Count - 1); }
                if (kind is Kind.Item) { CloseItem(name); }
                PopTo("p", IsScope);
                break;
            case Kind.Table:
                if (name is not ("table" or "caption" or "colgroup")) { PopTo(name is "th" && Has("td") ? "td" : name is "td" && Has("th") ? "th" : name, static entry => entry.Name is "table" or "template"); }
                break;
            case Kind.Choice:
                PopTo(name, IsScope);
                break;
            case Kind.Option:
                if (open.Count > 0 && open[^1].Name == name) { open.RemoveAt(open.Count - 1); }
                break;
            case Kind.Anchor:
                RemoveNearest(name);
                break;
        }
    }

    private bool Has(string name)
    {
        for (var i = open.Count - 1; i >= 0 && open[i].Name is not ("table" or "tr"); i--)
        {
            if (open[i].Name == name) { return true; }
        }

        return false;
    }

    private void CloseItem(string name)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var entry = open[i];
            if (entry.Kind is Kind.Item && (entry.Name == name || (name is not "li" && entry.Name is not "li")))
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }

            if (IsSpecial(entry) && entry.Name is not ("address" or "div" or "p")) { return; }
        }
    }

    /// <summary>True where the end tag is to be passed on.</summary>
    private bool End(ReadOnlySpan<char> span)
    {
        if (foreign > 0)
        {
            foreign -= KindOf.TryGetValue(span, out var ended) && ended is Kind.Foreign ? 1 : 0;
            return false;
        }

        var name = Intern(span);
        switch (Kinds.GetValueOrDefault(name))
        {
            case Kind.Foreign:
                return false;
            case Kind.Raw or Kind.Void or Kind.Document:
                return true;
            case Kind.Formatting:
                formatting -= formatting > 0 ? 1 : 0;
                RemoveNearest(name);
                return true;
            case Kind.Anchor:
                RemoveNearest(name);
                return true;
            case Kind.Table:
                PopTo(name, static entry => entry.Name is "table" or "template");
                return true;
            case Kind.Heading:
                PopTo(name, IsScope);
                return true;
            case Kind.Ordinary or Kind.Option:
                return PopTo(name, IsSpecial);
            case Kind.Block when name is "form":
                RemoveNearest(name);
                return true;
            case Kind.Item:
                return PopTo(name, static entry => IsScope(entry) || entry.Name is "ul" or "ol");
            default:
                return PopTo(name, IsScope) || name is "p";
        }
    }

    /// <summary>Pops all down to the nearest element called so, unless one that bounds the search comes first; true where it was found.</summary>
    private bool PopTo(string name, Predicate<(string Name, Kind Kind)> bounds)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
            {
                open.RemoveRange(i, open.Count - i);
                return true;
            }

            if (bounds(open[i])) { return false; }
        }

        return false;
    }

    private void RemoveNearest(string name)
    {
        for (var i = open.Count - 1; i >= 0 && !IsScope(open[i]); i--)
        {
            if (open[i].Name == name)
            {
                open.RemoveAt(i);
                return;
            }
        }
    }

    private static bool IsScope((string Name, Kind Kind) entry) => entry.Kind is Kind.Scope || entry.Name is "table" or "td" or "th" or "caption" or "html" or "button";

    private static bool IsSpecial((string Name, Kind Kind) entry) => entry.Kind is not (Kind.Ordinary or Kind.Option or Kind.Formatting or Kind.Anchor);

    /// <summary>The same string for the same name, so that a page's many tags do not each make one; names that are absurdly long are one.</summary>
    private string Intern(ReadOnlySpan<char> span)
    {
        if (span.Length > 64) { span = span[..64]; }
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(span, out var name)) { return name; }
        name = span.ToString();
        if (names.Count < 5_000) { names[name] = name; }
        return name;
    }

    private static FrozenDictionary<string, Kind> Table(params (Kind Kind, string Names)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' '), (row, name) => (name, row.Kind)).ToFrozenDictionary(pair => pair.name, pair => pair.Kind, StringComparer.Ordinal);
}
