using System.Globalization;
using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Rolls;
using Hearsay.Web.Components;
using Hearsay.Web.Text;

namespace Hearsay.Web.Dossier;

/// <summary>Addresses within a dossier, relative to a page in its root or in one of its folders, so that it can be moved and read from disk.</summary>
internal sealed class DossierLinks : PageLinks
{
    private readonly string up;

    private DossierLinks(string up) => this.up = up;

    /// <summary>Seen from the dossier's root. These are also the names of the files.</summary>
    public static DossierLinks FromRoot { get; } = new("");

    /// <summary>Seen from one of its folders.</summary>
    public static DossierLinks FromFolder { get; } = new("../");

    public override string Home => up + "index.html";

    public override string Stylesheet => up + "hearsay.css";

    public override string Documents(int page = 1) => up + "documents/" + Paged("index", page);

    public override string Sources(int page = 1) => up + "sources/" + Paged("index", page);

    public override string Matters(int page = 1) => up + "matters/" + Paged("index", page);

    public override string Matter(Matter matter) => up + "matters/" + FileStem.Of(matter.Title, matter.Id) + ".html";

    public override string Audits => up + "rolls/index.html";

    public override string Audit(string id, RollVerdict? verdict = null, int page = 1) =>
        up + "rolls/" + Paged(verdict is { } one ? $"{id}-{JsonNames.Of(one)}" : id, page);

    public override string Document(DocumentEntry document, int part = 1)
    {
        var day = document.Day?.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        return up + "documents/" + Paged(FileStem.Of(day + document.Title, document.Key), part);
    }

    public override string Source(string name, int page = 1)
    {
        var key = SourceKey.Of(name);
        return up + "sources/" + Paged(FileStem.Of(key, key), page);
    }

    private static string Paged(string stem, int page) => page == 1 ? stem + ".html" : string.Create(CultureInfo.InvariantCulture, $"{stem}-{page}.html");
}
