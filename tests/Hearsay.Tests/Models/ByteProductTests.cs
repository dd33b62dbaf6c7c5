using Hearsay.Models;

namespace Hearsay.Tests.Models;

public sealed class ByteProductTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(5, 32)]
    [InlineData(6, 64)]
    [InlineData(23, 256)]
    [InlineData(400, 16)]
    public void Vectors_and_plain_sums_agree(int rows, int depth)
    {
        var random = new Random(rows);
        var left = new byte[ByteProduct.Padded(rows) * depth];
        random.NextBytes(left);
        sbyte[] panel = [.. Enumerable.Range(0, depth * ByteProduct.Panel).Select(_ => (sbyte)random.Next(-32, 33))];
        Compare(left, panel, rows, depth);
    }

    /// <summary>Where every byte and weight is as large as may be, nothing is cut off on the way.</summary>
    [Theory]
    [InlineData(32, 32)]
    [InlineData(-32, -32)]
    [InlineData(127, 1)]
    [InlineData(-127, -1)]
    public void The_largest_products_are_exact(int first, int second)
    {
        const int Depth = 64;
        var left = new byte[ByteProduct.Padded(7) * Depth];
        left.AsSpan().Fill(255);
        var panel = new sbyte[Depth * ByteProduct.Panel];
        for (var column = 0; column < ByteProduct.Panel; column++)
        {
            for (var row = 0; row < Depth; row++)
            {
                // Four whose products are summed in 16 bits: two rows and the two that come four rows later.
                panel[ByteProduct.PlaceOf(row, column, Depth)] = (sbyte)((row & 5) == 0 ? first : Math.Abs(first) == 127 && (row & 5) != 4 ? 0 : second);
            }

            Assert.True(ByteProduct.IsExact(panel, Depth, column));
        }

        Compare(left, panel, 7, Depth);
        panel[ByteProduct.PlaceOf(9, 5, Depth)] += (sbyte)Math.Sign(second);
        panel[ByteProduct.PlaceOf(12, 5, Depth)] += (sbyte)Math.Sign(second);
        Assert.False(ByteProduct.IsExact(panel, Depth, 5));
    }

    [Fact]
    public void A_matrix_is_rounded_to_within_half_a_step()
    {
        var random = new Random(4);
        const int Depth = 32, Columns = 50;
        float[] matrix = [.. Enumerable.Range(0, Depth * Columns).Select(_ => (float)(random.NextDouble() - 0.5))];
        var rounded = ByteMatrix.Of(matrix, Depth, Columns, unit: 32);
        Assert.Equal(96, rounded.Columns);
        for (var column = 0; column < Columns; column++)
        {
            var step = rounded.Factors[column] / (32.0 * (1 << ByteMatrix.Bits));
            Assert.InRange(step, 0.5 / 127 / 2, 0.5 / 25);
            for (var row = 0; row < Depth; row++)
            {
                Assert.Equal(matrix[(row * Columns) + column], rounded.Packed.Span[ByteProduct.PlaceOf(row, column, Depth)] * step, step / 1.99);
            }
        }
    }

    [Theory]
    [InlineData(1e4f)]
    [InlineData(1e9f)]
    [InlineData(0f)]
    public void A_matrix_however_large_does_not_overflow(float size)
    {
        float[] matrix = [.. Enumerable.Range(0, 16 * 48).Select(i => i % 3 == 0 ? -size : size)];
        var rounded = ByteMatrix.Of(matrix, 16, 48, unit: 32);
        using var file = new MemoryStream();
        rounded.WriteTo(new BinaryWriter(file));
        file.Position = 0;
        Assert.Equal(rounded.Packed.ToArray(), ByteMatrix.ReadFrom(new BinaryReader(file), 16, 48).Packed.ToArray());
    }

    [Fact]
    public void Room_that_is_too_small_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ByteProduct.Multiply(new byte[8], new sbyte[8 * 48], new int[48], new int[6 * 48], 1, 8));

    private static void Compare(byte[] left, sbyte[] panel, int rows, int depth)
    {
        int[] start = [.. Enumerable.Range(-20, ByteProduct.Panel)];
        var (fast, plain) = (new int[ByteProduct.Padded(rows) * ByteProduct.Panel], new int[ByteProduct.Padded(rows) * ByteProduct.Panel]);
        ByteProduct.Multiply(left, panel, start, fast, rows, depth);
        ByteProduct.MultiplyPlainly(left, panel, start, plain, rows, depth);
        Assert.Equal(plain.AsSpan(0, rows * ByteProduct.Panel), fast.AsSpan(0, rows * ByteProduct.Panel));
    }
}
