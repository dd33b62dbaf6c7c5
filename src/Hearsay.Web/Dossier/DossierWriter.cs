using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Rolls;
using Hearsay.Web.Audits;
using Hearsay.Web.Components;
using Hearsay.Web.Text;
using Hearsay.Web.Dossier.Pages;
using Hearsay.Web.Matters;
using Hearsay.Web.Reading;

namespace Hearsay.Web.Dossier;

/// <summary>
/// Writes documents and their statements as a dossier: a folder of pages that are read without network, server or script.
/// The same documents give the same bytes, in whatever order they come and on however many threads.
/// </summary>
public static class DossierWriter
{
    private const int RowsOfList = 200;
    private const int QuotesOfPage = 200;
    private const int AuditRowsOfPage = 200;
    private const int AuditRowsShown = 20_000; // of one verdict; a hundred pages, which nobody reads to the end

    /// <summary>Writes a dossier.</summary>
    /// <param name="documents">Enumerated once, on one thread at a time; what is kept of each is an entry and its statements' first words.</param>
    /// <param name="directory">A new or empty folder, or one that holds an earlier dossier, which is replaced when the new one is complete.</param>
    /// <param name="options">Title, threads and the like.</param>
    /// <param name="matters">What the documents are about together; null for a dossier without matters.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static DossierOutcome Write(IEnumerable<StoredDocument> documents, string directory, DossierOptions? options = null, MatterReport? matters = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= DossierOptions.Default;
        var (folder, refusal) = DossierFolder.Prepare(directory);
        if (folder is null)
        {
            return new DossierOutcome.Refused(refusal!);
        }

        using var renderer = new PageRenderer();
        var writer = new Writer(folder, renderer, new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        });
        DossierOverview overview;
        var before = Texts.Current;
        Texts.Use(options.Translation);
        try
        {
            overview = DossierOverview.Of(writer.WriteDocuments(documents), options, matters);
            writer.WriteMatters(overview.Matters);
            writer.WriteSources(overview.Sources);
            writer.WriteLists(overview);
            writer.WriteAudits(options);
        }
        catch (AggregateException failures)
        {
            // What went wrong first (a damaged ledger, a full disk) tells more than that several threads met it.
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
            throw;
        }
        finally
        {
            Texts.Use(before);
        }

        folder.Commit();
        return new DossierOutcome.Written(
            Path.Combine(Path.GetFullPath(directory), DossierLinks.FromRoot.Home), overview.Documents.Count, overview.Statements, overview.Sources.Count);
    }

    private sealed class Writer(DossierFolder folder, PageRenderer renderer, ParallelOptions parallel)
    {
        public ConcurrentBag<SurveyedDocument> WriteDocuments(IEnumerable<StoredDocument> documents)
        {
            var surveyed = new ConcurrentBag<SurveyedDocument>();
            Parallel.ForEach(Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering), parallel, stored =>
            {
                var layout = ReadingLayout.Of(stored.Document, stored.Statements);
                var document = SurveyedDocument.Of(stored, layout);
                foreach (var part in layout.Parts)
                {
                    Write<DocumentPage>(DossierLinks.FromRoot.Document(document.Entry, part.Number), DossierLinks.FromFolder, new()
                    {
                        [nameof(DocumentPage.Stored)] = stored,
                        [nameof(DocumentPage.Entry)] = document.Entry,
                        [nameof(DocumentPage.Layout)] = layout,
                        [nameof(DocumentPage.Part)] = part,
                    });
                }

                surveyed.Add(document);
            });
            return surveyed;
        }

        public void WriteSources(IReadOnlyList<SourceEntry> sources) => Parallel.ForEach(sources, parallel, source =>
        {
            foreach (var page in ListPage.Cut(source.Statements, QuotesOfPage))
            {
                Write<SourcePage>(DossierLinks.FromRoot.Source(source.Name, page.Number), DossierLinks.FromFolder, new()
                {
                    [nameof(SourcePage.Source)] = source,
                    [nameof(SourcePage.Page)] = page,
                });
            }
        });

        public void WriteMatters(IReadOnlyList<MatterDetails> matters) => Parallel.ForEach(matters, parallel, details =>
            Write<MatterPage>(DossierLinks.FromRoot.Matter(details.Matter), DossierLinks.FromFolder, new() { [nameof(MatterPage.Details)] = details }));

        public void WriteLists(DossierOverview overview)
        {
            foreach (var page in ListPage.Cut(overview.Documents, RowsOfList))
            {
                Write<DocumentListPage>(DossierLinks.FromRoot.Documents(page.Number), DossierLinks.FromFolder, new() { [nameof(DocumentListPage.Page)] = page });
            }

            foreach (var page in ListPage.Cut<MatterDetails>(overview.Matters, RowsOfList))
            {
                Write<MatterListPage>(DossierLinks.FromRoot.Matters(page.Number), DossierLinks.FromFolder, new() { [nameof(MatterListPage.Page)] = page });
            }

            foreach (var page in ListPage.Cut(overview.Sources, RowsOfList))
            {
                Write<SourceListPage>(DossierLinks.FromRoot.Sources(page.Number), DossierLinks.FromFolder, new() { [nameof(SourceListPage.Page)] = page });
            }

            Write<OverviewPage>(DossierLinks.FromRoot.Home, DossierLinks.FromRoot, new() { [nameof(OverviewPage.Overview)] = overview });
            using var css = typeof(DossierWriter).Assembly.GetManifestResourceStream("hearsay.css")!;
            using var target = folder.Create(DossierLinks.FromRoot.Stylesheet);
            css.CopyTo(target.BaseStream);
        }

        public void WriteAudits(DossierOptions options)
        {
            Write<AuditListPage>(DossierLinks.FromRoot.Audits, DossierLinks.FromFolder, new() { [nameof(AuditListPage.Audits)] = options.Audits });
            foreach (var audit in options.Audits)
            {
                foreach (var filter in audit.Filters.Select(share => (RollVerdict?)share.Verdict).Prepend(null))
                {
                    AuditRowView[] rows = [.. audit.Rows.Where(row => AuditView.IsShown(row, filter))];
                    Parallel.ForEach(ListPage.Cut<AuditRowView>(rows[..Math.Min(rows.Length, AuditRowsShown)], AuditRowsOfPage), parallel, page =>
                        Write<AuditPage>(DossierLinks.FromRoot.Audit(audit.Id, filter, page.Number), DossierLinks.FromFolder, new()
                        {
                            [nameof(AuditPage.Audit)] = audit,
                            [nameof(AuditPage.Verdict)] = filter,
                            [nameof(AuditPage.Page)] = page,
                            [nameof(AuditPage.Left)] = Math.Max(0, rows.Length - AuditRowsShown),
                            [nameof(AuditPage.WithNames)] = options.WithNames,
                        }));
                }
            }
        }

        private void Write<TPage>(string path, PageLinks links, Dictionary<string, object?> parameters)
            where TPage : Microsoft.AspNetCore.Components.IComponent
        {
            parameters["Links"] = links;
            using var file = folder.Create(path);
            renderer.RenderAsync<TPage>(parameters, file).GetAwaiter().GetResult();
        }
    }
}
