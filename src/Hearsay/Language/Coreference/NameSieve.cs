using Hearsay.Packs;

namespace Hearsay.Language.Coreference;

/// <summary>Joins names: the same words, acronyms with what they stand for, surnames and short forms with the fuller name; and settles whether a name is a person's or a place's.</summary>
internal sealed class NameSieve(AnnotatedDocument document, GrammarTree tree, SourceWords words, PartyLexicon parties, NameIndex index)
{
    public void Join(List<Mention> mentions)
    {
        var names = mentions.Where(mention => mention.Kind is MentionKind.Name).ToList();
        SettleTypes(names);
        var byText = new Dictionary<string, Referent>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mention in names)
        {
            var key = Key(mention, owners);
            if (byText.TryGetValue(key, out var same)) { same.Absorb(mention.Referent); } else { byText[key] = mention.Referent; }
        }

        foreach (var (name, referent) in byText)
        {
            if (index.Expand(name) is not { } full) { continue; }
            if (byText.TryGetValue(full, out var spelled) && spelled != referent) { spelled.Absorb(referent); }
            else { referent.Name = full; }
            (spelled ?? referent).Type = ReferentType.Organisation;
        }

        Initials(byText);
        ShortForms(names);
    }

    // "OTA" beside "Oskel Telegraph Agency", though no bracket says so.
    private static void Initials(Dictionary<string, Referent> byText)
    {
        var spelled = byText.Where(entry => entry.Value.Mentions.Count > 0 && entry.Value.Type is not ReferentType.Person && entry.Key.Count(' '.Equals) >= Fewest - 1).ToLookup(entry => string.Concat(entry.Key.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0])), entry => entry.Value, StringComparer.Ordinal);
        foreach (var (name, referent) in byText)
        {
            if (name.Length < Fewest || !name.All(char.IsUpper) || referent.Mentions.Count == 0 || spelled[name].FirstOrDefault(full => full != referent && full.Mentions.Count > 0) is not { } meant) { continue; }
            meant.Absorb(referent);
            meant.Type = ReferentType.Organisation;
        }
    }

    private const int OwnerLetters = 4; // "Varnia's" and "Varnian" are one owner
    private const int Fewest = 3; // letters of an acronym

    // A single word that the models take now for a person, now for a place is what most of its mentions and their surroundings say it is.
    private void SettleTypes(List<Mention> names)
    {
        var surnames = names.Where(name => name.Type is ReferentType.Person && name.Text.Contains(' ', StringComparison.Ordinal)).Select(name => LastWord(name.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var same in names.Where(name => !name.Text.Contains(' ', StringComparison.Ordinal)).GroupBy(name => name.Text, StringComparer.Ordinal))
        {
            var (person, place, body) = (0.0, index.IsPlace(same.Key) ? 2.0 : 0.0, 0.0);
            foreach (var mention in same)
            {
                if (mention.Type is ReferentType.Person) { person += mention.Descriptors.IsEmpty ? 0.5 : 2; }
                if (mention.Type is ReferentType.Place) { place++; }
                if (mention.Type is ReferentType.Organisation) { body++; }
                if (IsOwnerOfBody(mention.Head)) { place += 1.5; }
                if (mention.Gender is not Gender.Unknown && !mention.Descriptors.IsEmpty) { person += 2; }
            }

            if (parties.Named(same.Key) is { Kind: PartyTermKind.Name or PartyTermKind.Capital }) { place += 2; }
            if (GivenNames.Contains(same.Key)) { person += 3; }
            if (surnames.Contains(same.Key) && !words.IsMedia(same.Key)) { person += 2 + body; }
            if (index.FullName(same.Key, int.MaxValue) is not null) { person += 3; }
            else if (person > 0 && HasDemonym(same.Key)) { place += 3; }
            var type = person + place + body == 0 ? ReferentType.Unknown : place >= Math.Max(person, body) ? ReferentType.Place : person >= body ? ReferentType.Person : ReferentType.Organisation;
            foreach (var mention in same.Where(mention => type is not ReferentType.Unknown && mention.Type is not ReferentType.Group))
            {
                mention.Type = mention.Referent.Type = type;
                if (type is ReferentType.Person && mention.Gender is Gender.Unknown) { mention.Gender = mention.Referent.Gender = GivenNames.OfName(mention.Text); }
            }
        }
    }

    // "Oskeland's army": the owner of a body is a state or a region more often than a person.
    private bool IsOwnerOfBody(int head) =>
        tree.Relation(head) is "nmod:poss" && tree.Head(head) is >= 0 and var owned && (words.OrganisationNouns.Contains(tree.Lemma(owned)) || words.OrganisationWords.Contains(tree.Lower(owned)));

    // "Oskelandic" beside "Oskeland", "Varnian" beside "Varnia".
    private bool HasDemonym(string name)
    {
        if (name.Length < 4) { return false; }
        demonyms ??= Demonyms();
        var stem = name.TrimEnd('a', 'e', 'o', 'y');
        return demonyms.Contains(name + "n") || demonyms.Contains(name + "ns") || demonyms.Contains(stem + "ian") || demonyms.Contains(stem + "ians") || demonyms.Contains(stem + "ic") || demonyms.Contains(stem + "ish")
            || demonyms.Contains(stem + "ese") || demonyms.Contains(stem + "an") || demonyms.Contains(stem + "ans");
    }

    private HashSet<string>? demonyms;

    private HashSet<string> Demonyms()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in document.Tokens)
        {
            if (token.Span.In(document.Text) is [var first, ..] form && char.IsUpper(first) && (form is [.., 'n'] or [.., 'n', 's'] or [.., 'i', 'c'] or [.., 'i', 's', 'h'] or [.., 'e', 's', 'e'])) { found.Add(form.ToString()); }
        }

        return found;
    }

    // "Mr. Tarn" and "Mrs. Tarn" are two, and so are "Varnia's Foreign Ministry" and "the Oskelandic Foreign Ministry"; without an owner it is that of whom the text spoke last.
    private static string Key(Mention mention, Dictionary<string, string> owners)
    {
        var text = mention.Text.TrimEnd('.').Replace('’', '\'');
        if (mention.Type is ReferentType.Organisation && text.Contains(' ', StringComparison.Ordinal))
        {
            var owner = mention.FullText?.IndexOf(mention.Text, StringComparison.Ordinal) is > 0 and var length ? mention.FullText[..Math.Min(length, OwnerLetters)] : null;
            if (owner is not null) { owners[text] = owner; }
            return owners.TryGetValue(text, out var whose) && whose is not null ? whose + '|' + text : text;
        }

        return mention.Gender is not Gender.Unknown && !text.Contains(' ', StringComparison.Ordinal) ? text + '|' + mention.Gender : text;
    }

    // Surnames, "Mr. Tarn", "the Institute": of the fuller names that fit the one that the document gives most often.
    private void ShortForms(List<Mention> names)
    {
        var byLast = names.Select(name => name.Referent).Distinct().Where(referent => referent.Name.Contains(' ', StringComparison.Ordinal))
            .SelectMany(referent => new[] { (Word: LastWord(referent.Name), Referent: referent), (Word: referent.Name.Split(' ')[0], Referent: referent) })
            .GroupBy(pair => pair.Word, pair => pair.Referent, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Distinct().ToList(), StringComparer.Ordinal);
        foreach (var referent in names.Select(name => name.Referent).Distinct().ToList())
        {
            if (referent.Mentions.Count == 0 || referent.Type is ReferentType.Place or ReferentType.Group) { continue; }
            var mention = referent.Mentions[0];
            var parts = mention.Text.Split(' ');
            if (parts.Length > 3) { continue; }
            var meant = byLast.GetValueOrDefault(parts[^1])?.Where(full => full.Mentions.Count > 0 && full != referent && IsShortFor(parts, referent, full)).MaxBy(full => full.Mentions.Count);
            if (meant is not null) { meant.Absorb(referent); }
            else if (parts.Length == 1 && referent.Type is ReferentType.Person && index.FullName(parts[0], tree.Span(mention.Head).Start) is { } name) { referent.Name = name; }
        }
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsShortFor(string[] parts, Referent mention, Referent full)
    {
        var whole = full.Name.Split(' ');
        if (whole.Length <= parts.Length) { return false; }
        if (full.Type is ReferentType.Person)
        {
            var agree = mention.Gender is Gender.Unknown || full.Gender is Gender.Unknown || mention.Gender == full.Gender;
            return (mention.Type is ReferentType.Person or ReferentType.Unknown && agree && whole[^1] == parts[^1] && (parts.Length == 1 || parts[0] == whole[0] || parts[0].EndsWith('.')))
                || (parts.Length == 1 && parts[0] == whole[0] && mention.Type is ReferentType.Person or ReferentType.Unknown && (GivenNames.Contains(parts[0]) || IsSurnameFirst(whole)));
        }

        return full.Type is ReferentType.Organisation && mention.Type is ReferentType.Organisation or ReferentType.Unknown && whole[^1] == parts[^1] && Array.TrueForAll(parts, whole.Contains) && IsSameOwner(parts, mention, whole);
    }

    // "Yu Yong-weon", "Kim Jong-un": a given name of two syllables behind a short surname.
    private static bool IsSurnameFirst(string[] whole) =>
        whole is [{ Length: <= 5 }, var given] && given.IndexOf('-', StringComparison.Ordinal) is > 1 and var hyphen && hyphen + 1 < given.Length && char.IsLower(given[hyphen + 1]);

    // "Varnia's Foreign Ministry" is no short form of "the Oskelandic Foreign Ministry".
    private static bool IsSameOwner(string[] parts, Referent mention, string[] whole)
    {
        var own = mention.Name.Split(' ');
        return own.Length <= parts.Length || own[0].Length < OwnerLetters || Array.Exists(whole, word => word.StartsWith(own[0][..OwnerLetters], StringComparison.Ordinal));
    }
}
