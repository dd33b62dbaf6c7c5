using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hearsay.Language;

/// <summary>
/// Makes mentions of entities out of classes of tokens. Persons, bodies and places are the model's. Of its other names those that are words for people (an ending such as "-ian",
/// the tag of a plural name or an adjective) are groups; the rest are dropped. Roles come from a list of offices and ranks: before a person's name, or as "the defence minister".
/// </summary>
internal static class EntityAssembler
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Roles = LanguageRules.ReadSet("English", "roles");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = LanguageRules.ReadSet("English", "role-modifiers");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = LanguageRules.ReadSet("English", "determiners");
    private static readonly string[] GroupEndings = ["an", "ans", "ese", "ish", "ist", "ists", "crat", "crats", "cratic", "ic", "im", "ims", "ite", "ites", "ive", "ives", "eli", "elis", "aqi", "aqis", "ani", "anis", "ch", "ew", "ews", "ino", "inos"];

    /// <summary>Adds the mentions of one sentence, in text order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">The sentence.</param>
    /// <param name="classes">The model's class of each token.</param>
    /// <param name="tags">The tag of each token.</param>
    /// <param name="entities">Where the mentions go.</param>
    public static void Add(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> classes, ReadOnlySpan<string> tags, ImmutableArray<Entity>.Builder entities)
    {
        for (var i = 0; i < tokens.Length;)
        {
            var end = i + 1;
            if (classes[i] == (byte)EntityClass.None)
            {
                if (RoleEnd(text, tokens, classes, tags, i) is var role and > 0)
                {
                    entities.Add(new Entity(new TextSpan(tokens[i].Span.Start, tokens[role - 1].Span.End), EntityType.Role));
                    end = role;
                }

                i = end;
                continue;
            }

            while (end < tokens.Length && classes[end] == classes[i])
            {
                end++;
            }

            var type = (EntityClass)classes[i] switch
            {
                EntityClass.Person => EntityType.Person,
                EntityClass.Organisation => EntityType.Organisation,
                EntityClass.Place => EntityType.Place,
                _ => IsGroup(tokens[end - 1].Span.In(text), tags[end - 1]) ? EntityType.Group : (EntityType?)null,
            };
            if (type is { } found)
            {
                entities.Add(new Entity(new TextSpan(tokens[i].Span.Start, tokens[end - 1].Span.End), found));
            }

            i = end;
        }
    }

    /// <summary>The end of an office or rank that begins at <paramref name="start"/>, as an index of a token; 0 where none does.</summary>
    private static int RoleEnd(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> classes, ReadOnlySpan<string> tags, int start)
    {
        var end = start;
        var noun = 0;
        while (end < tokens.Length && classes[end] == (byte)EntityClass.None)
        {
            var word = tokens[end].Span.In(text);
            if (Roles.Contains(word) && tags[end] is "NN" or "NNP" or "JJ" or "VB" or "VBP")
            {
                noun = end + 1;
            }
            else if (!Modifiers.Contains(word))
            {
                break;
            }

            end++;
        }

        if (noun == 0)
        {
            return 0;
        }

        var beforePerson = noun == end && end < tokens.Length && classes[end] == (byte)EntityClass.Person;
        var afterDeterminer = start > 0 && Determiners.Contains(tokens[start - 1].Span.In(text)) && !(end < tokens.Length && tags[end] is "NN" or "NNS" or "NNP" or "NNPS");
        var isNoun = tags[noun - 1] is "NN" or "NNP";
        return isNoun && (beforePerson || (afterDeterminer && noun == end)) ? noun : 0;
    }

    private static bool IsGroup(ReadOnlySpan<char> word, string tag)
    {
        if (tag is "NNPS" || tag is "JJ")
        {
            return true;
        }

        foreach (var ending in GroupEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
