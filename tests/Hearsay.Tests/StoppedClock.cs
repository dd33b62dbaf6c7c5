namespace Hearsay.Tests;

/// <summary>A clock that always shows the same instant.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public static DateTimeOffset Now { get; } = new(2031, 4, 7, 8, 9, 10, 250, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
