using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Each check of a single document: what it finds, and where it is silent.</summary>
public sealed class DocumentCheckTests
{
    [Theory]
    [InlineData("The governor counted 84 houses. Of these, 51 were burnt and 33 lost their roofs.", "51 + 33 = 84")]
    [InlineData("Some 1,310 volunteers from four valleys have signed: 610 from Treva, 402 from Melny, 188 from Karth and 110 from elsewhere.", "610 + 402 + 188 + 110 = 1,310")]
    [InlineData("The air force shot down 26 of 31 drones; three more fell into fields and two hit a depot.", "26 + 3 + 2 = 31")]
    [InlineData("The register names 312 men.[1] Seven have returned, and fourteen are civilians.[2] The remaining 291 entries were not checked.[4]", "7 + 14 + 291 = 312")]
    [InlineData("In 2023 the camp took in 61 men. This year it took in 211. In all, 272 men are held there; 61 of them came before, 211 later.", "61 + 211 = 272")]
    [InlineData("The harbour counted 387 crates. Each was sealed. The north quay took 180 of them, the mill 115, the chapel 52 and the fort 40.", "180 + 115 + 52 + 40 = 387")]
    [InlineData("Since spring 173 men have come ashore in two boats, of 80 and 93 people.", "80 + 93 = 173")]
    [InlineData("Of the 71 sheep in the burnt barn, 24 died and 47 were saved.", "24 + 47 = 71")]
    [InlineData("On Monday 64 sailors came ashore. On Thursday 58 sailors had followed. In all, 122 sailors are ashore.", "64 + 58 = 122")]
    [InlineData("Of the 430 crates, 290 concerned the mill and 140 the chapel.", "290 + 140 = 430")] // the parts count in words of their own
    [InlineData("The monitors had 35 reports of beatings: 28 concern sailors, seven islanders.", "28 + 7 = 35")]
    [InlineData("Twenty-one men had left, 43 were sick, and 9 were listed twice. That is 73 names.", "21 + 43 + 9 = 73")]
    [InlineData("The office sent 60 letters in May and 75 letters in June, which makes 135 letters.", "60 + 75 = 135")]
    [InlineData("Karth got back 231 men on Monday. The tracing office says that they were 190 sailors, 33 clerks and eight nurses.", "190 + 33 + 8 = 231")] // each part by a name of its own
    [InlineData("The mill sold 118 sacks. It rained. Nobody came after noon, says the miller, and the road was bad. He gave 64 sacks of rye, 37 of wheat and 17 of oats.", "64 + 37 + 17 = 118")]
    [InlineData("It is a list with 800 lines. We read all of it. There were 412 who live. There were 203 who had died. There were 98 whom nobody knows. And there were 87 children.", "412 + 203 + 98 + 87 = 800")]
    [InlineData("The guards had taken 27 watches, 14 rings and three fiddles, 44 objects in all.", "27 + 14 + 3 = 44")]
    [InlineData("The motion was lost by 61 votes to 88. A total of 149 deputies voted.", "61 + 88 = 149")]
    [InlineData("The house has 92 flats, of which 30 were empty, according to the town. The tenants say that 62 were lived in.", "30 + 62 = 92")]
    [InlineData("The minister spoke of 90 graves. The priest opened his book. It has 37 names. If that is right, the deputy said, doing the sum on the floor, the minister had added 53.", "37 + 53 = 90")]
    [InlineData("The register has 9,640 names of 31 towns. It divides them by valley: 4,310 from Treva, 3,105 from Melny and 2,225 from Karth.", "4,310 + 3,105 + 2,225 = 9,640")]
    [InlineData("The ministry told us that 2,300 of our men were held. Now they say that it is about 1,950. Since then 350 have come home. Do the arithmetic.", "1,950 + 350 = 2,300")]
    public void Parts_that_add_up_are_found(string text, string sum) => Assert.Contains(Find(text, FindingKind.Arithmetic), finding => finding.Severity is Severity.Info && finding.Calculation!.Expression == sum);

