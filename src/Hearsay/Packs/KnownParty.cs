namespace Hearsay.Packs;

/// <summary>What kind of party it is.</summary>
internal enum PartyKind
{
    /// <summary>A state with its organs.</summary>
    State,
    /// <summary>Armed, and not a state.</summary>
    Group,
    /// <summary>A neutral body, or one of many states.</summary>
    Body,
}

/// <summary>A party to a war, or who stands beside it.</summary>
/// <param name="Id">What statements carry as their side.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Kind">What kind of party it is.</param>
internal sealed record KnownParty(string Id, string Name, PartyKind Kind);

/// <summary>How a term stands for its party.</summary>
internal enum PartyTermKind
{
    /// <summary>"Ukraine".</summary>
    Name,
    /// <summary>"Ukrainian", which also names its people.</summary>
    Adjective,
    /// <summary>"Ukrainians".</summary>
    People,
    /// <summary>"Kyiv", which is also a place.</summary>
    Capital,
    /// <summary>One of its bodies.</summary>
    Organ,
    /// <summary>One of its officials.</summary>
    Figure,
    /// <summary>Its news agency or channel.</summary>
    StateMedia,
    /// <summary>An outlet at home there, which does not speak for it.</summary>
    Press,
    /// <summary>A body that every state has; whose it is follows from the text.</summary>
    CommonOrgan,
}

/// <summary>A term of the pack that stands for a party or one of its bodies.</summary>
/// <param name="Party">Whose it is; null for a <see cref="PartyTermKind.CommonOrgan"/>.</param>
/// <param name="Name">Canonical name of what is named: the party, the body, the official.</param>
/// <param name="Kind">How it stands for the party.</param>
/// <param name="OnlyWith">Words of which the document must have one, since the term has another meaning too; empty for most.</param>
internal sealed record PartyTerm(KnownParty? Party, string Name, PartyTermKind Kind, IReadOnlyList<string> OnlyWith);
