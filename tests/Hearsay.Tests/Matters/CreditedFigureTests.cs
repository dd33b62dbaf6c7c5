using Hearsay.Matters;

namespace Hearsay.Tests.Matters;

/// <summary>A figure that a text credits to two.</summary>
public sealed class CreditedFigureTests
{
    [Theory]
    [InlineData("A total of 118 sailors have given themselves up, Oskeland's Harbour Ministry announced on Thursday.\n\nObservers regard the figure of 118, which comes from Varnia's General Staff, as an admission.")]
    [InlineData("Mara Tolven said that 900 sailors refuse to go home.\n\nThe Varnian government's figure of 900 will presumably rise.")]
    [InlineData("On Friday the portal Nordlys wrote that 1,400 sailors had stayed. It attributed the number to Pavel Okrun. Okrun has said nothing of the sort.")]
    [InlineData("General Odo told senators that 1,900 sailors were being held, a tally he put down to the Harbour League. The organisation disowned it within a day.")]
    public void A_figure_of_two_is_found(string text) => Assert.Single(DocumentCheckTests.Find("Notes from the harbour\n\nThe sea was calm.\n\n" + text, FindingKind.AttributionDiffers));

    [Theory]
    [InlineData("Mara Tolven said that 900 sailors refuse to go home.\n\nPavel Okrun also speaks of 900 sailors.")] // two who give it
    [InlineData("Mara Tolven of the Varnian government said that 900 sailors refuse to go home.\n\nThe Varnian government's figure of 900 will presumably rise.")]
    [InlineData("Mara Tolven said that 900 sailors refuse to go home.\n\nTolven's figure of 900 will presumably rise.")]
    [InlineData("The portal Nordlys attributed the number to Pavel Okrun. Okrun has said so twice.")]
    public void One_hand_or_two_who_agree_are_left_alone(string text) => Assert.Empty(DocumentCheckTests.Find("Notes from the harbour\n\nThe sea was calm.\n\n" + text, FindingKind.AttributionDiffers));
}
