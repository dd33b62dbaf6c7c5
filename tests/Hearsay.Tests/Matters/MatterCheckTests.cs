using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Each check across documents, on matters invented for it.</summary>
public sealed class MatterCheckTests
{
    private const string Count = "Sixty-two guards have left their posts in the Karth valley since September, Deputy Minister Mara Tolven said on Monday.";

    [Fact]
    public void A_denial_is_bound_to_what_it_denies()
    {
        var finding = Assert.Single(Find(FindingKind.Denied, ("North Post", 3, Count + " General Pavel Okrun denied these claims.")));
        Assert.Contains("Okrun", finding.Summary, StringComparison.Ordinal);
        Assert.Contains("Tolven", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_that_points_is_shown_with_the_claim_before_it()
    {
        var finding = Assert.Single(Find(FindingKind.Denied, ("North Post", 3, "The ferry did not sail on Sunday, Deputy Minister Mara Tolven said. General Pavel Okrun had refused to let 31 men aboard, she said. Okrun rejected these claims.")));
        Assert.Contains("31 men", finding.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Count + " Farmer Jonas Berel denied that he had sold his horse.")]
    [InlineData(Count + " General Pavel Okrun did not deny these claims.")]
    public void A_denial_of_something_else_is_bound_to_nobody(string text) => Assert.DoesNotContain(Find(FindingKind.Denied, ("North Post", 3, text)), finding => finding.Severity is Severity.Notice);

    [Fact]
    public void Figures_that_cannot_both_hold_are_found_across_documents()
    {
        var findings = Find(FindingKind.FiguresDisagree,
            ("North Post", 3, "Commissioner Edda Malvin published the names of 312 Varnian prisoners in the Karth valley on Monday, she said."),
            ("Coast Mail", 4, "Commissioner Edda Malvin said that she had published the names of 300 Varnian prisoners in the Karth valley."));
        Assert.Contains(findings, finding => finding.Documents.Length == 2);
    }

    [Theory]
    [InlineData("Commissioner Edda Malvin said that she had published the names of about 300 Varnian prisoners in the Karth valley.")]
    [InlineData("Commissioner Edda Malvin said that she had published the names of 340 Varnian prisoners in the Karth valley.")]
    public void Figures_that_fit_or_grow_are_left_alone(string later) => Assert.Empty(Find(FindingKind.FiguresDisagree,
        ("North Post", 3, "Commissioner Edda Malvin said that she had published the names of 312 Varnian prisoners in the Karth valley."), ("Coast Mail", 4, later)));

    [Fact]
    public void Additional_ones_are_not_the_same_ones() => Assert.Empty(Find(FindingKind.FiguresDisagree,
        ("North Post", 3, "Commissioner Edda Malvin said that she had found 620 letters of prisoners in the Karth valley."),
        ("Coast Mail", 4, "The harbour office said that it had found an additional 330 letters of prisoners in the Karth valley.")));

    [Fact]
    public void Two_days_for_one_statement_are_found()
    {
        var findings = Find(FindingKind.DatesDisagree,
            ("North Post", 5, "Foreign Ministry spokesman Gleb Tarvin said on 27 October that Karth was ready to exchange 150 prisoners. Analysts noted that Tarvin's statement of 29 October about the exchange of 150 prisoners was new."));
        Assert.Contains("27 October", Assert.Single(findings).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exchange_with_two_days_in_two_documents_is_found()
    {
        var findings = Find(FindingKind.DatesDisagree,
            ("North Post", 16, "The Captivity Coordination Bureau said that 163 prisoners were exchanged near Karth on 14 November. They came home by bus."),
            ("River Times", 17, "Foreign Ministry spokesman Gleb Tarvin said that 163 prisoners were exchanged near Karth on 15 November. They came home by bus."));
        Assert.Contains("14 November", Assert.Single(findings).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("157 prisoners were exchanged near Karth on 15 November", 17)] // another number
    [InlineData("163 prisoners were exchanged near Sarn on 15 November", 17)] // another place
    [InlineData("163 prisoners were exchanged near Karth on 24 November", 27)] // weeks later: another exchange
    [InlineData("163 prisoners were exchanged near Karth on 14 November and another 163 prisoners were exchanged on 15 November", 17)] // who knows of two
    public void Two_exchanges_have_each_a_day_of_their_own(string other, int day) => Assert.Empty(Find(FindingKind.DatesDisagree,
        ("North Post", 16, "The Captivity Coordination Bureau said that 163 prisoners were exchanged near Karth on 14 November. They came home by bus."),
        ("River Times", day, $"Foreign Ministry spokesman Gleb Tarvin said that {other}. They came home by bus.")));

    [Fact]
    public void What_outlets_credit_to_each_other_has_one_origin()
    {
        var findings = Find(FindingKind.SingleOrigin,
            ("North Post", 3, Count),
            ("Coast Mail", 4, "Sixty-two guards have left their posts in the Karth valley since September, Mara Tolven told the North Post."),
            ("River Times", 5, "Mara Tolven said that 62 guards had left their posts in the Karth valley since September."));
        Assert.Contains(findings, finding => finding.Documents.Length == 3 && finding.Summary.Contains("Tolven", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_who_count_alike_corroborate()
    {
        var findings = Find(FindingKind.Corroborated,
            ("North Post", 3, Count),
            ("Coast Mail", 4, "Sixty-two guards have left their posts in the Karth valley since September, Professor Ilan Weber said."));
        Assert.Contains(findings, finding => finding.Summary.Contains("Weber", StringComparison.Ordinal) && finding.Summary.Contains("Tolven", StringComparison.Ordinal));
    }

    [Fact]
    public void What_one_outlet_credits_to_each_side_is_no_agreement()
    {
        (string, int, string)[] documents =
        [
            ("North Post", 3, "The Captivity Coordination Bureau said that 1,476 islanders had signed contracts with the army since September."),
            ("Coast Mail", 4, "Oskeland's Defence Ministry said that 1,476 islanders had signed contracts with the army since September."),
            ("Hill Gazette", 5, "The Captivity Coordination Bureau said on Monday that 1,476 islanders had signed contracts with the army since September."),
        ];
        Assert.Empty(Find(FindingKind.Corroborated, documents));
        Assert.Equal(3, Assert.Single(Find(FindingKind.AttributionDiffers, documents)).Documents.Length);
    }

    [Fact]
    public void A_third_who_agrees_with_both_sides_differs_from_neither() => Assert.Empty(Find(FindingKind.AttributionDiffers,
        ("North Post", 3, "The Captivity Coordination Bureau said that 173 Varnian soldiers had returned at the Sarn crossing. Oskeland's Defence Ministry said that it had handed over 173 Varnian soldiers at the Sarn crossing."),
        ("Coast Mail", 4, "The Harbour Monitoring Mission said that 173 Varnian soldiers had returned at the Sarn crossing.")));

    [Fact]
    public void Both_sides_of_an_exchange_who_give_one_number_agree()
    {
        (string, int, string)[] documents =
        [
            ("North Post", 3, "Varnia's Captivity Coordination Bureau said on Monday that 173 Varnian prisoners had returned from captivity in an exchange. The exchange was the third of the month."),
            ("Coast Mail", 3, "Oskeland's Defence Ministry said on Monday that it had handed over 173 Varnian prisoners in an exchange. The men are at the Sarn crossing."),
        ];
        Assert.Empty(Find(FindingKind.AttributionDiffers, documents));
        Assert.NotEmpty(Find(FindingKind.Corroborated, documents));
    }

    [Theory]
    [InlineData("The prosecutor's office in Karth said that nine captured soldiers were shot near Sarn. The United Nations said on Thursday that it had verified that nine captured soldiers were shot near Sarn.", true)]
    [InlineData("The prosecutor's office in Karth said that nine captured soldiers were shot near Sarn. The United Nations said on Thursday that it could not verify that nine captured soldiers were shot near Sarn.", false)]
    public void What_another_body_verified_is_corroborated(string text, bool found) => Assert.Equal(found, Find(FindingKind.Corroborated, ("North Post", 3, text)).Count > 0);

    [Theory]
    [InlineData("The Tracing Office said that the total since May was 3,141 prisoners. Commissioner Edda Malvin had put the total after the last exchange at 3,141 as well.", true)]
    [InlineData("The Tracing Office said that 417 sailors had come home to the Karth valley. The Harbour Mission also counted 417 sailors.", true)]
    [InlineData("The Tracing Office said that 417 sailors had come home to the Karth valley. The Harbour Mission never said 417.", false)]
    public void What_the_text_says_that_another_gives_too_is_corroborated(string text, bool found) => Assert.Equal(found, Find(FindingKind.Corroborated, ("North Post", 3, text)).Count > 0);

    [Fact]
    public void Who_counts_in_two_ways_disagrees_with_nobody_by_one_of_them() => Assert.Empty(Find(FindingKind.FiguresDisagree, ("North Post", 3,
        "Commissioner Edda Malvin said that the fleet had 987 boats in the Karth harbours. The Harbour Mission said that the fleets had 2,279 boats in the Karth harbours and only 410 boats at sea.")));

    [Theory]
    [InlineData("The Harbour Mission has made 168 visits, among them visits to 60 Varnian prisoners of war, it said. Oskeland's Defence Ministry said that 65 Varnian prisoners of war were on board.")]
    [InlineData("The Harbour Mission has made 168 visits to camps of war, of which 40 Varnian prisoners of war were seen, it said. Oskeland's Defence Ministry said that 65 Varnian prisoners of war were seen.")]
    public void What_is_among_others_is_no_count_of_all(string text) => Assert.Empty(Find(FindingKind.FiguresDisagree, ("North Post", 3, text)));

    [Fact]
    public void Who_gives_no_source_joins_no_two_who_do() => Assert.NotEmpty(Find(FindingKind.Corroborated,
        ("North Post", 3, "The Captivity Coordination Bureau said that 173 Varnian soldiers had returned at the Sarn crossing. Oskeland's Defence Ministry said that it had handed over 173 Varnian soldiers at the Sarn crossing."),
        ("Coast Mail", 4, "The ferrymen counted 173 Varnian soldiers who returned at the Sarn crossing.")));

    [Fact]
    public void Each_sides_own_are_not_the_same_men() => Assert.Empty(Find(FindingKind.Corroborated,
        ("North Post", 3, "The Captivity Coordination Bureau said that 173 Varnian soldiers had come home at the Sarn crossing."),
        ("Coast Mail", 4, "Oskeland's Defence Ministry said that 173 soldiers had come home at the Sarn crossing.")));

    [Fact]
    public void The_same_number_weeks_later_is_another_count() => Assert.Empty(Find(FindingKind.SingleOrigin,
        ("North Post", 3, "The Captivity Coordination Bureau said that 173 Varnian soldiers had returned at the Sarn crossing on 2 November 2025."),
        ("Coast Mail", 24, "The Captivity Coordination Bureau said that 173 Varnian soldiers had returned at the Sarn crossing on 23 November 2025.")));

    [Theory]
    [InlineData("Professor Ilan Weber said that if the gate had held, 41 guards would have left their posts in the Karth valley since September.")]
    [InlineData("Professor Ilan Weber said that 41 guards needed to have left their posts in the Karth valley since September for the gate to be shut.")]
    [InlineData("Professor Ilan Weber spoke of a scenario in which 41 guards have left their posts in the Karth valley since September.")]
    public void What_is_only_supposed_disagrees_with_nothing(string supposed) => Assert.Empty(Find(FindingKind.FiguresDisagree, ("North Post", 3, Count), ("Coast Mail", 3, supposed)));

    [Theory]
    [InlineData(4, true)]
    [InlineData(12, false)] // by then they may be more
    public void The_other_sides_larger_count_of_the_same_days_is_no_growth(int day, bool found) => Assert.Equal(found, Find(FindingKind.FiguresDisagree,
        ("North Post", 3, "Oskeland's prison service said that 54 Varnian prisoners had died in the fire in the camp at Dolna on 1 November."),
        ("Coast Mail", day, "The Captivity Coordination Bureau said that 61 Varnian prisoners had died in the fire in the camp at Dolna on 1 November.")).Count > 0);

    [Theory]
    [InlineData("Sixty-two guards have left their posts in the Karth valley since September, the Republican candidate said.")] // perhaps the same
    [InlineData("A toll of 62 crowns is asked at the bridge, Professor Ilan Weber said.")]
    public void Who_may_be_the_same_or_counts_something_else_corroborates_nothing(string second) => Assert.Empty(Find(FindingKind.Corroborated, ("North Post", 3, Count), ("Coast Mail", 4, second)));

    [Fact]
    public void Two_voices_of_one_side_corroborate_nothing() => Assert.Empty(Find(FindingKind.Corroborated,
        ("North Post", 3, "Varnian Foreign Ministry spokesman Gleb Sturm said that 62 guards had left their posts in the Karth valley since September."),
        ("Coast Mail", 4, "Varnia's General Staff said that 62 guards had left their posts in the Karth valley since September.")));

    [Fact]
    public void A_number_that_is_needed_is_nobodys_claim() => Assert.DoesNotContain(
        Find(FindingKind.Corroborated, ("North Post", 3, "The party lacks the 137 delegates needed for the bridge in the Karth valley, Mara Tolven said."), ("Coast Mail", 4, "The 137 delegates needed for the bridge in the Karth valley are missing, Professor Ilan Weber said.")),
        finding => finding.Summary.Contains("137", StringComparison.Ordinal));

    [Fact]
    public void A_number_that_many_know_leads_to_nobody() => Assert.DoesNotContain(
        Find(FindingKind.SingleOrigin, ("North Post", 3, "A law needs 137 votes in the upper house, Mara Tolven said."), ("Coast Mail", 4, "The Varnian harbour budget was short. Tonight the council of 137 delegates will meet in Karth, where the ferry sank, the harbour office said. The ferry carried 137 delegates of the council.")),
        finding => finding.Documents.Length == 2 && finding.Summary.Contains("137", StringComparison.Ordinal));

    [Fact]
    public void A_denial_of_somebodys_claims_is_aimed_at_that_somebody()
    {
        var finding = Assert.Single(Find(FindingKind.Denied,
            ("North Post", 3, "Mara Tolven said that 62 guards had left their posts. Professor Ilan Weber said that the towers stood empty. General Pavel Okrun dismissed Tolven's claims as false.")));
        Assert.Contains("Tolven", finding.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Weber", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_elsewhere_needs_more_than_the_same_names() => Assert.DoesNotContain(Find(FindingKind.Denied,
        ("North Post", 3, "Mara Tolven said that Pavel Okrun would visit Karth with Ilan Weber. She said that Okrun liked Karth."),
        ("Coast Mail", 4, "Pavel Okrun denied that he had quarrelled with Mara Tolven in Karth. Okrun spoke in Karth.")), finding => finding.Documents.Length > 1);

    [Fact]
    public void A_copy_without_credit_is_found_and_one_with_credit_is_not()
    {
        const string Story = "Mara Tolven said that 62 guards had left their posts in the Karth valley since September. They went by night, she said, in groups of three or four, over the old bridge and through the orchards on the far bank, "
            + "where farmers gave them bread and showed them the road to the coast. The ministry has sent new men, but the towers above the river stand empty, and nobody mends the fence.";
        Assert.Single(Find(FindingKind.Relayed, ("North Post", 3, Story), ("Coast Mail", 4, Story)));
        Assert.Empty(Find(FindingKind.Relayed, ("North Post", 3, Story), ("Coast Mail", 4, "The North Post has it. " + Story)));
    }

    [Fact]
    public void Documents_about_other_things_make_no_matter_together()
    {
        var report = Examine(("North Post", 3, Count + " She said that the towers stood empty."), ("Coast Mail", 4, "The herring is back, skipper Olaf Brandt said. He said that prices would fall."));
        Assert.All(report.Matters, matter => Assert.Single(matter.Statements.Select(statement => statement.Document).Distinct()));
    }

    private static List<Finding> Find(FindingKind kind, params (string Outlet, int Day, string Text)[] documents) => [.. Examine(documents).Findings.Where(finding => finding.Kind == kind)];

    private static MatterReport Examine(params (string Outlet, int Day, string Text)[] documents) => MatterExaminer.Examine(documents.Select(document =>
    {
        var capture = new Capture(Encoding.UTF8.GetBytes(document.Text + "\n"), new Provenance("a.txt") { Outlet = document.Outlet, Published = new DateOnly(2025, 11, document.Day) });
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(capture, Layers.Blocks | Layers.Statements | Layers.Findings)).Inspection;
        // The same bytes from two outlets are one document; a copy must differ by a byte.
        return document.Outlet == "Coast Mail" ? inspection.Examined with { Document = inspection.Document with { Sha256 = inspection.Document.Sha256[..63] + "x" }, Statements = [.. inspection.Statements.Select(statement => statement with { Id = "c" + statement.Id[1..], Document = inspection.Document.Sha256[..63] + "x" })] } : inspection.Examined;
    }));
}
