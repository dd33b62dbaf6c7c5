using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>
/// Trains the parser: an averaged perceptron chooses transitions, learning from a dynamic oracle while it explores its own mistakes (Goldberg and Nivre 2013);
/// another labels each right arc as it is made.
/// </summary>
internal static class ParserTraining
{
    private const int MoveBits = 21;
    private const int LabelBits = 17;

    /// <summary>From the second epoch on, how often a wrong choice is followed.</summary>
    private const double Explored = 0.9;

    /// <summary>Trains on the sentences that have a tree, with their predicted tags.</summary>
    public static TreeModel Train(IReadOnlyList<TrainingSentence> sentences, Inventory inventory, int epochs, Action<string> log)
    {
        var moves = new Perceptron((int)Transition.Right + 1, MoveBits);
        var relations = new Perceptron(inventory.Labels.Length, LabelBits);
        var order = Enumerable.Range(0, sentences.Count).Where(index => sentences[index].Heads is not null).ToArray();
        var random = new Random(2);
        var parse = new Parse(moves, relations, inventory);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            parse.StartEpoch();
            foreach (var index in order)
            {
                parse.Learn(sentences[index], epoch == 0 ? null : random);
            }

            log($"  epoch {epoch + 1}: {parse.Errors}");
        }

        return new TreeModel(inventory.Labels, moves.ToModel(), relations.ToModel());
    }

    /// <summary>What a transition costs: how many arcs of the tree can no longer be made after it.</summary>
    public static int Cost(ParserState state, int[] heads, Transition transition)
    {
        var (top, next) = (state.Stack(0), state.Buffer);
        var cost = 0;
        switch (transition)
        {
            case Transition.Shift:
                for (var below = 0; below < state.Depth; below++)
                {
                    var node = state.Stack(below);
                    cost += (below > 0 && heads[next] == node ? 1 : 0) + (node > 0 && heads[node] == next ? 1 : 0);
                }

                return cost;
            case Transition.Left:
                cost += heads[top] == state.Stack(1) || heads[top] > next ? 1 : 0;
                break;
            case Transition.Right:
                cost += next <= state.Length && heads[top] >= next ? 1 : 0;
                break;
        }

        for (var node = next; node <= state.Length; node++)
        {
            cost += heads[node] == top ? 1 : 0;
        }

        return cost;
    }

    /// <summary>One learner's room and counts.</summary>
    private sealed class Parse(Perceptron moves, Perceptron relations, Inventory inventory)
    {
        private readonly TagTraits[] traits = GrammarReader.TraitsOf(inventory.Tags);
        private readonly ParserState state = new(LanguageAnalyser.MaxSentenceTokens);
        private readonly uint[] features = new uint[ParserFeatures.Count];
        private readonly uint[] labelFeatures = new uint[ParserFeatures.LabelCount];
        private readonly float[] scores = new float[moves.Stride];
        private readonly float[] labelScores = new float[relations.Stride];
        private readonly int[] costs = new int[(int)Transition.Right + 1];
        private (long Moves, long Wrong, long Arcs, long Mislabelled) counts;

        public string Errors => $"{(double)counts.Wrong / counts.Moves:P2} of transitions and {(double)counts.Mislabelled / counts.Arcs:P2} of labels wrong while learning";

        public void StartEpoch() => counts = default;

        public void Learn(TrainingSentence sentence, Random? explore)
        {
            var heads = sentence.Heads!;
            GrammarReader.Fill(state, sentence.Types, sentence.Predicted, traits);
            while (!state.IsDone)
            {
                ParserFeatures.Write(state, features);
                moves.Score(features, scores);
                var (best, good) = Choose(heads);
                counts.Moves++;
                var taken = best;
                if (costs[(int)best] > costs[(int)good])
                {
                    moves.Update(features, (int)good, (int)best);
                    counts.Wrong++;
                    taken = explore is not null && explore.NextDouble() < Explored ? best : good;
                }

                if (taken == Transition.Shift)
                {
                    state.Shift();
                    continue;
                }

                state.Attach(taken, Label(sentence, taken));
            }
        }

        /// <summary>The transition with the best score, and of those that cost least the one with the best score.</summary>
        private (Transition Best, Transition Good) Choose(int[] heads)
        {
            var (best, good) = (-1, -1);
            for (var move = 0; move < costs.Length; move++)
            {
                if (!state.Allows((Transition)move))
                {
                    continue;
                }

                costs[move] = Cost(state, heads, (Transition)move);
                if (best < 0 || scores[move] > scores[best]) { best = move; }
                if (good < 0 || costs[move] < costs[good] || (costs[move] == costs[good] && scores[move] > scores[good])) { good = move; }
            }

            return ((Transition)best, (Transition)good);
        }

        private uint Label(TrainingSentence sentence, Transition transition)
        {
            var (head, dependent) = state.ArcOf(transition);
            ParserFeatures.WriteLabel(state, head, dependent, labelFeatures);
            relations.Score(labelFeatures, labelScores);
            var label = Perceptron.Best(labelScores.AsSpan(0, inventory.Labels.Length));
            if (sentence.Heads![dependent] == head)
            {
                counts.Arcs++;
                if (label != sentence.Labels[dependent] - 1)
                {
                    relations.Update(labelFeatures, sentence.Labels[dependent] - 1, label);
                    counts.Mislabelled++;
                }
            }

            return (uint)label + 1;
        }
    }
}
