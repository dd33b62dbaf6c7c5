using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Language.Figures;
using Hearsay.Ledger;
using Hearsay.Statements;
using Microsoft.AspNetCore.Http;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench.Judging;

/// <summary>The rulings that forms ask for, and what a ruling is in words.</summary>
internal static class Rulings
{
    private const int MostMerged = 8;
    private const int MostSplit = 300;

    /// <summary>What is judged of one statement.</summary>
    /// <exception cref="RefusedJudgementException">The form lacks something, or names what is not there.</exception>
    public static Ruling? OfStatement(EvidenceLedger ledger, Lazy<Pipeline> pipeline, string id, IFormCollection form)
    {
        if (ledger.AnchorOf(id) is not { } anchor) { return null; }
        return form["verdict"].ToString() switch
        {
            "accept" => new Ruling.Accept(anchor),
            "reject" => new Ruling.Reject(anchor),
            "rate" => new Ruling.Rate(anchor, Number(form, "value"), 1, 5, Given(form, "name") ?? "", Given(form, "claim")),
            "same" or "independent" => ledger.AnchorOf(Given(form, "other") ?? "") is { } other ? new Ruling.OverruleOrigins(anchor, other, form["verdict"] == "same") : throw new RefusedJudgementException("Choose the statement to compare it with."),
            _ => JudgedSubject.Of(ledger, id) is { } subject ? new Ruling.Correct(anchor, CompleteOf(subject, pipeline, CorrectionOf(subject, form))) : null,
        };
    }

    /// <summary>A statement that the engine missed.</summary>
    public static Ruling Add(Document document, Lazy<Pipeline> pipeline, IFormCollection form)
    {
        var (fields, offsets) = (new SpanFields(document.Text), new CodePointOffsets(document.Text));
        TextSpan InText(QuotedSpan span) => new(offsets.ToUtf16(span.Start), offsets.ToUtf16(span.End));
        var content = fields.Read(form, "content", [], 0) ?? throw new RefusedJudgementException("Say what is claimed: mark the words, or copy them from the text.");
        var near = InText(content[0]).Start;
        TextSpan? One(string field) => fields.Read(form, field, [], near) is [var span, ..] ? InText(span) : null;
        var (source, cue) = (One("source"), One("cue"));
        var name = Given(form, "source") ?? source?.SliceOf(document.Text) ?? throw new RefusedJudgementException("Say whose word it is: mark the words that name the source, or give its name.");
        var (polarity, day) = (JsonNames.Parse<Polarity>(form["polarity"].ToString()) ?? Polarity.Affirmed, Given(form, "said_on"));
        return pipeline.Value.Complete(document, new Ruling.Add(
            StatementAnchor.OfMissed(document, source, cue, [.. content.Select(InText)], name, polarity, day), name, JsonNames.Parse<SourceType>(form["type"].ToString()) ?? SourceType.Organisation, Given(form, "side"), polarity, day));
    }

    /// <summary>Statements that make a matter of their own.</summary>
    public static Ruling Split(EvidenceLedger ledger, IFormCollection form) =>
        new Ruling.Split([.. form["statement"].OfType<string>().Distinct(StringComparer.Ordinal).Take(MostSplit).Select(id => ledger.AnchorOf(id) ?? throw new RefusedJudgementException($"There is no statement '{id}'."))]);

