using System.Globalization;
using System.Text;

namespace Hearsay.Tests.Rolls;

/// <summary>
/// Makes a register of invented people and a list of whom some are in it, with the truth. Frequencies are skewed as in life, a tenth are brothers, sisters or
/// children of others, and the list is written by several habits of spelling with errors at stated rates. The same seed gives the same people everywhere.
/// </summary>
internal sealed class RollGenerator(ulong seed)
{
    private static readonly string[] Roots = "Петр Коваль Бондар Шевч Ткач Мельн Кравч Савч Гонч Мороз Лис Руд Заєць Вовк Гнат Дмитр Степан Марч Павл Яким Тимч Пилип Кирил Захар Левч Онищ Роман Федор Харч Олій Клим Лук Марк Назар Остап Прокоп Самой Тарас Юрч Яценк Бойч Вас Гаврил Демч Єрем Жук Зінч Іващ Карп Лаврин Мироню Ніч Овсій Панас Радч Сидор Терещ Усач Филим Худ Цимбал Чорн Шпак Щерб Ярем Білоус Величк Горобц Дорош Криворуч Нечипор Перебийніс Скоропад Тупиц Хоменк".Split(' ');
    private static readonly string[] Endings = ["енко", "ук", "ський", "ець", "ич", "ак", "ів", "ова", "ишин", "ко", "юк", "ієнко"];
    private static readonly string[] Starts = "Ба Бе Бо Ва Ве Га Го Гри Да До Дру За Зо Ка Ки Клі Ко Кра Ла Ле Ло Ма Ми Мо На Ні По Пре Ра Ро Са Се Скри Сте Та То Тро У Фе Ха Хри Це Ча Че Ша Ше Що Я Ю Є".Split(' ');
    private static readonly string[] Middles = "ба бе ви го ди до ла ле ли ло ма ми на не пи ра ре ро са си та ти хо ча ше жи зу цю гі лю ня рі ще".Split(' ');
    private static readonly string[] Tails = "рчук вський ленко щук нець рак вич тюк бій нько гор чин ман лан дюк ряк хно цик шко вець".Split(' ');

    // Ukrainian, Russian, then patronymics of sons and daughters in both.
    private static readonly string[][] Men = [.. """
        Олександр Александр Олександрович Олександрівна Александрович Александровна
        Сергій Сергей Сергійович Сергіївна Сергеевич Сергеевна
        Андрій Андрей Андрійович Андріївна Андреевич Андреевна
        Володимир Владимир Володимирович Володимирівна Владимирович Владимировна
        Микола Николай Миколайович Миколаївна Николаевич Николаевна
        Дмитро Дмитрий Дмитрович Дмитрівна Дмитриевич Дмитриевна
        Олексій Алексей Олексійович Олексіївна Алексеевич Алексеевна
        Іван Иван Іванович Іванівна Иванович Ивановна
        Максим Максим Максимович Максимівна Максимович Максимовна
        Віталій Виталий Віталійович Віталіївна Витальевич Витальевна
        Михайло Михаил Михайлович Михайлівна Михайлович Михайловна
        Юрій Юрий Юрійович Юріївна Юрьевич Юрьевна
        Василь Василий Васильович Василівна Васильевич Васильевна
        Роман Роман Романович Романівна Романович Романовна
        Євген Евгений Євгенович Євгенівна Евгеньевич Евгеньевна
        Віктор Виктор Вікторович Вікторівна Викторович Викторовна
        Ігор Игорь Ігорович Ігорівна Игоревич Игоревна
        Руслан Руслан Русланович Русланівна Русланович Руслановна
        Богдан Богдан Богданович Богданівна Богданович Богдановна
        Павло Павел Павлович Павлівна Павлович Павловна
        Петро Пётр Петрович Петрівна Петрович Петровна
        Анатолій Анатолий Анатолійович Анатоліївна Анатольевич Анатольевна
        Артем Артём Артемович Артемівна Артёмович Артёмовна
        Денис Денис Денисович Денисівна Денисович Денисовна
        Тарас Тарас Тарасович Тарасівна Тарасович Тарасовна
        Степан Степан Степанович Степанівна Степанович Степановна
        Григорій Григорий Григорович Григорівна Григорьевич Григорьевна
        Олег Олег Олегович Олегівна Олегович Олеговна
        Ярослав Ярослав Ярославович Ярославівна Ярославович Ярославовна
        Валерій Валерий Валерійович Валеріївна Валерьевич Валерьевна
        Вадим Вадим Вадимович Вадимівна Вадимович Вадимовна
        Владислав Владислав Владиславович Владиславівна Владиславович Владиславовна
        В'ячеслав Вячеслав В'ячеславович В'ячеславівна Вячеславович Вячеславовна
        Станіслав Станислав Станіславович Станіславівна Станиславович Станиславовна
        Костянтин Константин Костянтинович Костянтинівна Константинович Константиновна
        Леонід Леонид Леонідович Леонідівна Леонидович Леонидовна
        Федір Фёдор Федорович Федорівна Фёдорович Фёдоровна
        Кирило Кирилл Кирилович Кирилівна Кириллович Кирилловна
        Данило Даниил Данилович Данилівна Даниилович Данииловна
        Назар Назар Назарович Назарівна Назарович Назаровна
        Антон Антон Антонович Антонівна Антонович Антоновна
        Борис Борис Борисович Борисівна Борисович Борисовна
        Геннадій Геннадий Геннадійович Геннадіївна Геннадьевич Геннадьевна
        Едуард Эдуард Едуардович Едуардівна Эдуардович Эдуардовна
        Ілля Илья Ілліч Іллівна Ильич Ильинична
        Яків Яков Якович Яківна Яковлевич Яковлевна
        """.Split('\n').Select(line => line.Split(' '))];

