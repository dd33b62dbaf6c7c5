using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Rolls.Linkage;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls;

/// <summary>
/// A register as keyed hashes (HMAC-SHA-256, cut to 96 bits) of skeletons, given names and birth dates, so that it can be checked against without being handed over.
/// Whoever holds the key can try names and dates one by one: the key belongs to the two parties and to nobody between them.
/// </summary>
/// <remarks>
/// Spellings that share a skeleton share a hash, so other spellings are still found; typing errors that change the skeleton are not, and short surnames that share one are
/// not told apart. docs/rolls.md states what that costs.
/// </remarks>
public sealed class EncodedRegister(ReadOnlyMemory<byte> key)
{
    private const int HashBytes = 12;
    private static readonly ImmutableArray<string> Columns = ["encoded_surname", "encoded_given", "encoded_patronymic", "encoded_birth_date"];

    /// <summary>True where a sheet is an encoded register.</summary>
    public static bool IsEncoded(RollSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Header.SequenceEqual(Columns);
    }

    /// <summary>Encodes a register; row numbers stay the same.</summary>
    /// <returns>The header, then one line of CSV a record.</returns>
    public IEnumerable<string> Encode(RollSource register, int threads)
    {
        ArgumentNullException.ThrowIfNull(register);
        var people = RollIndex.Build(register, threads).People;
        var words = new string?[people.Known.Length];
        yield return string.Join(',', Columns);
        for (var record = 0; record < people.Count; record++)
        {
            string Cell(int slot) => people.Words[(record * People.Slots) + slot] is >= 0 and var word ? words[word] ??= string.Join('+', Marks(people.Known[word]).Select(Hash)) : "";
            var born = people.Born[record];
            yield return $"{Cell(People.Surname)},{Cell(People.Given)},{Cell(People.Patronymic)},{(born == 0 ? "" : Hash(Day(born)))}";
        }
    }

    /// <summary>The register as far as the list lets it be read: hashes of what stands on the list become the list's words, all others stay closed.</summary>
    /// <param name="encoded">The encoded register.</param>
    /// <param name="list">The list that it is checked against.</param>
    /// <param name="threads">How many threads to use.</param>
    public RollSheet Decode(RollSheet encoded, RollSource list, int threads)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        var known = new Dictionary<string, string>();
        var people = RollIndex.Build(list, threads).People;
        for (var word = 0; word < people.Known.Length; word++)
        {
            foreach (var mark in Marks(people.Known[word])) { known.TryAdd(Hash(mark), Encoding.UTF8.GetString(people.Written[word])); }
        }

        for (var day = new DateOnly(1900, 1, 1); day.Year < 2031; day = day.AddDays(1)) { known[Hash(Day((day.Year * 10000) + (day.Month * 100) + day.Day))] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture); }
        for (var year = 1900; year < 2031; year++) { known[Hash(Day(year * 10000))] = year.ToString(CultureInfo.InvariantCulture); }
        string Open(ReadOnlySpan<byte> cell)
        {
            if (cell.IsEmpty) { return ""; }
            foreach (var hash in Encoding.UTF8.GetString(cell).Split('+'))
            {
                if (known.TryGetValue(hash, out var plain)) { return plain; }
            }

            return "qxqxqxqx"; // a word like nothing on the list
        }

        return new RollSheet(["surname", "given", "patronymic", "birth_date"], [.. encoded.Pieces.Select(piece => (Func<RollBatch>)(() =>
        {
            var batch = piece();
            return RollBatch.From([.. Enumerable.Range(0, batch.Count).Select(record => (string[])[.. Enumerable.Range(0, 4).Select(column => Open(batch.Cell(record, column)))])]);
        }))], encoded.Notes);
    }

    // What is hashed of a word: the given names and fathers that it is a form of, then its skeletons.
    private static IEnumerable<string> Marks(Word? word)
    {
        if (word is null) { return []; }
        return word.IsInitial ? [$"i:{word.Text}"]
            : [.. word.Given.Where(form => !form.IsShort).Select(form => $"g:{GivenNames.NameOf(form.Name)}"), .. word.Fathers.Select(father => $"f:{GivenNames.NameOf(father)}"),
                .. word.Keys.Take(3).Select(skeleton => string.Create(CultureInfo.InvariantCulture, $"k:{skeleton:x}"))];
    }

    private static string Day(int born) => string.Create(CultureInfo.InvariantCulture, $"d:{born}");

    private string Hash(string mark) => Base64Url.EncodeToString(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(mark)).AsSpan(0, HashBytes));
}
