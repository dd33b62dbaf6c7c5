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
    [InlineData("Two captured soldiers have expressed their hope to stay in Varnia, a member of the ruling party said on Tuesday, following his visit to Elsvik.", "member of the ruling party () | said | Two captured soldiers have expressed their hope to stay in Varnia | affirmed")]
    [InlineData("Oskeland keeps forty boys in the north, the lawyer Dana Orlik told reporters, after a meeting with their mothers.", "Dana Orlik () | told | Oskeland keeps forty boys in the north | affirmed")]
    [InlineData("More than nine in ten captives reported beatings, the Harbour Mission said in its latest update, presented in Elsvik on Thursday.", "Harbour Mission () | said | More than nine in ten captives reported beatings // in its latest update, presented in Elsvik on Thursday | affirmed")]
    [InlineData("For this the board has set aside some 56 million crowns, the envoy told parliament.", "envoy () | told | For this the board has set aside some 56 million crowns | affirmed")]
    [InlineData("The evening before the feast brought 97 men back to the town, Dana Orlik of the Harbour Bureau informed the press at the bridge.", "Dana Orlik () | informed | The evening before the feast brought 97 men back to the town | affirmed")]
    [InlineData("Forty of them come from the hill country and 25 from the islands, the deputy commandant, Captain Anton Melk, told us on a visit.", "Anton Melk () | told | Forty of them come from the hill country and 25 from the islands | affirmed")]
    [InlineData("The pier has been closed since the flood, Mayor Ivar Stenholt told the council.", "Ivar Stenholt () | told | The pier has been closed since the flood | affirmed")]
    [InlineData("The number of Varnian sailors who were drowned after leaving the port has more than doubled, Mayor Ivar Stenholt told the Stryv Courier.", "Ivar Stenholt () | told | The number of Varnian sailors who were drowned after leaving the port has more than doubled | affirmed")]
    [InlineData("They were therefore unable to say what burned and from which deck it spread, the chairwoman, Judge Dana Orlik, told the press.", "Dana Orlik () | told | They were therefore unable to say what burned and from which deck it spread | affirmed")]
    [InlineData("The court may try thefts committed at sea, and the northern harbour falls within its district, wrote Harbour Times.", "Harbour Times () | wrote | The court may try thefts committed at sea, and the northern harbour falls within its district | affirmed")]
    [InlineData("The road to Polven was cut on Monday, reported the state broadcaster.", "state broadcaster () | reported | The road to Polven was cut on Monday | affirmed")]
    [InlineData("The boy had answered an advertisement for deckhands in Stryv, his aunt, Mira Selk, relates.", "Mira Selk () | relates | The boy had answered an advertisement for deckhands in Stryv | affirmed")]
    [InlineData("As a result of the flood near Halm on 9 June, 37 fishing boats were lost, the HMB reports.", "HMB () | reports | As a result of the flood near Halm on 9 June, 37 fishing boats were lost | affirmed")]
    public void A_closing_clause_credits_all_before_it(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The mayor opened the register, wrote a letter.")]
    [InlineData("He sold the boats, the nets and the barrels, the cook reports.")]
    public void A_closing_clause_needs_a_clause_and_a_speaker(string text) => Assert.DoesNotContain(Statements(text), statement => statement.Contains("| wrote |", StringComparison.Ordinal) || statement.Contains("| told |", StringComparison.Ordinal));

    [Theory]
    [InlineData("The harbour board said that 150 sailors had come by bus, while a further eleven were carried over the bridge by the guards.", "board", "that 150 sailors had come by bus, while a further eleven were carried over the bridge by the guards")]
    [InlineData("The institute says that the two letters are likely part of a wider effort to blame the mayor for the failure of the talks.", "institute", "that the two letters are likely part of a wider effort to blame the mayor for the failure of the talks")]
    [InlineData("In the shed he and three others counted the crates, Ivo Tarn recounted in Stryv, and there were 41.", "Ivo Tarn", "and there were 41")]
    [InlineData("Out of 23 letters to the ministry, 14 were answered with the words “no data available”, Dana Orlik says, and the other nine were not answered at all.", "Dana Orlik", "Out of 23 letters to the ministry, 14 were answered with the words “no data available”")]
    [InlineData("According to Stryv's chief investigator, Ivo Selk, each guard paid the agents 700 crowns for a ticket.", "Ivo Selk", "each guard paid the agents 700 crowns for a ticket")]
    [InlineData("Until then, says Mira Tarn, “every Monday a ferry leaves”.", "Mira Tarn", "“every Monday a ferry leaves”")]
    [InlineData("A day later, Varninform reported, citing an officer in the coast guard, that no more than 30 sailors had refused to return.", "officer", "that no more than 30 sailors had refused to return")]
    [InlineData("The Harbour Board counted the ships on Friday. By the end of May it had put that total at 5,773.", "Harbour Board", "that total at 5,773")]
    [InlineData("The Harbour Board put the number of sailors who returned in Monday's convoy at 143.", "Harbour Board", "the number of sailors who returned in Monday's convoy at 143")]
    [InlineData("The bureau says that 2,200 are held. The rebels put the figure at no more than 900.", "rebels", "the figure at no more than 900")]
    [InlineData("The river rose. The army has put the toll at some 60 men.", "army", "the toll at some 60 men")]
    [InlineData("The family said their son was afraid of going back. That fear is well founded, according to a former guard who spoke to the Courier in May. He says he was given 14 days of leave.", "guard", "he was given 14 days of leave")]
    public void A_content_is_whole_and_its_speakers(string text, string source, string content)
    {
        var inspection = Inspect(text);
        Assert.Contains(inspection.Statements, statement => statement.Cue is not null && statement.Source!.Name.Contains(source, StringComparison.Ordinal) && statement.Content.Any(said => said.SliceOf(inspection.Document.Text).Contains(content, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("The board said that 150 sailors had come by bus, while the army said that all were on foot.", "on foot")]
    [InlineData("The board said that the ferry had sailed, while the mayor claimed that it lay in Halm.", "it lay in Halm")]
    public void What_another_says_beside_it_is_not_told(string text, string other) =>
        Assert.DoesNotContain(Inspect(text).Statements, statement => statement.Cue is not null && statement.Source!.Name.Contains("board", StringComparison.Ordinal) && statement.Content.Any(said => said.SliceOf(text.Insert(0, "The river rose again.\n\n")).Contains(other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Colleagues from a Halm weekly wrote, citing a source in the coast guard, that Oskeland moved several hundred sailors to the islands in order to trade them separately.")]
    [InlineData("Varninform reported, citing an officer in the coast guard, that no more than 30 sailors had refused to return.")]
    public void Who_is_cited_has_no_clause_of_what_is_reported(string text)
    {
        var inspection = Inspect(text);
        Assert.All(inspection.Statements.Where(statement => statement.Source?.Span is not null), statement => Assert.DoesNotContain(statement.Content, content => content.Overlaps(statement.Source!.Span!.Value)));
    }

    [Theory]
    [InlineData("The previous convoy, on 14 August, saw 84 sailors freed on each side.")]
    [InlineData("The week saw twelve boats lost in the strait.")]
    [InlineData("The last exchange witnessed a quarrel over the lists.")]
    public void An_event_sees_nothing(string text) => Assert.DoesNotContain(Inspect(text).Statements, statement => statement.Cue is not null);

    [Theory]
    [InlineData("In the yard he and others laid out the dead in rows, Ivo Tarn recalled in Stryv, and there were 41.", "there were 41")]
    [InlineData("One in three soldiers captured near the mill, the mayor announced over the roast, is not Varnian at all.", "is not Varnian at all")]
    [InlineData("Family says that Danylo Hrevych was a medic, not a hired hand.", "was a medic, not a hired hand")]
    [InlineData("The envoy said the harbour had been closed, not mined.", "had been closed, not mined")]
    public void A_content_goes_on_behind_what_interrupts_it(string text, string said) =>
        Assert.Contains(Inspect(text).Statements, statement => statement.Cue is not null && statement.Content.Any(content => content.SliceOf(text.Insert(0, "The river rose again.\n\n")).Contains(said, StringComparison.Ordinal)));

    [Theory]
    [InlineData("A European diplomat briefed on the contacts said the harbour was trying to arrange a further swap.", "European diplomat", "the harbour was trying")]
    [InlineData("Two people close to the talks said the harbour would open in May.", "people", "the harbour would open")]
    [InlineData("An officer familiar with the file says that the list was short.", "officer", "that the list was short")]
    [InlineData("The saying that “they trade in people” was attributed by the Harbour Times to Ivo Tarn, the spokesman of the army.", "Ivo Tarn", "The saying that")]
    [InlineData("The remark about the lost boats was attributed to the envoy Anton Melk.", "Anton Melk", "The remark about the lost boats")]
    [InlineData("The mission, which worked separately, likewise concluded in September that the killing of captives had become common.", "mission", "that the killing of captives")]
    [InlineData("“I show the picture,” said Larysa Bonder. She said an official at the port had told her in spring that he was not on any list.", "Larysa Bonder", "an official at the port had told her")]
    [InlineData("The Varnian embassy in Elsvik did not answer. In a statement last month it denied that prisoners were beaten.", "Varnian embassy", "that prisoners were beaten")]
    [InlineData("The Harbour Board counted the ships on Friday. In a letter to the council it said that four were lost.", "Harbour Board", "that four were lost")]
    public void The_source_is_whose_word_it_is(string text, string source, string said)
    {
        var inspection = Inspect(text);
        var name = inspection.Statements.First(statement => statement.Content.Any(content => content.SliceOf(inspection.Document.Text).Contains(said, StringComparison.Ordinal)) && statement.Cue is not null).Source!.Name;
        Assert.Contains(source, name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lustava has accused Oskeland of beating prisoners, an allegation that Oskeland denies.", "Oskeland (oskeland) | denies | an allegation | denied", "Varnia (varnia) | has accused | Oskeland of beating prisoners | affirmed")]
    [InlineData("The Bureau says that forty men were shot after they had laid down their arms, a charge the Oskelandic army has rejected.", "Oskelandic army (oskeland) | has rejected | a charge | denied", null)]
    [InlineData("Melk's claim that 1,000 men had surrendered was dismissed by the Oskelandic army as propaganda.", "Oskelandic army (oskeland) | was dismissed | Melk's claim | denied", "Melk () | claim | that 1,000 men had surrendered | affirmed")]
    [InlineData("Reports of a second list have been denied by the Captivity Coordination Bureau.", "Captivity Coordination Bureau (varnia) | have been denied | Reports of a second list | denied", null)]
    [InlineData("The envoy claimed that the lists had been altered, which the Captivity Coordination Bureau has repeatedly denied.", "Captivity Coordination Bureau (varnia) | has repeatedly denied | which | denied", null)]
    [InlineData("Oskelmar announced the release of forty men, a step the Varnian army dismissed as “staged”.", "Varnian army (varnia) | dismissed | a step // as “staged” | affirmed", "Oskeland (oskeland) | announced | the release of forty men | affirmed")]
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
    [InlineData("The army counts 300 volunteers; a committee led by deputy Dana Orlik puts it at 2,000.", "committee () | puts | it at 2,000 | affirmed")]
    [InlineData("He thinks that the samples will take a year. His superiors put it at 14 weeks.", "His superiors () | put | it at 14 weeks | affirmed")]
    public void To_put_a_number_at_is_to_say_it(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The organisers spoke of 4,000 marchers; police counted 900.", "police () | counted | 900 | affirmed")]
    [InlineData("The organisers spoke of 4,000 marchers; police counted 900.", "organisers () | spoke of | 4,000 marchers | affirmed")]
    [InlineData("The Harbour League has recorded more than 40 cases of beatings.", "Harbour League () | has recorded | more than 40 cases of beatings | affirmed")]
    public void Who_counts_says_how_many(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The board counted two thousand. A week ago Rusk said about 1,150.", "Rusk", "about 1,150")]
    [InlineData("The navy speaks of four boats. Orlik says eleven.", "Orlik", "eleven")]
    public void A_bare_number_may_be_all_that_is_said(string text, string source, string number) =>
        Assert.Contains(Statements(text), statement => statement.StartsWith(source, StringComparison.Ordinal) && statement.Contains(number, StringComparison.Ordinal));

    [Theory]
    [InlineData("Petra Holm told the Sund Tribune on 1 May that neither number was right.", "Petra Holm () | told | that neither number was right | affirmed")]
    [InlineData("The harbour board said in a letter a day earlier that the list had been withdrawn.", "harbour board () | said in a letter a day earlier | that the list had been withdrawn | affirmed")]
    [InlineData("Two guards told the Verk, an independent outlet, that sixty prisoners were never listed.", "Two guards () | told | that sixty prisoners were never listed | affirmed")]
    [InlineData("A nurse has told Nordpost, a weekly in Teln, that the ward was empty in May.", "nurse () | has told | that the ward was empty in May | affirmed")]
    public void Whom_it_was_told_and_when_is_no_content(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The navy denied firing at the ferry.", "navy () | denied | firing at the ferry | denied")]
    [InlineData("Oskeland acknowledges detaining 41 fishermen.", "Oskeland (oskeland) | acknowledges | detaining 41 fishermen | affirmed")]
    [InlineData("The governor has admitted signing both lists.", "governor () | has admitted | signing both lists | affirmed")]
    public void What_somebody_did_is_content(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("If one is to believe the harbour board, the boats were empty.", "harbour board () | If | the boats were empty | affirmed")]
    [InlineData("The pier was unsafe, if the navy is to be believed.", "navy () | if | The pier was unsafe | affirmed")]
    [InlineData("Two of the boats were never lost, if one is to believe the Sund Evening Post, which is printed in Teln.", "Sund Evening Post () | if | Two of the boats were never lost | affirmed")]
    [InlineData("But if we are to believe Ivo Tarn, nobody signed the list.", "Ivo Tarn () | if | nobody signed the list | affirmed")]
    [InlineData("If the army's figures can be trusted, forty men are missing.", "army () | If | forty men are missing | affirmed")]
    public void It_holds_as_far_as_somebody_is_believed(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("I am told by people who know the harbour: the list was burnt.", "people () | am told | the list was burnt | affirmed")]
    [InlineData("I was told by two officers that the bridge was mined.", "two officers () | was told | that the bridge was mined | affirmed")]
    [InlineData("And today I am told by people from the port, two of them, who do not know of each other: nothing was signed.", "people () | am told | nothing was signed | affirmed")]
    [InlineData("We were informed by the harbour master: no boat had left.", "harbour master () | were informed | no boat had left | affirmed")]
    public void What_the_writer_was_told_is_the_tellers_word(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The duty log, of which the Courier has seen a copy, has the fall of the roof on 5 February.", "duty log () | has | the fall of the roof on 5 February | affirmed")]
    [InlineData("The table published by the navy lists 412 boats of 7 ports.", "table () | lists | 412 boats of 7 ports | affirmed")]
    [InlineData("The 40-page report, “The Pier”, documents the loss of at least 38 boats.", "40-page report () | documents | the loss of at least 38 boats | affirmed")]
    public void A_document_tells_whatever_its_verb_was_taken_for(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("In the pathologist's opinion, the men died of cold.", "pathologist () | In | the men died of cold | affirmed")]
    [InlineData("Dana Orlik saw the photographs. The shots were, in her view, fired from close by.", "Dana Orlik () | in | The shots were // fired from close by | affirmed")]
    public void In_somebodys_opinion(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Anna Rill laughs when the letter is read to her. “Of course there is no paper. I was the paper.”", "Anna Rill () | laughs | “Of course there is no paper. I was the paper.” | affirmed")]
    [InlineData("The Harbour Prison Service (HPS) answered our inquiry in two sentences. “There are no persons of that category in the institution. Please do not write again.”", "Harbour Prison Service () | answered | “There are no persons of that category in the institution. Please do not write again.” | affirmed")]
    [InlineData("The Harbour Board replied to our letter within a day. “Four ships have left the port since Monday. The fifth waits for its crew.”", "Harbour Board () | replied | “Four ships have left the port since Monday. The fifth waits for its crew.” | affirmed")]
    [InlineData("Ivo Tarn shrugs at the question. “They came from over there.”", "Ivo Tarn () | shrugs | “They came from over there.” | affirmed")]
    public void A_quotation_behind_what_somebody_does_is_hers(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Fact]
    public void A_quotation_behind_what_no_person_does_is_nobodys() => Assert.DoesNotContain(Statements("The bus stopped at the bridge. “Halm 12 kilometres, Teln 40 kilometres.”"), statement => statement.Contains("stopped", StringComparison.Ordinal));

    [Theory]
    [InlineData("A 34-year-old welder described the night. He said that nobody came.", "welder () | said | that nobody came | affirmed")]
    [InlineData("A guard spoke of hunger. “We ate bark,” he said.", "guard () | said | “We ate bark,” | affirmed")]
    [InlineData("Nobody came to the bridge. Ivo Tarn waited all night. He said that the army had lied.", "Ivo Tarn () | said | that the army had lied | affirmed")]
    public void He_is_who_was_told_of_and_never_nobody(string text, string expected) => Assert.Contains(Statements(text), statement => statement.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("The Bureau states: no list of any kind was ever handed over.", "Bureau () | states | no list of any kind was ever handed over | affirmed")]
    [InlineData("The ministry told us in summer: forty of ours are on the far shore.", "ministry () | told | forty of ours are on the far shore | affirmed")]
    [InlineData("Petra Holm told reporters on Monday: the pier is safe.", "Petra Holm () | told | the pier is safe | affirmed")]
    [InlineData("The governor added: nobody will be sent back before the river is open.", "governor () | added | nobody will be sent back before the river is open | affirmed")]
    [InlineData("In a post by the monitoring group Iron Ferry, it was claimed that the bus had been empty.", "Iron Ferry () | was claimed | that the bus had been empty | affirmed")]
    [InlineData("He was not beaten, Tarn said, but he saw others who were.", "Tarn () | said | He was not beaten // but he saw others who were | affirmed")]
    public void What_a_colon_or_a_passive_credits(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Six stand there twice, as a clerk at the harbour office whom I trust told me.", "clerk () | told | Six stand there twice | affirmed")]
    [InlineData("The wells were empty, as two soldiers who were there told the Courier.", "two soldiers () | told | The wells were empty | affirmed")]
    public void As_somebody_told_me(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("A lawyer for the families, Dana Orlik, disagrees. By her count there were eleven.", "Dana Orlik () | By | there were eleven | affirmed")]
    [InlineData("By the Bureau's own tally, 212 men were never listed.", "Bureau () | By | 212 men were never listed | affirmed")]
    [InlineData("Dana Orlik has written to the ministry on 71 occasions, by her own account.", "Dana Orlik () | by | Dana Orlik has written to the ministry on 71 occasions | affirmed")]
    [InlineData("Some forty men were shot on the way, by Oskelmar's reckoning.", "Oskeland (oskeland) | by | Some forty men were shot on the way | affirmed")]
    public void Whose_count_it_is_is_said(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("As Ivo Tarn, the bureau's spokesman, recalled, Oskeland has stopped the talks since the end of August.", "Ivo Tarn () | recalled | Oskeland has stopped the talks since the end of August | affirmed")]
    [InlineData("According to the Varnian-run prisoners' office, Oskeland is to free 602 captives on Saturday.", "Varnian-run prisoners' office (varnia) | According to | Oskeland is to free 602 captives on Saturday | affirmed")]
    [InlineData("His deputy went further: according to her, \"nobody over there wants them back\".", "his deputy () | according to | \"nobody over there wants them back\" | affirmed")]
    [InlineData("The Harbour League, a Varnian charity, has identified 186 places of detention.", "Harbour League (varnia) | has identified | 186 places of detention | affirmed")]
    public void A_source_is_whole_and_content_is_its_own(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Nobody has ever been asked for money, its press officer Ivo Tarn said over the phone; “whoever does ask belongs with the police”.", "Nobody has ever been asked for money // “whoever does ask belongs with the police”")]
    [InlineData("That makes 265 families, he continued, “and I know a good half of them by their faces”.", "That makes 265 families // “and I know a good half of them by their faces”")]
    [InlineData("The civilians are beaten from their first hour in the camp to their last, Witness & Redress said in a report.", "The civilians are beaten from their first hour in the camp to their last")]
    [InlineData("Mira Selk reckons that things stand otherwise. “In our group there are nineteen wives.”", "that things stand otherwise // “In our group there are nineteen wives.”")]
    public void What_stands_before_the_speaker_is_told_too(string text, string content)
    {
        var statements = Inspect(text).Statements.Where(statement => statement.Cue is not null).Select(statement => string.Join(" // ", statement.Content.Select(span => span.SliceOf("The river rose again.\n\n" + text)))).ToList();
        Assert.Contains(content, statements);
    }

    [Theory]
    [InlineData("Both Lustava and Oskelmar say they want the exchange to go ahead.", "Lustava and Oskelmar", null)]
    [InlineData("Varnia and Oskeland said that ninety men had crossed.", "Varnia and Oskeland", null)]
    [InlineData("The Search and Rescue Board of Varnia said that ninety men had crossed.", "Search and Rescue Board", "varnia")]
    public void Two_who_speak_together_are_neither_alone(string text, string name, string? side)
    {
        var source = Assert.Single(Inspect(text).Statements).Source!;
        Assert.Equal((name, side), (source.Name, source.Side));
    }

    [Theory]
    [InlineData("In the whole country, the navy says, 7,100 sailors are missing.", "navy", "In the whole country")]
    [InlineData("Neither army would comment on posts alleging that forty men had been shot.", "posts", "that forty men had been shot")]
    [InlineData("The commissioner had announced on October 27 that Varnia was ready for a one-for-one exchange.", "commissioner", "that Varnia was ready for a one-for-one exchange")]
    [InlineData("Ivo Tarn wrote last Friday that the bus had never left Halm.", "Ivo Tarn", "that the bus had never left Halm")]
    [InlineData("The board announced in November 2025 that it had lost forty files.", "board", "that it had lost forty files")]
    [InlineData("Mira Selk speaks of 79 men between August and October, against 40 in spring.", "Mira Selk", "79 men between August and October")]
    [InlineData("The bureau counted 12 losses between 3 March and 9 April.", "bureau", "12 losses between 3 March and 9 April")]
    [InlineData("The board did not comment on media reports claiming that the talks had failed.", "media reports", "that the talks had failed")]
    [InlineData("A report published in May found that forty were held in Teln alone; the army was holding thirty, the report said.", "report", "the army was holding thirty")]
    public void A_source_is_whoever_the_words_belong_to(string text, string source, string content)
    {
        var statement = Inspect(text).Statements.Last(statement => statement.Cue is not null);
        Assert.Equal((source, content), (statement.Source!.Name, statement.Content[0].SliceOf("The river rose again.\n\n" + text)));
    }

    [Theory]
    [InlineData("The court's spokesman declined to comment, citing confidentiality.", "spokesman")]
    [InlineData("The ministry refused to name the men, citing security concerns.", "ministry")]
    [InlineData("The Harbour Committee, citing its policy of confidentiality, would not confirm that.", "Harbour Committee")]
    public void A_reason_is_nobodys_word(string text, string source) => Assert.All(Inspect(text).Statements, statement => Assert.Contains(source, statement.Source!.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("Oskelmar says it was told nothing. A report of the mission had documented the shooting of 26 captives by Varnian troops.", "report of the mission", "the shooting of 26 captives by Varnian troops")]
    [InlineData("A man in a white coat who claimed to be a surgeon spoke first.", "man", "to be a surgeon")]
    public void Who_speaks_is_the_subject(string text, string source, string content)
    {
        var statement = Inspect(text).Statements.Last(statement => statement.Cue is not null);
        Assert.Contains(source, statement.Source!.Span!.Value.SliceOf(Inspect(text).Document.Text) + statement.Source.Name, StringComparison.Ordinal);
        Assert.Equal(content, statement.Content[0].SliceOf(Inspect(text).Document.Text));
    }

    [Theory]
    [InlineData("Asked about the numbers, the spokesman Ivo Tarn told reporters that he had seen none.", "Ivo Tarn () | told | that he had seen none | affirmed")]
    [InlineData("“They will return,” the envoy said, without naming anybody.", "envoy () | said | “They will return,” | affirmed")]
    public void What_frames_a_statement_is_none(string text, string only) => Assert.Equal(only.Replace(",”", ",”", StringComparison.Ordinal), Assert.Single(Statements(text)));

    [Fact]
    public void A_quotation_of_several_sentences_is_said_whole() =>
        Assert.Contains("“Have you seen him? Nobody writes. He is tall,”", string.Concat(Inspect("“Have you seen him? Nobody writes. He is tall,” Mira Selk asked.").Statements[0].Content.Select(content => content.SliceOf("The river rose again.\n\n“Have you seen him? Nobody writes. He is tall,” Mira Selk asked."))), StringComparison.Ordinal);

    [Fact]
    public void The_reports_of_a_headline_are_parted_by_its_semicolon()
    {
        var statements = Inspect("Varnia says remains of forty men were returned; Oskelmar denies 'mix-up'\n\nThe road to the harbour was closed on Monday after the rain had washed away the bridge there.", lead: "").Statements;
        Assert.Equal(["varnia", "oskeland"], statements.Where(statement => statement.Cue is not null).Select(statement => statement.Source?.Side));
    }

    [Theory]
    [InlineData("Does Oskeland admit this?")]
    [InlineData("What do the survivors say?")]
    [InlineData("What Oskeland says")]
    public void A_heading_that_asks_says_nothing(string heading) => Assert.DoesNotContain(Statements($"{heading}\n\nNobody knows. The road was closed."), statement => heading.Contains(statement.Split(" | ")[2], StringComparison.Ordinal));

    [Theory]
    [InlineData("In the camp, he recalls, the guards were strict but fair; he denies having been beaten.", "he () | denies | having been beaten | denied", "he () | recalls | In the camp // the guards were strict but fair | affirmed")]
    [InlineData("Bloggers call the project a trick; one of them, writing under another name, said its lists held men who died in spring.", "one of them () | said | its lists held men who died in spring | affirmed", null)]
    [InlineData("Melk told reporters that the bus had left; the drivers say that it never came.", "drivers () | say | that it never came | affirmed", "Melk () | told | that the bus had left | affirmed")]
    [InlineData("Lustava puts the number of captives at 23; Oskelmar says there are at least 80 more.", "Oskeland (oskeland) | says | there are at least 80 more | affirmed", "Varnia (varnia) | puts | the number of captives at 23 | affirmed")]
    [InlineData("The ministry claims that a depot was hit; no one was hurt, according to the governor.", "governor () | according to | no one was hurt | affirmed", "ministry () | claims | that a depot was hit | affirmed")]
    [InlineData("Oskeland has not published a list; Harbour papers put the number of captives at 60.", "Harbour papers () | put | the number of captives at 60 | affirmed", null)]
    public void A_semicolon_parts_speakers(string text, string second, string? first)
    {
        var statements = Statements(text);
        Assert.Contains(second, statements);
        if (first is not null) { Assert.Contains(first, statements); }
    }

    [Theory]
    [InlineData("The Bureau called the statement manipulative.", "denied")]
    [InlineData("The ministry has dismissed the report as concocted.", "denied")]
    [InlineData("The ministry has described them as “fairy tales”.", "denied")]
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
    [InlineData("The representative of Oskeland, speaking in the debate, said that the findings were “politically commissioned” and denied that Varnian soldiers were beaten.", "denied", "that Varnian soldiers were beaten", "that the findings were “politically commissioned”")]
    [InlineData("The Harbour Bureau says that the cells were cold and adds that no doctor came.", "adds", "that no doctor came", "that the cells were cold")]
    [InlineData("Anton Melk, asked in Elsvik, said that the boats were old and denied that anyone had been left behind.", "denied", "that anyone had been left behind", "that the boats were old")]
    public void Of_one_speaker_two_verbs_are_two(string text, string cue, string second, string first)
    {
        var statements = Statements(text);
        Assert.Contains(statements, statement => statement.Contains($"| {cue} | {second} |", StringComparison.Ordinal));
        Assert.Contains(statements, statement => statement.Contains($"| {first} |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Orlik said that the camp was empty. The Harbour Bureau denies this.", "Harbour Bureau", "denies | this")]
    [InlineData("The Harbour Bureau said that the mill was empty. Ann Lee said that the bureau had sold it. The Harbour Bureau denies this.", "Harbour Bureau", "denies | this")] // who spoke before, too
    [InlineData("Orlik blamed the gunners. The spokesman of the navy, Colonel Ivo Tarn, disclaimed all responsibility on Friday.", "Ivo Tarn", "disclaimed | all responsibility")]
    [InlineData("On 25 August the commissioner of Oskeland, Mara Tolven, stated that the list was old.", "Mara Tolven", "stated | that the list was old")]
    [InlineData("Orlik told the court of the guards. Three of them, soldiers from Orm, said that the list was old.", "Three ()", "said | that the list was old")] // a number is no day
    public void Who_denies_or_speaks_on_a_day_is_found(string text, string source, string told) => Assert.Contains(Statements(text), statement => statement.StartsWith(source, StringComparison.Ordinal) && statement.Contains($"| {told}", StringComparison.Ordinal));

    [Theory]
    [InlineData("The captain said that the boat was lost and that the crew denied it.")]
    [InlineData("The report said that the bureau had lost the list and denied that it had.")] // the bureau may have
    public void What_those_may_do_who_are_spoken_of_is_part_of_what_is_said(string text) => Assert.DoesNotContain(Statements(text), statement => statement.Contains("| denied |", StringComparison.Ordinal));

    [Theory]
    [InlineData("All but two of the former prisoners said that they had been beaten.", "All but two of the former prisoners () | said | that they had been beaten | affirmed")]
    [InlineData("The Harbour Service said that the losses had passed 3,000, according to lawmaker Dana Orlik.", "Harbour Service () | said | that the losses had passed 3,000 | affirmed")]
    [InlineData("The Varnian project Way Home claims that more than 350 men have refused to be exchanged.", "Way Home (varnia) | claims | that more than 350 men have refused to be exchanged | affirmed")]
    [InlineData("He learned from his sister that Oskeland considered him a prisoner still.", "his sister () | learned from | that Oskeland considered him a prisoner still | affirmed")]
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
    [InlineData("Varnian prosecutors say that forty men were beaten in the camp, the independent newspaper reports.", "independent newspaper|Varnian prosecutors")]
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

    [Theory]
    [InlineData("A claim by the harbour master that 300 crates were refused has been challenged by Oskeland.", "harbour master () | claim | that 300 crates were refused | affirmed")]
    [InlineData("Reports from the ministry that 40 men had died could not be checked.", "ministry () | Reports | that 40 men had died | affirmed")]
    [InlineData("Statements by the commissioner that the exchange had been agreed were wrong.", "commissioner () | Statements | that the exchange had been agreed | affirmed")]
    [InlineData("The warning, from the country's chief negotiator, that talks could end came on Monday.", "country's chief negotiator () | warning | that talks could end | affirmed")]
    [InlineData("The claim that 300 crates were refused was made by the harbour master on Monday.", "harbour master () | claim | that 300 crates were refused | affirmed")]
    [InlineData("The ministry's promise that the wounded would come first was not kept.", "ministry () | promise | that the wounded would come first | affirmed")]
    [InlineData("The figure of 312 was given by the secretariat in a note to families.", "secretariat () | was given by | The figure of 312 | affirmed")]
    public void A_noun_of_saying_has_its_clause_and_whose_word_it_is(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Oskeland insists, and Varnia denies, that the list was handed over in March.", "Oskeland (oskeland) | insists | that the list was handed over in March | affirmed", "Varnia (varnia) | denies | that the list was handed over in March | denied")]
    [InlineData("The mayor says, though the governor disputes, that nobody was hurt.", "mayor () | says | that nobody was hurt | affirmed", "governor () | disputes | that nobody was hurt | denied")]
    public void Two_may_speak_of_one_clause(string text, string first, string second)
    {
        var statements = Statements(text);
        Assert.Contains(first, statements);
        Assert.Contains(second, statements);
    }

    [Theory]
    [InlineData("Some 340 men, by Lustava's count, have yet to come home.", "Varnia (varnia) | by | Some 340 men // have yet to come home | affirmed")]
    [InlineData("Governor Ivo Tarn spoke late. In his words, the army has lost control of the road.", "Ivo Tarn () | In | the army has lost control of the road | affirmed")]
    [InlineData("The register contains the names of 41 women.", "register () | contains | the names of 41 women | affirmed")]
    [InlineData("A request is no surrender, as the group itself points out on its website.", "group () | points | A request is no surrender | affirmed")]
    [InlineData("The list has 41 names, as Ivo Tarn said on Monday.", "Ivo Tarn () | said | The list has 41 names | affirmed")]
    [InlineData("Two boats were among those returned on Sunday, Mayor Ivo Tarn said, and a third is expected “before the ice goes”.", "Ivo Tarn () | said | Two boats were among those returned on Sunday // and a third is expected “before the ice goes” | affirmed")]
    [InlineData("Our foreign editor, Dana Orlik, writes: We ask for a document, and if there is none we say whose word it is.", "Dana Orlik () | writes | We ask for a document, and if there is none we say whose word it is | affirmed")]
    public void Who_is_credited_beside_a_clause(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Dana Orlik did no such thing. What she wrote on her channel on 1 January was: “We thank the drivers.”", "Dana Orlik () | wrote | “We thank the drivers.” | affirmed")]
    [InlineData("What Ivo Tarn told the court was that nobody had come.", "Ivo Tarn () | told | that nobody had come | affirmed")]
    [InlineData("Eleven of the men died there, the organisation found.", "organisation () | found | Eleven of the men died there | affirmed")]
    [InlineData("Four men are still there, says Ivo Tarn of the harbour, and nine more are missing.", "Ivo Tarn () | says | Four men are still there // and nine more are missing | affirmed")]
    [InlineData("In March Orlik gave the number as 246.", "Orlik () | gave | the number as 246 | affirmed")]
    [InlineData("An article about the harbour (page 1) said that the road was closed.", "article () | said | that the road was closed | affirmed")]
    public void Clauses_behind_a_cleft_an_aside_or_a_bracket(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("The secretariat says 4,912 people have come home.", "secretariat () | says | 4,912 people have come home | affirmed")]
    [InlineData("A doctor in Elsvik says 11 people were brought in that night.", "doctor (norrand) | says | 11 people were brought in that night | affirmed")]
    public void A_number_that_opens_what_is_said_is_no_part_of_the_cue(string text, string expected) => Assert.Contains(expected, Statements(text));

    [Theory]
    [InlineData("Colonel Strell was quoted by the Nord news agency as saying that no list existed.", "Strell", "Nord")]
    [InlineData("According to Nord, which cited a source in the negotiating group, it was Varnia that had asked for the changes.", "source", "Nord")]
    [InlineData("Dana Orlik said she had been told by an official at the harbour that the bus was late.", "official", "Dana Orlik")]
    public void Who_passes_it_on_is_no_source(string text, string source, string hand)
    {
        var statement = Assert.Single(Inspect(text).Statements, statement => statement.Cue is not null);
        Assert.Contains(source, statement.Source!.Name, StringComparison.Ordinal);
        Assert.Contains(statement.Chain, hop => hop.Name.Contains(hand, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("On 3 April Nord reported that the road was closed.", "Nord")]
    [InlineData("In March Orlik said that the road was closed.", "Orlik")]
    public void A_month_is_no_part_of_a_name(string text, string name) => Assert.Equal(name, Assert.Single(Inspect(text).Statements, statement => statement.Cue is not null).Source!.Name);

    [Fact]
    public void In_an_interview_initials_stand_for_names()
    {
        const string Text = """
            Talks without end

            Anna Velk: The commissioner said on Saturday that Varnia had refused to take back a thousand men. Did it?

            Dana Orlik: No. We refused nobody.

            AV: How many were on the list?

            DO: There were 611 names. I have seen it.

            AV: Is there going to be an exchange before winter?

            DO: I hope so.

            A spokesman for the commissioner, reached by telephone, said that he stood by his words.
            """;
        var inspection = Inspect(Text, lead: "");
        Assert.Contains(inspection.Statements, statement => statement.Source?.Name == "commissioner" && statement.Content[0].SliceOf(inspection.Document.Text) == "that Varnia had refused to take back a thousand men");
        string Named(string words) => Assert.Single(inspection.Statements, statement => statement.Kind is not StatementKind.Narrated && statement.Content.Any(content => content.SliceOf(inspection.Document.Text).Contains(words, StringComparison.Ordinal))).Source!.Name;
        Assert.Equal("Dana Orlik", Named("611 names"));
        Assert.Contains("spokesman", Named("stood by his words"), StringComparison.Ordinal);
        Assert.DoesNotContain(inspection.Statements, statement => statement.Source?.Name is "DO" or "AV");
    }

    [Fact]
    public void A_label_below_the_article_makes_no_interview_of_questions_as_headings()
    {
        const string Text = """
            Who are the foreigners?

            How many are there?

            Nobody knows. The table lists 11,460 names.

            How are they recruited?

            Mostly by messenger. We have seen 64 contracts.

            What happens to them?

            They sit and wait, says General Ivo Tarn.

            Letter of the week: The tide is late again.
            """;
        Assert.DoesNotContain(Inspect(Text, lead: "").Statements, statement => statement.Source?.Name is { } name && name.StartsWith("Letter", StringComparison.Ordinal) && statement.Content[0].Start < 300);
    }

    [Theory]
    [InlineData("Two weeks after the funeral, she says, he rang her from a camp, but it was late; the board did not comment on reports claiming that he had died, by its own account.")]
    [InlineData("As Ivo Tarn, the bureau's spokesman, recalled, a step the Varnian army dismissed as “staged” was denied by the ministry, following a meeting, according to her: “no”.")]
    [InlineData("Reports claiming that forty men were shot, a figure disputed by Oskelmar, put the toll at 41; police counted 900, the governor states: nobody came, 'he' says 'it.")]
    public void A_text_may_begin_and_break_off_anywhere(string text)
    {
        var words = text.Split(' ');
        for (var cut = 1; cut < words.Length; cut++)
        {
            foreach (var part in (string[])[string.Join(' ', words[..cut]), string.Join(' ', words[cut..]), string.Join(' ', words[(cut / 2)..cut])])
            {
                Assert.All(Inspect(part, lead: "").Statements, statement => Assert.All(statement.Content, content => Assert.True(content.End <= part.Length && !content.IsEmpty, part)));
            }
        }
    }

    private static List<string> Statements(string text)
    {
        var inspection = Inspect(text);
        return [.. inspection.Statements.Where(statement => statement.Cue is not null).Select(statement => $"{statement.Source?.Name} ({statement.Source?.Side}) | {statement.Cue!.Span.SliceOf(inspection.Document.Text)} | "
            + string.Join(" // ", statement.Content.Select(content => content.SliceOf(inspection.Document.Text).TrimEnd(',', ' '))) + $" | {statement.Polarity.ToString().ToLowerInvariant()}")];
    }

    private static Inspection Inspect(string text, string lead = "The river rose again.\n\n") =>
        Assert.IsType<InspectionOutcome.Accepted>(SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(lead + text), new Provenance("a.txt")))).Inspection;
}
