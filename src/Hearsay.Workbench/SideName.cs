using Hearsay.Matters;
using Hearsay.Web.Text;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench;

/// <summary>A party's id as pages show it.</summary>
internal static class SideName
{
    /// <summary>As matters name it (<see cref="MatterSide.NameOf"/>); nobody's side in words.</summary>
    public static string Of(string id) => id.Length == 0 ? T("no side known") : VisibleText.Plain(MatterSide.NameOf(id));
}
