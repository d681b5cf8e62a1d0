using Troubadour.Audio;

namespace Troubadour.Analysis.Tests;

/// <summary>The small network, against sums by hand.</summary>
public class PerceptronTests
{
    [Fact]
    public void Its_outputs_are_those_of_the_formula()
    {
        var net = new Perceptron(2, 2, 1);
        (net.Mean[0], net.Mean[1], net.Scale[0], net.Scale[1]) = (1, -1, 2, 0.5f);
        float[] first = [0.5f, 1, -1, -0.25f, 3, 2];
        float[] second = [0.1f, 2, -0.5f];
        first.CopyTo(net.First, 0);
        second.CopyTo(net.Second, 0);
        var output = new double[1];
        // Inputs become 1 and 1; the units .5 and 4.75.
        net.Run([1.5f, 1], output);
        Assert.Equal(1 / (1 + DeterministicMath.Exp(-(0.1 + 2 * 0.5 - 0.5 * 4.75))), output[0], 1e-6);
        // Inputs become -4 and 3: both units are under 0 and silent.
        net.Run([-1, 5], output);
        Assert.Equal(1 / (1 + DeterministicMath.Exp(-0.1)), output[0], 1e-6);
    }

    [Theory]
    [InlineData(DrumFinder.Weights)]
    [InlineData(AccompanimentFinder.Weights)]
    public void The_learnt_ones_are_read_and_written_as_they_are(string name)
    {
        var net = Perceptron.Load(name);
        Assert.All(net.First.Concat(net.Second), weight => Assert.True(float.IsFinite(weight)));
        Assert.Contains(net.Second, weight => weight != 0);
        using var written = new MemoryStream();
        net.Write(written);
        using var resource = typeof(Perceptron).Assembly.GetManifestResourceStream(name)!;
        using var original = new MemoryStream();
        resource.CopyTo(original);
        Assert.Equal(original.ToArray(), written.ToArray());
    }
}
