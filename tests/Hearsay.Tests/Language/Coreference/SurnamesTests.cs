using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;

namespace Hearsay.Tests.Language.Coreference;

/// <summary>Surnames of people whom the text has named in full.</summary>
public sealed class SurnamesTests
{
    [Theory]
    [InlineData("The camp was led by Lars Eidem. Eidem lives on the coast and has grown a beard.", "Eidem", 1)]
    [InlineData("The camp was led by Lars Eidem. The Eidem Street school is closed.", "Eidem", 0)]
    [InlineData("The camp lies on the coast. Eidem lives there.", "Quellon", 0)]
    public void The_surname_alone_is_that_person(string text, string surname, int least)
    {
        var document = new ReferenceResolver(DomainPack.Load(Repository.Pack)).Resolve(English.Analyse(text));
        var alone = document.Entities.Count(entity => entity.Type is EntityType.Person && entity.Span.SliceOf(text) == surname);
        Assert.True(least == 0 ? alone == 0 : alone >= least, $"{alone} mentions of {surname} alone");
    }
}
