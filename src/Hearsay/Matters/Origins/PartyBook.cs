using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>
/// Who is who in a matter: the same name in several documents is one party, a spokesman and the body that he is introduced as speaking for are one voice,
/// and a project is the voice of the bodies that its description names. Sources without a name stay apart, document by document.
/// </summary>
internal sealed partial class PartyBook
{
    /// <summary>What the reason says where a project and a body are held to be one.</summary>
    public const string ProjectReason = " is a project of ";

    private const int LongestIntroduction = 160;

    private static readonly SearchValues<string> Projects = SearchValues.Create(["project", "channel", "initiative", "program", "service", " arm "], StringComparison.Ordinal);

    private readonly UnionFind union = new();
    private readonly Dictionary<string, SortedSet<string>> names = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> namesOf; // by the key that stands for a party

    /// <summary>Learns who is who and gives every passage its speaker.</summary>
    public PartyBook(IReadOnlyCollection<Passage> passages)
    {
        foreach (var document in passages.Select(passage => passage.Document).DistinctBy(document => document.Sha256, StringComparer.Ordinal)) { JoinProjects(document); }
        foreach (var passage in passages) { passage.Speaker = Introduce(passage); }
        JoinTitled(passages);
        foreach (var passage in passages) { passage.Speaker = passage.Speaker with { Key = union.Find(passage.Speaker.Key) }; }
        namesOf = names.SelectMany(entry => entry.Value.Select(name => (Key: union.Find(entry.Key), Name: name))).Distinct().OrderBy(pair => pair.Name, StringComparer.Ordinal).ToLookup(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal);
    }

    // "Human Rights Commissioner Ludmila Vestrakova" ends in somebody's whole name.
    private void JoinTitled(IReadOnlyCollection<Passage> passages)
    {
        var people = passages.Where(passage => passage.Statement.Source?.Type is SourceType.Person && passage.Speaker.IsNamed).Select(passage => PartyNames.Fold(passage.Speaker.Name)).Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Index().ToDictionary(person => person.Item, person => person.Index, StringComparer.Ordinal);
        foreach (var party in passages.Select(passage => passage.Speaker).Where(party => party is { IsNamed: true, IsOutlet: false }).DistinctBy(party => party.Name, StringComparer.Ordinal))
        {
            var folded = PartyNames.Fold(party.Name);
            var endings = Enumerable.Range(0, folded.Length).Where(i => folded[i] == ' ').Select(i => folded[(i + 1)..]).Where(people.ContainsKey);
            if (endings.MinBy(name => people[name]) is { } person) { union.Union(party.Key, PartyNames.Surname(person), $"{party.Name} is named in full"); }
        }
    }

    /// <summary>The key that stands for a body of this name, as far as names alone tell.</summary>
    public string KeyOf(string name) => union.Find(PartyNames.Fold(name));

    /// <summary>Who does the counting or telling in the content's own words: "Varninform has counted 62", "…, the Way Home project reported". Null where nobody does.</summary>
    public static string? CreditedWithin(Passage passage) => Tells().Match(passage.Quote(400)) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>Who is said to have passed on the words of a source without a name: "quoted by the channel Signal 12". Null where nobody is.</summary>
    public static string? CarrierOf(Passage passage)
    {
        if (passage.Statement.Source is not { Span: { } span } source || passage.Speaker.IsNamed && source.Type is not SourceType.Unnamed) { return null; }
        return Carrier().Match(span.SliceOf(passage.Document.Text)) is { Success: true } match ? match.Groups["name"].Value : null;
    }

    /// <summary>All names of a party, sorted.</summary>
    public ImmutableArray<string> NamesOf(string key) => [.. namesOf[key]];

    /// <summary>Why they are held to be one.</summary>
    public IEnumerable<string> Why(string key) => union.Reasons(key);

    private Party Introduce(Passage passage)
    {
        var document = passage.Document;
        if (passage.Statement.Source is not { } source || source.Basis is SourceBasis.Outlet || IsTheOutlet(source, document))
        {
            var outlet = document.Outlet ?? document.Title ?? $"document {document.Sha256[..12]}";
            if (CreditedWithin(passage) is { } credited && PartyNames.Fold(credited) != PartyNames.Fold(outlet) && !PartyNames.IsGeneric(PartyNames.Fold(credited)))
            {
                return Note(new Party(PartyNames.Fold(credited), credited, true, false));
            }

            return Note(new Party(OutletKey(outlet), outlet, true, true));
        }

        if (source.Span is { } words && NameWithin(words.SliceOf(document.Text), source) is { } within)
        {
            source = source with { Name = within.Name, Type = within.Type };
        }

        if (PartyNames.IsNameless(source)) { return new Party($"unnamed {PartyNames.Fold(source.Name)} in {document.Sha256}", source.Name, false, false); }
        var key = PartyNames.Fold(source.Name);
        if (source.Type is SourceType.Person && PartyNames.IsWholeName(source.Name)) { key = PartyNames.Surname(key); }
        if (PartyNames.IsGeneric(key)) { key = $"{key} in {document.Sha256}"; }
        if (source.Span is { } span)
        {
            foreach (var body in BodiesOf(document.Text, span)) { SpeaksFor(key, source.Name, body); }
        }

        foreach (Match match in OfficeOf().Matches(source.Name)) { SpeaksFor(key, source.Name, match.Groups["body"].Value); }

        return Note(new Party(key, source.Name, true, false));
    }

