using System.Runtime.InteropServices;
using System.Text;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Rolls;

/// <summary>A register as linkage sees it, which can be kept on disk and opened without parsing again. It holds the names as written.</summary>
public sealed class RollIndex
{
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("hearsay.rolls/1\n");

    internal RollIndex(People people) => People = people;

    /// <summary>The number of records.</summary>
    public int Count => People.Count;

    internal People People { get; }

    /// <summary>Indexes a register.</summary>
    /// <exception cref="RollException">It has no column with names.</exception>
    public static RollIndex Build(RollSource register, int threads)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new RollIndex(PeopleReader.Read(register.Sheet, RollColumns.Find(register.Sheet, register.Columns), threads));
    }

    /// <summary>True where a file begins as an index does.</summary>
    public static bool IsIndex(ReadOnlySpan<byte> beginning) => beginning.StartsWith(Magic);

    /// <summary>Writes the index: little-endian arrays after a line that says what it is.</summary>
    public void Save(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Magic);
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(People.Count);
        writer.Write(People.Facts is not null);
        writer.Write(People.Written.Count);
        for (var word = 0; word < People.Written.Count; word++)
        {
            var text = People.Written[word];
            writer.Write((ushort)Math.Min(text.Length, ushort.MaxValue));
            writer.Write(text[..Math.Min(text.Length, ushort.MaxValue)]);
        }

        Write(writer, People.Words);
        Write(writer, People.Born);
        if (People.Facts is { } facts) { Write(writer, facts); }
        writer.Write(MemoryMarshal.AsBytes(People.OrderKnown.AsSpan()));
        writer.Write(People.Problems.Count);
        foreach (var (record, problem) in People.Problems)
        {
            writer.Write(record);
            writer.Write(problem);
        }
    }

    /// <summary>Opens what <see cref="Save"/> wrote.</summary>
    /// <exception cref="RollException">It is no index, or damaged.</exception>
    public static RollIndex Load(Stream input, int threads)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reader = new BinaryReader(input, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!IsIndex(reader.ReadBytes(Magic.Length))) { throw new RollException("it is no index of a register. Write one with 'hearsay rolls index'."); }
            var count = Positive(reader.ReadInt32());
            var hasFacts = reader.ReadBoolean();
            var written = new WordInterner();
            var words = Positive(reader.ReadInt32());
            for (var word = 0; word < words; word++)
            {
                if (written.Intern(reader.ReadBytes(reader.ReadUInt16())) != word) { throw Damaged(); }
            }

            var people = PeopleReader.Restore(written, count, Read(reader, count, People.Slots), Read(reader, count, 1), hasFacts ? Read(reader, count, 4) : null, ReadBooleans(reader, count), ReadProblems(reader), threads);
            return people.Words.Any(word => word < -1 || word >= words) ? throw Damaged() : new RollIndex(people);
        }
        catch (EndOfStreamException)
        {
            throw Damaged();
        }
    }

    private static RollException Damaged() => new("the index is damaged. Write it again with 'hearsay rolls index'.");

    private static int Positive(int number) => number >= 0 ? number : throw Damaged();

    private static void Write(BinaryWriter writer, int[] numbers) => writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));

    private static int[] Read(BinaryReader reader, int count, int each)
    {
        if ((long)count * each * sizeof(int) > reader.BaseStream.Length - reader.BaseStream.Position) { throw Damaged(); }
        var numbers = new int[count * each];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static bool[] ReadBooleans(BinaryReader reader, int count) =>
        reader.ReadBytes(count) is var bytes && bytes.Length == count ? [.. bytes.Select(value => value != 0)] : throw Damaged();

    private static Dictionary<int, string> ReadProblems(BinaryReader reader)
    {
        var problems = new Dictionary<int, string>();
        for (var left = reader.ReadInt32(); left > 0; left--) { problems[reader.ReadInt32()] = reader.ReadString(); }
        return problems;
    }
}
