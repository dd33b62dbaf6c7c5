using Hearsay.Rolls.Names;

namespace Hearsay.Tests.Rolls;

public sealed class SoundsTests
{
    [Theory]
    [InlineData("щербинюк", "shcherbyniuk", "schtscherbynjuk", "szczerbyniuk", "chtcherbiniouk", "ščerbynjuk")]
    [InlineData("жовтяненко", "zhovtianenko", "schowtjanenko", "żowtianenko", "jovtyanenko", "žovtjanenko")]
    [InlineData("хомчицький", "khomchytskyi", "chomtschyzkyj", "chomczycki", "khomtchitsky", "homčyckyj")]
    [InlineData("ємельчук", "yemelchuk", "jemeltschuk", "jemelczuk", "emeltchouk")]
    [InlineData("кузьмицьков", "kuzmitskov", "kusmizkow", "kuźmickow", "kouzmitskov")]
    public void Spellings_of_one_name_share_a_skeleton(params string[] spellings)
    {
        var keys = spellings.Select(spelling => Word.Of(spelling)!.Keys).ToList();
        Assert.All(keys, own => Assert.True(own.Any(key => keys[0].Contains(key)), $"{string.Join(", ", spellings)}: {string.Join(" | ", spellings.Select(spelling => string.Join(" ", Word.Of(spelling)!.Readings)))}"));
    }

    [Theory]
    [InlineData("Пeтренко", "петренко")] // a Latin e
    [InlineData("Koвaль", "коваль")]
    [InlineData("Шевченкo", "шевченко")]
    [InlineData("Ivаnоv", "ivanov")] // Cyrillic а and о
    public void Look_alike_letters_are_put_right(string written, string meant) => Assert.Equal(meant, Word.Of(written)!.Text);

    [Theory]
    [InlineData("Миколайович", "Nikolaevich")]
    [InlineData("Олексіївна", "Alekseevna")]
    [InlineData("Григорьевич", "Hryhorowytsch")]
    [InlineData("Ілліч", "Ilich")]
    public void Patronymics_of_one_father_are_one(string one, string other)
    {
        Assert.True(Word.Of(one)!.IsPatronymic);
        Assert.True(WordComparison.SharesFather(Word.Of(one)!, Word.Of(other)!));
    }

    [Theory]
    [InlineData("Микола", "Николай")]
    [InlineData("Mykola", "Nikolaj")]
    [InlineData("Сергій", "Sergueï")]
    [InlineData("Олександр", "Aleksander")]
    [InlineData("Muhammad", "Мохаммед")]
    [InlineData("Yevhen", "Евгений")]
    [InlineData("Wolodymyr", "Vladimir")]
    public void Forms_of_one_given_name_are_one(string one, string other) => Assert.True(WordComparison.SharesGiven(Word.Of(one)!, Word.Of(other)!), $"{one} {other}");

    [Theory]
    [InlineData("Kim Chol-su", "Ким Чхоль Су")]
    [InlineData("Nguyen Thi Khanh", "Нгуен Тхи Кхань")]
    [InlineData("Orlenko Taras Ivanovych", "ORLENKO T. I.")]
    [InlineData("Велюхан Ігор Остапович", "Velyukhan I. O.")]
    [InlineData("Mendoza y Rivas Pablo", "MENDOZA Y RIVAS, Pablo")]
    public void Aspirates_initials_and_particles_do_not_part_one_name(string one, string other)
    {
        var score = NameScorer.Compare(one, other);
        Assert.True(score.IsMatch, score.Why);
        Assert.DoesNotContain("only one has", score.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Distance_is_symmetric_and_zero_only_for_the_same()
    {
        string[] sounds = ["petrenko", "petrenka", "bondar", "bondariv", "xomenko", "gomenko", "olga"];
        foreach (var a in sounds)
        {
            foreach (var b in sounds)
            {
                Assert.Equal(SoundDistance.Between(a, b), SoundDistance.Between(b, a), 5);
                Assert.Equal(a == b, SoundDistance.Between(a, b) == 0);
            }
        }
    }

    [Fact]
    public void Many_distances_at_once_are_those_measured_one_by_one()
    {
        const string Sounds = "aeiouybvdzklmnprstfghxcqwjQ";
        var chance = new Random(7);
        string Reading() => string.Create(chance.Next(1, SoundBatch.Longest + 1), chance, (sounds, dice) =>
        {
            for (var at = 0; at < sounds.Length; at++) { sounds[at] = Sounds[dice.Next(dice.Next(2) == 0 ? 6 : Sounds.Length)]; }
        });
        var batch = new SoundBatch();
        var swapped = 0;
        for (var round = 0; round < 200; round++)
        {
            var one = Reading();
            var others = Enumerable.Range(0, chance.Next(1, SoundBatch.Lanes + 1)).Select(_ => chance.Next(4) == 0 ? Altered(one) : Reading()).ToArray();
            batch.Clear();
            foreach (var other in others) { batch.Add([.. other.Select(SoundDistance.NumberOf)]); }
            var distances = batch.Measure(one);
            for (var at = 0; at < others.Length; at++) { Assert.Equal(SoundDistance.Between(one, others[at]), distances[at] / 100.0, 9); }
        }

        Assert.True(swapped > 100, $"only {swapped} readings with neighbours exchanged");

        string Altered(string reading)
        {
            if (reading.Length < 2) { return reading; }
            swapped++;
            var at = chance.Next(reading.Length - 1);
            return reading[..at] + reading[at + 1] + reading[at] + reading[(at + 2)..];
        }
    }
}
