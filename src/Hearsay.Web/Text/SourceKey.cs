using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Web.Text;

/// <summary>What makes two names one source within a dossier: the same letters, whatever their case, spacing or article.</summary>
public static class SourceKey
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "we", "i", "you", "who", "this", "that", "these", "those", "him", "her", "them", "one",
    };

    /// <summary>The key of a name; empty where nothing names anybody (a pronoun that nothing resolved, or no letters).</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var run in VisibleText.Split(name, new TextSpan(0, name.Length)))
        {
            if (run.Kind is TextRunKind.Hidden or TextRunKind.Pile)
            {
                continue;
            }

            foreach (var character in run.Span.In(name))
            {
                if (!char.IsWhiteSpace(character))
                {
                    key.Append(char.ToUpperInvariant(character is '’' ? '\'' : character));
                }
                else if (key.Length > 0 && key[^1] != ' ')
                {
                    key.Append(' ');
                }
            }
        }

        var text = key.ToString().Trim();
        text = text.StartsWith("THE ", StringComparison.Ordinal) ? text[4..] : text;
        return Pronouns.Contains(text) || !text.Any(char.IsLetterOrDigit) ? "" : text;
    }
}

/// <summary>File names made from what documents say: only <c>a</c>–<c>z</c>, digits and hyphens, and never two for different keys.</summary>
public static class FileStem
{
    private const int SlugLength = 48;

    /// <summary>A readable stem that ends in the first 12 hexadecimal digits of a hash of the key.</summary>
    /// <param name="readable">What a person may recognise; letters other than Latin ones without marks are left out.</param>
    /// <param name="key">What tells this file from all others of its folder.</param>
    public static string Of(string readable, string key)
    {
        ArgumentNullException.ThrowIfNull(readable);
        ArgumentNullException.ThrowIfNull(key);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
        var slug = Slug(readable);
        return slug.Length == 0 ? hash : $"{slug}-{hash}";
    }

    /// <summary>Lower-case Latin letters and digits in order, everything else as single hyphens, at most 48 characters.</summary>
    public static string Slug(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slug = new StringBuilder(SlugLength);
        foreach (var character in text)
        {
            if (slug.Length == SlugLength)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] != '-' && character is not ('\'' or '’'))
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
