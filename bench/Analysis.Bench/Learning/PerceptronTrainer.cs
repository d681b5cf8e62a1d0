using Troubadour.Music;

namespace Troubadour.Analysis.Bench;

/// <summary>Fits a <see cref="Perceptron"/> by Adam (D. Kingma and J. Ba 2015), then moves each output so that .5 is where its F is best.</summary>
internal sealed class PerceptronTrainer
{
    private const int Epochs = 40;
    private const int Batch = 64;
    private const double Rate = 0.003;
    private const double Decay = 1e-4;

    private readonly Perceptron _net;
    private readonly float[] _hidden;
    private readonly float[] _gradient1;
    private readonly float[] _gradient2;
    private readonly AdamStep _step1;
    private readonly AdamStep _step2;

    private PerceptronTrainer(int inputs, int hidden, int outputs)
    {
        _net = new(inputs, hidden, outputs);
        _hidden = new float[hidden];
        (_gradient1, _gradient2) = (new float[_net.First.Length], new float[_net.Second.Length]);
        (_step1, _step2) = (new(_net.First, Decay), new(_net.Second, Decay));
    }

    /// <summary>Learns.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="hidden">Hidden units.</param>
    /// <param name="missed">For each output, how many true things were no case at all.</param>
    public static Perceptron Learn(IReadOnlyList<Case> cases, int hidden, int[] missed)
    {
        var trainer = new PerceptronTrainer(cases[0].Inputs.Length, hidden, missed.Length);
        trainer.Prepare(cases);
        var random = new RandomStream(1, "order");
        var order = Enumerable.Range(0, cases.Count).ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = random.NextInt(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }

            var rate = Rate * (1 - (double)epoch / Epochs);
            for (var at = 0; at < order.Length; at += Batch)
            {
                trainer.Step(order.AsSpan(at, Math.Min(Batch, order.Length - at)), cases, rate);
            }
        }

        trainer.Balance(cases, missed);
        return trainer._net;
    }

    private void Prepare(IReadOnlyList<Case> cases)
    {
        for (var i = 0; i < _net.Inputs; i++)
        {
            var mean = cases.Average(c => c.Inputs[i]);
            var spread = Math.Sqrt(cases.Average(c => (c.Inputs[i] - mean) * (c.Inputs[i] - mean)));
            (_net.Mean[i], _net.Scale[i]) = (mean, (float)(1 / Math.Max(1e-4, spread)));
        }

        var random = new RandomStream(1, "weights");
        for (var k = 0; k < _net.First.Length; k++)
        {
            _net.First[k] =
                k % (_net.Inputs + 1) == 0 ? 0 : (float)(random.NextNormal() * Math.Sqrt(2.0 / _net.Inputs));
        }

        for (var k = 0; k < _net.Second.Length; k++)
        {
            _net.Second[k] = k % (_net.Hidden + 1) == 0 ? -2 : (float)(random.NextNormal() / Math.Sqrt(_net.Hidden));
        }
    }

    private void Step(ReadOnlySpan<int> batch, IReadOnlyList<Case> cases, double rate)
    {
        Array.Clear(_gradient1);
        Array.Clear(_gradient2);
        var outputs = new double[_net.Outputs];
        foreach (var index in batch)
        {
            _net.Run(cases[index].Inputs, outputs);
            Back(cases[index], outputs, 1f / batch.Length);
        }

        _step1.Take(_gradient1, rate);
        _step2.Take(_gradient2, rate);
    }

    private void Back(Case one, double[] outputs, float share)
    {
        var (inputs, width) = (_net.Inputs, _net.Inputs + 1);
        Array.Clear(_hidden);
        for (var o = 0; o < outputs.Length; o++)
        {
            if (float.IsNaN(one.Targets[o]))
            {
                continue;
            }

            var error = (float)(outputs[o] - one.Targets[o]) * share;
            var at = o * (_net.Hidden + 1);
            _gradient2[at] += error;
            for (var h = 0; h < _net.Hidden; h++)
            {
                _gradient2[at + h + 1] += error * _net.Activity[h];
                _hidden[h] += _net.Activity[h] > 0 ? error * _net.Second[at + h + 1] : 0;
            }
        }

        for (var h = 0; h < _net.Hidden; h++)
        {
            if (_hidden[h] != 0)
            {
                _gradient1[h * width] += _hidden[h];
                for (var i = 0; i < inputs; i++)
                {
                    _gradient1[h * width + i + 1] += _hidden[h] * ((one.Inputs[i] - _net.Mean[i]) * _net.Scale[i]);
                }
            }
        }
    }

    private void Balance(IReadOnlyList<Case> cases, int[] missed)
    {
        var outputs = new double[_net.Outputs];
        var said = cases.Select(c =>
        {
            _net.Run(c.Inputs, outputs);
            return (Sure: (double[])outputs.Clone(), c.Targets);
        });
        var all = said.ToList();
        for (var o = 0; o < _net.Outputs; o++)
        {
            var sorted = all.Where(s => !float.IsNaN(s.Targets[o])).OrderByDescending(s => s.Sure[o]).ToList();
            var truth = sorted.Count(s => s.Targets[o] > 0.5f) + missed[o];
            var (hits, best, cut) = (0, 0.0, 0.5);
            for (var k = 0; k < sorted.Count; k++)
            {
                hits += sorted[k].Targets[o] > 0.5f ? 1 : 0;
                var f = 2.0 * hits / (k + 1 + truth);
                (best, cut) = f > best ? (f, sorted[k].Sure[o]) : (best, cut);
            }

            cut = Math.Clamp(cut, 0.05, 0.95);
            _net.Second[o * (_net.Hidden + 1)] -= (float)Math.Log(cut / (1 - cut));
            Console.WriteLine(
                $"output {o}: {truth} true, {missed[o]} no case, cut {cut:F2}, F {best:F3} on what was learnt"
            );
        }
    }
}
