namespace Hearsay.Rolls.Linkage;

/// <summary>The weights of a model for every word and birth date of a list, worked out once: they are looked up millions of times.</summary>
internal sealed class WeightTable
{
    private const int NameLevels = 6, DateLevels = 7, Orders = 3;
    private readonly float[] surnames;
    private readonly float[] givens;
    private readonly float[] patronymics;
    private readonly float[] born;
    private readonly float[] orders;
    private readonly LinkageModel model;
    private readonly Chances[] chances;

    /// <param name="model">What agreement is worth.</param>
    /// <param name="list">The list.</param>
    /// <param name="chances">Of each record of the list.</param>
    public WeightTable(LinkageModel model, People list, Chances[] chances)
    {
        (this.model, this.chances) = (model, chances);
        var words = (list.Known.Length + 1) * NameLevels;
        (surnames, givens, patronymics) = (new float[words], new float[words], new float[words]);
        (born, orders) = (new float[list.Count * DateLevels], new float[list.Count * Orders]);
        var done = new bool[list.Known.Length + 1];
        for (var record = 0; record < list.Count; record++)
        {
            var own = chances[record];
            Fill(list.Words[(record * People.Slots) + People.Surname], own.Surname, done);
            Fill(list.Words[(record * People.Slots) + People.Given], own.Given, done);
            Fill(list.Words[(record * People.Slots) + People.Patronymic], own.Patronymic, done);
            for (var level = 1; level < DateLevels; level++) { born[(record * DateLevels) + level] = (float)model.WeighBirth((DateLevel)level, own); }
            for (var order = 0; order < Orders; order++) { orders[(record * Orders) + order] = (float)model.WeighOrder((NameOrderLevel)order, own, list.OrderKnown[record]); }
        }
    }

    /// <summary>The weight of a pair, as <see cref="LinkageModel.Weigh"/> gives it.</summary>
    /// <param name="levels">How the two agree.</param>
    /// <param name="record">The record of the list.</param>
    /// <param name="words">Its words.</param>
    /// <param name="orderKnown">True where the order of both names was certain.</param>
    public float Weigh(in Levels levels, int record, ReadOnlySpan<int> words, bool orderKnown)
    {
        var (surname, given, patronymic) = levels.Order switch
        {
            NameOrderLevel.Exchanged => (words[People.Given], words[People.Surname], words[People.Patronymic]),
            NameOrderLevel.Rotated => (words[People.Given], words[People.Patronymic], words[People.Surname]),
            _ => (words[People.Surname], words[People.Given], words[People.Patronymic]),
        };
        var weight = surnames[((surname + 1) * NameLevels) + (int)levels.Surname] + givens[((given + 1) * NameLevels) + (int)levels.Given] + patronymics[((patronymic + 1) * NameLevels) + (int)levels.Patronymic]
            + born[(record * DateLevels) + (int)levels.Born] + (orderKnown ? orders[(record * Orders) + (int)levels.Order] : LinkageModel.UnknownOrder);
        return levels.Facts == 0 ? weight : weight + (float)model.WeighFacts(levels.Facts, chances[record]);
    }

    // A word's chances are the same wherever it stands.
    private void Fill(int word, in NameChances chances, bool[] done)
    {
        if (done[word + 1]) { return; }
        done[word + 1] = true;
        for (var level = 1; level < NameLevels; level++)
        {
            var at = ((word + 1) * NameLevels) + level;
            surnames[at] = (float)LinkageModel.WeighName(model.Surname, level, chances);
            givens[at] = (float)LinkageModel.WeighName(model.Given, level, chances);
            patronymics[at] = (float)LinkageModel.WeighName(model.Patronymic, level, chances);
        }
    }
}
