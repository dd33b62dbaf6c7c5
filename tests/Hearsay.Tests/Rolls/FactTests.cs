using System.Text;
using Hearsay.Intake.Rolls;
using Hearsay.Packs;
using Hearsay.Rolls;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Tests.Rolls;

/// <summary>Rank, unit and place as lists in several languages write them.</summary>
public sealed class FactTests
{
    private static readonly Lazy<DomainPack> Pack = new(() => DomainPack.Load(Repository.Pack));

    [Theory]
    [InlineData("солдат", "private", 2)]
    [InlineData("рядовой", "soldier", 2)]
    [InlineData("ryadovoi", "солдат", 2)]
    [InlineData("мол. сержант", "Junior Sergeant", 2)]
    [InlineData("ст. лейтенант", "1st Lieutenant", 2)]
    [InlineData("подполковник", "Lt Col", 2)]
    [InlineData("podpolkovnik", "підполковник", 2)]
    [InlineData("прапорщик", "warrant officer", 2)]
    [InlineData("сержант", "старший сержант", 0)] // people are promoted
    [InlineData("солдат", "матрос", 0)] // one step, another service
    [InlineData("солдат", "Captain", 1)]
    [InlineData("майор", "сержант", 1)]
    [InlineData("", "майор", 0)]
    public void Ranks(string one, string other, int expected) => Assert.Equal(expected, Compare("rank", one, other) & 3);

    [Theory]
    [InlineData("36 ОБрМП", "36th Separate Marine Brigade", 2)]
    [InlineData("36 obrmp", "36 окрема бригада морської піхоти", 2)]
    [InlineData("36-я отдельная бригада морской пехоты", "36 ОБрМП", 2)]
    [InlineData("93 ОМБр", "93rd mechanized brigade", 2)]
    [InlineData("120 обр ТрО", "120-та бригада територіальної оборони", 2)]
    [InlineData("36 ОБрМП", "35 ОБрМП", 1)]
    [InlineData("36 ОБрМП", "36 ОМБр", 1)]
    [InlineData("17 танковая бригада", "17 ОТБр", 2)]
    [InlineData("501 ОБМП", "501st Marine Battalion", 2)]
    [InlineData("5 полк", "5 бригада", 1)]
    [InlineData("в/ч А1275", "36 ОБрМП", 0)]
    [InlineData("в/ч А1275", "military unit A1275", 2)]
    [InlineData("«Вітрило»", "Vitrylo", 2)]
    public void Units(string one, string other, int expected) => Assert.Equal(expected, (Compare("unit", one, other) >> 2) & 3);

    [Theory]
    [InlineData("Маріуполь", "Мариуполь", 2)]
    [InlineData("Mariupol", "м. Маріуполь, Донецька обл.", 2)]
    [InlineData("Київ", "Kiev", 2)]
    [InlineData("Харьков", "Kharkiv", 2)]
    [InlineData("Lwów", "Львів", 2)]
    [InlineData("г. Запорожье", "Zaporizhzhia", 2)]
    [InlineData("Вишнівчик", "Vishnivchik", 2)] // no gazetteer needs to know it
    [InlineData("Маріуполь", "Полтава", 1)]
    [InlineData("м. Бердянськ, Запорізька обл.", "м. Мелітополь, Запорізька обл.", 1)]
    [InlineData("Запорізька область", "Мелітополь", 0)]
    public void Places(string one, string other, int expected) => Assert.Equal(expected, (Compare("place", one, other) >> 4) & 3);

    private static int Compare(string field, string one, string other)
    {
        People Read(string value) => PeopleReader.Read(Sheet(field, value), RollColumns.Find(Sheet(field, value)), 1);
        return FactComparison.Of(Read(one), Read(other), () => Pack.Value.Places)!.Compare(0, 0);
    }

    private static RollSheet Sheet(string field, string value) => RollFile.Read(Encoding.UTF8.GetBytes($"name,{field}\nОстап Ремінь,\"{value}\"\n"), ".csv");
}
