using System.Globalization;
using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Rolls;
using Hearsay.Web.Components;
using Hearsay.Web.Text;

namespace Hearsay.Workbench;

/// <summary>The workbench's routes.</summary>
internal sealed class WorkbenchLinks : PageLinks
{
    public static PageLinks Instance { get; } = new WorkbenchLinks();

    private WorkbenchLinks() { }

    public override string Home => "/";

    public override string Stylesheet => Asset.DossierStyle.Address;

    public override string Documents(int page = 1) => Paged("/documents", page);

    public override string Sources(int page = 1) => Paged("/sources", page);

    public override string Matters(int page = 1) => Paged("/", page);

    public override string Matter(Matter matter) => Matter(matter.Id);

    public static string Matter(string id) => "/matters/" + Uri.EscapeDataString(id);

    public override string AllStatements(Matter matter, string? side = null) => Matter(matter) + "/statements" + Query.Of(("side", side));

    public override string? AllFindings(Matter matter) => "/findings" + Query.Of(("matter", matter.Id));

    public override string Statements(Matter matter, string? side, DateOnly? first, DateOnly? last) =>
        Matter(matter) + "/statements" + Query.Of(("side", side), ("from", Day(first)), ("to", Day(last)), ("undated", first is null ? "yes" : null));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Document(DocumentEntry document, int part = 1) => Paged("/documents/" + Uri.EscapeDataString(document.Key), part);

    public override string Source(string name, int page = 1) => SourceOfKey(SourceKey.Of(name), page);

    public static string SourceOfKey(string key, int page = 1) => Paged("/sources/" + FileStem.Of(key, key), page);

    public override string Audits => "/rolls";

    public override string Audit(string id, RollVerdict? verdict = null, int page = 1)
    {
        var address = "/rolls/" + Uri.EscapeDataString(id);
        return verdict is { } one ? $"{address}?verdict={JsonNames.Of(one)}" + (page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"&page={page}")) : Paged(address, page);
    }

    private static string Paged(string path, int page) => page == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}?page={page}");
}
