using Hearsay.Packs;

namespace Hearsay.Parties;

/// <summary>Words that stand for a party, for one of its bodies or one of its people.</summary>
/// <param name="Span">The words, with the qualifier that says whose body it is.</param>
/// <param name="First">Index of the first token in the document's.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Party">Whose they are.</param>
/// <param name="Name">Canonical name of what is named.</param>
/// <param name="Kind">How they stand for the party.</param>
/// <param name="IsPlace">True where the text uses a country or a capital as a place ("in Kyiv").</param>
internal sealed record PartyMention(TextSpan Span, int First, int End, KnownParty Party, string Name, PartyTermKind Kind, bool IsPlace = false)
{
    /// <summary>True where the words can act: not an adjective, not a place where something happens.</summary>
    public bool CanAct => Kind is not PartyTermKind.Adjective && !IsPlace;
}
