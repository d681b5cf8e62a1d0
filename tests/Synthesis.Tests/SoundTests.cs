using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Synthesis.Bench;

namespace Troubadour.Synthesis.Tests;

/// <summary>What the shipped sounds must be.</summary>
public class SoundTests
{
    public static TheoryData<string> Patches => [.. Library.All.Ids];

    public static TheoryData<string> Melodic => [.. Library.Melodic];

    // Patches without noise, and without a limit that makes difference tones of what is detuned.
    public static TheoryData<string> Clear =>
        [
            .. Library.Melodic.Except(
                ["noise-pad", "airy-pad", "soft-lead", "dark-pad", "tine-piano", "mono-lead", "acid-bass"],
                StringComparer.Ordinal
            ),
        ];

    public static TheoryData<string> Basses => [.. Library.Melodic.Where(Phrases.IsBass)];

    [Theory]
    [MemberData(nameof(Patches))]
    public void All_are_within_three_units_of_one_loudness_and_agree_between_the_channels(string id)
    {
        var sound = Library.Play(Phrases.Of(id), 9);
        Assert.InRange(Correlation(sound.Left, sound.Right), 0.1, 1.0001);
        Assert.InRange(sound.Left.Concat(sound.Right).Max(Math.Abs), 0, 0.7079f);

        // Crackle is mostly silence, so it cannot be as loud as music without clipping.
        Assert.InRange(LoudnessMeter.Of(sound).Integrated, id == "vinyl" ? -32 : -24, -18);
    }

    [Theory]
    [MemberData(nameof(Basses))]
    public void A_bass_is_mono_at_the_bottom(string id)
    {
        var sound = Library.Play(Phrases.Of(id), 8);
        var filter = BiquadCoefficients.LowPass(110, 0.7, SampleRate.House);
        new Biquad(filter).Process(sound.Left);
        new Biquad(filter).Process(sound.Right);
        Assert.InRange(Correlation(sound.Left, sound.Right), 0.99, 1.0001);
    }

    [Theory]
    [MemberData(nameof(Melodic))]
    public void A_stands_at_440_Hz_or_an_octave_beside_it(string id)
    {
        var sound = Library.Note(id, 69, 4, 3);
        var heard = Library.Frequency(sound, 0.3, 440);
        Assert.InRange(1200 * Math.Log2(heard / 440), -9, 9);
    }

    [Theory]
    [MemberData(nameof(Melodic))]
    public void Harder_is_louder(string id)
    {
        var soft = Library.Level(Library.Note(id, 57, 1, 1, 40), 0, 1);
        var hard = Library.Level(Library.Note(id, 57, 1, 1, 120), 0, 1);
        Assert.InRange(20 * Math.Log10(hard / soft), 2, 24);
    }

    [Theory]
    [InlineData("fm-piano")]
    [InlineData("tine-piano")]
    [InlineData("fm-bell")]
    public void Harder_is_brighter(string id) => Assert.True(Treble(id, 120) > 1.6 * Treble(id, 40));

    [Theory]
    [InlineData("riser-noise")]
    [InlineData("riser-tone")]
    [InlineData("reverse-swell")]
    public void A_riser_grows_until_its_note_ends_and_is_cut_there(string id)
    {
        var sound = Library.Note(id, 60, 4, 5);
        Assert.True(Library.Level(sound, 3.9, 4) > 3 * Library.Level(sound, 1.9, 2.1));
        Assert.True(Library.Level(sound, 1.9, 2.1) > Library.Level(sound, 0.2, 0.4));
        Assert.True(Library.Level(sound, 4.012, 4.1) < 0.003 * Library.Level(sound, 3.9, 4));
    }

    [Fact]
    public void An_impact_rings_on_and_a_downlifter_sinks()
    {
        var impact = Library.Note("impact", 60, 0.1, 4);
        Assert.InRange(Library.Level(impact, 1, 1.5) / Library.Level(impact, 0, 0.1), 0.02, 0.8);
        var fall = Library.Note("downlifter", 60, 4, 4.5);
        Assert.True(Library.Level(fall, 0.1, 0.5) > 4 * Library.Level(fall, 3, 3.5));
    }

    [Theory]
    [InlineData("vinyl")]
    [InlineData("tape-hiss")]
    public void Noises_last_as_long_as_the_note(string id)
    {
        var sound = Library.Note(id, 60, 3, 5);
        Assert.InRange(Library.Level(sound, 2, 3) / Library.Level(sound, 1, 2), 0.4, 2.5);
        Assert.True(Library.Level(sound, 4, 5) < 1e-4);
    }

    [Theory]
    [MemberData(nameof(Clear))]
    public void A_high_note_folds_nothing_to_the_ear(string id)
    {
        // Between 40 Hz and a fifth of the fundamental no patch has a partial of its own; what is folded back would lie there.
        var key = Phrases.IsBass(id) ? 72 : 96;
        var sound = Library.Note(id, key, 3, 2.5);
        var spectrum = Spectra.Of(sound.Left.AsSpan(40000));
        var perBin = 44100.0 / Spectra.Size;
        var fifth = 440 * Math.Pow(2, (key - 69) / 12.0) / 5;
        var low = spectrum[(int)(40 / perBin)..(int)(fifth / perBin)].Max();
        Assert.InRange(20 * Math.Log10(low / spectrum.Max()), -300, -60);
    }

    private static double Treble(string id, int velocity)
    {
        var sound = Library.Note(id, 60, 2, 1.5, velocity);
        var spectrum = Spectra.Of(sound.Left.AsSpan(2000));
        var split = (int)(700 / (44100.0 / Spectra.Size));
        return Math.Sqrt(spectrum[split..].Sum(x => x * x) / spectrum[..split].Sum(x => x * x));
    }

    private static double Correlation(float[] left, float[] right)
    {
        var (ll, rr, lr) = (1e-20, 1e-20, 1e-20);
        for (var i = 0; i < left.Length; i++)
        {
            ll += (double)left[i] * left[i];
            rr += (double)right[i] * right[i];
            lr += (double)left[i] * right[i];
        }

        return lr / Math.Sqrt(ll * rr);
    }
}
