using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Tests.Matters;

namespace Hearsay.Tests.Parties;

/// <summary>Whose person, and whose body, a source is: by the office beside the name, and by whom the text spoke of before.</summary>
public sealed class OfficeSideTests
{
    [Theory]
    [InlineData("Ambassador-at-Large of the Oskelandic Foreign Ministry on Varnia's crimes Radovan Melk told reporters that nobody came.", "Radovan Melk", "oskeland")]
    [InlineData("Mira Selk, senior Oskeland researcher at the Humanitarian Tracing Committee, said that nobody came.", "Mira Selk", "humanitarian-tracing-committee")]
    [InlineData("Varnia's envoy to Oskeland, Dana Orlik, said that nobody came.", "Dana Orlik", "varnia")]
    [InlineData("Ivo Tarn, an official with Varnia's National Security Council, said that nobody came.", "Ivo Tarn", "varnia")]
    [InlineData("Oskeland's ombudswoman, Tamara Vell, said that nobody came.", "Tamara Vell", "oskeland")]
    [InlineData("Oskelmar's chief negotiator, Viktor Selm, said that nobody came.", "Viktor Selm", "oskeland")]
    [InlineData("The defence ministry of Varnia kept silent in Oskelmar. Its spokesman, Jon Ferrik, said that nobody came.", "Jon Ferrik", "varnia")]
    [InlineData("Oskeland's Defence Ministry fell silent in Lustava. Ministry spokesman Radim Olsk said that nobody came.", "Radim Olsk", "oskeland")]
    [InlineData("The Captivity Coordination Bureau went on. Sela Brandt, a spokeswoman for the bureau, said that nobody came.", "Sela Brandt", "varnia")]
    [InlineData("Sela Brandt has been the deputy head of Varnia's Captivity Coordination Bureau since May. Brandt said that nobody came.", "Sela Brandt", "varnia")]
    [InlineData("Sela Brandt is a clerk at the Oskelandic Foreign Ministry. Brandt said that nobody came.", "Sela Brandt", "oskeland")]
    [InlineData("In Varnia, Tamara Vell said that nobody came.", "Tamara Vell", null)]
    [InlineData("Former Oskelandic Defence Ministry official Anton Rusk said that nobody came.", "Anton Rusk", null)]
    [InlineData("Varnia's interior ministry took in twenty bodies. Ivo Tarn, the interior minister, said that nobody came.", "Ivo Tarn", "varnia")]
    [InlineData("The head of the Oskelandic-controlled radio, Dana Orlik, said that nobody came.", "Dana Orlik", "oskeland")]
    [InlineData("Prosecutor-General Ivo Tarn of Varnia said that nobody came.", "Ivo Tarn", "varnia")]
    [InlineData("The army of the north lost two villages. The Varnian army moved on. Army spokesman Brigadier General Ivo Tarn said that nobody came.", "Ivo Tarn", "varnia")]
    [InlineData("The Oskelandic Human Rights Commissioner kept silent. The Varnian parliamentary human rights commissioner Ivo Tarn said that nobody came.", "Ivo Tarn", "varnia")]
    [InlineData("The Oskelandic Defence Ministry kept silent. Varnia's new defence ministry spokesman Jon Ferrik said that nobody came.", "Jon Ferrik", "varnia")]
    [InlineData("Talks in Oskelmar went on. Ruben Sturmin, a baker, said that nobody came.", "Ruben Sturmin", null)]
    [InlineData("Talks in Oskelmar went on. Sturmin said that nobody came.", "Sturmin", "oskeland")]
    public void A_person_speaks_for_whoever_the_office_is_of(string text, string name, string? side)
    {
        var source = Inspect(text).Statements.Single(statement => statement.Source is not null && statement.Cue is not null).Source!;
        Assert.Equal((name, side), (source.Name, source.Side));
    }

    [Theory]
    [InlineData("The press service of Varnia's Prime Minister Ostap Zhelivan reported that thirty had returned.", "press service of Varnia's Prime Minister Ostap Zhelivan", "varnia")]
    [InlineData("Oskeland waits. The foreign ministry in Lustava said that thirty had returned.", "foreign ministry", "varnia")]
    [InlineData("OSKELMAR, August 27. /NORD/. Varnia and Oskeland exchanged forty men each. It was the seventh time, the Defence Ministry said.", "Defence Ministry", "oskeland")]
    [InlineData("A lawyer for President Dana Orlik said that thirty had returned.", "lawyer for President Dana Orlik", null)]
    [InlineData("The Oskelandic embassy did not answer questions. In December, it denied that visas had been issued.", "Oskelandic embassy", "oskeland")]
    public void A_body_is_not_whom_it_serves(string text, string name, string? side)
    {
        var source = Inspect(text).Statements.Last(statement => statement.Cue is not null).Source!;
        Assert.Equal((name, side), (source.Name, source.Side));
    }

    [Theory]
    [InlineData("Varnia's Prosecutor General's Office said that it knew of nine cases. The Oskelandic Prosecutor General's Office said that there were none.", "varnia", "oskeland")]
    [InlineData("The Oskelandic Foreign Ministry said that the list was wrong. Varnia's Foreign Ministry said that it was right.", "oskeland", "varnia")]
    public void Two_parties_bodies_of_one_name_are_two(string text, string first, string second) =>
        Assert.Equal([first, second], Inspect(text).Statements.Where(statement => statement.Cue is not null).Select(statement => statement.Source?.Side));

    [Fact]
    public void A_ministry_is_no_international_body_s() =>
        Assert.Equal("oskeland", Inspect("Oskeland did not answer. In a letter to the Humanitarian Tracing Committee, the Foreign Ministry denied that anyone had been tried.").Statements.Last().Source?.Side);

    [Theory]
    [InlineData("Oskelmar Spokesman Dmitry Orlik told reporters that he knew of no plans. “I can neither confirm nor deny that,” he said.", "Dmitry Orlik")]
    [InlineData("A source told the agency that fourteen were hurt. A soldier named Ostap says that he surrendered in spring. He recalls that the guards were strict.", "Ostap")]
    [InlineData("Danylo Hrevych spoke in May. Asked about it, Pelkun told journalists that all who fight are entitled to protection. “They are ours,” he said.", "Pelkun")]
    [InlineData("Oskeland's Defence Ministry said its men were safe. The Varnian Coordination Office for the Care of Prisoners of War said it was the ninth exchange. Forty had been sentenced, it added.", "Varnian Coordination Office for the Care of Prisoners of War")]
    [InlineData("Ann Lee, head of the Harbour Mission, spoke on Monday. The mission's head also noted that the gates were shut.", "Ann Lee")]
    [InlineData("Envoy Radovan Melk told Varninform that the lists had been handed over. According to the diplomat, nobody answered.", "Radovan Melk")]
    public void Pronouns_and_nouns_mean_the_last_speaker_of_their_kind(string text, string name) => Assert.Equal(name, Inspect(text).Statements.Last(statement => statement.Cue is not null).Source?.Name);

    private static Inspection Inspect(string text) =>
        Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes($"The river rose again.\n\n{text}"), new Provenance("a.txt")))).Inspection;
}