    /// <summary>A matter and others that are one with it, by id or by address.</summary>
    public static Ruling Merge(EvidenceLedger ledger, string id, IFormCollection form)
    {
        var others = form["matter"].OfType<string>().Concat((Given(form, "address") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(matter => matter.TrimEnd('/').Split('/')[^1].Split('?', '#')[0]).Where(matter => matter.Length > 0 && matter != id).Distinct(StringComparer.Ordinal).Take(MostMerged).ToList();
        if (others.Count == 0) { throw new RefusedJudgementException("Choose the matter that this one is one with."); }
        return new Ruling.Merge([.. others.Prepend(id).SelectMany(matter => ledger.AnchorsOfMatter(matter) is { IsEmpty: false } anchors ? anchors : throw new RefusedJudgementException($"There is no matter '{matter}'."))]);
    }

    /// <summary>Who a source is, under each of the names that the engine gives it.</summary>
    public static IEnumerable<Ruling> Identify(IFormCollection form) =>
        form["name"].OfType<string>().Distinct(StringComparer.Ordinal).Select(name => (Ruling)new Ruling.Identify(name, Given(form, "identity") ?? "", Given(form, "side"), JsonNames.Parse<SourceType>(form["type"].ToString())));

    /// <summary>A ruling in a line; what it quotes comes from documents and people.</summary>
    public static string InWords(Ruling ruling) => ruling switch
    {
        Ruling.Accept on => T($"It is right: {Quoted(on.Statement)}"),
        Ruling.Reject on => T($"No such statement: {Quoted(on.Statement)}"),
        Ruling.Correct on => T($"Corrected {string.Join(", ", PartsOf(on.Correction))}: {Quoted(on.Statement)}"),
        Ruling.Add add => T($"Missed by the engine: {add.Source}, {Quoted(add.Statement)}"),
        Ruling.Dismiss dismiss => T($"{Web.Matters.MatterDetails.Label(dismiss.Finding.Kind)} is no concern: {dismiss.Finding.Summary}"),
        Ruling.Merge merge => T($"One matter: {string.Join("; ", merge.Statements.Take(3).Select(Quoted))}"),
        Ruling.Split split => T($"A matter of their own: {string.Join("; ", split.Statements.Take(3).Select(Quoted))}{(split.Statements.Length > 3 ? $" and {split.Statements.Length - 3} more" : "")}"),
        Ruling.OverruleOrigins pair => T($"{(pair.Same ? T("One origin") : T("Independent origins"))}: {Quoted(pair.First)} and {Quoted(pair.Second)}"),
        Ruling.Identify identify => T($"“{identify.Source}” is {identify.Identity}{(identify.Document is null ? "" : " in one document")}"),
        Ruling.Rate rate => T($"Rated {rate.Name} ({rate.Value} of {rate.Best}): {rate.Claim ?? Quoted(rate.Statement)}"),
        Ruling.Withdraw => T("Took back a judgement"),
        _ => "",
    };

    private static string Quoted(StatementAnchor anchor) => $"“{string.Join(SpanFields.Gap, anchor.Content.Select(part => part.Text))}”";

    private static IEnumerable<string> PartsOf(Correction correction)
    {
        if (correction.Source is { } source) { yield return T($"source to {source.Name}"); }
        if (correction.Cue is not null) { yield return T("cue"); }
        if (correction.Content is not null) { yield return T("what is claimed"); }
        if (correction.Polarity is { } polarity) { yield return T($"to {JsonNames.Of(polarity)}"); }
        if (correction.SaidOn is { } day) { yield return T($"day to {day}"); }
        if (correction.Figures is not null) { yield return T("figures"); }
    }

    private static Correction CompleteOf(JudgedSubject subject, Lazy<Pipeline> pipeline, Correction correction) =>
        correction.Content is null ? correction : pipeline.Value.Complete(subject.Document, subject.Statement, correction);

    private static Correction CorrectionOf(JudgedSubject subject, IFormCollection form)
    {
        var (statement, fields) = (subject.Statement, new SpanFields(subject.Document.Text));
        var near = statement.Cue?.Span.Start ?? statement.Content[0].Start;
        ImmutableArray<TextSpan> At(TextSpan? span) => span is { } one ? [one] : [];
        var named = fields.Read(form, "source", At(statement.Source?.Span), near);
        var name = Given(form, "source") is { } given && given != statement.Source?.Name ? given : named is [var words] ? words.Text : null;
        var (type, side) = (JsonNames.Parse<SourceType>(form["type"].ToString()), Given(form, "side"));
        name ??= (type is not null && type != statement.Source?.Type) || (side is not null && side != statement.Source?.Side) ? statement.Source?.Name : null;
        return new Correction(
            name is null ? null : new CorrectedSource(name, named is [var first, ..] ? first : statement.Source?.Span is { } old ? QuotedSpan.Of(old, subject.Document.Text, new CodePointOffsets(subject.Document.Text)) : null, type, side),
            fields.Read(form, "cue", At(statement.Cue?.Span), near) is [var cue, ..] ? cue : null,
            fields.Read(form, "content", statement.Content, near),
            JsonNames.Parse<Polarity>(form["polarity"].ToString()) is { } polarity && polarity != statement.Polarity ? polarity : null,
            Given(form, "said_on") is { } day && day != statement.SaidOn.Value ? day : null,
            FiguresOf(subject, form));
    }

    // All figures, where the form changes one: its number, its bound, or that it is one.
    private static ImmutableArray<CorrectedFigure>? FiguresOf(JudgedSubject subject, IFormCollection form)
    {
        var offsets = new CodePointOffsets(subject.Document.Text);
        var (figures, changed) = (ImmutableArray.CreateBuilder<CorrectedFigure>(), false);
        for (var i = 0; i < subject.Statement.Figures.Length; i++)
        {
            var figure = subject.Statement.Figures[i];
            string Field(string part) => form[string.Create(CultureInfo.InvariantCulture, $"figure-{i}-{part}")].ToString().Trim();
            if (Field("none").Length > 0) { changed = true; continue; }
            var bound = JsonNames.Parse<FigureBound>(Field("bound")) ?? figure.Bound;
            var value = Field("value") is { Length: > 0 } text ? double.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new RefusedJudgementException($"'{text}' is no number.") : figure.Value;
            var same = value == figure.Value && bound == figure.Bound;
            changed |= !same;
            figures.Add(new CorrectedFigure(
                QuotedSpan.Of(figure.Span, subject.Document.Text, offsets), value, same ? figure.Low : null, same ? figure.High : null, bound, figure.Kind, figure.Unit,
                figure.Of is { } of ? QuotedSpan.Of(of, subject.Document.Text, offsets) : null));
        }

        return changed ? figures.ToImmutable() : null;
    }

    private static int Number(IFormCollection form, string field) =>
        int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedJudgementException("Choose a rating from 1 to 5.");

    private static string? Given(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 2000)] : null;
}