    private static readonly string[][] Women = [.. "Олена Елена,Наталія Наталья,Тетяна Татьяна,Ірина Ирина,Оксана Оксана,Світлана Светлана,Юлія Юлия,Марія Мария,Ганна Анна,Катерина Екатерина,Людмила Людмила,Вікторія Виктория,Галина Галина,Надія Надежда,Любов Любовь,Дарина Дарья"
        .Split(',').Select(pair => pair.Split(' '))];

    private readonly Dice dice = new(seed);

    /// <summary>A person: surname in Ukrainian, given name, father, all as indices or words.</summary>
    internal sealed record Person(string Surname, string[] Given, string[] Father, bool Woman, DateOnly Born);

    /// <summary>Rates of the errors on the list.</summary>
    internal sealed record Rates(double Typo = 0.15, double Swapped = 0.05, double NoPatronymic = 0.10, double DateSlip = 0.05);

    /// <summary>A row of the list with its truth: the record of the register, from 0, or -1.</summary>
    internal sealed record Row(string Surname, string Given, string Patronymic, string Born, int Truth);

    /// <summary>People with skewed names and families.</summary>
    public List<Person> People(int count)
    {
        var people = new List<Person>(count);
        while (people.Count < count)
        {
            people.Add(people.Count > 0 && dice.Chance(0.12) ? Relative(people[^1]) : Stranger());
        }

        return people;
    }

