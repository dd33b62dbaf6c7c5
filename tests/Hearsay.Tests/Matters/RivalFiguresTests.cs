using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>Two numbers of one document for the same thing: what sets them against each other, and what does not.</summary>
public sealed class RivalFiguresTests
{
    [Theory]
    // corrected
    [InlineData("The Gazette wrote on Monday that 480 sheep had drowned. The harbour office says that 48 sheep drowned, not 480.", "480", "48")]
    [InlineData("A first report spoke of 35 burnt lorries at Dolna. It was not 35 but 15 lorries, the mayor said.", "35", "15")]
    [InlineData("The radio had announced 900 volunteers. The register has 90 volunteers rather than 900.", "900", "90")]
    // one and another
    [InlineData("One ferryman speaks of about 20 people in the water, another of 45.", "20", "45")]
    [InlineData("The police were in the streets all day. One newspaper reported 16 arrests in Treva. Another counted 31.", "16", "31")]
    [InlineData("Some neighbours said that 12 lorries came, while others said 30.", "12", "30")]
    // denied beyond a number
    [InlineData("The families sent 140 parcels in May. The ministry denies having taken in more than 55.", "140", "55")]
    [InlineData("The union says that 75 miners are trapped. The owner denied that more than 20 were below.", "75", "20")]
    // of the same
    [InlineData("By May, 64 of the islanders had died, the governor said. The hospital's register names 210 dead from the same islands.", "64", "210")]
    // not confirmed
    [InlineData("A cook told the group of 40 prisoners in the cellar. The group could not confirm that number; it counted 17 prisoners.", "40", "17")]
    // announced
    [InlineData("The weekly puts the number of deserters at around 50,000 men.\n\nThe ministry itself speaks of far fewer. Its deputy head told lawmakers that 900 men had been absent.", "50,000", "900")]
    [InlineData("The agency wrote that 640 coffins had crossed the bridge. At the quay the doctor Sava Orel counted differently. She had 518 coffins in her book, she said.", "640", "518")]
    [InlineData("The Varnian commissioner Lesia Tarn said that more than 3,100 sailors are held in Oskeland.\n\nHer counterpart in Oskelmar, the ombudswoman Ludmila Brusk, answered that there are not even 1,900 of them.", "3,100", "1,900")]
    [InlineData("The Captivity Bureau put the number of sailors who returned on Monday at 212.\n\nOskeland's prison service, for its part, reported that it had handed over 197 Varnian sailors and received as many of its own.", "212", "197")]
    [InlineData("Deputy Ivo Rastan said in the chamber that 500 houses were empty. The clerk recalls it differently. She had told him “about fifty”, she says.", "500", "fifty")]
    [InlineData("The relief agency counted 8,300 refugees in the valley. Brenn disputes the figure. There are fewer than 2,000 refugees, Colonel Arkady Polvenin said.", "8,300", "2,000")]
    [InlineData("The Captivity Bureau says that 64 prisoners died. Oskeland's prison service gives a much lower figure: 19 prisoners died, it says.", "64", "19")]
    // kept
    [InlineData("Nineteen sailors are held in the fort, says Mara Tolven of the group Home. The ministry has 11 held in the fort on its list.", "Nineteen", "11")]
    // the number alone, from the other side
    [InlineData("Varnia says that 54 prisoners died in the fire. Oskeland's Defence Ministry speaks of 31.", "54", "31")]
    [InlineData("Varnia said that 140 prisoners were freed at the bridge. Oskeland's Defence Ministry puts the number at 95.", "140", "95")]
    [InlineData("Varnia's Interior Ministry said that 46 of its labourers were dead and eleven more had not been found. Oskeland's Civil Protection Office, which runs the power station, acknowledges 28.", "46", "28")]
    [InlineData("Sixty-one miners failed to answer the roll call, the union's secretary Mila Torran said. The company's payroll has 54.", "Sixty-one", "54")]
    [InlineData("The ferryman said that he had pulled nine people out of the water. His brother puts it at six.", "nine", "six")]
    [InlineData("The mayor told the Courier that 300 houses had burnt down, while the fire brigade speaks of 120.", "300", "120")]
    // each credited
    [InlineData("The shelling went on for an hour. In Dolna 54 people were hurt, according to the mayor, and 31 according to the hospital.", "54", "31")]
    [InlineData("Agencies differ on the house at the quay. One quotes the owner as saying that 70 tenants were at home; another cites the police, who say 48.", "70", "48")]
    [InlineData("The minister told the chamber that 90 soldiers were buried in the field. The paper asked the priest. The register is old. Nobody had opened it. Varnia's Tracing Bureau denies that there were more than 40.", "90", "40")]
    [InlineData("The Horn wrote that 1,400 prisoners had signed. The Bureau says that it knows of 14 prisoners, not 1,400.", "1,400", "14")] // however far apart
    // one after the other
    [InlineData("Varnia's Health Ministry reported 118 passengers on arrival. In Brenn the transport command insisted that 131 had been put aboard.", "118", "131")]
    [InlineData("The coast guard has recovered 33 bodies. The recruiting company, Blue Lantern, maintains that no more than 20 of its men were in the boat.", "33", "20")]
    [InlineData("The two accounts of the fire differ. The mayor said that 64 houses had burnt. The insurer Harbour Mutual said that 41 houses were lost.", "64", "41")]
    [InlineData("Varnia's Captivity Bureau said that 240 prisoners were being held in the quarry. Oskeland's prison service said that 150 prisoners worked in the quarry.", "240", "150")]
    [InlineData("The dockworker said that there were fifty people on deck. A colleague of his thought thirty.", "fifty", "thirty")]
    [InlineData("The chairwoman wrote that 40 members attended the vigil; by the police's reckoning it was a dozen.", "40", "a dozen")]
    [InlineData("According to the camp doctor, 14 inmates died over the winter; the inmates' spokesman gave the inspectors a list of 37 dead.", "14", "37")]
    [InlineData("The Oskelandic side handed over 1,120 letters, according to the Foreign Ministry in Brenn. It rained all week. The Varnian post says it delivered 430.", "1,120", "430")]
    [InlineData("The labour office puts the number of its citizens in Oskeland at 450. A trade union believes it is closer to 2,000.", "450", "2,000")]
    [InlineData("At least 27 prisoners dug their way out of the fort, a union representative said on Tuesday. The prison service confirmed an escape but gave the number as eleven.", "27", "eleven")]
    [InlineData("Wreaths were laid for each of the 22 dead. The navy's own list has 19.", "22", "19")]
    [InlineData("The police estimated the crowd at 45. The organisers, Mothers for Truth, claimed 90.", "45", "90")]
    [InlineData("Since May 6,204 Varnians have returned, says the bureau. It was a long year. The trains were cold. Oskeland's commissioner contends that 7,100 Varnians have been released.", "6,204", "7,100")]
    // papers
    [InlineData("The coffins came on Friday. There were more certificates than coffins: 61 certificates lay on the table, and 55 coffins stood in the yard.", "61", "55")]
    [InlineData("Anna Brod: If I count soldiers and clerks together, it is 6,230 as of this morning. Behind each there is a family.\n\nThe band played. It rained.\n\nYou have mentioned the total. Our own newsroom, going by the announcements, gets to 5,780.", "6,230", "5,780")]
    public void Numbers_that_a_text_sets_against_each_other_are_found(string text, string one, string other) =>
        Assert.Contains(Find(text), finding => finding.Evidence.Any(evidence => evidence.Text.Contains(one, StringComparison.Ordinal) && evidence.Text.Length < 40) && finding.Evidence.Any(evidence => evidence.Text.Contains(other, StringComparison.Ordinal) && evidence.Text.Length < 40));