    [Theory]
    [InlineData("At least 1,310 volunteers from four valleys have signed: 610 from Treva, 302 from Melny, 188 from Karth and 110 from elsewhere.")]
    [InlineData("The list has 540 names, among them 210 from the north, 150 from the coast and 120 others.")]
    [InlineData("Karth got back 231 prisoners on Monday. Those who returned were 190 sailors, 43 prisoners from the fort and eight nurses.")]
    [InlineData("The ministry said that 310 sailors had come home in all: 120 in the first stage, 95 in the second and 85 in the third.")]
    [InlineData("The harbour counted 62 boats in total: 30 from Orlan, 14 from Teln and 12 from Elsvik.")]
    public void Parts_that_do_not_add_up_are_found_where_they_are_all(string text) => Assert.Contains(Find(text, FindingKind.Arithmetic), finding => finding.Severity is Severity.Warning);

    [Theory]
    [InlineData("The list has 540 names, among them 210 from the north and 150 from the coast.")]
    [InlineData("The council voted by 21 to 14. Rain is expected on 35 hills.")]
    [InlineData("He bought 12 apples and two pears for 14 guests.")]
    [InlineData("The ferry made 300 trips. It took 120 on Monday and 180 in spring.")] // round
    [InlineData("Sixty sailors swam. Forty sang. Altogether, 130 people watched.")]
    [InlineData("The two sides freed 231 prisoners. Those who came to Karth were 90 sailors, 43 clerks and eight nurses.")] // of many
    [InlineData("He saw 12 boats, 30 nets and 58 crates. The valley has 100 houses.")] // round, and no parts
    [InlineData("Of 57 patients, 52 had been beaten. Forty-four told of shocks. Twelve had lost teeth.")]
    [InlineData("The minister spoke of 200,000 guests. It was 100,000, 200,000 or 250,000, of which nobody knows. Then there were 100,000 more.")]
    [InlineData("In spring 2,300 of our men were held. Now it is about 1,950. Some 350 shops have opened.")] // nobody reckons
    [InlineData("The harbour counted 62 boats in total: 30 from Orlan and 14 from Teln among them.")]
    [InlineData("The harbour counted 62 boats in total. The best: 30 from Orlan, 14 from Teln and 12 from Elsvik.")]
    public void Numbers_that_need_not_add_up_are_left_alone(string text) => Assert.DoesNotContain(Find(text, FindingKind.Arithmetic), finding => finding.Calculation!.Expression.Contains('+', StringComparison.Ordinal));

    [Theory]
    [InlineData("The army has 4,000 foreigners. Some 940 of them, nearly a third, have been killed.", false)]
    [InlineData("The army has 4,000 foreigners. At least 940 of them, or almost 24 percent, have been killed.", true)]
    [InlineData("The school has 800 pupils. About 400 of them, or 50 percent, walk.", true)]
    [InlineData("The school has 800 pupils. About 400 of the pupils, or 65 percent, walk.", false)]
    [InlineData("The fleet has 1,200 boats. Of these, about a quarter, 300, lie in Karth.", true)]
    [InlineData("The fleet has 1,200 boats. Those that leak, 300, are exactly a quarter.", true)]
    [InlineData("The doctor has 90 patients. She says that one in three of her 90 patients, 31 sailors, cannot sleep.", true)]
    [InlineData("The fleet has 1,200 boats. Of these, about a quarter, 480, lie in Karth.", false)]
    [InlineData("The hospital has 2,000 patients. Around 90 of those treated are children, or less than 5 percent, it said.", true)]
    [InlineData("Experts have named 15 percent of those found in May, or 180 out of 1,200.", true)]
    [InlineData("A tenth of the crew, that is 12 of 120 sailors, stayed.", true)]
    [InlineData("Since May 2,860 men have come home. One in five of those who returned, 572 men, had been held alone.", true)]
    [InlineData("Since May 2,860 men have come home. The office says that 41 percent of those who returned were ill. That would be some 1,170 men.", true)]
    [InlineData("The ship took 418 patients on board. Two in five of them were operated on, that is 167 patients.", true)]
    [InlineData("Experts have named 25 percent of those found in May, or 180 out of 1,200.", false)]
    public void Shares_are_reckoned(string text, bool holds)
    {
        var finding = Assert.Single(Find(text, FindingKind.Arithmetic));
        Assert.Equal(holds ? Severity.Info : Severity.Warning, finding.Severity);
    }

