using Hearsay.Places;

namespace Hearsay.Rolls.Linkage;

/// <summary>Links the records of a list with those of a register.</summary>
internal static class RollLinker
{
    /// <summary>For each record of the list its candidates with their probabilities, the best first. The probabilities of a record's candidates add up to one at most.</summary>
    /// <param name="list">The list.</param>
    /// <param name="register">The register; the list itself where duplicates are sought.</param>
    /// <param name="threads">How many threads to use.</param>
    /// <param name="places">The places known, asked for where places are compared.</param>
    public static Links Link(People list, People register, int threads, Func<Gazetteer>? places = null)
    {
        if (list.Count == 0 || register.Count == 0) { return new Links(new Link[list.Count][], LinkageModel.Prior); }
        var same = ReferenceEquals(list, register);
        var neighbours = WordNeighbours.Find(list, register, threads);
        var facts = FactComparison.Of(list, register, places ?? (() => Gazetteer.Empty));
        var chances = RecordChances.Of(list, register, neighbours, facts);
        var prior = same ? LinkageModel.Prior with { Present = 0.02 } : LinkageModel.Prior;
        var finder = new CandidateFinder(list, register, neighbours, chances, prior, same, facts);
        var candidates = finder.Find(threads);
        var model = prior.Fit(candidates, list.Count, register.Count, chances, list.OrderKnown, finder.NotKept);
        return new Links(Weigh(candidates, list, register, chances, model, finder.NotKept), model);
    }

    private static Link[][] Weigh(List<Candidate> candidates, People list, People register, Chances[] chances, LinkageModel model, double[] notKept)
    {
        var links = new Link[list.Count][];
        var each = model.Present / register.Count;
        for (var start = 0; start < candidates.Count;)
        {
            var end = start;
            while (end < candidates.Count && candidates[end].List == candidates[start].List) { end++; }
            var record = candidates[start].List;
            var group = new Link[end - start];
            var all = 1 - model.Present + (each * notKept[record]);
            for (var at = start; at < end; at++)
            {
                var candidate = candidates[at];
                var odds = each * double.Exp2(model.Weigh(candidate.Levels, chances[record], list.OrderKnown[record] && register.OrderKnown[candidate.Register]));
                group[at - start] = new Link(candidate.Register, odds, candidate.Levels);
                all += odds;
            }

            for (var at = 0; at < group.Length; at++) { group[at] = group[at] with { Probability = group[at].Probability / all }; }
            Array.Sort(group, (one, other) => one.Probability != other.Probability ? other.Probability.CompareTo(one.Probability) : one.Register.CompareTo(other.Register));
            links[record] = group;
            start = end;
        }

        return links;
    }
}

/// <summary>What came of linking: candidates for each record of the list, null where there is none, and the model that weighed them.</summary>
internal sealed record Links(Link[]?[] OfRecord, LinkageModel Model);

/// <summary>One candidate for a record of the list.</summary>
/// <param name="Register">Record of the register, from 0.</param>
/// <param name="Probability">That the two are one person, given that only one record of the register can be.</param>
/// <param name="Levels">How they agree.</param>
internal readonly record struct Link(int Register, double Probability, Levels Levels);
