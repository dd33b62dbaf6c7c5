using Hearsay.Models;

namespace Hearsay.Tests.Models;

public sealed class IntegerProductTests
{
    [Theory]
    [InlineData(1, 16, 2)]
    [InlineData(3, 32, 16)]
    [InlineData(4, 48, 64)]
    [InlineData(5, 64, 96)]
    [InlineData(23, 80, 192)]
    public void Vectors_and_plain_sums_agree(int rows, int columns, int depth)
    {
        var random = new Random(rows);
        var stride = depth + 6;
        var left = Enumerable.Range(0, rows * stride).Select(_ => (short)random.Next(-3000, 3000)).ToArray();
        var packed = IntegerProduct.Pack([.. Enumerable.Range(0, depth * columns).Select(_ => (short)random.Next(-3000, 3000))], depth, columns);
        var (fast, plain) = (new int[rows * columns], new int[rows * columns]);
        IntegerProduct.Multiply(left, stride, packed, fast, rows, columns, depth);
        IntegerProduct.MultiplyPlainly(left, stride, packed, plain, rows, columns, depth);
        Assert.Equal(plain, fast);
    }

    [Fact]
    public void A_product_is_rows_by_columns()
    {
        var packed = IntegerProduct.Pack([.. Enumerable.Range(0, 2 * 16).Select(i => (short)i)], 2, 16);
        var result = new int[16];
        IntegerProduct.Multiply([10, 1], 2, packed, result, 1, 16, 2);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (10 * i) + 16 + i), result);
    }

    [Fact]
    public void Room_that_is_too_small_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IntegerProduct.Multiply(new short[4], 2, new short[32], new int[31], 2, 16, 2));
}