    // Where the resolved name is a mere role or text, the words themselves may still name somebody: "its spokesman, Colonel Arkady Polvenin", "a post published by Way Home".
    private static (string Name, SourceType Type)? NameWithin(string words, StatementSource source)
    {
        var role = PartyNames.IsNameless(source) || PartyNames.IsGeneric(PartyNames.Fold(source.Name)) || source.Name.StartsWith("Its ", StringComparison.OrdinalIgnoreCase) || IsRole(source.Name);
        if (role && PersonAfterRole().Match(words) is { Success: true } person) { return (person.Groups["name"].Value, SourceType.Person); }
        if (role && NamedThing().Match(words) is { Success: true } thing) { return (thing.Groups["name"].Value, SourceType.Organisation); }
        return source.Type is SourceType.Document && PublishedBy().Match(words) is { Success: true } publisher ? (publisher.Groups["name"].Value, SourceType.Organisation) : null;
    }

    private static bool IsRole(string name) => RoleOf().IsMatch(name) || !name.Contains(' ', StringComparison.Ordinal);

    private void SpeaksFor(string key, string name, string body)
    {
        var bodyKey = PartyNames.Fold(body);
        if (PartyNames.IsGeneric(bodyKey) || bodyKey is "the" || bodyKey == key || bodyKey.EndsWith(key, StringComparison.Ordinal)) { return; }
        union.Union(key, bodyKey, $"{name} speaks for {body}");
        Remember(bodyKey, body);
    }

    private Party Note(Party party)
    {
        Remember(party.Key, party.Name);
        return party;
    }

    private void Remember(string key, string name)
    {
        if (!names.TryGetValue(key, out var known)) { names[key] = known = new SortedSet<string>(StringComparer.Ordinal); }
        known.Add(name);
    }

    private static string OutletKey(string outlet) => "outlet " + PartyNames.Fold(outlet);

    private static bool IsTheOutlet(StatementSource source, Document document) =>
        source.Name is "We" or "we" or "I" || (document.Outlet is { } outlet && PartyNames.Fold(outlet) == PartyNames.Fold(source.Name));

