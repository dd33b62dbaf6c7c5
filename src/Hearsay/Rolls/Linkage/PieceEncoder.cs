using System.Text;

namespace Hearsay.Rolls.Linkage;

/// <summary>Turns the cells of a piece into numbers: words by the worker's own interner, dates packed.</summary>
internal sealed class PieceEncoder(RollColumns columns, WordInterner interner)
{
    private static readonly System.Buffers.SearchValues<byte> Marks = System.Buffers.SearchValues.Create(".-()\"'"u8);
    private static readonly byte[][] Particles = [.. "de del der den di da dos das du la le van von vom zu zum bin ibn ben bint al el abu ould ag und y e і и та".Split(' ').Select(Encoding.UTF8.GetBytes)];
    private readonly int name = columns[RollField.Name], surname = columns[RollField.Surname], given = columns[RollField.Given], patronymic = columns[RollField.Patronymic], born = columns[RollField.BirthDate];
    private readonly int[] facts = [columns[RollField.Rank], columns[RollField.Unit], columns[RollField.Place], columns[RollField.Sex]];
    private readonly int[] buffer = new int[16];
    private int commaAfter;

    public EncodedPiece Encode(RollBatch batch)
    {
        var piece = new EncodedPiece(batch.Count, facts.Any(column => column >= 0));
        for (var record = 0; record < batch.Count; record++)
        {
            Encode(batch, record, piece, piece.Words.AsSpan(record * People.Slots, People.Slots));
        }

        return piece;
    }

    private void Encode(RollBatch batch, int record, EncodedPiece piece, Span<int> words)
    {
        words.Fill(-1);
        if (batch.Problem(record) is { } malformed) { piece.Problems.Add(record, malformed); }
        if (surname >= 0)
        {
            EncodeColumns(batch, record, words);
            piece.OrderKnown[record] = true;
        }
        else
        {
            var count = Split(batch.Cell(record, name));
            piece.Counts[record] = (byte)Math.Min(count, People.Slots);
            buffer.AsSpan(0, Math.Min(count, People.Slots)).CopyTo(words);
            piece.Commas[record] = (byte)Math.Min(commaAfter, 255);
        }

        if (words.IndexOfAnyExcept(-1) < 0) { piece.Problems.TryAdd(record, "there is no name"); }
        if (born >= 0)
        {
            var (value, problem) = Born(batch.Cell(record, born));
            piece.Born[record] = value;
            if (problem is not null) { piece.Problems.TryAdd(record, problem); }
        }

        if (piece.Facts is { } known)
        {
            for (var fact = 0; fact < 4; fact++)
            {
                var cell = batch.Cell(record, facts[fact]).Trim((byte)' ');
                known[(record * 4) + fact] = cell.IsEmpty ? -1 : interner.Intern(cell);
            }
        }
    }

    private void EncodeColumns(RollBatch batch, int record, Span<int> words)
    {
        var count = Split(batch.Cell(record, surname));
        if (count > 0) { words[People.Surname] = buffer[0]; }
        if (count > 1) { words[People.Extra] = buffer[1]; }
        count = Split(batch.Cell(record, given));
        if (count > 0) { words[People.Given] = buffer[0]; }
        var second = count > 1 ? buffer[1] : -1;
        count = Split(batch.Cell(record, patronymic));
        words[People.Patronymic] = count > 0 ? buffer[0] : second;
        if (count > 0 && second >= 0 && words[People.Extra] < 0) { words[People.Extra] = second; }
    }

    /// <summary>Interns the words of a cell into the buffer; particles are no words where others are.</summary>
    private int Split(ReadOnlySpan<byte> cell)
    {
        var count = 0;
        commaAfter = 0;
        if (cell.IndexOf("\u00A0"u8) >= 0) { cell = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cell).Replace('\u00A0', ' ')); }
        while (!cell.IsEmpty && count < buffer.Length)
        {
            var end = cell.IndexOfAny(" ,\t"u8);
            var word = end < 0 ? cell : cell[..end];
            var rest = end < 0 ? default : cell[(end + 1)..];
            if (word.ContainsAnyExcept(Marks) && !(count > 0 && !rest.IsEmpty && IsParticle(word))) { buffer[count++] = interner.Intern(word); }
            if (end >= 0 && cell[end] == ',' && commaAfter == 0) { commaAfter = count; }
            cell = rest;
        }

        return count;
    }

    private static bool IsParticle(ReadOnlySpan<byte> word)
    {
        if (word.Length > 4) { return false; }
        foreach (var particle in Particles)
        {
            if (word.SequenceEqual(particle)) { return true; }
        }

        return false;
    }

    private static BirthDate Born(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 10 && Fast(cell) is > 0 and var value) { return new BirthDate(value); }
        if (cell.Length > 200) { cell = cell[..200]; }
        Span<char> text = stackalloc char[cell.Length];
        return BirthDate.Parse(text[..Encoding.UTF8.GetChars(cell, text)]);
    }

    // 03.05.1991 and 1991-05-03, where they exist.
    private static int Fast(ReadOnlySpan<byte> cell)
    {
        var (year, month, day) = cell[2] == '.' && cell[5] == '.' ? (Number(cell[6..]), Number(cell[3..5]), Number(cell[..2]))
            : cell[4] == '-' && cell[7] == '-' ? (Number(cell[..4]), Number(cell[5..7]), Number(cell[8..])) : default;
        return year is >= 1900 and <= 2030 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (year * 10000) + (month * 100) + day : 0;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit)) { return -1; }
            value = (value * 10) + (digit - '0');
        }

        return value;
    }
}

/// <summary>A piece's records with words numbered by one worker.</summary>
internal sealed class EncodedPiece(int count, bool withFacts)
{
    public int Count => count;
    public int[] Words { get; } = new int[count * People.Slots];
    public int[] Born { get; } = new int[count];
    public int[]? Facts { get; } = withFacts ? new int[count * 4] : null;
    public bool[] OrderKnown { get; } = new bool[count];
    public byte[] Counts { get; } = new byte[count]; // words of a full name
    public byte[] Commas { get; } = new byte[count]; // words before a comma in a full name
    public Dictionary<int, string> Problems { get; } = [];
}
