using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>What denials are bound to within one document, and what follows from it.</summary>
public sealed class DenialTests
{
    [Theory]
    [InlineData("Ostap Zhelivan said that Varnia had offered to exchange 40 sailors in May. Gleb Sturmin denied that any exchange had been proposed.", "Zhelivan")]
    [InlineData("Ludmila Vestrakova claimed that Varnia had turned down the return of 88 prisoners. \"No offer to exchange prisoners has reached us,\" said Danylo Hrevych.", "Vestrakova")] // who refused was offered something
    [InlineData("Colonel Maksym Ordulen said that 140 soldiers had surrendered at the mill. Arkady Polvenin said on Monday that nobody had surrendered there.", "Ordulen")]
    public void The_other_sides_claim_of_the_same_event_is_denied(string text, string whose) => Assert.Contains(Denials(text), finding => finding.Severity is Severity.Notice && finding.Evidence.Any(evidence => evidence.Text.Contains(whose, StringComparison.Ordinal)));

    [Fact]
    public void A_pointing_denial_means_the_other_sides_claim_and_what_spells_it_out_belongs_to_it()
    {
        var finding = Assert.Single(Denials("According to Ostap Zhelivan, Oskeland has hired 2,340 foreigners for its army. Teacher Ilan Weber said that he had met two of them in Karth. He said that they were cold.\n\nOskelmar denies the account. \"There is no recruitment of foreigners,\" Colonel Arkady Polvenin said."));
        Assert.Contains("Zhelivan", finding.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Weber", finding.Summary, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, evidence => evidence.Text.Contains("There is no recruitment", StringComparison.Ordinal));
    }

    [Fact]
    public void Denied_figures_are_claims_with_figures()
    {
        var finding = Assert.Single(Denials("The Captivity Coordination Bureau said that 512 sailors had been hired. Sergeant Andrii said that they were sent forward first. Oskeland's Defence Ministry has called the figures \"invented from beginning to end\"."));
        Assert.Contains("512", finding.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ludmila Vestrakova said that 260 men had accepted the offer. The Varnian bureau knows of 12 such men. \"The minister's number is a fantasy,\" its secretary Ilena Dovran said.", "260 men")]
    [InlineData("General Anton Mirov said that 48 soldiers had come over in April. The Captivity Coordination Bureau denied the general's words.", "48 soldiers")]
    [InlineData("Gleb Sturmin said that Oskeland had been ready to hand over 88 bodies. \"That is not true,\" said Danylo Hrevych. \"Nothing was ready.\"", "88 bodies")]
    [InlineData("OTA reported that more than 15,000 soldiers had deserted. It did not say how the figure had been reached. Danylo Hrevych rejected OTA's figure as \"propaganda\".", "15,000")]
    [InlineData("In a study, the Institute of Northern Studies wrote that foreigners received 60 percent of their pay. Oskeland's Defence Ministry dismissed the study as \"propaganda\".", "60 percent")]
    public void What_answers_is_bound_to_what_was_just_said_or_counted(string text, string claim) =>
        Assert.Contains(claim, Assert.Single(Denials(text), finding => finding.Severity is Severity.Notice).Summary, StringComparison.Ordinal);

    [Fact]
    public void What_was_just_said_goes_before_what_the_other_side_said_earlier()
    {
        var finding = Assert.Single(Denials("Gleb Sturmin said that Oskeland had received the bodies of 31 men. Viktor Selm said that the transfer of 6,000 bodies had been put off.\n\n\"That is not true,\" said Danylo Hrevych."));
        Assert.Contains("put off", finding.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ludmila Vestrakova said that Lustava had refused to take back 730 men. Danylo Hrevych said: \"We did not refuse anybody.\"", true)]
    [InlineData("Ludmila Vestrakova said that Lustava had refused to take back 730 men. Danylo Hrevych said: \"We did not sleep that night.\"", false)]
    public void What_one_side_says_is_denied_by_the_other_that_negates_its_verb(string text, bool found) => Assert.Equal(found, Denials(text).Count > 0);

    [Theory]
    [InlineData("Gleb Sturmin said that the lists had been passed to the Varnian side in March. Danylo Hrevych said that he had received no lists.", true)]
    [InlineData("Danylo Hrevych said that the bureau had sent the ministry a note on 26 September. Gleb Sturmin said that no note from Lustava had been received on that day.", true)]
    [InlineData("Gleb Sturmin said that the lists had been passed to the Varnian side in March. Danylo Hrevych said that he had received no flowers.", false)]
    [InlineData("Gleb Sturmin said that the lists had been burnt. Danylo Hrevych said that he had received no lists.", false)]
    public void What_one_side_sent_the_other_never_got(string text, bool found) => Assert.Equal(found, Denials(text).Count > 0);

    [Theory]
    [InlineData("Ludmila Vestrakova said that 312 men had been refused at the bridge. Danylo Hrevych called this claim “obscene”.")]
    [InlineData("Ludmila Vestrakova said that 312 men had been refused at the bridge. Danylo Hrevych said that none of it was true.")]
    [InlineData("Ludmila Vestrakova said that 312 men had been refused at the bridge. Danylo Hrevych called the allegations “an invention for the home audience”.")]
    [InlineData("Ludmila Vestrakova said that 312 men had been refused at the bridge. Danylo Hrevych called the report “yet another throw-in”.")]
    [InlineData("Three former inmates say that men were beaten in Building Nine. The Harbour Prison Service answered our inquiry in two sentences. “There are no persons of that category in the institution. The information is untrue.”")]
    public void What_is_called_obscene_or_untrue_is_denied(string text) => Assert.NotEmpty(Denials(text));

    [Theory]
    [InlineData("Oskeland's Defence Ministry said that Varnia had called off the exchange without giving reasons. \"There was no refusal on our part,\" said Danylo Hrevych.", "called off")]
    [InlineData("Danylo Hrevych said that nine lorries with wounded prisoners had been turned back at the bridge by Oskeland. Colonel Arkady Polvenin said that the bridge had been open all day and that not one lorry was sent back.", "turned back")]
    [InlineData("Danylo Hrevych said that doctors were being kept out of Oskeland's camps. \"Every doctor who asked has always been let into our camps,\" Gleb Sturmin said.", "kept out")]
    [InlineData("Gleb Sturmin said that recruiters had beaten a boy in Karth. What had been shown was pure theatre, Danylo Hrevych said, and nobody had laid a hand on anyone.", "beaten")]
    [InlineData("Danylo Hrevych said that Oskeland had been handed a roster of 400 sick sailors in January. “There was no roster in January,” Gleb Sturmin said.", "handed a roster")]
    [InlineData("Gleb Sturmin said that Varnia had put eleven preconditions to the talks. Danylo Hrevych said that Varnia had put no preconditions whatever.", "eleven preconditions")]
    [InlineData("Gleb Sturmin said that Varnian guards had sold the parcels. “There is not a grain of truth in this,” Danylo Hrevych said.", "sold the parcels")]
    public void A_denial_is_bound_to_what_it_is_about_in_whatever_words(string text, string claim) => Assert.Contains(Denials(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains(claim, StringComparison.Ordinal)) && finding.Severity is Severity.Notice);

    [Theory]
    [InlineData("A sailor from Orm told the Courier that the guards had kicked the wounded at night. \"Nobody was beaten here,\" said the deputy head of the camp, Ivar Dremel.", "kicked the wounded")]
    [InlineData("The channel Grey Owl wrote that eleven corpses had been brought over the bridge. Emil Tarn, a spokesman for the search service, told reporters that not one coffin has crossed this month.", "eleven corpses")]
    [InlineData("The mayor of Brask said that the Norrand side had asked for a delay of the swap. \"There was no such demand,\" said the mission's officer.", "asked for a delay")]
    [InlineData("A historian writes that Captain Orsk ordered the shots by telephone. Captain Orsk says he had no telephone that night.", "ordered the shots")]
    [InlineData("A diplomat in the Gulf said that 90 cooks had been offered for a crew. \"I have the minutes here, and not a word in them about cooks,\" said Ilse Brandis.", "90 cooks")]
    [InlineData("The Lantern reported that the museum of Tolva had bought the stolen rifle of a hangman. \"We never bought the rifle,\" the museum said.", "stolen rifle")]
    public void Who_negates_all_of_it_right_after_answers_without_a_known_side(string text, string claim) => Assert.Contains(Denials(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains(claim, StringComparison.Ordinal)) && finding.Severity is Severity.Notice);

    [Theory]
    [InlineData("A sailor from Orm told the Courier that the guards had kicked the wounded at night. \"Nobody was beaten here until the new shift came in August,\" said the deputy head of the camp, Ivar Dremel.")] // room is left
    [InlineData("The channel Grey Owl wrote that eleven corpses had been brought over the bridge. Emil Tarn, a spokesman for the search service, told reporters that not one coffin has crossed elsewhere.")]
    [InlineData("The mayor of Brask said that the Norrand side had shelled the mill. \"We regret it; the gunners had been told that no guns were there,\" said the mission's officer.")] // told within a clause
    [InlineData("The mayor of Brask said that he wanted to meet the mission. The Courier said that officials do not meet with mayors.")] // a wish
    [InlineData("The mayor of Brask said that the camp was full. The Courier said that it had no plan for the camp.")]
    [InlineData("The mayor of Brask said that the children were fed. A book by Emil Tarn is called “No Child Left Behind”, he said.")] // a name
    public void Who_leaves_room_or_negates_something_else_denies_nothing(string text) => Assert.DoesNotContain(Denials(text), finding => finding.Severity is Severity.Notice);

    [Theory]
    [InlineData("Colonel Arkady Polvenin said that Lustava had paid the widows to keep silent. The recording was shown on Friday. Spokeswoman Irma Selk called the story of the payments \"an invention from start to finish\".", "paid the widows")]
    [InlineData("The monitors said that prisoners at Orm had been beaten with cables. The prison service described the findings as \"a collection of unverifiable testimony\".", "beaten with cables")]
    public void A_claim_that_is_taken_up_by_name_and_rated_low_is_denied(string text, string claim) => Assert.Contains(Denials(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains(claim, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Gleb Sturmin said that 40 soldiers had surrendered at the mill. Danylo Hrevych said that a colonel had ordered his men not to take prisoners.")] // what is forbidden is not said to be untrue
    [InlineData("Gleb Sturmin said that monitors had been let into the camp at Karth. Danylo Hrevych said that monitors had not been let into all camps.")] // into some, perhaps
    [InlineData("Gleb Sturmin said that the lists had been passed to the mission. Danylo Hrevych said that the mission shares lists with nobody else.")] // with the one, perhaps
    public void Who_forbids_or_leaves_some_denies_nothing(string text) => Assert.Empty(Denials(text));

    [Theory]
    [InlineData("Ludmila Vestrakova said that 312 men had been beaten at the bridge. The Courier could not verify the accounts of the beatings there. Lustava rejected them. \"This does not correspond to reality,\" said Danylo Hrevych.")]
    [InlineData("Ludmila Vestrakova said that 312 men had been refused at the bridge. The Captivity Coordination Bureau denies this.")]
    public void A_denial_that_says_little_reaches_over_who_could_not_verify_it(string text) => Assert.Contains(Denials(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains("312 men", StringComparison.Ordinal)));

    [Fact]
    public void A_claim_that_is_rated_highly_is_not_denied() => Assert.Empty(Denials("The monitors said that prisoners at Orm had been beaten with cables. The prison service described the findings as \"a collection of careful testimony\"."));

    [Theory]
    [InlineData("Oskeland's Defence Ministry said that 40 parcels had been sent to Karth. \"There was no snow on our road,\" said Danylo Hrevych.")]
    [InlineData("Colonel Arkady Polvenin said that the bridge was old. Danylo Hrevych said that the weather had always been bad.")]
    public void Who_negates_something_else_denies_nothing(string text) => Assert.Empty(Denials(text));

    [Theory]
    [InlineData("The mayor of Tolva reminded voters of the candidate's \"most famous statements and lies\". Danylo Hrevych said that 40 boats had come.")]
    [InlineData("Irma Melnik said that a tone of \"sweeping accusations\" and \"slander\" had come into the talks. Danylo Hrevych said that 40 boats had come.")]
    [InlineData("Irma Melnik asked the prosecutor to look into claims made in spring that have proved false. Danylo Hrevych said that 40 boats had come.")]
    [InlineData("Danylo Hrevych said that the raid on Tolva drove sailors to attack. \"I don't think we should play down how much raids drive people to attack,\" said Irma Melnik.")]
    [InlineData("Danylo Hrevych said that the raid on Tolva was a success. \"He doesn't understand the first thing about the raid,\" said Irma Melnik.")]
    public void Words_about_lies_and_opinions_deny_nothing(string text) => Assert.Empty(Denials(text));

    [Fact]
    public void Who_says_what_he_denies_is_not_bound_to_what_merely_stands_before() => Assert.All(
        Denials("The group's page shows a gallery of men and women from many valleys, says Irma Melnik. Danylo Hrevych dismisses accusations that the mayor has made use of the floods."), finding => Assert.Equal(Severity.Info, finding.Severity));

    [Fact]
    public void A_dismissal_of_reports_that_nobody_is_quoted_with_is_told() => Assert.Contains(Denials("Arkady Polvenin called reports of forced recruitment “an invention for the home audience”. He spoke in Karth, he said."), finding => finding.Severity is Severity.Info);

    [Theory]
    [InlineData("Deputy Minister Mara Tolven rejected the notion that the matter should rest. She spoke in Lustava, she said.")]
    [InlineData("Deputy Minister Mara Tolven dismissed the idea that the islanders ought to pay for the mill. She said so.")]
    public void To_disagree_is_not_to_deny(string text) => Assert.Empty(Denials(text));

    [Fact]
    public void Who_divides_the_number_that_is_claimed_does_not_dispute_it() => Assert.DoesNotContain(
        SampleMatters.ReportOn("Gleb Sturmin said that 312 prisoners were on the list and that Varnia had refused them. \"That is not true,\" said Danylo Hrevych. \"We went through all 312 prisoners. Fourteen prisoners are sick.\" Hrevych said that fourteen prisoners were at home.").Findings,
        finding => finding.Kind is FindingKind.FiguresDisagree);

    [Fact]
    public void Two_who_tell_of_different_times_do_not_disagree() => Assert.DoesNotContain(
        SampleMatters.ReportOn("Danylo Hrevych said that the court had sentenced eleven soldiers to death on 2 November 2025. Ludmila Vestrakova said that the court had sentenced eight soldiers to death in September 2025.").Findings,
        finding => finding.Kind is FindingKind.FiguresDisagree);

    [Fact]
    public void What_was_claimed_before_may_be_told_after() =>
        Assert.Contains(Denials("The agency Varninform denied having published a count of sailors. The Harbour Dispatch had claimed on Wednesday that the count was Varninform's."), finding => finding.Summary.Contains("Harbour Dispatch", StringComparison.Ordinal));

    [Theory]
    [InlineData("Deputy Minister Mara Tolven denied that 62 guards had left their posts. She said that the towers were manned.", true)]
    [InlineData("Deputy Minister Mara Tolven rejected accusations that the ministry had lost 62 guards. She spoke in Karth, she said.", true)]
    [InlineData("Deputy Minister Mara Tolven denied any role in the fire at the mill. She said that she had been at sea.", true)]
    [InlineData("The mayor denied that he had known of the plan. He went home, he said.", true)]
    [InlineData("Varnia's General Staff denied that it had attacked the camp. It was dark, it said.", true)]
    [InlineData("Deputy Minister Mara Tolven rejected an offer to buy the mill. She said that it was too low.", false)]
    [InlineData("Deputy Minister Mara Tolven denied her rival the prize. She said that it was hers.", false)]
    public void A_denial_that_says_what_is_denied_needs_nobody_who_claims_it(string text, bool found) => Assert.Equal(found, Denials(text).Exists(finding => finding.Severity is Severity.Info));

    [Fact]
    public void A_denied_number_disagrees_with_the_deniers_own()
    {
        var findings = SampleMatters.ReportOn("Colonel Arkady Polvenin dismissed as a fabrication the figure of 2,340 volunteers that was published in Lustava. Fewer than 150 volunteers serve in the army, Polvenin said.").Findings;
        Assert.Contains(findings, finding => finding.Kind is FindingKind.FiguresDisagree && finding.Summary.Contains("2,340", StringComparison.Ordinal) && finding.Summary.Contains("150", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_of_the_other_side_answer_a_denied_one()
    {
        var findings = SampleMatters.ReportOn("Arkady Polvenin said that 1,250 Varnian soldiers had surrendered at the mill. Colonel Maksym Ordulen rejected the claim that 1,250 Varnian soldiers had surrendered. \"In March 214 of our soldiers went missing,\" Ordulen said.").Findings;
        Assert.Contains(findings, finding => finding.Kind is FindingKind.FiguresDisagree && finding.Summary.Contains("214", StringComparison.Ordinal) && finding.Summary.Contains("1,250", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ostap Zhelivan said that 88 prisoners had been exchanged at the mill. Oskeland's Defence Ministry confirmed the number.", true)]
    [InlineData("Ostap Zhelivan said that 88 prisoners had been exchanged at the mill. The Captivity Coordination Bureau confirmed the number.", false)] // one side
    [InlineData("Ostap Zhelivan said that 88 prisoners had been exchanged at the mill. Oskeland's Defence Ministry confirmed that it would rain.", false)]
    public void What_the_other_side_confirms_is_corroborated(string text, bool found) => Assert.Equal(found, SampleMatters.ReportOn(text).Findings.Any(finding => finding.Kind is FindingKind.Corroborated));

    [Fact]
    public void A_project_and_those_who_run_it_are_one_origin()
    {
        var findings = SampleMatters.ReportOn("The Long Shore project says that 512 sailors were hired in Karth. The project, which is run by the Captivity Coordination Bureau (CCB), has published their ledger. Danylo Hrevych, spokesman for the CCB, said that the ledger of the sailors had been bought in Karth.").Findings;
        Assert.Contains(findings, finding => finding.Kind is FindingKind.SingleOrigin && finding.Summary.Contains("Long Shore is a project of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("On 4 November Ostap Zhelivan said that 88 prisoners had been exchanged at the mill. Gleb Sturmin denied on 5 November that 88 prisoners had been exchanged. On 9 November Sturmin confirmed that 88 prisoners had been exchanged.", MatterStatus.Settled)]
    [InlineData("On 4 November Ostap Zhelivan said that 88 prisoners had been exchanged at the mill. Gleb Sturmin denied on 5 November that 88 prisoners had been exchanged. On 9 November Zhelivan confirmed that 88 prisoners had been exchanged.", MatterStatus.Disputed)]
    public void A_matter_is_settled_when_the_denier_confirms(string text, MatterStatus status) => Assert.Equal(status, Assert.Single(SampleMatters.ReportOn(text).Matters).Status);

    [Fact]
    public void A_reporter_between_commas_at_a_contents_end_is_read() => // the comma before the verb opens nothing
        Assert.NotNull(SampleMatters.ReportOn("On other days, he has spread unsubstantiated accusations that Mrs. Tolven is hiding a wound. He showed a video of a supposed fall that was in fact a comical gesture Mrs. Tolven was making to reporters, as one of them, The Harbour Press's Lisa Orner, reported."));

    private static List<Finding> Denials(string text) => [.. SampleMatters.ReportOn(text, "Norrand Observer").Findings.Where(finding => finding.Kind is FindingKind.Denied)];
}
