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
}
