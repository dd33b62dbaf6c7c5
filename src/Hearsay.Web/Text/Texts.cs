using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hearsay.Web.Text;

/// <summary>The texts of pages in the language that a page is rendered in. English texts stand where they are used, and are what a translation is looked up by; docs/texts.md tells how one is made.</summary>
public static class Texts
{
    private static readonly AsyncLocal<Translation?> Ambient = new();

    /// <summary>The translation in use; English where none was chosen.</summary>
    public static Translation Current => Ambient.Value ?? Translation.English;

    /// <summary>How numbers and days are written.</summary>
    public static CultureInfo Culture => Current.Culture;

    /// <summary>Uses a translation for what this flow of execution renders from now on.</summary>
    public static void Use(Translation translation) => Ambient.Value = translation;

    /// <summary>A text.</summary>
    public static string T(string text) => Current.Of(text);

    /// <summary>A text with values in it: <c>T($"A list of {rows}")</c> is looked up as <c>A list of {0}</c>.</summary>
    public static string T(Message message) => message.ToString();

    /// <summary>An interpolated text, taken apart into what is looked up and the values that it holds.</summary>
    [InterpolatedStringHandler]
    public readonly struct Message
    {
        private readonly StringBuilder key;
        private readonly List<object?> values;

        /// <summary>Made by the compiler.</summary>
        public Message(int literalLength, int formattedCount) => (key, values) = (new StringBuilder(literalLength + (3 * formattedCount)), new List<object?>(formattedCount));

        /// <summary>Words.</summary>
        public void AppendLiteral(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            key.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        /// <summary>A value.</summary>
        public void AppendFormatted<TValue>(TValue value)
        {
            key.Append('{').Append(values.Count).Append('}');
            values.Add(value);
        }

        /// <inheritdoc/>
        public override string ToString() => Current.Of(key.ToString(), values);
    }
}
