using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Workbench.Listing;

/// <summary>What narrows a search besides words, as words of a column of its own: a letter for the kind and a hash of the value, so that nothing in a document can be taken for one.</summary>
internal static class Facet
{
    public static string Source(string key) => Of('s', key);

    public static string Side(string id) => Of('p', id);

    public static string Act(string name) => Of('a', name);

    public static string Polarity(string name) => Of('d', name);

    public static string Outlet(string name) => Of('o', name.ToUpperInvariant());

    public static string Figure(double value) => Of('f', value.ToString("R", CultureInfo.InvariantCulture));

    public static string Month(DateOnly day) => Of('m', day.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    public static string Year(DateOnly day) => Of('y', day.ToString("yyyy", CultureInfo.InvariantCulture));

    private static string Of(char kind, string value) => "x" + kind + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..14];
}
