using System.Collections.Frozen;

namespace Hearsay.Documents.Html;

/// <summary>What an element's names say of its content.</summary>
[Flags]
internal enum BoxTraits
{
    None = 0,
    /// <summary>The article, or its text.</summary>
    Article = 1 << 0,
    /// <summary>Readers' comments.</summary>
    Comment = 1 << 1,
    /// <summary>Navigation, menus, breadcrumbs.</summary>
    Navigation = 1 << 2,
    /// <summary>Teasers of other stories.</summary>
    Related = 1 << 3,
    /// <summary>Buttons that share, print, follow, subscribe.</summary>
    Share = 1 << 4,
    /// <summary>Advertisements, promotions, newsletters.</summary>
    Promotion = 1 << 5,
    /// <summary>The page's foot, notices, cookies.</summary>
    Footer = 1 << 6,
    /// <summary>A column beside the article.</summary>
    Sidebar = 1 << 7,
    /// <summary>A picture's caption or credit.</summary>
    Caption = 1 << 8,
    /// <summary>Who wrote it.</summary>
    Byline = 1 << 9,
    /// <summary>When it was written.</summary>
    Date = 1 << 10,
    /// <summary>Standfirst or summary.</summary>
    Standfirst = 1 << 11,
    /// <summary>Keywords, categories.</summary>
    Tags = 1 << 12,
    /// <summary>A title.</summary>
    Title = 1 << 13,
    /// <summary>A quotation.</summary>
    Quote = 1 << 14,
    /// <summary>About the author.</summary>
    Biography = 1 << 15,
    /// <summary>Pictures, videos, players.</summary>
    Media = 1 << 16,
    /// <summary>The page's head.</summary>
    Header = 1 << 17,
    /// <summary>Data about the article.</summary>
    Meta = 1 << 18,
    /// <summary>The article's text and nothing else, by two words together: <c>entry-content</c>, <c>articleBody</c>.</summary>
    ArticleBody = 1 << 19,
}

/// <summary>Reads traits from the words of an element's id, class, role and item property.</summary>
internal static class ElementNames
{
    /// <summary>Number of traits.</summary>
    public const int Count = 20;

    private static readonly FrozenDictionary<string, BoxTraits> Words = Table(
        (BoxTraits.Article, "article story post entry content main body text news blog hentry copy"),
        (BoxTraits.Article | BoxTraits.ArticleBody, "articlebody articlecontent articletext storybody storytext storycontent postbody postcontent entrycontent bodytext bodycopy"),
        (BoxTraits.Comment, "comment comments commentlist disqus respond replies reply livefyre coral discussion fbcomments"),
        (BoxTraits.Navigation, "nav navigation navbar menu breadcrumb breadcrumbs pagination pager toolbar skip topbar submenu masthead"),
        (BoxTraits.Related, "related recommended recommend recommendations recirc more popular trending outbrain taboola similar latest teaser teasers readmore mostread promobox recent suggested upnext next previous prev carousel rail zergnet river"),
        (BoxTraits.Share, "share sharing shares social follow print sharebar addthis sharedaddy facebook twitter whatsapp telegram subscribe subscription like likes vote rating buttons"),
        (BoxTraits.Promotion, "ad ads advert advertisement advertising adsense banner promo promotion sponsor sponsored newsletter signup paywall cta donate donation affiliate shopping deals product products offer modal popup overlay"),
        (BoxTraits.Footer, "footer foot copyright cookie cookies legal disclaimer gdpr consent privacy colophon sitemap"),
        (BoxTraits.Sidebar, "sidebar aside widget widgets complementary secondary"),
        (BoxTraits.Caption, "caption captions figcaption credit credits wpcaption photocredit copyrightholder"),
        (BoxTraits.Byline, "byline author authors writer contributor contributors"),
        (BoxTraits.Date, "date datetime time timestamp dateline published updated pubdate datepublished datemodified"),
        (BoxTraits.Standfirst, "standfirst dek deck subtitle subheadline summary excerpt lead lede intro strapline sapo subhead"),
        (BoxTraits.Tags, "tag tags tagged topics categories category keywords cats"),
        (BoxTraits.Title, "title headline heading"),
        (BoxTraits.Quote, "quote blockquote pullquote"),
        (BoxTraits.Biography, "bio biography authorbio aboutauthor"),
        (BoxTraits.Media, "gallery slideshow video player image photo picture media thumbnail thumb slide lightbox embed"),
        (BoxTraits.Header, "header banner logo branding"),
        (BoxTraits.Meta, "meta metadata info details"));

    private static readonly FrozenDictionary<string, BoxTraits>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The traits that <paramref name="names"/> (a class list, an id) speak of; names are cut into words at punctuation, digits and inner capitals.</summary>
    public static BoxTraits Read(ReadOnlySpan<char> names)
    {
        var traits = BoxTraits.None;
        Span<char> word = stackalloc char[24];
        var length = 0;
        var before = BoxTraits.None;
        for (var i = 0; i <= names.Length; i++)
        {
            var c = i < names.Length ? names[i] : ' ';
            var inner = char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(names[i - 1]);
            if ((!char.IsAsciiLetter(c) || inner) && length > 0)
            {
                var trait = BoxTraits.None;
                if (length <= word.Length) { Lookup.TryGetValue(word[..length], out trait); }
                if ((trait & before & BoxTraits.Article) != 0) { traits |= BoxTraits.ArticleBody; }
                traits |= trait;
                before = trait;
                length = 0;
            }

            if (char.IsWhiteSpace(c)) { before = BoxTraits.None; }

            if (char.IsAsciiLetter(c))
            {
                if (length < word.Length) { word[length] = char.ToLowerInvariant(c); }
                length++;
            }
        }

        return traits;
    }

    private static FrozenDictionary<string, BoxTraits> Table(params (BoxTraits Trait, string Words)[] rows)
    {
        var table = new Dictionary<string, BoxTraits>(StringComparer.Ordinal);
        foreach (var (trait, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = table.GetValueOrDefault(word) | trait;
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
