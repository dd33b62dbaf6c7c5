using System.Text;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls;

/// <summary>What stands in the columns of a sheet's first records.</summary>
internal sealed class ColumnContent
{
    private const int MostRecords = 200;
    private readonly Column[] columns;

    public ColumnContent(RollBatch sample) => columns = [.. Enumerable.Range(0, sample.Columns).Select(column => Of(sample, column))];

    /// <summary>The number of columns.</summary>
    public int Count => columns.Length;

    /// <summary>A column; one beyond the last is empty.</summary>
    public Column this[int column] => column < columns.Length ? columns[column] : default;

    private static Column Of(RollBatch sample, int column)
    {
        var (filled, dates, words, full, given, fathers) = (0, 0, 0, 0, 0, 0);
        var distinct = new HashSet<string>();
        for (var record = 0; record < Math.Min(sample.Count, MostRecords); record++)
        {
            var text = Encoding.UTF8.GetString(sample.Cell(record, column)).Trim();
            if (text.Length == 0) { continue; }
            filled++;
            distinct.Add(text);
            if (BirthDate.Parse(text) is { Problem: null, Value: > 0 }) { dates++; }
            if (text.Any(char.IsDigit) || !text.Any(char.IsLetter)) { continue; }
            words++;
            if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= 6 }) { full++; }
            else if (Word.Of(text) is { } word)
            {
                if (word.IsPatronymic) { fathers++; }
                else if (!word.Given.IsEmpty) { given++; }
            }
        }

        double Share(int count) => filled == 0 ? 0 : (double)count / filled;
        return new Column(filled, Share(dates), Share(words), Share(full), Share(given), Share(fathers), Share(distinct.Count));
    }

    /// <summary>What stands in one column: how many of its first cells are filled, and the shares of these that are dates, words without digits, several such words, a given name, a patronymic, and different.</summary>
    internal readonly record struct Column(int Filled, double Dates, double Words, double FullNames, double Givens, double Patronymics, double Distinct);
}
