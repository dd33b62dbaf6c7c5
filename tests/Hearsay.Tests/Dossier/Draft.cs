using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Documents;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Tests.Dossier;

/// <summary>Writes down an invented document with its statements, whose spans are named by their words.</summary>
internal sealed class Draft
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<Statement> statements = [];

    public string? Title { get; init; }
    public string? Outlet { get; init; } = "Example Post";
    public string? Url { get; init; }
    public string? Byline { get; init; }
    public string? Language { get; init; } = "en";
    public DateOnly? Published { get; init; } = new DateOnly(2031, 5, 3);
    public ImmutableArray<string> Notes { get; init; } = [];
    public string Path { get; init; } = "corpus/example.html";

    public string Text => text.ToString();

    public Draft Block(BlockRole role, string words)
    {
        if (text.Length > 0) { text.Append('\n'); }
        blocks.Add(new Block(role, new TextSpan(text.Length, text.Length + words.Length)));
        text.Append(words);
        return this;
    }

    public Draft Says(string source, string cue, params string[] content) => Add(statement => statement, source, cue, content);

    /// <summary>Adds a statement whose spans are the last places in which these words stand; an empty source or cue has no span.</summary>
    public Draft Add(Func<Statement, Statement> change, string source, string cue, params string[] content)
    {
        ImmutableArray<TextSpan> spans = [.. content.Select(Find).OrderBy(span => span.Start)];
        var named = source.Length == 0 ? null : new StatementSource(Find(source), source, SourceBasis.Stated, SourceType.Organisation);
        var statement = new Statement
        {
            Id = statements.Count.ToString("x32", null),
            Document = "",
            Block = blocks.First(block => block.Span.Contains(spans[0].Start)).Role,
            Kind = StatementKind.Indirect,
            Act = StatementAct.Says,
            Confidence = 0.86,
            Source = named,
            Cue = cue.Length == 0 ? null : new Cue(Find(cue), cue),
            Content = spans,
            Chain = named is null ? [] : [new Hop(HopRole.Outlet, Outlet ?? "?", null), new Hop(HopRole.Origin, named.Name, named.Span)],
            SaidOn = Published is { } day ? new SaidOn(day.ToString("yyyy-MM-dd", null), SaidOnBasis.Published, null) : SaidOn.Unknown,
        };
        statements.Add(change(statement));
        return this;
    }

    public Draft Add(Statement statement)
    {
        statements.Add(statement);
        return this;
    }

    public StoredDocument Store()
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        var provenance = new Provenance(Path) { Url = Url, Collector = "A. Collector" };
        var document = new Document
        {
            Sha256 = sha256,
            Provenance = provenance,
            MediaType = "text/html",
            Encoding = "utf-8",
            Text = Text,
            Blocks = [.. blocks],
            Title = Title,
            Outlet = Outlet,
            Byline = Byline,
            Url = Url,
            Language = Language,
            Published = Published is { } day ? PublicationDate.On(day, DateBasis.Metadata) : PublicationDate.Unknown,
            Notes = Notes,
        };
        var capture = new StoredCapture(7, new DateTimeOffset(2031, 6, 1, 9, 30, 0, TimeSpan.Zero), provenance, Encoding.UTF8.GetByteCount(Text), "hearsay 0.1.0");
        return new StoredDocument([capture], document, [.. statements.Select(statement => statement with { Document = sha256 })], "0.1.0");
    }

    private TextSpan Find(string words)
    {
        var start = Text.LastIndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new TextSpan(start, start + words.Length) : throw new ArgumentException($"'{words}' is not in the text.");
    }
}
