using System.Globalization;
using Hearsay.Matters;
using Hearsay.Rolls;

namespace Hearsay.Web.Components;

/// <summary>Where pages are to be found: files beside each other in a dossier, routes in the workbench. Every address is made here, never taken from a document.</summary>
public abstract class PageLinks
{
    /// <summary>The overview.</summary>
    public abstract string Home { get; }

    /// <summary>The style sheet.</summary>
    public abstract string Stylesheet { get; }

    /// <summary>One page of the list of documents.</summary>
    public abstract string Documents(int page = 1);

    /// <summary>One page of the list of sources.</summary>
    public abstract string Sources(int page = 1);

    /// <summary>One page of the list of matters.</summary>
    public abstract string Matters(int page = 1);

    /// <summary>A matter's page.</summary>
    public abstract string Matter(Matter matter);

    /// <summary>Where all statements of a matter, or of one side of it, are listed page by page; null where its own page is all there is.</summary>
    public virtual string? AllStatements(Matter matter, string? side = null) => null;

    /// <summary>Where all findings of a matter are listed page by page; null where its own page is all there is.</summary>
    public virtual string? AllFindings(Matter matter) => null;

    /// <summary>Where the statements of a matter are listed: of one side, or null for all, and of some days, or null for those without.</summary>
    public virtual string Statements(Matter matter, string? side, DateOnly? first, DateOnly? last) => "#statements";

    /// <summary>One part of a document as read.</summary>
    public abstract string Document(DocumentEntry document, int part = 1);

    /// <summary>One page of what a source said. <paramref name="name"/> is a name that has a source key.</summary>
    public abstract string Source(string name, int page = 1);

    /// <summary>The audits of published lists.</summary>
    public abstract string Audits { get; }

    /// <summary>One page of an audit's rows: of all, or of those with one verdict. <paramref name="id"/> is the audit's.</summary>
    public abstract string Audit(string id, RollVerdict? verdict = null, int page = 1);

    /// <summary>A statement's place in its document's text.</summary>
    public string Statement(DocumentEntry document, int part, int number) => Document(document, part) + "#" + MarkAnchor(number);

    /// <summary>Id of the mark where a statement's content begins.</summary>
    public static string MarkAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number}");

    /// <summary>Id of a statement's note.</summary>
    public static string NoteAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}");

    /// <summary>An address that a document or a collector gave, if following it is safe: absolute, and http or https. Otherwise null.</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
