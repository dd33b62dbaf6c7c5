using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>What a text itself tells of who agrees with whom without knowing of him, of who has it from one origin, and to whom the same words are credited.</summary>
public sealed class ToldAgreementTests
{
    [Theory]
    [InlineData("Ivan, a sailor, said guards in Orm had made the prisoners sign blank forms. A second sailor, Pavel, came home in winter. The two men have never met. In his account, too, prisoners were told to sign a blank sheet.", "blank sheet")]
    [InlineData("Corporal Ilin was held at Brask, where the cellar was flooded in autumn, he said. Ruben Marek told this paper in a separate conversation that the water in the cellar stood up to the knee.", "up to the knee")]
    [InlineData("Eleven of them said that they had spent weeks in isolation cells under the barn. What they describe is borne out by an inspector. In spring Ludmila Hasek wrote in her report that she had found eight isolation cells without light.", "eight isolation cells")]
    [InlineData("The captain's office, says Irma Melnik, has the sailor on the list of 19 June 2031. The hospital in Tolva told us that the sailor had been its patient since July. We asked them separately.", "its patient")]
    [InlineData("People along the line say that they heard two explosions. The railway union also reports two explosions, a minute apart.", "a minute apart")]
    [InlineData("Our account rests on two witnesses who do not know each other. A gunner from cell 9 heard blows in the corridor. A cleaner wrote to us that he had to wash the floor.", "wash the floor")]
    public void Two_tell_the_same_and_do_not_know_of_each_other(string text, string words) => AssertFound(text, FindingKind.Corroborated, words);

    [Theory]
    [InlineData("The search service says that nine of the crew are home. A group of widows in Tolva, who went through the letters, also ended up with nine.", "ended up with nine")]
    [InlineData("The clinic's surgeon says that the men had lost a third of their weight. The pension board, which weighed them separately, arrives at 32 per cent.", "32 per cent")]
    [InlineData("Colonel Arkady Polvenin said that 214 sailors had been received. The count of the harbour office at Tolva was 214 sailors as well.", "harbour office")]
    [InlineData("The institute's director says that the camps hold 1,240 foreigners. Independently of that, the tracing mission registered 1,226 men on its rounds, its head says.", "1,226 men")]
    [InlineData("Sergeant Ilin says that they had to stand from six until ten. Ruben Marek, who was in the camp in spring and has never met Ilin, counts the same sixteen hours.", "sixteen hours")]
    [InlineData("The harbour office says that fourteen sailors were drowned. By then the widows had arrived at fourteen, their chairwoman said. They had not been told about the office's divers.", "arrived at fourteen")]
    [InlineData("The union's clerk, Irma Melnik, says that 433 names are in her book. The institute drew a sample from the parish rolls. Its result, 429, was published by Professor Orest Dunn. He had no knowledge of the union's book, the professor said.", "429")]
    [InlineData("On the number there was no quarrel. The governor says that sixteen men are missing from the hold. The owners' log shows the same sixteen absent.", "shows the same sixteen")]
    public void The_same_count_of_two_is_an_agreement(string text, string words) => AssertFound(text, FindingKind.Corroborated, words);

    [Theory]
    [InlineData("The search service says that nine of the crew are home. The branch of the service in Tolva also ended up with nine.")] // the same body
    [InlineData("The search service says that nine of the crew are home. A group of widows in Tolva also ended up with twelve.")]
    [InlineData("The search service says that nine of the crew are home. A group of widows, citing the service, also ended up with nine.")]
    [InlineData("The clinic's surgeon says that the men had lost a third of their weight. The pension board, which saw other men, arrives at 32 per cent.")]
    [InlineData("Colonel Arkady Polvenin said that 214 sailors had been received. The harbour office at Tolva counted 214 crates as well.")]
    [InlineData("The governor says that sixteen men are missing. He had no knowledge of the plan, he said. The owners count twelve.")]
    [InlineData("The governor says that sixteen men are missing. The radio repeated that sixteen men are missing. It had not been told about the divers.")]
    public void Other_counts_or_the_same_hand_are_none(string text) => Assert.DoesNotContain(Found(text), finding => finding.Kind is FindingKind.Corroborated);

