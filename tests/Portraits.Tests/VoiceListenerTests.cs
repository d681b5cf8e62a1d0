using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Portraits.Tests;

public class VoiceListenerTests
{
    private static readonly VoiceSpec Warm = new(Gender.Female, Timbre.Warm);
    private static readonly Lazy<AudioBuffer> Clip = new(() => Songbook.Sung(Warm, 62));
    private static readonly VoiceListener Listener = new();

    [Fact]
    public void The_range_is_that_of_the_notes_that_were_sung()
    {
        var portrait = Listener.Listen(Clip.Value);

        // Notes lie from 60 to 67 around a median of 63.
        Assert.InRange(portrait.LowestKey.Value, 59, 61);
        Assert.InRange(portrait.MedianKey.Value, 62, 64.5);
        Assert.InRange(portrait.HighestKey.Value, 65.5, 67.5);
        Assert.InRange(portrait.VoicedSeconds, 5, 16);
    }

    [Fact]
    public void The_reference_voice_has_formants_of_its_own_scale_at_any_pitch()
    {
        Assert.InRange(Listener.Listen(Clip.Value).FormantScale.Value, 0.97, 1.03);
        Assert.InRange(Listener.Listen(Songbook.Sung(Warm, 54)).FormantScale.Value, 0.97, 1.03);
    }

    [Fact]
    public void Formant_scales_are_in_the_order_and_ratio_of_the_voices_own()
    {
        var reference = Listener.Listen(Clip.Value).FormantScale.Value;
        var cute = Listener.Listen(Songbook.Sung(new(Gender.Female, Timbre.Cute), 62)).FormantScale.Value;
        var man = Listener.Listen(Songbook.Sung(new(Gender.Male, Timbre.Lazy), 62)).FormantScale.Value;

        // The parameter sets say 1.12 / .97 and .82 / .97.
        Assert.InRange(cute / reference, 1.12, 1.2);
        Assert.InRange(man / reference, 0.81, 0.88);
    }

    [Fact]
    public void A_husky_voice_is_noisier_and_a_bright_one_brighter()
    {
        var warm = Listener.Listen(Clip.Value);
        var husky = Listener.Listen(Songbook.Sung(new(Gender.Female, Timbre.Husky), 62));
        var bright = Listener.Listen(Songbook.Sung(new(Gender.Female, Timbre.Bright), 62));
        Assert.True(husky.HarmonicsToNoise.Value < warm.HarmonicsToNoise.Value - 5);
        Assert.True(bright.Brightness.Value > warm.Brightness.Value + 4);
        Assert.True(bright.Tilt.Value > warm.Tilt.Value + 2);
    }

    [Fact]
    public void Gain_changes_nothing_but_what_is_too_soft()
    {
        var soft = new AudioBuffer(Clip.Value.Length);
        for (var i = 0; i < soft.Length; i++)
        {
            (soft.Left[i], soft.Right[i]) = (Clip.Value.Left[i] / 4, Clip.Value.Right[i] / 4);
        }

        var (one, other) = (Listener.Listen(Clip.Value), Listener.Listen(soft));
        Assert.InRange(other.MedianKey.Value - one.MedianKey.Value, -0.05, 0.05);
        Assert.InRange(other.FormantScale.Value - one.FormantScale.Value, -0.01, 0.01);
        Assert.Equal(one.Envelope.Take(14), other.Envelope.Take(14), (a, b) => Math.Abs(a - b) < 0.3);
    }

    [Fact]
    public void The_same_clip_gives_the_same_portrait_on_many_threads()
    {
        var first = PortraitFile.ToText(Listener.Listen(Clip.Value));
        var others = new string[3];
        Parallel.For(0, 3, i => others[i] = PortraitFile.ToText(Listener.Listen(Clip.Value)));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void A_portrait_comes_back_from_json()
    {
        var portrait = Listener.Listen(Clip.Value);
        var text = PortraitFile.ToText(portrait);
        Assert.Equal(text, PortraitFile.ToText(PortraitFile.Read(text)));
        Assert.Contains("\"formantScale\":{\"value\":", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not json")]
    public void What_is_no_portrait_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => PortraitFile.Read(text));

    [Fact]
    public void A_known_tune_is_believed()
    {
        var frames = new PitchTracker(hopSeconds: 0.02).Track(Clip.Value.Left);
        var tune = frames.Select(frame => frame.IsVoiced && frame.Second < 6 ? (float)frame.Hz : 0);
        var melody = new MelodyFacts(50, [.. tune], ImmutableArray<NoteEstimate>.Empty, 1);
        var (known, found) = (Listener.Listen(Clip.Value, melody), Listener.Listen(Clip.Value));
        Assert.InRange(known.VoicedSeconds, 2, 5);
        Assert.True(known.VoicedSeconds < found.VoicedSeconds / 2);
    }

    [Fact]
    public void Vibrato_is_measured_as_it_was_made()
    {
        var keys = new double[400];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = 60 + 0.4 * Math.Sin(2 * Math.PI * 5.6 * i / 100);
        }

        var (rate, depth) = VibratoMeter.Listen(keys);
        Assert.Equal(5.6, rate.Value, 1);
        Assert.InRange(depth.Value, 36, 44);
        Assert.Equal(1, depth.Confidence);
    }

    [Fact]
    public void Silence_noise_and_clicks_are_refused_with_a_sentence()
    {
        var state = 1u;
        double Noise()
        {
            state = state * 1664525 + 1013904223;
            return (state >> 8) / 16777216.0 - 0.5;
        }

        AudioBuffer[] clips =
        [
            new(0),
            Songbook.Made(5, _ => 0),
            Songbook.Made(5, _ => Noise()),
            Songbook.Made(5, second => second % 0.5 < 0.02 ? Noise() : 0),
        ];
        foreach (var clip in clips)
        {
            var refusal = Assert.Throws<NoVoiceException>(() => Listener.Listen(clip));
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        }
    }

    // A plucked string: harmonics that die away, the high ones sooner.
    [Fact]
    public void A_plucked_tune_is_no_voice()
    {
        double String(double second)
        {
            var (note, since) = ((int)(second * 2), second * 2 % 1 / 2);
            var hertz = 196 * Math.Pow(2, note * 5 % 12 / 12.0);
            return Enumerable
                .Range(1, 20)
                .Sum(k => 0.3 / k * Math.Exp(-since * (1 + k)) * Math.Sin(2 * Math.PI * hertz * k * second));
        }

        var refusal = Assert.Throws<NoVoiceException>(() => Listener.Listen(Songbook.Made(8, String)));
        Assert.Contains("does not move", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_that_are_no_numbers_are_refused() =>
        Assert.Throws<NoVoiceException>(() => Listener.Listen(Songbook.Made(3, _ => double.NaN)));
}
