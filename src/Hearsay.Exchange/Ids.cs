using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Exchange;

/// <summary>The names that things have outside. They derive from content, so that two exports of the same speak of the same.</summary>
internal static class Ids
{
    public static string Statement(string id) => $"urn:hearsay:statement:{id}";

    public static string Matter(string id) => $"urn:hearsay:matter:{id}";

    /// <summary>Original bytes by their hash, as RFC 6920 names them.</summary>
    public static string Original(string sha256) => "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(sha256)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A party by its name.</summary>
    public static string OfName(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];
}
