using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;

namespace Hearsay.Tests.Language.Coreference;

/// <summary>Measures whom words mean on the invented texts of <c>references.tsv</c>. The models under it are trained anew from time to time, so it is a share that is tested.</summary>
public sealed class ReferenceTableTests(ITestOutputHelper output)
{
    private static readonly DomainPack Pack = DomainPack.Load(Repository.Pack);

    [Fact]
    public void Words_mean_whom_they_are_labelled_to_mean()
    {
        var (all, right) = (0, 0);
        foreach (var row in File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Language", "Coreference", "references.tsv")).Where(line => line[0] != '#').Select(line => line.Split('|')))
        {
            var document = English.Analyse(row[0]);
            var tree = new GrammarTree(document);
            var at = row[0].LastIndexOf(row[1], StringComparison.Ordinal);
            var words = row[1].EndsWith(" said", StringComparison.Ordinal) || row[1].EndsWith(" noted", StringComparison.Ordinal) ? row[1][..row[1].LastIndexOf(' ')] : row[1];
            var meant = new ReferenceResolver(Pack).Resolve(document, tree).Of(tree, tree.Range(new TextSpan(at, at + words.Length)))?.Referent.Name;
            all++;
            if (meant == row[2]) { right++; } else { output.WriteLine($"{meant ?? "nobody"}, not {row[2]}: {row[0]}"); }
        }

        output.WriteLine($"{right} of {all} are right");
        Assert.True(right >= 0.9 * all, $"{right} of {all} are right");
    }

    [Theory]
    [InlineData("Two camps stand in Oskeland. Oskeland denied that anyone was missing. Oskelandic officials were silent.", "Oskeland", EntityType.Place)]
    [InlineData("Oskeland’s army moved. Oskeland said that the bridge was lost.", "Oskeland", EntityType.Place)]
    public void A_country_is_a_place(string text, string name, EntityType type)
    {
        var entities = new ReferenceResolver(Pack).Resolve(English.Analyse(text)).Entities.Where(entity => entity.Span.SliceOf(text) == name).ToList();
        Assert.NotEmpty(entities);
        Assert.All(entities, entity => Assert.Equal(type, entity.Type));
        Assert.Single(entities.Select(entity => entity.Id).Distinct());
    }

    [Theory]
    [InlineData("Varnian High Commissioner for Human Rights Anna Velk told reporters that 14 men were home. She said that more would come.", "She", "Anna Velk")]
    [InlineData("The deputy head of the Regional Administration Ivo Tarn spoke to reporters. He denied the rest.", "He", "Ivo Tarn")]
    [InlineData("Chairman of the Senate Committee on Defence Andrei Kolm told Radio Nord that nobody came. In his words, the leadership is afraid.", "his", "Andrei Kolm")]
    [InlineData("The mother of the soldier Ivo Tarn spoke to reporters. She denied the rest.", "She", "mother")]
    [InlineData("A lawyer for Ivo Tarn told reporters that nobody came. The lawyer denied the rest.", "The lawyer", "lawyer")]
    public void Who_holds_an_office_is_named_behind_what_it_is_of(string text, string words, string name) => Assert.Equal(name, Meant(text, words));

    [Theory]
    [InlineData("Irina Vasil, a lawyer, says that refusals happen. In 19 letters, roughly nine percent, the family said their son was afraid. “They are not afraid of prison,” she explains.", "she", "Irina Vasil")]
    [InlineData("Anna Velk runs the hotline. Twelve percent said that nobody came. “I count them,” she says.", "she", "Anna Velk")]
    [InlineData("Anna Velk runs the mission. It speaks to any prisoner alone. “We ask whether they want to go home,” she says.", "she", "Anna Velk")]
    public void Shares_and_families_are_no_one_person(string text, string words, string name) => Assert.Equal(name, Meant(text, words));

    [Fact]
    public void One_party_has_one_id_and_two_have_two()
    {
        const string text = "Ivo Tarn met Anna Velk. Tarn said that Velk was late.";
        var ids = new ReferenceResolver(Pack).Resolve(English.Analyse(text)).Entities.ToLookup(entity => entity.Name, entity => entity.Id);
        Assert.Equal(2, ids["Ivo Tarn"].Count());
        Assert.Single(ids["Ivo Tarn"].Distinct());
        Assert.Single(ids["Anna Velk"].Distinct());
        Assert.NotEqual(ids["Ivo Tarn"].First(), ids["Anna Velk"].First());
    }

    [Fact]
    public void Many_mentions_take_linear_time()
    {
        var times = Enumerable.Range(0, 2).Select(time =>
        {
            var count = time == 0 ? 500 : 4000;
            var document = English.Analyse(string.Concat(Enumerable.Repeat("Ivo Tarn met the general, and he said that she left. ", count)));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            new ReferenceResolver(Pack).Resolve(document);
            return watch.Elapsed.TotalSeconds;
        }).ToList();
        Assert.True(times[1] < 40 * Math.Max(times[0], 0.005), $"{times[0]:F3} s and {times[1]:F3} s for eight times the text");
    }

    // The name of the party that the last of these words in a text means.
    private static string? Meant(string text, string words)
    {
        var document = English.Analyse(text);
        var tree = new GrammarTree(document);
        var at = text.LastIndexOf(words, StringComparison.Ordinal);
        return new ReferenceResolver(Pack).Resolve(document, tree).Of(tree, tree.Range(new TextSpan(at, at + words.Length)))?.Referent.Name;
    }
}
