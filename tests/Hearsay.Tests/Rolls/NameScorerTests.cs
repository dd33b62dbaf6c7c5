using Hearsay.Rolls.Names;

namespace Hearsay.Tests.Rolls;

public sealed class NameScorerTests
{
    [Fact]
    public void Held_out_pairs_are_told_apart()
    {
        var (f1, count) = F1(NamePairs.Read(heldOut: true));
        Assert.True(count >= 300, $"only {count} pairs are held out");
        Assert.True(f1 >= 0.90, $"F1 {f1:0.000} on the held-out half");
    }

    [Fact]
    public void Pairs_for_tuning_are_told_apart()
    {
        var (f1, _) = F1(NamePairs.Read(heldOut: false));
        Assert.True(f1 >= 0.94, $"F1 {f1:0.000} on the half for tuning");
    }

    [Fact]
    public void Pairs_from_abroad_are_told_apart()
    {
        var (tuned, _) = F1(NamePairs.Read(heldOut: false, "name-pairs-abroad.txt"));
        Assert.True(tuned >= 0.96, $"F1 {tuned:0.000} on the half for tuning");
        var (untouched, count) = F1(NamePairs.Read(heldOut: true, "name-pairs-abroad.txt"));
        Assert.True(count >= 250, $"only {count} pairs are held out");
        Assert.True(untouched >= 0.90, $"F1 {untouched:0.000} on the half that was never looked at");
    }

    [Theory]
    [InlineData("Ігор Тютюнник", "Igor Tjoetjoennik")] // Dutch
    [InlineData("Матвій Чашин", "Matvei Tšašin")] // Estonian
    [InlineData("Роман Цигика", "Romanas Cigyka")] // Lithuanian
    [InlineData("Павел Щуревич", "Pavel Sjtjurevitj")] // Swedish
    [InlineData("Hynek Říčný", "Гинек Ржичны")] // Czech
    [InlineData("Stanisław Krzemiąg", "Станислав Кшемионг")] // Polish
    [InlineData("عبد الحميد الطويل", "Abdulhamid al-Tawil")]
    [InlineData("نور الدين حداد", "Nour Eddine Haddad")]
    [InlineData("Xu Guoqiang", "Сюй Гоцян")]
    [InlineData("Ўктам Норов", "O'ktam Norov")]
    [InlineData("Пётр Адамавіч Лойка", "Piotr Adamovich Loika")]
    public void Spellings_from_abroad_match(string one, string other) =>
        Assert.True(NameScorer.Compare(one, other).IsMatch, $"{one} and {other}: {NameScorer.Compare(one, other)}");

    [Theory]
    [InlineData("Данило Гнатюк", "Данило Гнатець")]
    [InlineData("Olha Rudenko", "Olha Rudchuk")]
    [InlineData("Віра Ломов", "Віра Ломик")]
    public void Surnames_of_one_root_are_told_apart_by_their_endings(string one, string other) =>
        Assert.True(SurnameEndings.Differ(Sounds.Read(one.Split(' ')[1].ToLowerInvariant())[0], Sounds.Read(other.Split(' ')[1].ToLowerInvariant())[0]));

    [Fact]
    public void What_follows_servant_tells_names_apart()
    {
        Assert.False(NameScorer.Compare("Hasan Abdulmajid Qattan", "Hasan Abdulwahid Qattan").IsMatch);
        Assert.True(NameScorer.Compare("Hasan Abdulmajid Qattan", "Hassan Abdelmajeed Kattan").IsMatch);
    }

    [Fact]
    public void Order_of_the_two_does_not_matter() => Assert.All(NamePairs.Read(heldOut: false), pair =>
        Assert.Equal(NameScorer.Compare(pair.One, pair.Other).Score, NameScorer.Compare(pair.Other, pair.One).Score, 2));

    [Fact]
    public void Every_name_matches_itself() => Assert.All(NamePairs.Read(heldOut: true).Select(pair => pair.One).Distinct(), name => Assert.True(NameScorer.Compare(name, name).IsMatch, name));

    [Theory]
    [InlineData("Іван Онищук", "Степан Онищук")] // brothers
    [InlineData("Роман Ігорович Ткач", "Роман Іванович Ткач")] // namesakes with another father
    [InlineData("Andrii Bui", "Andrii Bai")] // short surnames, one letter
    [InlineData("Peter Marlin Jr.", "Peter Marlin Sr.")]
    public void Other_people_do_not_match(string one, string other) =>
        Assert.False(NameScorer.Compare(one, other).IsMatch, $"{one} and {other}: {NameScorer.Compare(one, other)}");

    [Fact]
    public void Hostile_names_do_no_harm()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(6) switch { 0 => ' ', 1 => (char)random.Next(0x400, 0x530), 2 => (char)random.Next(0x20, 0x7F), 3 => (char)random.Next(0x3040, 0x30FF), 4 => "-.,'()"[random.Next(6)], _ => (char)random.Next(1, 0xFFFF) })]);
            var score = NameScorer.Compare(name, "Остап Ремінь");
            Assert.InRange(score.Score, 0, 1);
            Assert.Equal(score.Score >= 0.5, score.IsMatch);
        }

        Assert.InRange(NameScorer.Compare(new string('a', 1_000_000), string.Join(' ', Enumerable.Repeat("ab-cd", 100_000))).Score, 0, 1);
    }

    private static (double F1, int Count) F1(List<NamePairs.Pair> pairs)
    {
        var found = pairs.Select(pair => (pair.IsMatch, Said: NameScorer.Compare(pair.One, pair.Other).IsMatch)).ToList();
        var right = found.Count(pair => pair is { IsMatch: true, Said: true });
        return (2.0 * right / (found.Count(pair => pair.IsMatch) + found.Count(pair => pair.Said)), pairs.Count);
    }
}
