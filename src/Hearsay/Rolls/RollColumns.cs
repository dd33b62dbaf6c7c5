using System.Collections.Immutable;

namespace Hearsay.Rolls;

/// <summary>Which column of a sheet holds what.</summary>
public sealed class RollColumns
{
    // Parts of headers in English, Ukrainian and Russian, lower case; a header that equals one outranks one that begins with or holds one.
    private static readonly (RollField Field, string[] Names)[] Known =
    [
        (RollField.Surname, ["surname", "encoded_surname", "last name", "lastname", "family name", "last_name", "family", "прізвище", "фамилия", "прозвище"]),
        (RollField.Patronymic, ["patronymic", "middle name", "middle_name", "middlename", "father's name", "father name", "fathername", "по батькові", "по-батькові", "батькові", "отчество"]),
        (RollField.Name, ["full name", "fullname", "full_name", "name", "піб", "п.і.б.", "п.і.б", "пiб", "фио", "ф.и.о.", "ф.и.о", "прізвище, ім'я", "прізвище ім'я", "фамилия имя", "фамилия, имя", "person", "особа"]),
        (RollField.Given, ["given", "given name", "given names", "first name", "firstname", "first_name", "forename", "given_name", "ім'я", "імя", "ім’я", "имя"]),
        (RollField.BirthDate, ["birth_date", "birthdate", "date of birth", "birth date", "birthday", "dob", "date_of_birth", "born", "year of birth", "birth", "дата народження", "народився", "рік народження", "народж", "дата рождения", "год рождения", "рожд", "д.р.", "д. р.", "р.н.", "г.р."]),
        (RollField.Rank, ["rank", "звання", "військове звання", "звание"]),
        (RollField.Unit, ["unit", "brigade", "військова частина", "частина", "в/ч", "підрозділ", "часть", "подразделение"]),
        (RollField.Place, ["place", "location", "residence", "city", "region", "place of birth", "місце", "місто", "область", "место", "город"]),
        (RollField.Sex, ["sex", "gender", "стать", "пол"]),
        (RollField.Id, ["id", "no", "no.", "№", "n", "#", "number", "номер", "№ п/п", "п/п", "row", "line"]),
    ];

    // Headers of whole names: those that name two of its parts. Phrases first, so that the name in "last name" is no given name.
    private static readonly (string Phrase, string Word)[] Phrases = [("last name", "surname"), ("family name", "surname"), ("first name", "given"), ("given name", "given"), ("middle name", "patronymic"), ("father's name", "patronymic"), ("по батькові", "батькові")];
    private static readonly string[][] Parts = [["surname", "прізвище", "фамилия", "прозвище"], ["name", "names", "given", "forename", "ім'я", "імя", "имя"], ["patronymic", "батькові", "отчество"]];

    private readonly int[] columns = [.. Enumerable.Repeat(-1, Enum.GetValues<RollField>().Length)];

    private RollColumns() { }

    /// <summary>The column that holds a field, or -1.</summary>
    public int this[RollField field] => columns[(int)field];

    /// <summary>What was unusual, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>Finds the columns by header, by what the user says, and where there is no header by content.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="given">What the user says: which header holds a field, or the column's number from 1.</param>
    /// <exception cref="RollException">No column holds a name, or a header that was named is not there.</exception>
    public static RollColumns Find(RollSheet sheet, IReadOnlyDictionary<RollField, string>? given = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var found = new RollColumns();
        foreach (var (field, header) in given ?? ImmutableDictionary<RollField, string>.Empty) { found.columns[(int)field] = Named(sheet, field, header); }
        var said = found.columns.ToArray();
        found.FindByHeader(sheet.Header);
        var content = sheet.Pieces.IsEmpty ? null : new ColumnContent(sheet.Pieces[0]());
        if (content is not null && found.IsContradicted(content, said))
        {
            said.CopyTo(found.columns, 0);
            found.Note = "The headers do not fit what stands below them; columns were told by their content. Name them with --columns if that went wrong.";
        }

        if (!found.HasName && content is not null) { found.FindByContent(content); }
        return found.HasName ? found : throw new RollException(
            $"no column holds a name; the columns are {(sheet.Header.IsEmpty ? "unnamed" : string.Join(", ", sheet.Header.Select(header => $"'{header}'")))}. " +
            "Name them with --columns, as in --columns list:name=Person,list:birth_date=Born.");
    }

    /// <summary>True where cells are names of columns that we know, and not a first record.</summary>
    public static bool IsHeader(IEnumerable<string> cells)
    {
        var found = new RollColumns();
        found.FindByHeader([.. cells]);
        return found.columns.Any(column => column >= 0);
    }

    private bool HasName => this[RollField.Name] >= 0 || this[RollField.Surname] >= 0;