    /// <summary>A register's lines: id, surname, given name, patronymic, birth date, in Ukrainian.</summary>
    public static IEnumerable<string> Register(IEnumerable<Person> people) => people.Select((person, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{index + 1},{Surname(person, russian: false)},{person.Given[0]},{Father(person, false)},{person.Born:dd.MM.yyyy}")).Prepend("id,surname,given,patronymic,birth_date");

    /// <summary>A list of some of these people and some strangers, shuffled.</summary>
    public List<Row> List(List<Person> register, int known, int absent, Rates rates)
    {
        var rows = new List<Row>(known + absent);
        var picked = new HashSet<int>();
        while (picked.Count < known) { picked.Add(dice.Next(register.Count)); }
        rows.AddRange(picked.Order().Select(index => Write(register[index], index, rates)));
        for (var at = 0; at < absent; at++) { rows.Add(Write(Stranger(), -1, rates)); }
        for (var last = rows.Count - 1; last > 0; last--)
        {
            var other = dice.Next(last + 1);
            (rows[last], rows[other]) = (rows[other], rows[last]);
        }

        return rows;
    }

    /// <summary>The list as CSV with the surname, given name, patronymic and birth date in columns, or the full name in one.</summary>
    public static IEnumerable<string> Csv(IEnumerable<Row> rows, bool fullName = false, bool dates = true) => rows.Select(row => (fullName
            ? $"{row.Surname} {row.Given} {row.Patronymic}".TrimEnd() : $"{row.Surname},{row.Given},{row.Patronymic}") + (dates ? "," + row.Born : ""))
        .Prepend((fullName ? "name" : "surname,given,patronymic") + (dates ? ",birth_date" : ""));

    /// <summary>The register with rank, unit and place, in Ukrainian.</summary>
    public static IEnumerable<string> RegisterWithFacts(IEnumerable<Person> people) => Register(people).Zip(people.Select((_, index) => ServiceFacts.Of((ulong)index).Written(0)).Prepend("rank,unit,place"),
        (line, facts) => $"{line},{facts}");

    /// <summary>The list with rank, unit and place, as English, Russian, Latin by ear, or Ukrainian sources give them; a fifth of the ranks and a tenth of the units and places are others.</summary>
    public static IEnumerable<string> CsvWithFacts(IReadOnlyList<Row> rows, bool dates) => Csv(rows, dates: dates).Zip(rows.Select((row, at) =>
    {
        var dice = new Dice((ulong)at + 77);
        var (own, other) = (ServiceFacts.Of(row.Truth >= 0 ? (ulong)row.Truth : (ulong)at + 5_000_000), ServiceFacts.Of((ulong)at + 9_000_000));
        return new ServiceFacts(dice.Chance(0.2) ? other.Rank : own.Rank, dice.Chance(0.1) ? other.Unit : own.Unit, dice.Chance(0.1) ? other.Kind : own.Kind, dice.Chance(0.1) ? other.Place : own.Place).Written(dice.Next(4));
    }).Prepend("rank,unit,place"), (line, facts) => $"{line},{facts}");

    /// <summary>Rank, unit and place of somebody, and how sources write them.</summary>
    private sealed record ServiceFacts(int Rank, int Unit, int Kind, int Place)
    {
        // Ukrainian, English, Russian, Latin letters by ear.
        private static readonly string[][] Ranks = [.. "солдат:private:рядовой:ryadovoi,старший солдат:senior soldier:ефрейтор:starshiy soldat,молодший сержант:junior sergeant:мл. сержант:mladshiy serzhant,сержант:sgt:сержант:serzhant,старший сержант:senior sergeant:ст. сержант:starshyi serzhant,лейтенант:lieutenant:лейтенант:leitenant,капітан:captain:капитан:kapitan,майор:major:майор:maior"
            .Split(',').Select(row => row.Split(':'))];

        private static readonly string[][] Units = [.. "# ОБрМП:#th Separate Marine Brigade:# отдельная бригада морской пехоты:# obrmp,# ОМБр:#th Mechanised Brigade:# ОМБр:# ombr,# окрема бригада ТрО:#th Territorial Defence Brigade:# бригада теробороны:# obr tro,# ОДШБр:#th Air Assault Brigade:# десантно-штурмовая бригада:# odshbr"
            .Split(',').Select(row => row.Split(':'))];

        private static readonly string[][] Places = [.. "Маріуполь:Mariupol:Мариуполь:Mariupol,Харків:Kharkiv:Харьков:Kharkov,Київ:Kyiv:Киев:Kiev,Львів:Lviv:Львов:Lvov,Миколаїв:Mykolaiv:Николаев:Nikolaev,Одеса:Odesa:Одесса:Odessa,Запоріжжя:Zaporizhzhia:Запорожье:Zaporozhye,Дніпро:Dnipro:Днепр:Dnepr,Чернігів:Chernihiv:Чернигов:Chernigov,Полтава:Poltava:Полтава:Poltava,Суми:Sumy:Сумы:Sumi,Рівне:Rivne:Ровно:Rovno,Житомир:Zhytomyr:Житомир:Zhitomir,Черкаси:Cherkasy:Черкассы:Cherkassy,Бердянськ:Berdiansk:Бердянск:Berdyansk"
            .Split(',').Select(row => row.Split(':'))];

        public static ServiceFacts Of(ulong person)
        {
            var dice = new Dice(person + 1);
            return new ServiceFacts(dice.SkewedIndex(Ranks.Length, 1), 1 + dice.SkewedIndex(130, 8), dice.Next(Units.Length), dice.SkewedIndex(Places.Length, 4));
        }

        public string Written(int language) => $"{Ranks[Rank][language]},{Units[Kind][language].Replace("#", Unit.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)},{Places[Place][language]}";
    }

    private Person Stranger()
    {
        var woman = dice.Chance(0.08);
        return new Person(NewSurname(), woman ? dice.Skewed(Women) : dice.Skewed(Men), dice.Skewed(Men), woman, new DateOnly(1958, 1, 1).AddDays(dice.Next(17500)));
    }

    private Person Relative(Person of)
    {
        var born = new DateOnly(1958, 1, 1).AddDays(dice.Next(17500));
        return dice.Chance(0.3) && !of.Woman
            ? new Person(of.Surname, dice.Skewed(Men), of.Given, false, of.Born.AddDays(8000 + dice.Next(3000)) is { Year: < 2007 } child ? child : born)
            : new Person(of.Surname, dice.Skewed(Men), of.Father, false, born);
    }

    private string NewSurname()
    {
        var rank = dice.SkewedIndex(60000, 40);
        if (rank < Roots.Length * Endings.Length)
        {
            var root = Roots[rank % Roots.Length];
            return root.TrimEnd('ь') + Endings[rank / Roots.Length];
        }

        rank -= Roots.Length * Endings.Length;
        return Starts[rank % Starts.Length] + Middles[rank / Starts.Length % Middles.Length] + Tails[rank / Starts.Length / Middles.Length % Tails.Length];
    }

    private Row Write(Person person, int truth, Rates rates)
    {
        var system = dice.Next(Spelling.Systems);
        var russian = Spelling.FromRussian(system);
        var (surname, given, father) = (Surname(person, russian), person.Given[russian ? 1 : 0], Father(person, russian));
        (surname, given, father) = (Spelling.Write(surname, system), Spelling.Write(given, system), Spelling.Write(father, system));
        if (dice.Chance(rates.Typo))
        {
            switch (dice.Next(5))
            {
                case 0: given = Typo(given); break;
                case 1: father = Typo(father); break;
                default: surname = Typo(surname); break;
            }
        }

        if (dice.Chance(rates.NoPatronymic)) { father = ""; }
        if (dice.Chance(rates.Swapped)) { (surname, given) = (given, surname); }
        var born = dice.Chance(rates.DateSlip) ? Slip(person.Born) : person.Born;
        return new Row(surname, given, father, born.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), truth);
    }

    private static string Surname(Person person, bool russian)
    {
        var surname = person.Surname;
        if (person.Woman) { surname = surname.EndsWith("ський", StringComparison.Ordinal) ? surname[..^2] + "а" : surname; }
        return russian ? surname.Replace("ський", "ский").Replace("ська", "ская").Replace('і', 'и').Replace('є', 'е').Replace('Є', 'Е').Replace("ї", "и") : surname;
    }

    private static string Father(Person person, bool russian) => person.Father[(russian ? 4 : 2) + (person.Woman ? 1 : 0)];

    private DateOnly Slip(DateOnly born)
    {
        switch (dice.Next(3))
        {
            case 0 when born.Day <= 12 && born.Day != born.Month: return new DateOnly(born.Year, born.Day, born.Month);
            case 1: return born.AddDays(dice.Chance(0.5) ? 1 : -1);
            default:
                var digits = born.ToString("yyyyMMdd", CultureInfo.InvariantCulture).ToCharArray();
                while (true)
                {
                    var at = 2 + dice.Next(6);
                    var changed = digits.ToArray();
                    changed[at] = (char)('0' + dice.Next(10));
                    if (changed[at] != digits[at] && DateOnly.TryParseExact(new string(changed), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1930 and < 2015) { return day; }
                }
        }
    }

    private string Typo(string word)
    {
        if (word.Length < 3) { return word; }
        var at = 1 + dice.Next(word.Length - 1);
        var letters = word.Any(letter => letter > 0x400) ? "абвгдеиклмнопрсту" : "abdegiklmnoprstuv";
        return dice.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 when at + 1 < word.Length && word[at] != word[at + 1] => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            2 => word.Insert(at, letters[dice.Next(letters.Length)].ToString()),
            _ => $"{word[..at]}{letters[dice.Next(letters.Length)]}{word[(at + 1)..]}",
        };
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private sealed class Dice(ulong state)
    {
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

        public bool Chance(double share) => Next(1_000_000) < share * 1_000_000;

        /// <summary>Low indices are much more common: the density falls as one over the rank plus an offset.</summary>
        public int SkewedIndex(int count, int offset)
        {
            var share = Next(1_000_000) / 1e6;
            return Math.Min(count - 1, (int)(offset * (Math.Pow((double)(count + offset) / offset, share) - 1)));
        }

        public T Skewed<T>(T[] items) => items[SkewedIndex(items.Length, 6)];
    }

    /// <summary>Habits of writing: by what the letters become, and from which language.</summary>
    private static class Spelling
    {
        public const int Systems = 9;

        // Ukrainian rule of 2010, BGN/PCGN from Russian, German, Polish, by ear from Russian, French, scholarly, ICAO from Russian; the ninth is Cyrillic as it stands.
        private static readonly Dictionary<char, string[]> Letters = """
            а a a a a a a a a,б b b b b b b b b,в v v w w v v v v,г h g h h g h h g,ґ g g g g g g g g,д d d d d d d d d,е e e e e e e e e,є ie ye je je e ie je e,ё e yo jo jo io io ë e,ж zh zh sch ż j j ž zh
            з z z s z z z z z,и y i y y i y y i,і i i i i i i i i,ї i i ji ji i i ï i,й i y j j i i j i,к k k k k k k k k,л l l l l l l l l,м m m m m m m m m,н n n n n n n n n,о o o o o o o o o,п p p p p p p p p
            р r r r r r r r r,с s s s s s s s s,т t t t t t t t t,у u u u u u ou u u,ф f f f f f f f f,х kh kh ch ch h kh ch kh,ц ts ts z c ts ts c ts,ч ch ch tsch cz ch tch č ch,ш sh sh sch sz sh ch š sh,щ shch shch schtsch szcz sch chtch šč shch
            ы y y y y y y y y,ь - - - - - - ' -,ъ - - - - - - - -,э e e e e e e è e,ю iu yu ju ju yu iou ju iu,я ia ya ja ja ya ia ja ia,' - - - - - - - -
            """.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' '))
            .ToDictionary(cells => cells[0][0], cells => cells[1..].Select(cell => cell == "-" ? "" : cell).ToArray());

        public static bool FromRussian(int system) => system is 1 or 4 or 7;

        public static string Write(string name, int system)
        {
            if (system == Systems - 1) { return name; }
            var latin = new StringBuilder();
            for (var at = 0; at < name.Length; at++)
            {
                var letter = char.ToLowerInvariant(name[at]);
                var written = system == 0 && at == 0 && letter is 'є' or 'ї' or 'ю' or 'я' ? "y" + Letters[letter][0][^1] : Letters[letter][system];
                latin.Append(char.IsUpper(name[at]) && written.Length > 0 ? char.ToUpperInvariant(written[0]) + written[1..] : written);
            }

            return latin.ToString();
        }
    }
}
