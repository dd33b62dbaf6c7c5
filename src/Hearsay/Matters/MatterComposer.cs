using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Language.Figures;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>Makes the record of a matter of its passages and findings.</summary>
internal static class MatterComposer
{
    private const int LongestTitle = 90;
    private const int MostSeries = 8;
    private const int MostLinks = 400;

    /// <summary>Id of the matter that begins with this thread.</summary>
    public static string IdOf(string thread) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("matter|" + thread)))[..32];

    /// <summary>The record.</summary>
    public static Matter Compose(ImmutableArray<DocumentThread> threads, MatterView view, ImmutableArray<Finding> findings)
    {
        var origins = OriginsOf(view);
        var days = view.Passages.Select(passage => passage.Day).OfType<DateOnly>().ToList();
        var (status, reason) = StatusOf(view, findings);
        return new Matter
        {
            Id = IdOf(threads[0].Id),
            Title = TitleOf(view),
            Period = days.Count == 0 ? (null, null) : (days.Min(), days.Max()),
            Statements = [.. view.Passages.Select(passage => new DatedStatement(passage.Statement.Id, passage.Document.Sha256, passage.Day, origins.NameOf(passage), SideOf(passage)))],
            Sides = [.. view.Passages.GroupBy(SideOf, StringComparer.Ordinal)
                .Select(side => new MatterSide(side.Key, side.Count(), side.Count(passage => passage.Statement.Polarity is Polarity.Denied)))
                .OrderByDescending(side => side.Statements).ThenBy(side => side.Name, StringComparer.Ordinal)],
            Figures = SeriesOf(view),
            Origins = origins.All,
            Links = LinksOf(view),
            Status = status,
            StatusReason = reason,
        };
    }

    // The statement closest to what all are about, of a length that can be read at a glance.
    private static string TitleOf(MatterView view)
    {
        var sum = new Theme();
        foreach (var passage in view.Passages) { sum.Add(passage.Theme, 1); }
        var best = view.Passages.Where(passage => passage.Words.Length is >= 6 and <= 40 && passage.Statement.Polarity is Polarity.Affirmed)
            .DefaultIfEmpty(view.Passages[0])
            .MaxBy(passage => passage.Theme.Similarity(sum) * (passage.Statement.Kind is StatementKind.Direct ? 0.8f : 1) * (passage.Words.Length <= 22 ? 1 : 0.8f))!;
        var title = DeniedCheck.Bare(best.Quote(LongestTitle));
        foreach (var opening in (ReadOnlySpan<string>)["that ", "that, ", "whether ", "how ", "why "])
        {
            if (title.StartsWith(opening, StringComparison.Ordinal)) { title = title[opening.Length..]; }
        }

        return title.Length == 0 ? "Untitled matter" : char.ToUpperInvariant(title[0]) + title[1..];
    }

    private static string SideOf(Passage passage) => passage.Statement.Source?.Side is { Length: > 0 } side ? MatterSide.NameOf(side) : passage.Speaker.Name;

    private static (MatterStatus, string) StatusOf(MatterView view, ImmutableArray<Finding> findings)
    {
        var disputes = findings.Where(finding => finding.Kind is FindingKind.Denied or FindingKind.FiguresDisagree or FindingKind.DatesDisagree or FindingKind.AttributionDiffers).ToList();
        var single = findings.Count(finding => finding.Kind is FindingKind.SingleOrigin);
        var corroborated = findings.Where(finding => finding.Kind is FindingKind.Corroborated).Select(finding => int.Parse(finding.Calculation!.Expression.AsSpan(0, finding.Calculation.Expression.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        if (disputes.Count > 0)
        {
            var kinds = disputes.GroupBy(finding => finding.Kind).OrderBy(group => group.Key).Select(group => group.Key switch
            {
                FindingKind.Denied => "denials",
                FindingKind.FiguresDisagree => "figures that disagree",
                FindingKind.DatesDisagree => "dates that disagree",
                _ => "credit that differs",
            });
            if (Settlement.ReasonOf(view, disputes) is { } settled) { return (MatterStatus.Settled, settled); }
            return (MatterStatus.Disputed, $"disputed: {string.Join(", ", kinds)}");
        }

        return corroborated > 1 ? (MatterStatus.Corroborated, $"corroborated by {corroborated} origins")
            : single > 0 ? (MatterStatus.SingleOrigin, "one origin")
            : (MatterStatus.Open, "reported");
    }

    private static ImmutableArray<FigureSeries> SeriesOf(MatterView view) =>
    [
        .. view.Figures.Where(mention => mention.Figure.Kind is FigureKind.Count && mention.Noun is not null && (mention.Figure.Value ?? mention.Figure.Low ?? mention.Figure.High) is >= 4)
            .GroupBy(mention => mention.Noun!, StringComparer.Ordinal)
            .Where(group => group.Select(mention => mention.Passage).Distinct().Count() > 1)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostSeries)
            .Select(group => new FigureSeries(group.Key,
                [.. group.OrderBy(mention => mention.Passage.Day ?? DateOnly.MaxValue).ThenBy(mention => mention.Figure.Value ?? 0).ThenBy(mention => mention.Passage.Statement.Id, StringComparer.Ordinal)
                    .Select(mention => new FigurePoint(mention.Passage.Statement.Id, mention.Passage.Day, mention.Figure, mention.Text, mention.Passage.Speaker.Name))])),
    ];

    private static ImmutableArray<StatementLink> LinksOf(MatterView view)
    {
        var links = new SortedSet<(LinkKind Kind, string From, string To)>();
        foreach (var denial in view.Denials)
        {
            foreach (var denied in denial.Denied) { links.Add((LinkKind.Denies, denial.Passage.Statement.Id, denied.Statement.Id)); }
        }

        foreach (var claim in view.Claims.Where(claim => claim.Documents > 1))
        {
            foreach (var origin in claim.Origins)
            {
                // Every later document's passage leads back to the first one of its origin.
                var first = origin.Passages[0];
                foreach (var later in origin.Passages.Where(passage => passage.Document.Sha256 != first.Document.Sha256))
                {
                    links.Add((later.Speaker.IsOutlet ? LinkKind.Copies : LinkKind.Credits, later.Statement.Id, first.Statement.Id));
                }
            }
        }

        return [.. links.Take(MostLinks).Select(link => new StatementLink(link.Kind, link.From, link.To))];
    }

    private static (ImmutableArray<MatterOrigin> All, Func<Passage, string?> NameOf) OriginsOf(MatterView view)
    {
        var traced = new Dictionary<Passage, TracedOrigin>();
        foreach (var claim in view.Claims.OrderByDescending(claim => claim.Passages.Length))
        {
            foreach (var origin in claim.Origins)
            {
                foreach (var passage in origin.Passages) { traced.TryAdd(passage, origin); }
            }
        }

        foreach (var (earlier, later) in view.Judgements.Among(view.Passages, areOne: true))
        {
            // Statements that share no claim can be judged to come from one hand, too.
            var origin = traced.GetValueOrDefault(earlier) ?? new TracedOrigin(earlier.Speaker, [earlier], []);
            if (origin.Party != (traced.GetValueOrDefault(later)?.Party ?? later.Speaker)) { traced[later] = origin with { Why = origin.Why.Add($"an analyst holds that {later.Speaker.Name} has it from there") }; }
        }

        Party PartyOf(Passage passage) => traced.TryGetValue(passage, out var origin) ? origin.Party : passage.Speaker;
        ImmutableArray<MatterOrigin> all =
        [
            .. view.Passages.GroupBy(passage => PartyOf(passage).Key, StringComparer.Ordinal).Select(group => new MatterOrigin(
                group.Select(PartyOf).First().Name,
                group.Select(PartyOf).First().IsNamed,
                group.Count(),
                group.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count(),
                [.. OriginCheck.Outlets(group).Order(StringComparer.Ordinal)],
                [.. view.Parties.NamesOf(group.Key).Concat(group.Select(passage => passage.Speaker.Name)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Where(traced.ContainsKey).SelectMany(passage => traced[passage].Why).Concat(view.Parties.Why(group.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .OrderByDescending(origin => origin.Statements).ThenBy(origin => origin.Name, StringComparer.Ordinal),
        ];
        return (all, passage => PartyOf(passage).Name);
    }
}
