#:property PublishAot=false

// Writes samples/rolls: a published list of 312 people with known defects, the registers that it is checked against, and the truth.
//
//   dotnet run samples/generate.cs [-- FOLDER]
//
// Everyone is invented: common given names, surnames built from syllables. The same program writes the same bytes on every machine:
// its own random numbers from a fixed seed, its own ZIP writer without compression or time.

using System.Globalization;
using System.Text;

var folder = args.Length > 0 ? args[0] : Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "rolls");
Directory.CreateDirectory(folder);
var dice = new Dice(20251103);
var census = new Census(dice);

// Who is on the list, by where they really are. The corpus says the same: seven returned, fourteen civilians, three dead.
var held = census.Soldiers(250);
var returned = census.Soldiers(7);
var civilians = census.Civilians(14);
var deceased = census.Soldiers(3);
var nowhere = census.Soldiers(33);
returned[0] = returned[0] with { Given = Names.Man("Богдан"), Returned = new(2025, 4, 19) };
returned[1] = returned[1] with { Rank = "сержант" };
civilians[0] = civilians[0] with { Given = Names.Man("Юхим"), Born = new(1954, 5, 17), Place = "Затишне" };
civilians[1] = civilians[1] with { Given = Names.Woman("Олена") };
civilians[2] = civilians[2] with { Given = Names.Woman("Юлія") };

// The registers hold them among others: strangers, namesakes with another father and birthday, and brothers.
Person[] Fill(Person[] listed, int size, Person[] like, Func<int, Person[]> others) => [.. listed
    .Concat(like.Select(person => dice.Even ? census.Namesake(person) : census.Brother(person)))
    .Concat(others(size - listed.Length - like.Length))
    .OrderBy(person => person.Surname, StringComparer.Ordinal).ThenBy(person => person.Born)];

Person[] returnedRegister = Homecomings.Spread(Fill(returned, 420, held[..14], census.Soldiers), returned);
var civilianRegister = Fill(civilians, 180, held[14..22], census.Civilians);
var deceasedRegister = Fill(deceased, 160, held[22..30], census.Soldiers);
var heldRegister = Fill(held, 520, [.. returned, .. held[30..44]], census.Soldiers);
var registers = new Dictionary<string, Person[]>
{
    ["returned"] = returnedRegister, ["civilian"] = civilianRegister, ["deceased"] = deceasedRegister, ["held"] = heldRegister,
};

// The list: shuffled, misspelt, five people twice.
Entry[] entries =
[
    .. held.Select(person => new Entry(person, "held")), .. returned.Select(person => new Entry(person, "returned")),
    .. civilians.Select(person => new Entry(person, "civilian")), .. deceased.Select(person => new Entry(person, "deceased")),
    .. nowhere.Select(person => new Entry(person, "")),
];
Clerk.SpoilDates(dice, [.. dice.Shuffle(entries.Where(entry => entry.Register == "held").ToArray()).Take(18), .. entries.Where(entry => entry.Register == "").Take(3)]);
var sound = dice.Shuffle(entries.Where(entry => !entry.Spoilt && entry.Person != returned[0]).ToArray());
Clerk.Mark(sound.Where(entry => entry.Person.Born.Day <= 12 && entry.Person.Born.Day != entry.Person.Born.Month).Take(18), "day-month-swapped");
Clerk.Mark(sound.Where(entry => !entry.Spoilt).Take(14), "digit-error");
Clerk.Mark([entries.Single(entry => entry.Person == returned[0]), .. sound.Where(entry => !entry.Spoilt).Take(15)], "surname-typo");
Clerk.Mark(sound.Where(entry => !entry.Spoilt).Take(5), "look-alike-letters");
Clerk.Mark(sound.Where(entry => !entry.Spoilt).Take(4), "mixed-scripts");

var list = dice.Shuffle(entries).ToList();
var originals = list.Take(150).Where(entry => entry is { Register: "held", Spoilt: false }).Take(5).ToArray();
foreach (var original in originals)
{
    list.Insert(200 + dice.Next(100), new Entry(original.Person, "held") { Original = original });
}

var clerk = new Clerk(dice);
list.ForEach(clerk.Write);
string[][] published = [["No", "Name", "Date of birth"], .. list.Select((entry, index) => new[] { Text.Of(index + 1), entry.Name, entry.Born })];