    [Theory]
    [InlineData("The hotline had 240 requests in spring and 379 requests in summer, a rise of 58 percent.", true)]
    [InlineData("Requests fell by 16 percent, from 436,219 to 367,491, the office said.", true)]
    [InlineData("The mission's budget rose from 1.2 million to 1.5 million crowns, an increase of 25 percent.", true)]
    [InlineData("The mission's budget fell from 1.5 million to 1.2 million crowns, a decrease of 30 percent.", false)]
    [InlineData("Requests rose from 240 to 379, an increase of 85 percent.", false)]
    [InlineData("At least 1,260 men have signed since spring. That is 58 percent more than in the year before, when there were 797 men.", true)]
    [InlineData("The port had 420 ships. That is 30 percent fewer than in 2029, when it had 600 ships.", true)]
    [InlineData("The army has hired some 940 women. The figure is almost three times as high as a year ago, when the office counted 320 women.", true)]
    public void Changes_are_reckoned(string text, bool holds) => Assert.Contains(Find(text, FindingKind.Arithmetic), finding => finding.Severity == (holds ? Severity.Info : Severity.Warning));

    [Fact]
    public void The_same_rise_given_in_two_ways_is_compared() => Assert.Contains(
        Find("The paper quoted a 92 percent increase in calls. Its founder, Mara Tolven, said that 200 calls came in May, and that the number almost doubled by July.", FindingKind.Arithmetic),
        finding => finding.Calculation!.Expression.StartsWith("200 × (1 + 92 %)", StringComparison.Ordinal));

    [Theory]
    [InlineData("We know of 31 cases in one district. There are nineteen districts. Thirty-one times nineteen is 589, so the country has 589 cases.", "589")]
    [InlineData("One hall held 40 people. The town has 30 halls. Multiply that, and over 1,100 people were there.", "1,200")]
    [InlineData("In one sector 48 men came over in April. “That is 48 times 16 times four, more than three thousand men,” he said.", "3,072")]
    [InlineData("If one extrapolates from our 23 cases to the 4,600 foreigners who serve, the army saves a fortune.", "200")]
    [InlineData("Projecting from 40 villages, the office put the number of burnt houses in all 1,200 villages at many.", "30")]
    [InlineData("In our valley alone 300 men are gone. If it is the same in every valley, you can do the sum. I make it more than 4,500.", "15")]
    [InlineData("A prisoner wrote that there are fourteen in every hut who signed. The camp has a hundred huts. So the paper printed that 1,400 men had signed.", "14 × 100 = 1,400")]
    [InlineData("My grandmother counted forty people on the stairs. There are four stairs. You can work it out: a hundred and sixty at the least.", "40 × 4 = 160")]
    [InlineData("A post speaks of 600 mercenaries. Each container takes 20 men, its author says. He saw 30 containers.", "20 × 30 = 600")]
    [InlineData("If twenty come over in one place, you can bet that five hundred do along the line, the host said.", "25")]
    [InlineData("The camp at Dolna holds over 250 of ours. Do the maths: it must be 5,000 by now.", "20")]
    public void A_count_that_was_multiplied_is_found(string text, string product) => Assert.Contains(Find(text, FindingKind.Extrapolation), finding => finding.Calculation!.Expression.EndsWith(product, StringComparison.Ordinal));

    [Fact]
    public void A_reckoning_is_told_once() => Assert.Single(Find("Each bus holds 45. The ministry has ordered four buses. You can do the sum yourself: 180 is what he means.", FindingKind.Extrapolation));

