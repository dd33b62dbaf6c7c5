using Hearsay.Training.Language.Parsing;

namespace Hearsay.Tests.Language;

public sealed class MatrixProductTests
{
    /// <summary>Every element is summed in the order of the inner index, to the last bit, whatever the sizes and whichever way the left factor lies.</summary>
    [Theory]
    [InlineData(1, 48, 32)]
    [InlineData(7, 16, 5)]
    [InlineData(8, 48, 100)]
    [InlineData(12, 32, 192)]
    [InlineData(25, 80, 400)]
    public void Sums_are_taken_in_order(int rows, int columns, int depth)
    {
        var random = new Random(rows);
        var (left, right, start) = (Numbers(rows * depth), Numbers(depth * columns), Numbers(rows * columns));
        var (plain, plainly, across) = (start.ToArray(), start.ToArray(), start.ToArray());
        var turned = new float[left.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < depth; k++)
            {
                turned[(k * rows) + row] = left[(row * depth) + k];
                for (var column = 0; column < columns; column++)
                {
                    ref var sum = ref plain[(row * columns) + column];
                    sum = MathF.FusedMultiplyAdd(left[(row * depth) + k], right[(k * columns) + column], sum);
                }
            }
        }

        MatrixProduct.Add(left, depth, 1, right, plainly, rows, columns, depth);
        MatrixProduct.Add(turned, 1, rows, right, across, rows, columns, depth);
        Assert.Equal(plain, plainly);
        Assert.Equal(plain, across);

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble() - 0.5f)];
    }
}