// The volunteers in the school gym keep a list of their own, one person a line.
Entry[] volunteers = dice.Shuffle(
[
    .. held[60..80].Select(person => new Entry(person, "held")), .. returnedRegister[100..106].Select(person => new Entry(person, "returned")),
    .. civilianRegister[40..44].Select(person => new Entry(person, "civilian")), .. deceasedRegister[30..32].Select(person => new Entry(person, "deceased")),
    .. census.Soldiers(16).Select(person => new Entry(person, "")),
]);
var lines = volunteers.Select(clerk.Line).ToArray();

string[][] Truth(IEnumerable<Entry> of) => [["row", "register", "register_row", "defects"], .. of.Select((entry, index) => new[]
{
    Text.Of(index + 1), entry.Register,
    entry.Register.Length == 0 ? "" : Text.Of(Array.IndexOf(registers[entry.Register], entry.Person) + 1),
    string.Join(';', entry.Original is { } first ? entry.Defects.Append($"duplicate-of-{list.IndexOf(first) + 1}") : entry.Defects),
})];

void Save(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);
Save("published-list.csv", Table.Csv(published, ','));
Save("published-list.xlsx", Table.Workbook(published, "Sheet1"));
Save("returned.csv", Table.Csv([["№", "Прізвище", "Ім'я", "По батькові", "Дата народження", "Звання", "Повернуто"], .. returnedRegister.Select((person, index) => new[]
    { Text.Of(index + 1), person.SurnameUk, person.Given.Uk, person.FatherUk, Text.Day(person.Born), person.Rank, Text.Day(person.Returned!.Value) })], ','));
Save("civilians.xlsx", Table.Workbook([["ПІБ", "Стать", "Дата народження", "Місце затримання"], .. civilianRegister.Select(person => new[]
    { $"{person.SurnameUk} {person.Given.Uk} {person.FatherUk}", person.Given.Female ? "ж" : "ч", Text.Serial(person.Born), person.Place })], "Цивільні", dates: 2));
Save("deceased.csv", [.. Encoding.UTF8.Preamble, .. Table.Csv([["Фамилия", "Имя", "Отчество", "Дата рождения"], .. deceasedRegister.Select(person => new[]
    { person.SurnameRu, person.Given.Ru, person.FatherRu, Text.Day(person.Born) })], ';')]);
Save("held.xlsx", Table.Workbook([["surname", "given", "patronymic", "birth_date", "rank"], .. heldRegister.Select(person => new[]
    { Spelling.Official(person.SurnameUk), Spelling.Official(person.Given.Uk), Spelling.Official(person.FatherUk), person.Born.ToString("O", CultureInfo.InvariantCulture), Spelling.Rank(person.Rank) })], "held"));