    private static int Named(RollSheet sheet, RollField field, string header)
    {
        var at = sheet.Header.FindIndex(name => string.Equals(name.Trim(), header.Trim(), StringComparison.OrdinalIgnoreCase));
        if (at < 0 && int.TryParse(header, out var number) && number > 0) { at = number - 1; }
        return at >= 0 ? at : throw new RollException($"--columns names the header '{header}' for {field}, and there is none such; the columns are {string.Join(", ", sheet.Header.Select(name => $"'{name}'"))}.");
    }

    private void FindByHeader(ImmutableArray<string> header)
    {
        var clean = header.Select(name => name.Trim().Trim('\uFEFF').ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'')).ToArray();
        var taken = columns.Where(column => column >= 0).ToHashSet();
        if (!HasName && Enumerable.Range(0, clean.Length).FirstOrDefault(column => !taken.Contains(column) && NamesTwoParts(clean[column]), -1) is >= 0 and var whole)
        {
            columns[(int)RollField.Name] = whole;
            taken.Add(whole);
        }

        Func<string, string, bool>[] ways = [(name, known) => name == known, (name, known) => known.Length > 3 && name.StartsWith(known, StringComparison.Ordinal), (name, known) => known.Length > 3 && name.Contains(known, StringComparison.Ordinal)];
        foreach (var way in ways)
        {
            foreach (var (field, names) in Known)
            {
                if (columns[(int)field] >= 0) { continue; }
                var at = Enumerable.Range(0, clean.Length).FirstOrDefault(column => !taken.Contains(column) && names.Any(known => way(clean[column], known)), -1);
                if (at >= 0)
                {
                    columns[(int)field] = at;
                    taken.Add(at);
                }
            }
        }

        if (this[RollField.Surname] >= 0 && this[RollField.Given] < 0)
        {
            // "Name" beside "Surname" is the given name; a surname that stands alone may well be the whole name.
            if (this[RollField.Name] >= 0) { (columns[(int)RollField.Given], columns[(int)RollField.Name]) = (this[RollField.Name], -1); }
            else { (columns[(int)RollField.Name], columns[(int)RollField.Surname]) = (this[RollField.Surname], -1); }
        }
    }

    private static bool NamesTwoParts(string header)
    {
        foreach (var (phrase, word) in Phrases) { header = header.Replace(phrase, word, StringComparison.Ordinal); }
        var words = header.Split([' ', ',', '/', '_', '(', ')', '.', ';', '+', '&', '-'], StringSplitOptions.RemoveEmptyEntries);
        return Parts.Count(part => words.Any(part.Contains)) >= 2;
    }

    // A column that is called names and holds none, or is called dates and holds none; what the user said is not doubted.
    private bool IsContradicted(ColumnContent content, int[] said)
    {
        bool IsFound(RollField field) => this[field] >= 0 && said[(int)field] < 0;
        RollField[] names = [RollField.Name, RollField.Surname];
        return names.Any(field => IsFound(field) && content[this[field]] is { Filled: >= 5, Words: < 0.2 }) || (IsFound(RollField.BirthDate) && content[this[RollField.BirthDate]] is { Filled: >= 5, Dates: < 0.1, Words: > 0.5 });
    }

    // Without names of columns: dates look like dates, given names and patronymics are known, full names have several words.
    private void FindByContent(ColumnContent content)
    {
        var free = Enumerable.Range(0, content.Count).Except(columns).ToList();
        void Take(RollField field, Func<ColumnContent.Column, double> share, double least)
        {
            if (this[field] >= 0 || free.Count == 0 || free.MaxBy(column => share(content[column])) is var best && share(content[best]) <= least) { return; }
            columns[(int)field] = best;
            free.Remove(best);
        }

        Take(RollField.BirthDate, column => column.Dates, 0.5);
        Take(RollField.Name, column => column.FullNames, 0.5);
        if (this[RollField.Name] >= 0) { return; }
        Take(RollField.Patronymic, column => column.Patronymics, 0.4);
        Take(RollField.Given, column => column.Givens, 0.4);
        Take(RollField.Surname, column => column.Distinct > 0.2 ? column.Words : 0, 0.7);
        if (this[RollField.Surname] < 0) { (columns[(int)RollField.Given], columns[(int)RollField.Patronymic]) = (-1, -1); }
    }
}

internal static class ImmutableArraySearch
{
    public static int FindIndex(this ImmutableArray<string> items, Func<string, bool> condition)
    {
        for (var at = 0; at < items.Length; at++)
        {
            if (condition(items[at])) { return at; }
        }

        return -1;
    }
}

/// <summary>A list or register cannot be used at all. The message says what is wrong and what to do.</summary>
public sealed class RollException(string message) : Exception(message);
