using CsCheck;

namespace Troubadour.Mixing.Tests.Effects;

/// <summary>Laws over every effect that a send can feed.</summary>
public class ReturnEffectLaws
{
    private static readonly (string Name, Func<IReturnEffect> Make)[] s_all =
    [
        ("room", () => new Reverb(ReverbSettings.Of(ReverbKind.Room))),
        ("plate", () => new Reverb(ReverbSettings.Of(ReverbKind.Plate))),
        ("hall", () => new Reverb(ReverbSettings.Of(ReverbKind.Hall))),
        ("chorus", () => new Chorus()),
        ("delay", () => new TempoDelay(new(0.05))),
    ];

    public static TheoryData<string> Names => [.. s_all.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_linear(string name)
    {
        var (a, b) = (Signals.Noise(1, 0.5, 30000), Signals.Noise(2, 0.5, 30000));
        var mixed = a.Zip(b, (x, y) => 0.6f * x - 1.7f * y).ToArray();
        var (wetA, wetB, wetMixed) = (Run(name, a, 512), Run(name, b, 512), Run(name, mixed, 512));
        for (var i = 0; i < mixed.Length; i++)
        {
            Assert.Equal(0.6 * wetA.Left[i] - 1.7 * wetB.Left[i], wetMixed.Left[i], 2e-5);
            Assert.Equal(0.6 * wetA.Right[i] - 1.7 * wetB.Right[i], wetMixed.Right[i], 2e-5);
        }

        Assert.True(Signals.Rms(wetA.Left) > 0.01 && Signals.Rms(wetA.Right) > 0.01);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Block_size_does_not_change_the_samples(string name)
    {
        var input = Signals.Hits(3, 0.5, 9000, 20000);
        var whole = Run(name, input, 20000);
        Gen.Int[1, 2000]
            .Sample(
                block =>
                {
                    var parts = Run(name, input, block);
                    return whole.Left.SequenceEqual(parts.Left) && whole.Right.SequenceEqual(parts.Right);
                },
                iter: 15
            );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Silence_in_is_silence_out_and_reset_silences(string name)
    {
        var effect = s_all.Single(e => e.Name == name).Make();
        var fresh = Run(effect, Signals.Noise(4, 0.5, 10000), 500);
        effect.Reset();
        var silent = Run(effect, new float[10000], 500);
        Assert.All(silent.Left.Concat(silent.Right), sample => Assert.Equal(0, sample));
        effect.Reset();
        var again = Run(effect, Signals.Noise(4, 0.5, 10000), 500);
        Assert.Equal(fresh.Left, again.Left);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_a_long_rest_it_is_quite_silent(string name)
    {
        var effect = s_all.Single(e => e.Name == name).Make();
        Run(effect, Signals.Noise(4, 1, 5000), 500);
        Run(effect, new float[15 * Signals.Rate], 4096);
        var silent = Run(effect, new float[5000], 500);
        Assert.All(silent.Left.Concat(silent.Right), sample => Assert.Equal(0, sample));
    }

    private static (float[] Left, float[] Right) Run(string name, float[] input, int block) =>
        Run(s_all.Single(e => e.Name == name).Make(), input, block);

    private static (float[] Left, float[] Right) Run(IReturnEffect effect, float[] input, int block)
    {
        var (left, right) = (new float[input.Length], new float[input.Length]);
        for (var i = 0; i < input.Length; i += block)
        {
            var n = Math.Min(block, input.Length - i);
            effect.Process(input.AsSpan(i, n), input.AsSpan(i, n), left.AsSpan(i, n), right.AsSpan(i, n));
        }

        return (left, right);
    }
}
