using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>
/// Finds what stands below an article: from the last line upward, everything in which the page's own word outweighs the article's, and with it titles and
/// labels that end no sentence. The first paragraph from below that is the article's ends the search; in doubt a paragraph is the article's.
/// </summary>
internal sealed partial class TailFinder(string text, IReadOnlyList<Paragraph> paragraphs, BlockRole?[] roles, LineWeigher weigher)
{
    /// <summary>By how much the page's word must outweigh the article's, below the article and amid it.</summary>
    private const int Below = 2, Amid = 4;

    /// <summary>The longest title of another story, in words.</summary>
    private const int MaxTitle = 18;

    /// <summary>Gives furniture above, amid and below the article its role.</summary>
    /// <param name="first">Index of the article's first running text.</param>
    public void Assign(int first)
    {
        var tail = roles.Length;
        var signs = 0;
        for (; tail > first + 1; tail--)
        {
            var index = tail - 1;
            if (roles[index] is not (BlockRole.Body or BlockRole.List))
            {
                signs += roles[index] is BlockRole.Boilerplate or BlockRole.Comment ? 1 : 0;
                continue;
            }

            if (IsAuthorNote(index))
            {
                roles[index] = BlockRole.Byline;
                signs++;
            }
            else if (Outweighs(index, Below))
            {
                roles[index] = BlockRole.Boilerplate;
                signs++;
            }
            else if (paragraphs[index] is { IsProse: true } or { Closed: true } || weigher.Article(index) >= 2)
            {
                break;
            }
        }

        for (var i = tail; i < roles.Length; i++)
        {
            roles[i] = roles[i] is BlockRole.Body && (signs > 0 ? IsTitle(i) : IsStrayLabel(i)) ? BlockRole.Boilerplate : roles[i];
        }

        for (var i = 0; i < first; i++)
        {
            roles[i] = roles[i] is BlockRole.Body && !paragraphs[i].IsProse && Outweighs(i, Below) ? BlockRole.Boilerplate : roles[i];
        }

        for (var i = first + 1; i < tail; i++)
        {
            roles[i] = roles[i] is BlockRole.Body && paragraphs[i].Words <= 30 && Outweighs(i, Amid) && weigher.Article(i) == 0 ? BlockRole.Boilerplate : roles[i];
        }
    }

    private bool Outweighs(int index, int margin) => weigher.Page(index) is var page && page >= margin && page - weigher.Article(index) >= margin;

    /// <summary>True for a few words without a stop, none of them the article's: nothing but a page puts them last.</summary>
    private bool IsStrayLabel(int index) =>
        paragraphs[index] is { IsLabel: true, Words: >= 2 } && index > 2 && paragraphs[index - 1].Closed && weigher.Article(index) == 0 && !weigher.HoldsTopic(index);

    /// <summary>True where somebody is introduced by name and post as those who write are, and nobody is quoted: "Ana Velk is a reporter in Teln. She has written of the war since 2024."</summary>
    private bool IsAuthorNote(int index) =>
        paragraphs[index] is { Closed: true, Words: <= 60 } && paragraphs[index].Span.In(text) is var line && line.IndexOfAny('"', '“', '«') < 0 && Author().IsMatch(line) && !weigher.HoldsSpeech(index);

    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}.'’-]{0,24} ){2,4}(?:is|was|has been|works as|writes as) (?:an? |the |our |\p{Lu}[\p{L}’' ]{1,40}['’]s? )?(?:[\p{L}'’-]{1,24} ){0,5}?(?:correspondent|reporter|journalist|editor|columnist|freelancer?|staff writer|contributor|contributing writer|news producer|photojournalist|photographer)\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Author();

    private bool IsTitle(int index) => paragraphs[index] is { Closed: false, Words: <= MaxTitle };
}