    [Theory]
    [InlineData("The paper did the maths on that feat and found that winning all six comes out at 1 in 64.")]
    [InlineData("There are ten in each boat. The harbour has 30 boats. The crews drank 450 bottles.")]
    [InlineData("The bank held 40 crowns. If it is so in winter, wait for May. The bridge cost 90,000 crowns.")]
    public void What_rests_on_no_count_is_no_extrapolation(string text) => Assert.Empty(Find(text, FindingKind.Extrapolation));

    [Fact]
    public void A_count_is_no_extrapolation() => Assert.Empty(Find("One hall held 40 people. The town has 30 halls. Officials counted 1,200 people at the gate.", FindingKind.Extrapolation));

    [Fact]
    public void A_headline_that_only_multiplies_is_found() => Assert.NotEmpty(Find(
        "OVER 500 Guards Have Left The Valley\n\nThirty-one guards left their posts in one district. The valley has nineteen districts. Thirty-one times nineteen is 589. We are well past five hundred. More will follow soon.", FindingKind.HeadlineUnsupported));

    [Theory]
    [InlineData("Hundreds of sailors leave the fleet\n\nMore than 30 sailors have left the fleet since May, the harbour office said. They went home. The fleet has ships in three ports. It was founded long ago. Nobody has gone after them. The admiral is ill.")]
    [InlineData("Thousands flee Dolna as shelling resumes\n\nThe office moved about 260 villagers out of Dolna after a night of shelling, the governor said. Nine houses were hit. A cow was killed. The villagers slept in a school. Volunteers gave them soup. It rained.")]
    [InlineData("Thousands of guards desert their posts in the valley\n\nThe ministry says that 210 guards have deserted their posts. It was raining. The pass is closed. Nobody knows where they are. An expert said that 5,000 guards may leave before winter. The king is silent.")]
    [InlineData("Sides meet as fighting goes on in Marseille\n\nThe two sides met in Geneva on Monday. They spoke of prisoners. The talks took two hours. Nothing was signed. The mediator was pleased. They will meet again in May.")]
    [InlineData("Oskeland admits shelling school in Dolna\n\nThe ministry confirmed that a school in Dolna had burnt down. It blamed a faulty stove. Nobody was hurt. The stove was old. Parents were angry. The mayor has asked for money.")]
    public void A_headline_that_the_body_does_not_bear_out_is_found(string text) => Assert.NotEmpty(Find(text, FindingKind.HeadlineUnsupported));

    [Theory]
    [InlineData("Hundreds of sailors leave the fleet\n\nMore than 330 sailors have left the fleet since May, the harbour office said. They went home. The fleet has ships in three ports. It was founded long ago. Nobody has gone after them. The admiral is ill.")]
    [InlineData("Hundreds of sailors leave the fleet\n\nSailors have left the fleet since May, the harbour office said. They went home. The fleet has 20 sailors in the kitchen. It was founded long ago. Nobody has gone after them. The admiral is ill.")] // the 20 did not leave
    [InlineData("Thousands of guards desert their posts in the valley\n\nThe ministry says that 210 guards have deserted their posts at Treva. All told there are thousands of them. The pass is closed. Nobody knows where they are. It was raining. The king is silent.")]
    [InlineData("Sides meet in Marseille\n\nThe two sides met in the French port on Monday, in the old town of Marseille. They spoke of prisoners. The talks took two hours. Nothing was signed. The mediator was pleased. They will meet again in May.")]
    [InlineData("The sides met in Marseille on Monday and spoke of prisoners.\n\nThe talks took two hours. Nothing was signed. The mediator was pleased. They will meet again in May. It rained. The delegates went home.")] // a sentence, and no headline
    [InlineData("Oskeland admits shelling school in Dolna\n\nThe ministry admitted that its guns had hit a school in Dolna. It blamed a faulty map. Nobody was hurt. The map was old. Parents were angry. The mayor has asked for money.")]
    [InlineData("Oskeland admits shelling school in Dolna\n\nThe ministry said on Monday that it had shelled a school in Dolna by mistake. It blamed a faulty map. Nobody was hurt. The map was old. Parents were angry. The mayor has asked for money.")]
    public void A_headline_that_the_body_may_bear_out_is_left_alone(string text) => Assert.Empty(Find(text, FindingKind.HeadlineUnsupported));