Save("volunteers.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
Save("truth.csv", Table.Csv(Truth(list), ','));
Save("truth-volunteers.csv", Table.Csv(Truth(volunteers), ','));

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same numbers everywhere, whatever the runtime.</summary>
internal sealed class Dice(ulong state)
{
    public bool Even => Next(2) == 0;

    public int Next(int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }

    public T Pick<T>(IReadOnlyList<T> of) => of[Next(of.Count)];

    public T[] Shuffle<T>(T[] items)
    {
        T[] shuffled = [.. items];
        for (var last = shuffled.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }
}

/// <summary>A given name with its Russian form and the patronymics made from it (empty for women's names).</summary>
internal sealed record GivenName(string Uk, string Ru, string SonUk, string DaughterUk, string SonRu, string DaughterRu)
{
    public bool Female => SonUk.Length == 0;
}

internal sealed record Person(string Surname, GivenName Given, GivenName Father, DateOnly Born, string Rank, string Place)
{
    public DateOnly? Returned { get; init; }

    public string SurnameUk => Given.Female ? Surname.Replace("ський", "ська").Replace("дний", "дна") : Surname;

    public string SurnameRu => Names.Russian(SurnameUk);

    public string FatherUk => Given.Female ? Father.DaughterUk : Father.SonUk;

    public string FatherRu => Given.Female ? Father.DaughterRu : Father.SonRu;
}

/// <summary>Invents people; no two with the same surname and given name, except on purpose.</summary>
internal sealed class Census(Dice dice)
{
    private static readonly string[] Ranks = ["солдат", "старший солдат", "молодший сержант", "сержант", "старший сержант", "лейтенант", "капітан"];
    private static readonly string[] Places = ["Стривна", "Колверець", "Мельниця", "Затишне", "Морениця", "Тревське", "Лужани-на-Треві"];
    private readonly HashSet<(string, string)> taken = [];

    public Person[] Soldiers(int count) => [.. Enumerable.Range(0, count).Select(_ => New(woman: dice.Next(40) == 0, 1968, 2005))];

    public Person[] Civilians(int count) => [.. Enumerable.Range(0, count).Select(_ => New(woman: dice.Next(4) == 0, 1950, 2006))];

    public Person Namesake(Person of) => of with { Father = Other(of.Father), Born = Day(1968, 2005) };

    public Person Brother(Person of)
    {
        var given = Other(of.Given);
        return taken.Add((of.Surname, given.Uk)) ? of with { Given = given, Born = Day(1968, 2005) } : Brother(of);
    }

    private Person New(bool woman, int from, int to)
    {
        var surname = Names.Surname(dice);
        var given = dice.Pick(woman ? Names.Women : Names.Men);
        return taken.Add((surname, given.Uk))
            ? new(surname, given, dice.Pick(Names.Men), Day(from, to), dice.Pick(Ranks), dice.Pick(Places)) : New(woman, from, to);
    }

    private GivenName Other(GivenName than)
    {
        var other = dice.Pick(Names.Men);
        return other == than || other.Uk[0] == than.Uk[0] ? Other(than) : other;
    }

    private DateOnly Day(int from, int to) => new DateOnly(from, 1, 1).AddDays(dice.Next((to - from) * 365));
}

/// <summary>Three exchanges; the last brought 84 people home, as the corpus says.</summary>
internal static class Homecomings
{
    public static Person[] Spread(Person[] register, Person[] listed)
    {
        DateOnly[] days = [new(2025, 4, 19), new(2025, 6, 6), new(2025, 8, 14)];
        var order = listed.Concat(register.Except(listed)).ToList();
        DateOnly Day(int place) => place < 7 ? days[place < 3 ? 0 : place < 5 ? 1 : 2] : place < 89 ? days[2] : days[place % 2];
        for (var row = 0; row < register.Length; row++)
        {
            var day = Day(order.IndexOf(register[row]));
            var at = Array.IndexOf(listed, register[row]);
            register[row] = register[row] with { Returned = day };
            if (at >= 0)
            {
                listed[at] = register[row];
            }
        }

        return register;
    }
}

internal sealed class Entry(Person person, string register)
{
    public Person Person => person;
    public string Register => register;
    public Entry? Original { get; init; }
    public string Name { get; set; } = "";
    public string Born { get; set; } = "";
    public List<string> Defects { get; } = [];
    public string? Fault { get; set; }
    public bool Spoilt => Fault is not null;
}

internal static class Text
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Serial(DateOnly day) => Of(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber);
}

internal static class Names
{
    private static readonly string[] Beginnings = ["Жел", "Тар", "Вор", "Древ", "Зат", "Клен", "Пел", "Рем", "Стур", "Хлев", "Чуп", "Шел", "Юрм", "Яск", "Гур", "Щед", "Єрв", "Мел", "Гал", "Бруж"];
    private static readonly string[] Middles = ["іва", "олу", "уно", "адра", "охі", "епе", "изу", "увла", "оті", "агу", "орща", "еця"];
    private static readonly string[] Ends = ["вець", "нюк", "рський", "лич", "ган", "дний", "рин", "стун"];

    // Ukrainian, Russian, then son's and daughter's patronymics in both.
    public static readonly GivenName[] Men = [.. """
        Андрій Андрей Андрійович Андріївна Андреевич Андреевна
        Богдан Богдан Богданович Богданівна Богданович Богдановна
        Василь Василий Васильович Василівна Васильевич Васильевна
        В'ячеслав Вячеслав В'ячеславович В'ячеславівна Вячеславович Вячеславовна
        Володимир Владимир Володимирович Володимирівна Владимирович Владимировна
        Григорій Григорий Григорович Григорівна Григорьевич Григорьевна
        Дмитро Дмитрий Дмитрович Дмитрівна Дмитриевич Дмитриевна
        Євген Евгений Євгенович Євгенівна Евгеньевич Евгеньевна
        Іван Иван Іванович Іванівна Иванович Ивановна
        Ігор Игорь Ігорович Ігорівна Игоревич Игоревна
        Кирило Кирилл Кирилович Кирилівна Кириллович Кирилловна
        Максим Максим Максимович Максимівна Максимович Максимовна
        Микола Николай Миколайович Миколаївна Николаевич Николаевна
        Михайло Михаил Михайлович Михайлівна Михайлович Михайловна
        Олександр Александр Олександрович Олександрівна Александрович Александровна
        Олексій Алексей Олексійович Олексіївна Алексеевич Алексеевна
        Павло Павел Павлович Павлівна Павлович Павловна
        Петро Пётр Петрович Петрівна Петрович Петровна
        Роман Роман Романович Романівна Романович Романовна
        Сергій Сергей Сергійович Сергіївна Сергеевич Сергеевна
        Степан Степан Степанович Степанівна Степанович Степановна
        Тарас Тарас Тарасович Тарасівна Тарасович Тарасовна
        Федір Фёдор Федорович Федорівна Фёдорович Фёдоровна
        Юрій Юрий Юрійович Юріївна Юрьевич Юрьевна
        Юхим Ефим Юхимович Юхимівна Ефимович Ефимовна
        Ярослав Ярослав Ярославович Ярославівна Ярославович Ярославовна
        """.Split('\n').Select(line => line.Split(' ')).Select(cells => new GivenName(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))];

    public static readonly GivenName[] Women = [.. "Олена Елена,Наталія Наталья,Юлія Юлия,Ірина Ирина,Марія Мария,Ганна Анна,Тетяна Татьяна,Оксана Оксана"
        .Split(',').Select(pair => pair.Split(' ')).Select(cells => new GivenName(cells[0], cells[1], "", "", "", ""))];

    public static GivenName Man(string uk) => Men.Single(name => name.Uk == uk);

    public static GivenName Woman(string uk) => Women.Single(name => name.Uk == uk);

    public static string Surname(Dice dice) => dice.Pick(Beginnings) + dice.Pick(Middles) + dice.Pick(Ends);

    public static string Russian(string surname) => surname.Replace("ський", "ский").Replace("ська", "ская").Replace("дний", "дный").Replace("дна", "дная")
        .Replace('і', 'и').Replace('є', 'е').Replace('Є', 'Е');
}

/// <summary>Ways to write a name in Latin letters. The first two letters of a system say which spelling of the name it starts from.</summary>
internal static class Spelling
{
    public static readonly string[] Systems = ["uk-2010", "ru-bgn-pcgn", "uk-german", "uk-polish", "ru-by-ear"];

    private static readonly Dictionary<char, string[]> Letters = """
        а a a a a a,б b b b b b,в v v w w v,г h g h h g,ґ g g g g g,д d d d d d,е e e e e e,є ie e je je e,ё e e jo jo io,ж zh zh sch ż j,з z z s z z
        и y i y y i,і i i i i i,ї i i ji ji i,й i y j j i,к k k k k k,л l l l l l,м m m m m m,н n n n n n,о o o o o o,п p p p p p,р r r r r r,с s s s s s
        т t t t t t,у u u u u u,ф f f f f f,х kh kh ch ch h,ц ts ts z c c,ч ch ch tsch cz ch,ш sh sh sch sz sh,щ shch shch schtsch szcz sch,ы y y y y y
        ь,ъ,',э e e e e e,ю iu yu ju ju yu,я ia ya ja ja ya
        """.Split([',', '\n']).Select(row => row.Split(' ')).ToDictionary(cells => cells[0][0], cells => cells[1..]);

    public static string Official(string uk) => Write(uk, 0);

    public static string Rank(string rank) => rank.Replace("старший", "senior").Replace("молодший", "junior").Replace("солдат", "soldier")
        .Replace("сержант", "sergeant").Replace("лейтенант", "lieutenant").Replace("капітан", "captain");

    public static string Write(string name, int system)
    {
        var latin = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var letter = char.ToLowerInvariant(name[at]);
            var written = Letters[letter] is { Length: > 0 } forms ? forms[system] : "";
            var afterVowelOrFirst = at == 0 || "аеєиіїоуюяыё".Contains(char.ToLowerInvariant(name[at - 1]));
            written = (system, letter) switch
            {
                (0, 'є' or 'ї' or 'й' or 'ю' or 'я') when at == 0 => letter switch { 'є' => "ye", 'ї' => "yi", 'й' => "y", 'ю' => "yu", _ => "ya" },
                (1, 'е') when afterVowelOrFirst => "ye",
                (4, 'е') when at == 0 => "Ye",
                (4, 'й') when at == name.Length - 1 && at > 0 && name[at - 1] is 'и' or 'ы' => "",
                _ => written,
            };
            latin.Append(char.IsUpper(name[at]) && written.Length > 0 ? char.ToUpperInvariant(written[0]) + written[1..] : written);
        }

        return latin.ToString();
    }
}

