using Hearsay.Language;
using Hearsay.Training.Language;

namespace Hearsay.Tests.Language;

public sealed class ParserOracleTests
{
    private static readonly TagTraits[] NoTraits = new TagTraits[64];

    /// <summary>Following transitions that cost nothing rebuilds any projective tree.</summary>
    [Fact]
    public void Free_transitions_rebuild_the_tree()
    {
        var random = new Random(11);
        var state = new ParserState(60);
        for (var round = 0; round < 500; round++)
        {
            var heads = RandomTree(random.Next(1, 25), random);
            state.Start(heads.Length - 1, NoTraits);
            while (!state.IsDone)
            {
                Take(state, Allowed(state).First(move => ParserTraining.Cost(state, heads, move) == 0));
            }

            Assert.Equal(heads[1..], state.Heads.AsSpan(1, heads.Length - 1).ToArray());
        }
    }

    /// <summary>After any mistakes, a transition's cost is exactly the number of arcs that the best continuation then misses in addition (Goldberg and Nivre 2013).</summary>
    [Fact]
    public void Costs_are_what_the_best_continuation_loses()
    {
        var random = new Random(12);
        for (var round = 0; round < 60; round++)
        {
            var heads = RandomTree(random.Next(2, 6), random);
            var moves = new List<Transition>();
            for (var state = Replay(heads, moves); !state.IsDone; state = Replay(heads, moves))
            {
                var before = MostRight(heads, moves);
                foreach (var move in Allowed(state).ToList())
                {
                    Assert.Equal(before - MostRight(heads, [.. moves, move]), ParserTraining.Cost(state, heads, move));
                }

                var choices = Allowed(state).ToList();
                moves.Add(choices[random.Next(choices.Count)]);
            }
        }
    }

    private static int MostRight(int[] heads, List<Transition> moves)
    {
        var state = Replay(heads, moves);
        return state.IsDone
            ? Enumerable.Range(1, heads.Length - 1).Count(node => state.Heads[node] == heads[node])
            : Allowed(state).ToList().Max(move => MostRight(heads, [.. moves, move]));
    }

    private static ParserState Replay(int[] heads, List<Transition> moves)
    {
        var state = new ParserState(60);
        state.Start(heads.Length - 1, NoTraits);
        moves.ForEach(move => Take(state, move));
        return state;
    }

    private static IEnumerable<Transition> Allowed(ParserState state) => Enum.GetValues<Transition>().Where(state.Allows);

    private static void Take(ParserState state, Transition move)
    {
        if (move == Transition.Shift) { state.Shift(); }
        else { state.Attach(move, 1); }
    }

    /// <summary>A random projective tree with one root: a random run of transitions makes one.</summary>
    private static int[] RandomTree(int length, Random random)
    {
        var state = new ParserState(60);
        state.Start(length, NoTraits);
        while (!state.IsDone)
        {
            var choices = Allowed(state).ToList();
            Take(state, choices[random.Next(choices.Count)]);
        }

        return [0, .. state.Heads.AsSpan(1, length).ToArray()];
    }
}