    [Theory]
    [InlineData("Varnia refused to take back its prisoners\n\nOskeland's ombudswoman Ludmila Vestrakova claimed on Tuesday that Varnia had refused to take back 1,000 prisoners. Varnia's Captivity Coordination Bureau denied it. The talks will go on.", true)]
    [InlineData("Oskeland sabotages prisoner exchange\n\nVarnia's Defence Ministry said on Tuesday that Oskeland sabotages the exchange of prisoners.\n\nOskeland's Defence Ministry dismissed the claim as a lie.\n\nThe talks will go on.", true)]
    [InlineData("Vestrakova: Varnia refused to take back its prisoners\n\nOskeland's ombudswoman Ludmila Vestrakova claimed on Tuesday that Varnia had refused to take back 1,000 prisoners. Varnia's Captivity Coordination Bureau denied it. The talks will go on.", false)] // says whose word it is
    [InlineData("Did Varnia refuse to take back its prisoners?\n\nOskeland's ombudswoman Ludmila Vestrakova claimed on Tuesday that Varnia had refused to take back 1,000 prisoners. Varnia's Captivity Coordination Bureau denied it. The talks will go on.", false)]
    [InlineData("Varnia refused to take back its prisoners\n\nVarnia refused to take back 1,000 prisoners. Oskeland's ombudswoman Ludmila Vestrakova said that Varnia had refused to take back its prisoners. Varnia's bureau denied it.", false)] // the text says so itself
    [InlineData("Varnia refused to take back its prisoners\n\nOskeland's ombudswoman Ludmila Vestrakova said on Tuesday that Varnia had refused to take back 1,000 prisoners. The talks will go on.", false)] // nobody denies it
    public void A_headline_that_drops_whose_word_it_is_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.HeadlineUnsupported).Count == 1);

    [Theory]
    [InlineData("The harbour master in 11 words\n\nHe is tall. He is old. He likes herring. He never learnt to swim. He will retire in May.")]
    [InlineData("31 Guards Have Left The Valley\n\nThirty-one guards left their posts. They went at night. Nobody saw them go. The mayor was told at dawn. He called the army.")]
    [InlineData("12 things to know about the valley\n\nIt is green. It is long. The river is cold. People fish there. The bridge is old.")]
    [InlineData("More Than 500 Freed\n\nThe two sides freed prisoners on Saturday. The one side freed 254 men. The other freed 254 men. They went home by bus. It rained.")]
    public void A_headline_that_the_body_bears_out_is_left_alone(string text) => Assert.Empty(Find(text, FindingKind.HeadlineUnsupported));

    [Theory]
    [InlineData("The army says 40 men crossed the river. The Courier could not independently verify the claim.", true)]
    [InlineData("The army says 40 men crossed the river. These figures have not been independently confirmed.", true)]
    [InlineData("The army says 40 men crossed the river. None of these numbers can be independently verified.", true)]
    [InlineData("The army says 40 men crossed the river. The Courier was not able to establish when they did.", true)]
    [InlineData("The army says 40 men crossed the river. There was no independent confirmation of it.", true)]
    [InlineData("The army says 40 men crossed the river. The mission is not in a position to verify who did.", true)]
    [InlineData("The army says 40 men crossed the river. It has not been possible to establish their number.", true)]
    [InlineData("The army says 40 men crossed the river. The minister verified the claim.", false)]
    [InlineData("The minister said that the army could not verify the report.", false)]
    [InlineData("The paper has no official confirmation of what the clerk told it.", true)]
    [InlineData("Neither version can be checked from outside, since the ferrymen keep silent.", true)]
    [InlineData("This newspaper has no means of confirming what happened in the camp.", true)]
    [InlineData("Neither that figure nor the lower one can be confirmed.", true)]
    [InlineData("The camp has no means of heating the huts.", false)]
    [InlineData("Two clerks say that sixty men were in no list. The paper can't confirm their account.", true)]
    [InlineData("A driver spoke of a fifth bus. We have tried to confirm this with the army, and could not.", true)]
    [InlineData("The mission has not been able to visit the quarry. Its findings are preliminary.", true)]
    [InlineData("A driver spoke of a fifth bus. We have tried to confirm this with the army, and it did.", false)]
    [InlineData("The army says that 40 men crossed the river. The claim could be neither proved nor disproved.", true)]
    [InlineData("The army says that 40 men crossed the river. The Harbour Post cannot vouch for the number.", true)]
    [InlineData("Four captains were shown the picture of the boat, and none could vouch for it.", true)]
    [InlineData("The list names 60 men. Independent counts do not exist.", true)]
    [InlineData("The guard says that the men are well. The League was not let in and cannot say whether this is true.", true)]
    [InlineData("A driver spoke of a fifth bus. Our newsroom has no way to verify this.", true)]
    [InlineData("A driver spoke of a fifth bus. His story has not been borne out by any paper.", true)]
    [InlineData("A driver spoke of a fifth bus. At first the paper could not confirm it, but the guard has since owned to it.", false)]
    [InlineData("Independent ferrymen do not exist on the island.", false)]
    [InlineData("Nobody outside the crew has seen him this year.", false)]
    [InlineData("The mayor cannot say when the men will leave.", false)]
    [InlineData("None of the repairs is likely to prove lasting.", false)]
    [InlineData("The party did not want to fight to confirm a new judge.", false)]
    [InlineData("A snow plough could not reach the village before noon.", false)]
    [InlineData("A marine said that he was beaten for a year. The Sentinel has been unable to verify his account.", true)]
    [InlineData("The envoy said that 322 men had been shot. Ms Elsa Bell noted that the mission had not been able to verify that figure.", true)]
    [InlineData("The envoy said that 322 men had been shot. Ms Elsa Bell noted that the ministry had not been able to verify that figure.", false)]
    [InlineData("MWTC could not corroborate allegations, circulated by the army, that 22 men had been shot near the mill, the report says.", true)]
    [InlineData("Ms Elsa Bell noted that the mission had not been able to establish its office in the town.", false)]
    public void What_could_not_be_verified_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.Unverified).Count > 0);

    [Theory]
    [InlineData("The website Harbour Line reported that three of the 15 had asked not to be sent home. The Courier could not independently verify the report.", "three of the 15")]
    [InlineData("Commissioner Tamara Vell was quoted as saying that three prisoners had died of tuberculosis. The Courier was unable to independently verify that assertion.", "tuberculosis")]
    [InlineData("The Harbour Centre claims that at least 80 more people were seen alive. The army has repeatedly rejected this. The Courier could not verify the centre's figure.", "80 more")]
    public void What_could_not_be_verified_is_in_the_evidence(string text, string claim) =>
        Assert.Contains(Find("The mayor opened the fair.\n\n" + text, FindingKind.Unverified)[0].Evidence, evidence => evidence.Text.Contains(claim, StringComparison.Ordinal));

    [Theory]
    [InlineData("A school was hit in Pokrovsk in the Kharkiv region.", true)]
    [InlineData("Shells fell near Melitopol in Kharkiv Oblast.", true)]
    [InlineData("He was born in Lyon, in the Normandy region.", true)]
    [InlineData("Two men were captured in the Luhansk region town of Melitopol.", true)]
    [InlineData("The village was shelled from Kupiansk, Donetsk Oblast, the governor said.", true)]
    [InlineData("The unit stood in Avdiivka (Kherson Oblast) on Monday.", true)]
    [InlineData("In the town of Vovchansk, in Ukraine's Sumy region, four men surrendered.", true)]
    [InlineData("Prisoners were held in Donetsk Oblast's Izium.", true)]
    [InlineData("Four men were captured near Kupiansk in the north-eastern Zaporizhzhia region.", true)]
    [InlineData("Four men were captured near Kupiansk in Ukraine's north-eastern Kharkiv region.", false)]
    [InlineData("Shells fell on Kharkiv Oblast's Izium and on the Donetsk region city of Pokrovsk.", false)]
    [InlineData("He left Izium. The Donetsk region is far.", false)]
    [InlineData("The convoy left Pokrovsk for the Kharkiv region.", false)]
    [InlineData("A school was hit in Pokrovsk in the Donetsk region.", false)]
    [InlineData("Shells fell on Pokrovsk, Kharkiv region and Sumy.", false)] // a row
    [InlineData("The camp lies near Donetsk in the Rostov region.", false)] // there is another Donetsk
    [InlineData("A shell hit a school in Kolverets in the Stryvna region.", false)]
    [InlineData("The talks were held in Gradimsk in Varnia.", false)] // whose a place is may be disputed
    [InlineData("He was taken outside Kupyansk, in the Zaporozhye Region.", true)] // other transliterations
    [InlineData("He was taken outside Kupyansk, in the Kharkov Region.", false)]
    [InlineData("Conscripts stood at Sudzha, in the Belgorod region, in May.", true)] // a small town, whose name is its own
    [InlineData("He was held in Taganrog, Krasnodar Territory, in May.", true)]
    [InlineData("He was held in Anapa, Krasnodar Territory, in May.", false)]
    public void A_town_in_a_region_that_has_none_of_its_name_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.PlaceInconsistent).Count == 1);

    [Theory]
    [InlineData("The talks were held in Elsvik in Oskeland.", true)]
    [InlineData("The home lies on the edge of Lyon in Belgium.", true)]
    [InlineData("He arrived in Linz, a city in southern Hungary, on Monday.", true)]
    [InlineData("The freighter left the Greek port of Varna on Sunday.", true)]
    [InlineData("They met in Innsbruck, Italy's second city.", true)]
    [InlineData("The clinic in Bern (Sweden) took him.", true)]
    [InlineData("She was born in Leipzig, Denmark, and left early.", true)]
    [InlineData("Two of the buses came from Poland's city of Brno.", true)]
    [InlineData("The home lies on the edge of Lyon in France.", false)]
    [InlineData("Talks were held in Geneva, Turkey and Qatar.", false)] // a row
    [InlineData("He visited Berlin, Poland, France and Spain.", false)]
    [InlineData("The camp lies near Sevastopol in Russia.", false)] // disputed
    [InlineData("They asked Atlanta in Georgia for help.", false)] // a state of that name holds it
    [InlineData("He was born in Valencia, Venezuela, and left early.", false)] // a namesake
    [InlineData("He was wounded near Lyon in Germany's retreat.", false)]
    [InlineData("He flew from Vienna in Poland's aircraft.", false)]
    [InlineData("She came from Lyon to Germany.", false)]
    [InlineData("He lives in Lyon, a city that Germany helped to rebuild.", false)]
    [InlineData("The German minister of the port, Graz, said nothing.", false)]
    public void A_town_in_a_country_that_has_none_of_its_name_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.PlaceInconsistent).Count == 1);

    [Theory]
    [InlineData("A source close to the talks said that the list was old.", true)]
    [InlineData("An official who was not authorised to speak publicly said that the list was old.", true)]
    [InlineData("A senior officer of the General Staff told the Gazette that the list was old.", true)]
    [InlineData("Two high-ranking diplomats said that the list was old.", true)]
    [InlineData("A former cook of the fort, who spoke on condition of anonymity, told the Courier that the list was old.", true)]
    [InlineData("Two people close to the mediators told the Courier that the list was old.", true)]
    [InlineData("The agency attributed the count to officers in the harbour police, without naming them.", true)]
    [InlineData("The list is old, the Gazette said, citing unnamed officials.", true)]
    [InlineData("The list is old, according to the Gazette, which cited a source in the harbour police.", true)]
    [InlineData("An employee of the mill, who did not want to give his name, said that the list was old.", true)]
    [InlineData("A defector, who gave only his first name, told the Courier that the list was old.", true)]
    [InlineData("A soldier of the brigade, who would give only his call sign, said that the list was old.", true)]
    [InlineData("One of the men, who asked to be identified only by his first name, said that the list was old.", true)]
    [InlineData("Two officers said that they would leave, on condition that the bridge was mended.", false)]
    [InlineData("A diplomat who has followed the talks said that the list was old.", true)]
    [InlineData("It was settled, according to three people who have worked with him.", true)]
    [InlineData("One guard, who asked that his name be withheld, said that the list was old.", true)]
    [InlineData("A doctor at the port, in a message passed on by friends, says that the list is old. She isn't named for her safety.", true)]
    [InlineData("All of them asked us not to use their names. One, a retired crane operator, said that the list was old.", true)]
    [InlineData("A baker from Teln said that the list was old.", false)]
    [InlineData("It has been claimed that forty men will go home before the end of the month.", true)]
    [InlineData("The weekly wrote that forty men had gone home, attributing this to “opposition circles”.", true)]
    [InlineData("A representative of the Karthian law enforcement agencies said that forty men had gone home.", true)]
    [InlineData("A diplomat, Mara Tolven, said that the list was old.", false)]
    [InlineData("A senior adviser, Mara Tolven, said that the list was old.", false)]
    [InlineData("General Pavel Okrun said that the list was old.", false)]
    [InlineData("Voters said that the list was old.", false)]
    [InlineData("We hear from a diplomat who knows the room but may not be named that the first hour was lost. “It was about a chair,” he says.", true)]
    [InlineData("A doctor who worked there until August, and who is afraid to be named, told me that the men slept in shifts.", true)]
    [InlineData("Night Ferry claims from “people who sit at the table” that nineteen men were offered.", true)]
    [InlineData("“From a man who held the door,” the channel writes, and leaves it at that.", true)]
    [InlineData("The party has money from people who work at the mill, the mayor said.", false)]
    public void Sources_without_a_name_are_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.AnonymousOrigin).Count > 0);

    [Theory]
    [InlineData("The ferry sank on Tuesday, 18 November 2025, the harbour office said.", false)]
    [InlineData("The ferry sank on Wednesday, 18 November 2025, the harbour office said.", true)]
    [InlineData("The ferry sank on Monday, November 18, the harbour office said.", true)]
    [InlineData("The ferry will sail on Monday, 4 May, the harbour office said.", false)] // of which year is anybody's guess
    public void A_weekday_that_is_not_the_dates_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.DatesDisagree).Count == 1);

    [Fact]
    public void Two_days_for_one_offer_are_found_outside_of_what_is_said() => Assert.Contains("13 November", Assert.Single(Find(
        "On 10 November Commissioner Edda Malvin announced that Karth was ready to receive 40 sailors. Malvin's offer of 13 November, the harbour office said on Tuesday, was a headline.", FindingKind.DatesDisagree)).Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("Claims by the coastal side that our guards burnt the mill on 9 November are a fabrication. The mill stands.", true)]
    [InlineData("Reports that the bridge was blown up are not true. It was never mined.", true)]
    [InlineData("Mara Tolven said that reports that the bridge was blown up are false.", false)] // she denies, not the document
    [InlineData("Reports that the bridge was blown up are read with care.", false)]
    public void What_a_document_itself_calls_false_is_found(string text, bool found) => Assert.Equal(found, Find(text, FindingKind.Denied).Count > 0);

    internal static List<Finding> Find(string text, FindingKind kind)
    {
        var outcome = SampleMatters.Pipeline.Inspect(new Capture(Encoding.UTF8.GetBytes(text), new Provenance("a.txt") { Published = new DateOnly(2025, 11, 20) }), Layers.Blocks | Layers.Statements | Layers.Findings);
        var inspection = Assert.IsType<InspectionOutcome.Accepted>(outcome).Inspection;
        Assert.All(inspection.OwnFindings.SelectMany(finding => finding.Evidence), evidence => Assert.Equal(evidence.Text, evidence.Span.SliceOf(text)));
        return [.. inspection.OwnFindings.Where(finding => finding.Kind == kind)];
    }
}
