using Hearsay.Web.Text;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench;

/// <summary>A party's id as pages show it.</summary>
internal static class SideName
{
    /// <summary><c>oskeland</c> as <c>Oskeland</c>; nobody's side in words.</summary>
    public static string Of(string id) => id.Length == 0 ? T("no side known") : VisibleText.Plain(string.Concat(char.ToUpperInvariant(id[0]).ToString(), id.AsSpan(1)).Replace('-', ' '));
}
