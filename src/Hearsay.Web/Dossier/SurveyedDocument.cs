using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Ledger;
using Hearsay.Statements;
using Hearsay.Web.Components;
using Hearsay.Web.Reading;
using Hearsay.Web.Text;

namespace Hearsay.Web.Dossier;

/// <summary>What the dossier's lists keep of a document after its own pages are written.</summary>
/// <param name="Entry">What lists show.</param>
/// <param name="Statements">Its statements, each with its source's name, or null where it has none.</param>
/// <param name="Engine">Version that derived it.</param>
/// <param name="FirstCaptured">When its earliest capture was recorded.</param>
/// <param name="LastCaptured">When its latest was.</param>
/// <param name="Captures">How many captures there are of it.</param>
internal sealed record SurveyedDocument(
    DocumentEntry Entry, ImmutableArray<(string? Source, QuotedStatement Quote)> Statements, string Engine, DateTimeOffset FirstCaptured, DateTimeOffset LastCaptured, int Captures)
{
    private const int ContentShown = 400;
    private const int NameShown = 60;
    private const int TitleShown = 200;
    private const int Telling = 40;
    private const int ContextShown = 240;

    public static SurveyedDocument Of(StoredDocument stored, ReadingLayout layout)
    {
        var document = stored.Document;
        var entry = new DocumentEntry
        {
            Key = KeyOf(document),
            Title = VisibleText.Shorten(TitleOf(document), TitleShown),
            Outlet = document.Outlet,
            Published = document.Published,
            Language = document.Language,
            Statements = stored.Statements.Length,
            Denials = stored.Statements.Count(statement => statement.Polarity is Polarity.Denied),
            Sources = stored.Statements.Select(statement => SourceKey.Of(statement.Source?.Name ?? "")).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Count(),
        };
        var quotes = layout.Statements.Select(numbered => (numbered.Statement.Source?.Name, Quote(document, entry, numbered, layout.PartOf(numbered.Number))));
        return new SurveyedDocument(
            entry, [.. quotes], stored.Engine,
            stored.Captures.Min(capture => capture.Time), stored.Captures.Max(capture => capture.Time), stored.Captures.Length);
    }

    /// <summary>The same bytes may have been captured as different things (another outlet, day or address), which are different documents.</summary>
    private static string KeyOf(Document document) => string.Join('\n', document.Sha256, document.Url, document.Outlet, document.Published.ToString(), document.Encoding);

    private static string TitleOf(Document document)
    {
        if (!string.IsNullOrWhiteSpace(document.Title))
        {
            return document.Title;
        }

        var first = document.Blocks.FirstOrDefault(block => block.Role is BlockRole.Headline) ?? document.Blocks.FirstOrDefault(block => block.Role is BlockRole.Body or BlockRole.Quote);
        return first is null ? Texts.T("Untitled document") : Wording.Excerpt(document.Text, [first.Span], 90);
    }

    private static QuotedStatement Quote(Document document, DocumentEntry entry, NumberedStatement numbered, int part)
    {
        var statement = numbered.Statement;
        var (before, after) = Context(document, statement);
        return new QuotedStatement
        {
            Id = statement.Id,
            Document = entry,
            Number = numbered.Number,
            Part = part,
            Content = Wording.Excerpt(document.Text, statement.Content, ContentShown),
            Before = before,
            After = after,
            NamedAs = statement.Source?.Span is { } named ? Wording.Excerpt(document.Text, [named], NameShown) : null,
            Cue = statement.Cue is { } cue ? Wording.Excerpt(document.Text, [cue.Span], NameShown) : null,
            Basis = statement.Source?.Basis ?? SourceBasis.Stated,
            Type = statement.Source?.Type ?? SourceType.Unnamed,
            Kind = statement.Kind,
            Act = statement.Act,
            Polarity = statement.Polarity,
            Certainty = statement.Certainty,
            Confidence = statement.Confidence,
            Via = statement.Via,
            SaidOn = statement.SaidOn,
            Day = DateOnly.TryParseExact(statement.SaidOn.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : entry.Day,
        };
    }

    /// <summary>The words between a very short content ("it", "these claims") and the source and cue beside it.</summary>
    private static (string Before, string After) Context(Document document, Statement statement)
    {
        if (statement.Content.Length != 1 || statement.Content[0] is { Length: >= Telling })
        {
            return ("", "");
        }

        var content = statement.Content[0];
        var first = Math.Min(content.Start, Math.Min(statement.Source?.Span?.Start ?? content.Start, statement.Cue?.Span.Start ?? content.Start));
        var last = Math.Max(content.End, Math.Max(statement.Source?.Span?.End ?? content.End, statement.Cue?.Span.End ?? content.End));
        return last - first > ContextShown
            ? ("", "")
            : (Words(first, content.Start), Words(content.End, last));

        string Words(int start, int end) => Wording.Excerpt(document.Text, [new TextSpan(start, end).Trim(document.Text)], ContextShown);
    }
}