    [Theory]
    [InlineData("Ivan, a sailor, said that he and the woman had never met in person. The Courier said that the forms were blank.")]
    [InlineData("The number could not be independently verified, the agency said. The ministry said that the number was too high.")]
    [InlineData("The mayor said that the bridge was safe. She also noted the price of boats.")]
    [InlineData("\"I have never met her,\" the sailor said. The ministry says that it has never met such a case.")]
    public void Nothing_tells_that_two_agree(string text) => Assert.DoesNotContain(Found(text), finding => finding.Kind is FindingKind.Corroborated);

    [Theory]
    [InlineData("The Tolva Voice, Radio Brask and the portal Lantern have reported that 22 officers head the list. All three refer to the ministry's humanitarian section.", "humanitarian section")]
    [InlineData("The Norrand Courier, the Kyst News Service and Radio Orm have reported it, all of them on the strength of the prosecutor's file.", "prosecutor's file")]
    [InlineData("Lantern wrote: \"A whole company has given up at Hill 90.\" An hour later Grey Owl and Border Post have the sentence word for word.", "word for word")]
    [InlineData("The Courier looked at 14 articles and posts that carry the claim. Every one of them either links to a report by Lantern or repeats its sentences.", "links to a report")]
    [InlineData("We found the story in eleven outlets. Whoever follows the links ends up at one post in the channel Lantern.", "at one post")]
    [InlineData("We asked where the number came from. Crewe had it from the Star, the union from Crewe, the Star from Varrow's post.", "the Star from Varrow's post")]
    public void Many_have_it_from_one(string text, string words) => AssertFound(text, FindingKind.SingleOrigin, words);

    [Theory]
    [InlineData("Ilin, Marek and Hasek came home in spring. All three rely on their families.")]
    [InlineData("The Tolva Voice, Radio Brask and the portal Lantern have reported on the list. Each of them has a reporter there.")]
    public void Nothing_tells_that_many_have_it_from_one(string text) => Assert.DoesNotContain(Found(text), finding => finding.Kind is FindingKind.SingleOrigin);

    [Theory]
    [InlineData("\"They will be home by the time the barley is in,\" Cato Brandis said. He left at noon.\n\nAn earlier version was mistaken. The sentence about the barley was spoken not by the minister but by his deputy, Ilse Tarn.", "Cato Brandis")]
    [InlineData("A diplomat read out a sentence, \"No one dies here of hunger\", and credited it to the Orm prosecutor's office. In the letter, the same sentence bears the signature of the prison service.", "the prison service")]
    [InlineData("\"We do not trade in pilots at all,\" Lantern quotes General Anton Mirov as having replied.\n\nAt Grey Owl it is the priest Simo Dar who said \"We do not trade in pilots at all,\" and he said it to the sailors.", "Simo Dar")]
    [InlineData("\"We take no prisoners.\" In the Border Post the remark belongs to General Ode. Grey Owl has it from Simo Dar, a press officer.", "Simo Dar")]
    [InlineData("\"They sell us by the pound,\" a sentence that many have shared, was attributed by Lantern to General Ode. Grey Owl credits it to Simo Dar, a press officer.", "Simo Dar")]
    public void The_same_words_are_credited_to_two(string text, string name) => Assert.Contains(Found(text), finding => finding.Kind is FindingKind.AttributionDiffers && finding.Summary.Contains(name, StringComparison.Ordinal));

    [Theory]
    [InlineData("The minister said that the house belongs to the mayor. It comes from his father.")]
    [InlineData("The list was signed not by the minister but by his deputy.")]
    public void Nothing_tells_that_words_are_credited_to_two(string text) => Assert.DoesNotContain(Found(text), finding => finding.Kind is FindingKind.AttributionDiffers);

    private static void AssertFound(string text, FindingKind kind, string words) => Assert.Contains(Found(text), finding => finding.Kind == kind && finding.Evidence.Any(evidence => evidence.Text.Contains(words, StringComparison.Ordinal)));

    private static List<Finding> Found(string text) => [.. SampleMatters.ReportOn("What happened in the valley\n\n" + text, "Norrand Observer").Findings];
}