/// <summary>Writes a person down the way the list's makers did. A row has at most one fault besides its spelling, and may repeat an earlier row.</summary>
internal sealed class Clerk(Dice dice)
{
    private static readonly string[] Impossible = ["30.02", "31.06", "31.04", "31.09", "00.07", "31.11", "12.13", "30.02", "32.01"];
    private int impossible;

    public static void SpoilDates(Dice dice, Entry[] entries) => Mark(dice.Shuffle(entries), "impossible-date");

    public static void Mark(IEnumerable<Entry> entries, string fault)
    {
        foreach (var entry in entries.ToArray())
        {
            entry.Fault = fault;
        }
    }

    public void Write(Entry entry)
    {
        var person = entry.Person;
        var system = dice.Next(10) switch { < 4 => 4, < 6 => 1, < 8 => 0, 8 => 2, _ => 3 };
        var russian = Spelling.Systems[system].StartsWith("ru", StringComparison.Ordinal);
        var surname = Spelling.Write(russian ? person.SurnameRu : person.SurnameUk, system);
        var given = Spelling.Write(russian ? person.Given.Ru : person.Given.Uk, system);
        var father = Spelling.Write(russian ? person.FatherRu : person.FatherUk, system);
        entry.Defects.Add("spelling-" + Spelling.Systems[system]);

        (surname, given) = entry.Fault switch
        {
            "surname-typo" => (Typo(surname, drop: entry.Person.Returned is not null), given),
            "look-alike-letters" => (surname.Replace('e', 'е').Replace('o', 'о').Replace('a', 'а').Replace('p', 'р').Replace('i', 'і'), given),
            "mixed-scripts" => (person.SurnameRu, given),
            _ => (surname, given),
        };
        if (dice.Next(8) == 0)
        {
            surname = surname.ToUpperInvariant();
        }

        var last = dice.Next(10) < 3;
        var fatherless = dice.Next(10) < 3;
        entry.Name = (last, fatherless) switch
        {
            (false, false) => $"{surname} {given} {father}",
            (false, true) => $"{surname} {given}",
            (true, false) => $"{given} {father} {surname}",
            (true, true) => $"{given} {surname}",
        };
        entry.Defects.AddRange([.. last ? ["surname-last"] : Array.Empty<string>(), .. fatherless ? ["no-patronymic"] : Array.Empty<string>()]);
        entry.Born = entry.Fault switch
        {
            "impossible-date" => $"{Impossible[impossible++ % Impossible.Length]}.{person.Born.Year}",
            "day-month-swapped" => Text.Day(new DateOnly(person.Born.Year, person.Born.Day, person.Born.Month)),
            "digit-error" => Text.Day(person.Born.AddYears(person.Born.Year % 10 < 5 ? 3 : -3)),
            _ => Text.Day(person.Born),
        };
        if (entry.Fault is { } fault)
        {
            entry.Defects.Add(fault);
        }
    }