    [Theory]
    [InlineData("An earlier version gave the number of letters as 46. It was 64.")] // corrected, and the wrong one stands nowhere
    [InlineData("The list names 48 sailors, not 30 clerks.")]
    [InlineData("One lorry carried 20 men, another 30.")] // nobody tells
    [InlineData("One bus had room for 20 people. Another had left with 45.")]
    [InlineData("The families sent 40 parcels in May. The ministry denies having taken in more than 55.")] // both may hold
    [InlineData("The Captivity Bureau spoke of 300 prisoners in March. The Bureau now puts the number at 340 in November.")] // grown
    [InlineData("Varnia received 120 prisoners on Friday, its ministry said. In return Oskeland said that it had received 95 of its own soldiers.")]
    [InlineData("The agency counted nearly 3,400 refugees. The ministry gives a different figure: 3,388 refugees.")] // agree
    [InlineData("The two countries have settled disputes that divided them. Eleven ministers came. Seven stayed.")]
    [InlineData("There were more women than men in the hall: 120 women and 80 men.")] // neither stands for the other
    [InlineData("Fourteen men were freed in Treva, says Mara Tolven. The register has 12 freed in Melny in its files.")] // elsewhere
    [InlineData("The union says that 75 miners are trapped. The owner denied that he had sold more than 900 lamps.")]
    [InlineData("Varnia's Captivity Bureau said that 240 prisoners had been received. Oskeland's Defence Ministry insisted that it had got back only 150 of its own.")]
    [InlineData("Forty more sailors are home\n\nThe bureau said that 212 sailors came back over the bridge. According to the ministry 172 had walked, while 40 sailors who had lost limbs were carried besides.")] // a sum
    [InlineData("Nearly 3 in 10 sailors had been struck, the report says. In Teln it was about 2 in 10, said the union.")]
    [InlineData("The bureau found that seven persons had been home for months. Fourteen persons, the second check showed, are civilians.")]
    [InlineData("The sides differ over the quarry. Varnia said 205 prisoners were held there. Its ministry said that those were 187 soldiers, 12 guards and six clerks.")] // parts
    [InlineData("The mayor said that 64 houses had burnt in Treva. The insurer insisted that 41 houses were lost in Melny.")] // elsewhere
    [InlineData("The mayor said on 4 May that 64 houses stood empty. The insurer maintained on 9 June that 41 houses were empty.")] // at another time
    [InlineData("The mayor said that 64 houses had burnt. The insurer insisted that 300 crowns were paid.")]
    [InlineData("The bureau said that 40 prisoners live in the camp; the doctor speaks of 12 dead.")]
    [InlineData("Varnia says that it holds 40 letters. Oskeland says that it has 55 letters of its own.")]
    [InlineData("Since May 6,204 Varnians have returned, says the bureau. It was a long year. The trains were cold. Oskeland's commissioner contends that 7,100 Oskelanders have been released.")]
    [InlineData("Since May 620 Varnians have returned, says the bureau. The trains were cold. Oskeland's commissioner maintains that 710 Varnians have signed contracts.")] // another fate
    [InlineData("Some 2,340 Varnians were exchanged according to the bureau, and 2,285 Oskelanders according to the ministry.")]
    [InlineData("The mayor said that 2,000 boats had come; the harbour office put the number at 1,950.")] // in round numbers
    [InlineData("The mayor said that 40 soldiers had come; the harbour office speaks of 25 civilians.")]
    [InlineData("Varnia says that it holds 40 prisoners. In the fort it speaks of 12 guards.")]
    [InlineData("The first bus carried 46 men, the driver said. The second bus has 28.")] // no record of the same
    [InlineData("The office said that 40 letters came in May. In June the postman spoke of 25.")] // another month
    [InlineData("The ferry took 46 crates, the master said. She says 28.")] // who she is, and of what, is open
    [InlineData("Nine miners were hurt on Monday in the west pit, the foreman said. On Tuesday four were hurt in the same pit.")]
    [InlineData("The mayor sees it differently. Emeka, 24, does not.")]
    public void Numbers_that_may_both_hold_are_left_alone(string text) => Assert.Empty(Find(text));

    private static List<Finding> Find(string text) => DocumentCheckTests.Find(text, FindingKind.FiguresDisagree);
}
