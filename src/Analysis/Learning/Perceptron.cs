using System.Runtime.InteropServices;
using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>A network of one hidden layer of rectified units whose outputs are probabilities that do not exclude each other.</summary>
internal sealed class Perceptron
{
    private readonly float[] _hidden;

    /// <summary>Makes one with all weights 0.</summary>
    public Perceptron(int inputs, int hidden, int outputs)
    {
        Mean = new float[inputs];
        Scale = new float[inputs];
        First = new float[hidden * (inputs + 1)];
        Second = new float[outputs * (hidden + 1)];
        _hidden = new float[hidden];
        Outputs = outputs;
    }

    /// <summary>The usual value of each input, which is taken away from it.</summary>
    public float[] Mean { get; }

    /// <summary>What each input is then multiplied with.</summary>
    public float[] Scale { get; }

    /// <summary>Weights of the hidden units: for each its bias, then one for each input.</summary>
    public float[] First { get; }

    /// <summary>Weights of the outputs: for each its bias, then one for each hidden unit.</summary>
    public float[] Second { get; }

    /// <summary>Values that go in.</summary>
    public int Inputs => Mean.Length;

    /// <summary>Hidden units.</summary>
    public int Hidden => _hidden.Length;

    /// <summary>What the hidden units said of the last case.</summary>
    public ReadOnlySpan<float> Activity => _hidden;

    /// <summary>Probabilities that come out.</summary>
    public int Outputs { get; }

    /// <summary>Reads one that belongs to this program: three counts, then the four tables, all little endian.</summary>
    /// <param name="name">The resource's name.</param>
    public static Perceptron Load(string name)
    {
        using var stream = typeof(Perceptron).Assembly.GetManifestResourceStream(name)!;
        using var reader = new BinaryReader(stream);
        var made = new Perceptron(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        foreach (var table in new[] { made.Mean, made.Scale, made.First, made.Second })
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(table.AsSpan()));
        }

        return made;
    }

    /// <summary>Writes what <see cref="Load"/> reads.</summary>
    public void Write(Stream output)
    {
        using var writer = new BinaryWriter(output);
        writer.Write(Inputs);
        writer.Write(Hidden);
        writer.Write(Outputs);
        foreach (var table in new[] { Mean, Scale, First, Second })
        {
            writer.Write(MemoryMarshal.AsBytes(table.AsSpan()));
        }
    }

    /// <summary>The probabilities of one case. Not for several threads at a time.</summary>
    public void Run(ReadOnlySpan<float> inputs, Span<double> outputs)
    {
        for (var h = 0; h < Hidden; h++)
        {
            var row = First.AsSpan(h * (Inputs + 1), Inputs + 1);
            var sum = row[0];
            for (var i = 0; i < Inputs; i++)
            {
                sum += row[i + 1] * ((inputs[i] - Mean[i]) * Scale[i]);
            }

            _hidden[h] = Math.Max(0, sum);
        }

        for (var o = 0; o < Outputs; o++)
        {
            var row = Second.AsSpan(o * (Hidden + 1), Hidden + 1);
            var sum = row[0];
            for (var h = 0; h < Hidden; h++)
            {
                sum += row[h + 1] * _hidden[h];
            }

            outputs[o] = 1 / (1 + DeterministicMath.Exp(-Math.Clamp(sum, -40, 40)));
        }
    }
}