    /// <summary>A line of the volunteers: Cyrillic or official Latin, with the birthday, the year or neither.</summary>
    public string Line(Entry entry)
    {
        var person = entry.Person;
        var cyrillic = dice.Even;
        var name = cyrillic ? $"{person.SurnameUk} {person.Given.Uk} {person.FatherUk}" : $"{Spelling.Official(person.Given.Uk)} {Spelling.Official(person.SurnameUk)}";
        var precision = dice.Next(4);
        entry.Defects.AddRange([cyrillic ? "cyrillic" : "spelling-uk-2010;surname-last;no-patronymic", .. precision switch { 0 => ["year-only"], 1 => ["no-date"], _ => Array.Empty<string>() }]);
        return name + precision switch { 0 => $", {Text.Of(person.Born.Year)}", 1 => "", _ => $", {Text.Day(person.Born)}" };
    }

    private string Typo(string surname, bool drop)
    {
        var at = 2 + dice.Next(surname.Length - 4);
        var kind = drop ? 0 : dice.Next(3);
        return kind switch
        {
            1 when surname[at] != surname[at + 1] => $"{surname[..at]}{surname[at + 1]}{surname[at]}{surname[(at + 2)..]}",
            2 => $"{surname[..at]}{(surname[at] == 'r' ? 'n' : 'r')}{surname[(at + 1)..]}",
            _ => surname.Remove(at, 1),
        };
    }
}

