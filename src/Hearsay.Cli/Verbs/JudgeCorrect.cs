using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Language.Figures;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay judge correct</c>: what is right of a statement that the engine read wrongly.</summary>
internal static class JudgeCorrect
{
    public static Command Create()
    {
        var statement = new Argument<string>("STATEMENT") { Description = "Its id." };
        var source = new Option<string?>("--source") { Description = "Whose word it is.", HelpName = "NAME" };
        var sourceSpan = SpanOption("--source-span", "The words that name the source.");
        var type = JudgeVerb.TypeOption();
        var side = new Option<string?>("--side") { Description = "Id of the party that the source belongs to.", HelpName = "ID" };
        var cue = SpanOption("--cue", "The words that attribute.");
        var content = new Option<string[]>("--content") { Description = "What is claimed; several spans where it has several parts.", HelpName = "START-END" };
        var polarity = new Option<string?>("--polarity") { Description = "Whether the source affirms or denies it.", HelpName = "affirmed|denied" };
        polarity.AcceptOnlyFromAmong("affirmed", "denied");
        var day = new Option<string?>("--said-on") { Description = "The day it was said, as 2031-03-04.", HelpName = "DATE" };
        var figures = new Option<string[]>("--figure") { Description = "A figure: its place, its bound where it is not exact, its value. Give all figures of the content.", HelpName = "START-END=[BOUND:]VALUE" };
        var none = new Option<bool>("--no-figures") { Description = "The content has no figures." };
        var command = JudgeVerb.Recording("correct", "Says what is right of a statement; what is not given stays as it is. Places are code points, as in 'export statements'.", statement, (result, ledger) =>
        {
            var anchor = JudgeVerb.Anchor(ledger, result.GetValue(statement)!);
            QuotedSpan? At(string? place) => place is null ? null : Span(ledger, anchor.Document, place);
            var name = result.GetValue(source);
            if (name is null && (result.GetValue(sourceSpan) is not null || result.GetValue(type) is not null || result.GetValue(side) is not null)) { throw new UsageException("--source-span, --type and --side go with --source NAME."); }
            var correction = new Correction(
                name is null ? null : new CorrectedSource(name, At(result.GetValue(sourceSpan)), JudgeVerb.TypeOf(result.GetValue(type)), result.GetValue(side)),
                At(result.GetValue(cue)),
                result.GetValue(content) is { Length: > 0 } parts ? [.. parts.Select(part => At(part)!)] : (ImmutableArray<QuotedSpan>?)null,
                result.GetValue(polarity) is { } given ? JsonNames.Parse<Polarity>(given) : null,
                result.GetValue(day),
                result.GetValue(none) ? [] : result.GetValue(figures) is { Length: > 0 } all ? [.. all.Select(figure => Figure(ledger, anchor.Document, figure))] : (ImmutableArray<CorrectedFigure>?)null);
            return [new Ruling.Correct(anchor, Complete(ledger, result.GetValue(statement)!, correction))];
        });
        foreach (var option in (Option[])[source, sourceSpan, type, side, cue, content, polarity, day, figures, none]) { command.Options.Add(option); }
        return command;
    }

    // New words are read anew, so that figures, dates and places that they bring are there too; for anything else no model needs to be loaded.
    private static Correction Complete(EvidenceLedger ledger, string id, Correction correction) =>
        correction.Content is not null && ledger.StatementOf(id) is { } found ? Installation.CreatePipeline().Complete(found.Document, found.Statement, correction) : correction;

    private static Option<string?> SpanOption(string name, string description) => new(name) { Description = description, HelpName = "START-END" };

    private static QuotedSpan Span(EvidenceLedger ledger, string document, string place)
    {
        var parts = place.Split('-');
        return parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var start) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var end)
            ? ledger.Quote(document, start, end) ?? throw new UsageException($"The document has no words from {start} to {end}.")
            : throw new UsageException($"A place is START-END in code points, as 120-134, not '{place}'.");
    }

    private static CorrectedFigure Figure(EvidenceLedger ledger, string document, string figure)
    {
        var (place, rest) = figure.Split('=', 2) is [var before, var after] ? (before, after) : throw new UsageException($"--figure takes START-END=[BOUND:]VALUE, as 120-134=at_least:630, not '{figure}'.");
        var (bound, number) = rest.Split(':', 2) is [var named, var given] ? (JsonNames.Parse<FigureBound>(named) ?? throw new UsageException($"'{named}' is no bound; there are {string.Join(", ", Enum.GetValues<FigureBound>().Select(JsonNames.Of))}."), given) : (FigureBound.Exact, rest);
        return double.TryParse(number, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new CorrectedFigure(Span(ledger, document, place), value, Bound: bound)
            : throw new UsageException($"'{number}' is no number.");
    }
}
