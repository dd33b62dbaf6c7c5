using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Statements;

/// <summary>Names a statement by what it is: SHA-256 over the document's hash and the role-tagged spans, cut to 32 hexadecimal digits.</summary>
internal static class StatementId
{
    /// <summary>The id of an attribution; of a narrated statement both <paramref name="source"/> and <paramref name="cue"/> are null.</summary>
    public static string Of(string document, TextSpan? source, TextSpan? cue, ImmutableArray<TextSpan> content)
    {
        var key = new StringBuilder(document);
        Add("source", source);
        Add("cue", cue);
        foreach (var span in content) { Add("content", span); }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..32];

        void Add(string role, TextSpan? span)
        {
            if (span is { } known) { key.Append(CultureInfo.InvariantCulture, $"|{role}:{known.Start}-{known.End}"); }
        }
    }
}
