using System.Collections.Immutable;

namespace Hearsay.Language.Coreference;

/// <summary>Whom a document's words mean: every mention with its referent.</summary>
internal sealed class References
{
    private readonly Dictionary<int, Mention> byHead;

    /// <param name="mentions">In text order of their main words.</param>
    /// <param name="names">The names that the document gives in full.</param>
    /// <param name="tree">The document's trees.</param>
    public References(List<Mention> mentions, NameIndex names, GrammarTree tree)
    {
        Names = names;
        Tree = tree;
        Mentions = [.. mentions];
        byHead = new Dictionary<int, Mention>(Mentions.Length);
        foreach (var mention in Mentions) { byHead.TryAdd(mention.Head, mention); }
        Referents = [.. Mentions.Select(mention => mention.Referent).Distinct()];
        for (var i = 0; i < Referents.Length; i++) { Referents[i].Id = $"e{i + 1}"; }
    }

    /// <summary>The names that the document gives in full.</summary>
    public NameIndex Names { get; }

    /// <summary>The document's trees, which the stages that follow need not build again.</summary>
    public GrammarTree Tree { get; }

    /// <summary>In text order of their main words.</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>In the order of their first mentions.</summary>
    public ImmutableArray<Referent> Referents { get; }

    /// <summary>The document's entities, each with its referent's name and id; an office beside a name is its holder's.</summary>
    public ImmutableArray<Entity> Name(AnnotatedDocument document, GrammarTree tree)
    {
        var byEntity = Mentions.Where(mention => mention.Entity >= 0).DistinctBy(mention => mention.Entity).ToDictionary(mention => mention.Entity);
        return ImmutableArray.CreateRange(document.Entities.Select((entity, e) =>
        {
            var mention = byEntity.GetValueOrDefault(e);
            if (mention is null && tree.HeadOf(entity.Span) is >= 0 and var head)
            {
                mention = At(head) ?? (tree.Relation(head) is "compound" ? At(tree.Head(head)) : null);
            }

            return mention is null ? entity with { Name = entity.Span.SliceOf(document.Text) } : entity with
            {
                Name = mention.Referent.Name, Id = mention.Referent.Id,
                Type = entity.Type is EntityType.Person or EntityType.Organisation or EntityType.Place ? TypeOf(mention.Referent.Type) ?? entity.Type : entity.Type,
            };
        }));
    }

    private static EntityType? TypeOf(ReferentType type) => type switch
    {
        ReferentType.Person => EntityType.Person,
        ReferentType.Organisation => EntityType.Organisation,
        ReferentType.Place => EntityType.Place,
        _ => null,
    };

    /// <summary>The mention whose main word this is, or null.</summary>
    public Mention? At(int head) => byHead.GetValueOrDefault(head);

    /// <summary>The mention that a phrase is: that of its main word, else the first name within the phrase's own words.</summary>
    public Mention? Of(GrammarTree tree, TokenRange phrase)
    {
        if (phrase.End <= phrase.Start) { return null; }
        var head = tree.HeadOf(phrase);
        if (head >= 0 && byHead.TryGetValue(head, out var mention)) { return mention; }
        for (var t = phrase.Start; t < phrase.End && t <= Math.Max(head, phrase.Start); t++)
        {
            if (byHead.TryGetValue(t, out var within) && within.Words.End > head) { return within; }
        }

        return null;
    }
}
