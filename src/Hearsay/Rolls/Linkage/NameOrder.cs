namespace Hearsay.Rolls.Linkage;

/// <summary>Tells surname, given name and patronymic of full names apart, by a comma, by capitals, by form, and by which words are given names.</summary>
internal static class NameOrder
{
    /// <summary>Puts the words of a piece's records into their places.</summary>
    public static void Arrange(People people, EncodedPiece piece, int start)
    {
        Span<int> written = stackalloc int[People.Slots];
        for (var record = 0; record < piece.Count; record++)
        {
            var words = people.Words.AsSpan((start + record) * People.Slots, People.Slots);
            var count = piece.Counts[record];
            if (count < 2) { continue; }
            words.CopyTo(written);
            var (surname, given, patronymic, known) = Order(people, written[..count], piece.Commas[record]);
            words.Fill(-1);
            words[People.Surname] = written[surname];
            words[People.Given] = written[given];
            if (patronymic >= 0) { words[People.Patronymic] = written[patronymic]; }
            for (var at = 0; at < count; at++)
            {
                if (at != surname && at != given && at != patronymic) { words[People.Extra] = written[at]; }
            }

            people.OrderKnown[start + record] = known;
        }
    }

    private static (int Surname, int Given, int Patronymic, bool Known) Order(People people, ReadOnlySpan<int> written, int comma)
    {
        var count = written.Length;
        var patronymic = count < 3 ? -1 : FindPatronymic(people, written);
        if (comma > 0 && comma < count)
        {
            return count == 2 ? (0, 1, -1, true) : (0, comma, patronymic > comma ? patronymic : comma + 1 < count ? comma + 1 : -1, true);
        }

        if (patronymic > 0)
        {
            var given = patronymic - 1; // a patronymic follows its given name, whichever side the surname is on
            var surname = patronymic == count - 1 ? 0 : count - 1;
            return surname == given ? (count - 1 == patronymic ? given : count - 1, given, patronymic, false) : (surname, given, patronymic, true);
        }

        var capitals = Capitals(people, written);
        if (count == 2)
        {
            if (capitals >= 0) { return (capitals, 1 - capitals, -1, true); }
            var (first, second) = (IsGiven(people, written[0]), IsGiven(people, written[1]));
            return first == second ? (1, 0, -1, false) : first ? (1, 0, -1, true) : (0, 1, -1, true);
        }

        if (capitals >= 0) { return capitals == 0 ? (0, 1, 2, true) : (capitals, 0, 1, true); }
        return !IsGiven(people, written[0]) && IsGiven(people, written[1]) && !IsGiven(people, written[^1]) ? (0, 1, 2, true) : (count - 1, 0, 1, false);
    }

    private static int FindPatronymic(People people, ReadOnlySpan<int> written)
    {
        var weak = -1;
        for (var at = written.Length - 1; at > 0; at--)
        {
            if (people.Known[written[at]] is not { } word) { continue; }
            if (word.IsPatronymic && (people.Known[written[at - 1]] is not { IsPatronymic: true } || at == 1)) { return at; }
            if (word.HasFatherEnding && weak < 0) { weak = at; }
        }

        return weak;
    }

    // The one word in capitals where others are not; -1 where there is none.
    private static int Capitals(People people, ReadOnlySpan<int> written)
    {
        var found = -1;
        for (var at = 0; at < written.Length; at++)
        {
            var text = System.Text.Encoding.UTF8.GetString(people.Written[written[at]]);
            if (text.Length < 2 || text.AsSpan().ContainsAnyInRange('a', 'z') || text.Any(char.IsLower)) { continue; }
            if (found >= 0) { return -1; }
            found = at;
        }

        return found;
    }

    private static bool IsGiven(People people, int word) => people.Known[word] is { Given.IsEmpty: false } or { IsInitial: true };
}