/// <summary>Writes tables: CSV (RFC 4180 quoting, line feeds) and workbooks (Office Open XML in a ZIP archive of stored entries, dated 1980).</summary>
internal static class Table
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] Csv(IEnumerable<string[]> rows, char separator) => Encoding.UTF8.GetBytes(string.Concat(rows.Select(row =>
        string.Join(separator, row.Select(cell => cell.AsSpan().IndexOfAny(separator, '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"")) + "\n")));

    /// <param name="rows">The first is the header.</param>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="dates">Column whose cells are serial days; the other cells share their strings, or without such a column hold them in line.</param>
    public static byte[] Workbook(string[][] rows, string name, int dates = -1)
    {
        var shared = new List<string>();
        string Cell(string text, int row, int column)
        {
            var at = $"{(char)('A' + column)}{Text.Of(row + 1)}";
            if (column == dates && row > 0)
            {
                return $"<c r=\"{at}\" s=\"1\"><v>{text}</v></c>";
            }

            var escaped = text.Replace("&", "&amp;").Replace("<", "&lt;");
            if (dates < 0)
            {
                return $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{escaped}</t></is></c>";
            }

            var index = shared.IndexOf(escaped);
            if (index < 0)
            {
                index = shared.Count;
                shared.Add(escaped);
            }

            return $"<c r=\"{at}\" t=\"s\"><v>{Text.Of(index)}</v></c>";
        }

        const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        var sheet = string.Concat(rows.Select((row, r) => $"<row r=\"{Text.Of(r + 1)}\">{string.Concat(row.Select((text, c) => Cell(text, r, c)))}</row>"));
        return Zip([
            ("[Content_Types].xml", $"{Declaration}<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheet}sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{Sheet}worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Sheet}sharedStrings+xml\"/></Types>"),
            ("_rels/.rels", $"{Declaration}<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relation}\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"{Declaration}<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relation}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{Relation}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
            ("xl/styles.xml", $"{Declaration}<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", $"{Declaration}<worksheet xmlns=\"{Main}\"><sheetData>{sheet}</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", $"{Declaration}<sst xmlns=\"{Main}\" uniqueCount=\"{Text.Of(shared.Count)}\">{string.Concat(shared.Select(text => $"<si><t>{text}</t></si>"))}</sst>"),
        ]);
    }

    /// <summary>A ZIP archive (APPNOTE 6.3) whose entries are stored, so that no compressor's version shows in the bytes.</summary>
    private static byte[] Zip((string Name, string Xml)[] parts)
    {
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        using var writer = new BinaryWriter(archive);
        using var index = new BinaryWriter(directory);
        foreach (var (name, xml) in parts)
        {
            var offset = (uint)archive.Position;
            var (title, bytes) = (Encoding.ASCII.GetBytes(name), Encoding.UTF8.GetBytes(xml));
            void Common(BinaryWriter to)
            {
                to.Write([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]); // version 2.0, no flags, stored, 1980-01-01 00:00
                to.Write(Crc(bytes));
                to.Write((uint)bytes.Length);
                to.Write((uint)bytes.Length);
                to.Write((ushort)title.Length);
                to.Write((ushort)0);
            }

            writer.Write(0x04034B50u);
            Common(writer);
            writer.Write(title);
            writer.Write(bytes);
            index.Write(0x02014B50u);
            index.Write((ushort)20);
            Common(index);
            index.Write(new byte[10]); // no comment, first disk, no attributes
            index.Write(offset);
            index.Write(title);
        }

        var (start, size) = ((uint)archive.Position, (uint)directory.Length);
        writer.Write(directory.ToArray());
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)parts.Length);
        writer.Write((ushort)parts.Length);
        writer.Write(size);
        writer.Write(start);
        writer.Write((ushort)0);
        return archive.ToArray();
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
