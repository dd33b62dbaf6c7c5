using System.Text;

namespace Hearsay.Documents.Decoding;

/// <summary>Puts one U+FFFD for each byte that cannot be decoded, where .NET's own fallback puts one for a sequence of them.</summary>
internal sealed class PerByteFallback : DecoderFallback
{
    /// <summary>The most bytes that a decoder hands over at once, with room to spare: GB18030 has sequences of four.</summary>
    public override int MaxCharCount => 8;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private int count;
        private int next;

        public override int Remaining => count - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (count, next) = (bytesUnknown.Length, 0);
            return count > 0;
        }

        public override char GetNextChar() => next < count && ++next > 0 ? '\uFFFD' : '\0';

        public override bool MovePrevious() => next > 0 && --next >= 0;

        public override void Reset() => (count, next) = (0, 0);
    }
}