    private static string Initials(string body) => string.Concat(body.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]));

    // The bodies for which the words around a source say that it speaks.
    private static IEnumerable<string> BodiesOf(string text, TextSpan span)
    {
        var words = span.SliceOf(text).ReplaceLineEndings(" ");
        if (words.Length > LongestIntroduction) { words = words[..LongestIntroduction]; }
        foreach (Match match in OfficeOf().Matches(words)) { yield return match.Groups["body"].Value.Trim(); }
        foreach (Match match in BodysOffice().Matches(words)) { yield return match.Groups["body"].Value.Trim(); }
        if (span.End >= text.Length || text[span.End] != ',') { yield break; }
        var after = text.Substring(span.End, Math.Min(LongestIntroduction, text.Length - span.End)).ReplaceLineEndings(" ");
        if (OfficeAfter().Match(after) is { Success: true } office) { yield return office.Groups["body"].Value.Trim(); }
    }

    private void JoinProjects(Document document)
    {
        foreach (var block in document.Blocks.Where(block => block.IsLanguage && block.Role is not BlockRole.Comment))
        {
            var text = block.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (!text.AsSpan().ContainsAny(Projects)) { continue; } // the expressions are slow
            foreach (var match in ProjectOf().Matches(text).Concat(RunBy().Matches(text)))
            {
                // "The project, which is run by …": the one that the document has named.
                var project = match.Groups["project"] is { Success: true } named ? named.Value : ProjectNamed().Match(document.Text).Groups["name"].Value;
                if (project.Length == 0) { continue; }
                var key = PartyNames.Fold(project);
                union.Union(OutletKey(project), key, $"{project} speaks for itself");
                foreach (var body in match.Groups["bodies"].Value.Split([" and the ", " and "], StringSplitOptions.RemoveEmptyEntries))
                {
                    var bodyKey = PartyNames.Fold(body);
                    if (PartyNames.IsGeneric(bodyKey)) { continue; }
                    union.Union(key, bodyKey, project + ProjectReason + body.Trim());
                    if (Initials(body) is { Length: > 2 } initials && document.Text.Contains($"({initials})", StringComparison.Ordinal)) { union.Union(bodyKey, PartyNames.Fold(initials), $"{initials} stands for {body.Trim()}"); }
                    Remember(key, project);
                    Remember(bodyKey, body.Trim());
                    if (bodyKey.LastIndexOf(" of ", StringComparison.Ordinal) is > 3 and var of && !PartyNames.IsGeneric(bodyKey[..of])) { union.Union(bodyKey, bodyKey[..of], project + ProjectReason + body.Trim()); }
                }
            }
        }
    }

    [GeneratedRegex(@"^(?:[^,]{3,90}, )(?:(?:\p{Lu}\p{Ll}{1,10}\.? ){0,3}?)(?<name>\p{Lu}[\p{L}’'-]{1,30} \p{Lu}[\p{L}’'-]{1,30})(?:,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PersonAfterRole();

    [GeneratedRegex(@"(?:\b(?:quoted|cited|carried|published) by (?:the )?(?:\p{Ll}+ )?|[^,]{8,90}, )(?<name>\p{Lu}[\p{L}-]{1,30}(?: (?:\p{Lu}[\p{L}-]{1,30}|\d{1,4})){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Carrier();

    [GeneratedRegex(@"\b(?:by|of|from) (?:the )?(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex PublishedBy();

    // "the Way Home project"
    [GeneratedRegex(@"^(?:[Tt]he |[Aa] )?(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){1,3}) (?:project|channel|group|agency|initiative|newspaper|website|charity)$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedThing();

    [GeneratedRegex(@"^(?:the )?(?:head|secretary|spokes(?:man|woman|person)|commissioner|ombuds(?:man|woman)|director|chief|leader) of\b", RegexOptions.IgnoreCase)]
    private static partial Regex RoleOf();

    [GeneratedRegex(@"(?:^|[\s(])(?<name>\p{Lu}[\p{L}-]{2,30}(?: \p{Lu}[\p{L}-]{1,30}){0,3})(?: project| agency| group)?,? (?:has |had |have )?(?:counted|reported|recorded|registered|published|identified|announced|said|says|claimed|claims)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tells();

    // "secretary of the Captivity Bureau"
    [GeneratedRegex(@"\b(?:spokes(?:man|woman|person)|[Ss]ecretary|[Hh]ead|[Dd]irector|[Cc]hair(?:man|woman)?|[Cc]ommissioner|founder|commander|editor|representative|office|branch|press service) (?:of|for) (?:the )?(?<body>\p{Lu}[\p{L}’'-]{0,30}(?: (?:(?:of|for|the|and) )?\p{Lu}[\p{L}’'-]{0,30}){0,6})", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeOf();

    // "Foreign Ministry spokesman", "the General Staff's spokesman"
    [GeneratedRegex(@"(?<body>\b\p{Lu}[\p{L}’'-]{0,30}(?: \p{Lu}[\p{L}’'-]{0,30}){0,5}) (?:spokes(?:man|woman|person)|[Ss]ecretary)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BodysOffice();

    // "…, a spokesman for the Tracing Committee"
    [GeneratedRegex(@"^, (?:the |a |an )?(?:\p{Ll}[\p{L}-]{0,20} ){0,3}?(?:spokes(?:man|woman|person)|secretary|head|director|commissioner|founder|commander|editor) (?:of|for) (?:the )?(?<body>\p{Lu}[\p{L}’'-]{0,30}(?: (?:(?:of|for|the|and) )?\p{Lu}[\p{L}’'-]{0,30}){0,6})", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeAfter();

    // "The project, which is run by the Bureau and the Directorate"
    [GeneratedRegex(@"\b(?:[Tt]he |[Aa] )?(?:(?<project>\p{Lu}[\p{L}-]{0,30}(?: \p{Lu}[\p{L}-]{0,30}){0,3}) )?(?:project|channel|initiative|programme|program|service),? (?:which is |that is )?(?:run|operated|managed|maintained) (?:jointly )?by (?:the )?(?<bodies>\p{Lu}[\p{L}-]{0,30}(?: (?:(?:of|for|and|the|and the) )?\p{Lu}[\p{L}-]{0,30}){0,10})", RegexOptions.CultureInvariant)]
    private static partial Regex RunBy();

    [GeneratedRegex(@"\b(?:[Tt]he )?(?<name>\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){1,3}) (?:project|channel|initiative|programme|program|service)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectNamed();

    // "Way Home is a project of the Bureau and the Directorate"
    [GeneratedRegex(@"\b(?<project>\p{Lu}[\p{L}-]{0,30}(?: \p{Lu}[\p{L}-]{0,30}){0,3})(?: is|,) (?:a|the) (?:joint )?(?:project|initiative|channel|arm|programme|program) (?:of|run by) (?:the )?(?<bodies>\p{Lu}[\p{L}-]{0,30}(?: (?:(?:of|for|and|the|and the) )?\p{Lu}[\p{L}-]{0,30}){0,10})", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectOf();
}
