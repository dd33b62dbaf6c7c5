using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Language.Coreference;

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
        Span<byte> own = stackalloc byte[classes.Length];
        classes.CopyTo(own);
        AddGivenNames(text, tokens, own);
        DropDates(text, tokens, own);
        for (var i = 0; i < tokens.Length;)
        {
            var end = i + 1;
            if (own[i] == (byte)EntityClass.None)
            {
                if (RoleEnd(text, tokens, own, tags, i) is var role and > 0)
                {
                    entities.Add(new Entity(new TextSpan(tokens[i].Span.Start, tokens[role - 1].Span.End), EntityType.Role));
                    end = role;
                }

                i = end;
                continue;
            }

            while (end < tokens.Length && own[end] == own[i])
            {
                end++;
            }

            if (own[i] == (byte)EntityClass.Organisation) { end = EndOfTask(text, tokens, own, i, end); }
            var type = (EntityClass)own[i] switch
            {
                EntityClass.Person => EntityType.Person,
                EntityClass.Organisation => EntityType.Organisation,
                EntityClass.Place => EntityType.Place,
                _ => IsGroup(tokens[end - 1].Span.In(text), tags[end - 1]) ? EntityType.Group : (EntityType?)null,
            };
            if (type is { } found)
            {
                if (found is EntityType.Organisation or EntityType.Person && HolderOf(text, tokens, i, end, found is EntityType.Person) is var holder and > 0)
                {
                    AddOffice(text, tokens, i, holder, entities);
                    entities.Add(new Entity(new TextSpan(tokens[holder].Span.Start, tokens[end - 1].Span.End), EntityType.Person));
                }
                else
                {
                    entities.Add(new Entity(new TextSpan(tokens[i].Span.Start, tokens[end - 1].Span.End), found));
                }
            }

            i = end;
        }
    }

    // "On 3 April TASS reported", "in March Orlik said": the month belongs to the date, and to nobody's name.
    private static void DropDates(string text, ReadOnlySpan<Token> tokens, Span<byte> classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == 0 || (i > 0 && classes[i - 1] == classes[i]) || !CalendarNames.Contains(tokens[i].Span.In(text))) { continue; }
            var before = i > 0 ? tokens[i - 1].Span.In(text) : default;
            if (before is "on" or "On" or "in" or "In" or "by" or "By" or "since" or "Since" or "until" or "Until" or "late" or "early" or "last" or "Last" or "this" or "next" or "of" || (!before.IsEmpty && char.IsAsciiDigit(before[0]))) { classes[i] = 0; }
        }
    }

    // "Foreign Minister Ivo Tarn", where the model saw a person in the surname alone.
    private static void AddGivenNames(string text, ReadOnlySpan<Token> tokens, Span<byte> classes)
    {
        const byte Person = (byte)EntityClass.Person;
        for (var i = 1; i < classes.Length; i++)
        {
            var alone = classes[i] == Person && classes[i - 1] != Person && !(i + 1 < classes.Length && classes[i + 1] == Person);
            if (alone && GivenNames.Contains(tokens[i - 1].Span.In(text)) && tokens[i].Span.Start - tokens[i - 1].Span.End == 1) { classes[i - 1] = Person; }
        }
    }

    // "Harbour Board for the Care of Seamen at Sea", where the model cut off what the body is for, or took it for another's name.
    private static int EndOfTask(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> classes, int start, int end)
    {
        const byte Body = (byte)EntityClass.Organisation;
        var hasTask = false;
        for (var t = start + 1; t + 1 < end; t++) { hasTask |= tokens[t].Span.In(text) is "for"; }
        if (end + 2 < tokens.Length && tokens[end].Span.In(text) is "for" && tokens[end + 1].Span.In(text) is "the" && classes[end + 2] == Body)
        {
            hasTask = true;
            end += 2;
            while (end < tokens.Length && classes[end] == Body) { end++; }
        }

        while (hasTask && end + 1 < tokens.Length && tokens[end].Span.In(text) is "of" && classes[end + 1] is not ((byte)EntityClass.Person or (byte)EntityClass.Place) && char.IsUpper(text[tokens[end + 1].Span.Start])) { end += 2; }
        return end;
    }

    // "Harbour Board Spokesman Ivo Tarn", where the model took a body, an office in capitals and its holder for one name: the place of the holder's name; 0 where there is none.
    private static int HolderOf(string text, ReadOnlySpan<Token> tokens, int start, int end, bool isPerson)
    {
        // "Defender of Varnia Ivo Tarn"
        for (var i = start; i + 4 < end && (isPerson || GivenNames.Contains(tokens[end - 2].Span.In(text))); i++)
        {
            if (Roles.Contains(tokens[i].Span.In(text)) && tokens[i + 1].Span.In(text) is "of") { return end - 2; }
        }

        for (var i = end - 2; i > start; i--)
        {
            if (!Roles.Contains(tokens[i].Span.In(text))) { continue; }
            var name = i + 1;
            var words = new TextSpan(tokens[name].Span.Start, tokens[end - 1].Span.End).SliceOf(text);
            return end - name is 2 or 3 && (GivenNames.Contains(words.Split(' ')[0]) || GivenNames.OfName(words) is not Gender.Unknown) ? name : 0;
        }

        return 0;
    }

    private static void AddOffice(string text, ReadOnlySpan<Token> tokens, int start, int holder, ImmutableArray<Entity>.Builder entities)
    {
        var role = holder - 1;
        while (role > start && (Roles.Contains(tokens[role - 1].Span.In(text)) || Modifiers.Contains(tokens[role - 1].Span.In(text)))) { role--; }
        if (role > start) { entities.Add(new Entity(new TextSpan(tokens[start].Span.Start, tokens[role - 1].Span.End), EntityType.Organisation)); }
        entities.Add(new Entity(new TextSpan(tokens[role].Span.Start, tokens[holder - 1].Span.End), EntityType.Role));
    }

    /// <summary>The end of an office or rank that begins at <paramref name="start"/>, as an index of a token; 0 where none does.</summary>
    private static int RoleEnd(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> classes, ReadOnlySpan<string> tags, int start)
    {
        var end = start;
        var noun = 0;
        while (end < tokens.Length && classes[end] == (byte)EntityClass.None)
        {
            var word = tokens[end].Span.In(text);
            if (tags[end] is "NN" or "NNP" or "JJ" or "VB" or "VBP" && Roles.Contains(word))
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
