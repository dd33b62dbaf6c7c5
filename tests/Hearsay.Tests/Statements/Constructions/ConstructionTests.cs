using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Statements;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Statements.Constructions;

/// <summary>Constructions that the tree makes plain, through the whole pipeline, on several invented sentences each: name (side) | cue | content // content | polarity.</summary>
public sealed class ConstructionTests
{
    [Theory]
    [InlineData("Oskeland is refusing to take back forty of its men held in the north, Ambassador-at-Large of the Varnian Foreign Ministry on the border's crimes Anton Melk told Varninform.", "Anton Melk (varnia) | told | Oskeland is refusing to take back forty of its men held in the north | affirmed")]
    [InlineData("In a ruling of 26 March, the court in Stryv sent eleven men of the Harbour Brigade to prison, the independent outlet Iron Ferry reported.", "Iron Ferry () | reported | In a ruling of 26 March, the court in Stryv sent eleven men of the Harbour Brigade to prison | affirmed")]
    [InlineData("Soldiers who come home are questioned for weeks and then sent back to the front, the newspaper Lustava Courier has found.", "Lustava Courier () | has found | Soldiers who come home are questioned for weeks and then sent back to the front | affirmed")]
    public void A_closing_clause_credits_all_before_it(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Lustava has accused Oskeland of beating prisoners, an allegation that Oskeland denies.", "Oskeland (oskeland) | denies | an allegation | denied", "Varnia (varnia) | has accused | Oskeland of beating prisoners | affirmed")]
    [InlineData("The Bureau says that forty men were shot after they had laid down their arms, a charge the Oskelandic army has rejected.", "Oskelandic army (oskeland) | has rejected | a charge | denied", null)]
    [InlineData("The envoy claimed that the lists had been altered, which the Captivity Coordination Bureau has repeatedly denied.", "Captivity Coordination Bureau (varnia) | has repeatedly denied | which | denied", null)]
    [InlineData("The spokesman wrote that Oskeland had let in a third of the tents, an accusation Oskeland called “completely baseless”.", "Oskeland (oskeland) | called | an accusation // “completely baseless” | denied", null)]
    [InlineData("The association says that 1,200 people are missing – a figure disputed by the Oskelandic army.", "Oskelandic army (oskeland) | disputed | a figure | denied", "association () | says | that 1,200 people are missing | affirmed")]
    public void A_relative_clause_adds_a_denial(string text, string denial, string? claim)
    {
        var statements = Statements(text);
        Assert.Contains(denial, statements);
        if (claim is not null) { Assert.Contains(claim, statements); }
    }

    [Theory]
    [InlineData("In an interview last month, the Bureau's chief Danylo Hrevych put the number of the missing at 41.", "Danylo Hrevych (varnia) | put | the number of the missing at 41 | affirmed")]
    [InlineData("Relief workers placed the death toll at more than 120 people.", "Relief workers () | placed | the death toll at more than 120 people | affirmed")]
    [InlineData("Oskelmar puts the total at between 300 and 350.", "Oskeland (oskeland) | puts | the total at between 300 and 350 | affirmed")]
    public void To_put_a_number_at_is_to_say_it(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("In the camp, he recalls, the guards were strict but fair; he denies having been beaten.", "he () | denies | having been beaten | denied", "he () | recalls | the guards were strict but fair | affirmed")]
    [InlineData("Bloggers call the project a trick; one of them, writing under another name, said its lists held men who died in spring.", "one of them () | said | its lists held men who died in spring | affirmed", null)]
    [InlineData("Melk told reporters that the bus had left; the drivers say that it never came.", "drivers () | say | that it never came | affirmed", "Melk () | told | that the bus had left | affirmed")]
    [InlineData("Lustava puts the number of captives at 23; Oskelmar says there are at least 80 more.", "Oskeland (oskeland) | says | there are at least 80 more | affirmed", "Varnia (varnia) | puts | the number of captives at 23 | affirmed")]
    public void A_semicolon_parts_speakers(string text, string second, string? first)
    {
        var statements = Statements(text);
        Assert.Contains(second, statements);
        if (first is not null) { Assert.Contains(first, statements); }
    }

    [Theory]
    [InlineData("The Bureau called the statement manipulative.", "denied")]
    [InlineData("The ministry has dismissed the report as concocted.", "denied")]
    [InlineData("Neither Oskelmar nor Lustava has acknowledged the raid.", "affirmed")]
    public void Verdicts_deny_and_silence_does_not(string text, string polarity) => Assert.EndsWith(polarity, Assert.Single(Statements(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Lustava says the delay is due to obstruction on the part of Oskeland and Russian prisoners interviewed by the Courier said they had been left behind.", "they had been left behind", "the delay is due to obstruction on the part of Oskeland")]
    [InlineData("The Bureau claims that the lists were lost because of quarrels between the army and the ministry and relatives said nobody had told them anything.", "nobody had told them anything", "that the lists were lost because of quarrels between the army and the ministry")]
    [InlineData("Oskelmar says the men were freed and the Bureau said they were still in the camp.", "they were still in the camp", "the men were freed")]
    public void Two_speakers_joined_by_and_are_two(string text, string second, string first)
    {
        var statements = Statements(text);
        Assert.Contains(statements, statement => statement.Contains($"| said | {second} |", StringComparison.Ordinal));
        Assert.Contains(statements, statement => statement.Contains($"| {first} |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("All but two of the former prisoners said that they had been beaten.", "All but two of the former prisoners () | said | that they had been beaten | affirmed")]
    [InlineData("The Harbour Service said that the losses had passed 3,000, according to lawmaker Dana Orlik.", "Harbour Service () | said | that the losses had passed 3,000 | affirmed")]
    [InlineData("The Varnian project Way Home claims that more than 350 men have refused to be exchanged.", "Way Home (varnia) | claims | that more than 350 men have refused to be exchanged | affirmed")]
    [InlineData("He learned from his sister that Oskeland considered him a prisoner still.", "sister of he () | learned from | that Oskeland considered him a prisoner still | affirmed")]
    [InlineData("The Ukrainian project I Want to Live claims that more than 350 men have refused to be exchanged.", "I Want to Live (ukraine) | claims | that more than 350 men have refused to be exchanged | affirmed")]
    public void Sources_are_taken_whole(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Fact]
    public void Whoever_quotes_another_is_a_hand_of_the_chain()
    {
        var statement = Inspect("The Harbour Service said that the losses had passed 3,000, according to lawmaker Dana Orlik.").Statements.Single(statement => statement.Source?.Name == "Harbour Service");
        Assert.Equal(["Dana Orlik", "Harbour Service"], statement.Chain.Select(hop => hop.Name));
    }

    [Theory]
    [InlineData("• Oskelandic investigators say two captured sailors will be put on trial in March, the state-run Nord news agency reports.", "state-run Nord news agency|Oskelandic investigators")]
    [InlineData("The governor says that nobody was hurt, the Lustava Courier writes.", "Lustava Courier|governor")]
    [InlineData("A former captive has told the BBC he was forced to record a video in which he thanked his guards.", "BBC|former captive")]
    public void Who_carries_a_statement_is_a_hand_and_no_content(string text, string chain)
    {
        var statement = Inspect(text).Statements.First(statement => statement.Cue is not null);
        Assert.Equal(chain, string.Join('|', statement.Chain.Select(hop => hop.Name)));
        Assert.Equal(StatementAct.Says, statement.Act);
        Assert.DoesNotContain(statement.Chain[0].Name, string.Concat(statement.Content.Select(content => content.SliceOf(text.Insert(0, "The river rose again.\n\n")))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ELSVIK. June 5 (Harbour News) – The bodies of 212 people, which according to the Oskelandic side belong to Varnian soldiers, have been returned, the Captivity Coordination Bureau said on Wednesday.", "Captivity Coordination Bureau (varnia) | said | The bodies of 212 people, which according to the Oskelandic side belong to Varnian soldiers, have been returned | affirmed")]
    [InlineData("TELN, March 3. /NORD/. The gate was shut before noon, the mayor of Teln said.", "mayor of Teln () | said | The gate was shut before noon | affirmed")]
    [InlineData("LUSTAVA (Varninform) - Varnia and Oskeland exchanged 95 prisoners of war each on Friday, the two sides said.", "two sides () | said | Varnia and Oskeland exchanged 95 prisoners of war each on Friday | affirmed")]
    public void A_dateline_is_no_part_of_the_sentence_s_tree(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The ministry's own figures don't add up either.")]
    [InlineData("Those numbers add up to 300 at most.")]
    public void A_particle_makes_another_verb_of_it(string text) => Assert.Empty(Statements(text));

    private static List<string> Statements(string text)
    {
        var inspection = Inspect(text);
        return [.. inspection.Statements.Where(statement => statement.Cue is not null).Select(statement => $"{statement.Source?.Name} ({statement.Source?.Side}) | {statement.Cue!.Span.SliceOf(inspection.Document.Text)} | "
            + string.Join(" // ", statement.Content.Select(content => content.SliceOf(inspection.Document.Text).TrimEnd(',', ' '))) + $" | {statement.Polarity.ToString().ToLowerInvariant()}")];
    }

    private static Inspection Inspect(string text) =>
        Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes($"The river rose again.\n\n{text}"), new Provenance("a.txt")))).Inspection;
}
