using System.Text;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis.Tests;

/// <summary>Drums and accompaniment that are known.</summary>
public class BandTests
{
    private const double Seconds = 8;
    private static readonly AudioBuffer s_drums = Drums(1);
    private static readonly AudioBuffer s_chords = Synthetic.Chords([(0, 4), (9, 3), (5, 4), (7, 4)]);

    [Fact]
    public void Strokes_are_heard_where_they_are_and_kicks_are_told_from_snares_and_hats()
    {
        var hits = SongAnalyser.Analyse(s_drums, new() { Drums = s_drums }).Drums.Hits;
        for (var k = 0; k < 15; k++)
        {
            var at = 0.5 + 0.5 * k;
            var here = hits.Where(hit => Math.Abs(hit.Start - at) < 0.03).Select(hit => hit.Kind).ToList();
            Assert.Contains(k % 2 == 0 ? DrumKind.Kick : DrumKind.Snare, here);
            Assert.DoesNotContain(k % 2 == 0 ? DrumKind.Snare : DrumKind.Kick, here);
            var between = hits.Where(hit => Math.Abs(hit.Start - at - 0.25) < 0.03).Select(hit => hit.Kind).ToList();
            Assert.DoesNotContain(DrumKind.Kick, between);
            Assert.DoesNotContain(DrumKind.Snare, between);
            Assert.NotEmpty(between);
        }

        Assert.All(hits, hit => Assert.InRange(hit.Strength, 0, 1));
        Assert.All(hits, hit => Assert.InRange(hit.Confidence, 0.5, 1));
        Assert.Equal(hits.OrderBy(hit => hit.Start).ThenBy(hit => hit.Kind), hits);
        Assert.Equal(hits.Length, hits.Select(hit => (hit.Start, hit.Kind)).Distinct().Count());
    }

    [Fact]
    public void Chords_of_an_accompaniment_are_written_down()
    {
        int[][] chords =
        [
            [60, 64, 67],
            [57, 65, 69],
            [62, 66, 71],
            [55, 64, 72],
        ];
        var audio = new AudioBuffer(s_drums.Length);
        foreach (var (c, key) in chords.SelectMany((chord, c) => chord.Select(key => (c, key))))
        {
            Synthetic.Tone(audio, 0.5 + 1.5 * c, 1.2, key, 0.15);
        }

        var notes = SongAnalyser.Analyse(audio, new() { Other = audio }).Accompaniment.Notes;
        var found = 0;
        for (var c = 0; c < chords.Length; c++)
        {
            found += chords[c].Count(key => notes.Any(n => n.Key == key && Math.Abs(n.Start - 0.5 - 1.5 * c) < 0.05));
        }

        Assert.InRange(found, 10, 12);
        var wrong = notes.Count(n =>
        {
            var chord = chords[Math.Clamp((int)((n.Start - 0.4) / 1.5), 0, 3)];
            return !chord.Any(key => (key - n.Key) % 12 == 0);
        });
        Assert.True(wrong <= notes.Length / 8, $"{wrong} of {notes.Length} are in no chord");
        Assert.All(notes, n => Assert.True(n.End > n.Start && n.Strength is >= 0 and <= 1));
        Assert.Equal(notes.OrderBy(n => n.Start).ThenBy(n => n.Key), notes);
        Assert.All(
            notes.GroupBy(n => n.Key),
            key => Assert.All(key.Zip(key.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start))
        );
    }

    [Fact]
    public void Stems_that_are_not_given_or_silent_or_leaks_tell_nothing()
    {
        var empty = new AudioBuffer(s_drums.Length);
        foreach (var stem in new[] { null, empty, Drums(0.003f) })
        {
            var found = SongAnalyser.Analyse(s_drums, new() { Drums = stem, Other = stem });
            Assert.Empty(found.Drums.Hits);
            Assert.Empty(found.Accompaniment.Notes);
        }

        var silent = SongAnalyser.Analyse(
            empty,
            new()
            {
                Drums = empty,
                Other = empty,
                Bass = empty,
            }
        );
        Assert.Empty(silent.Drums.Hits);
    }

    [Fact]
    public void A_separated_voice_that_is_a_leak_is_no_voice_and_an_instrument_leads()
    {
        var tune = new AudioBuffer(s_drums.Length);
        for (var n = 0; n < 12; n++)
        {
            Synthetic.Tone(tune, 1 + 0.5 * n, 0.4, 67 + n % 5, 0.3);
        }

        var leak = Scaled(tune, 0.01f);
        var found = SongAnalyser.Analyse(tune, new() { Voice = leak, Other = tune });
        Assert.Empty(found.VocalActivity.Spans);
        Assert.All(found.VocalActivity.Values, value => Assert.Equal(0, value));
        Assert.NotEmpty(found.Melody.Notes);
        Assert.NotEmpty(SongAnalyser.Analyse(tune, new() { Voice = tune }).VocalActivity.Spans);
    }

    [Fact]
    public void With_stems_threads_and_level_change_nothing()
    {
        var options = new AnalysisOptions
        {
            Voice = s_chords,
            Bass = s_chords,
            Drums = s_drums,
            Other = s_chords,
        };
        var mix = new AudioBuffer(s_chords.Length);
        for (var i = 0; i < mix.Length; i++)
        {
            (mix.Left[i], mix.Right[i]) = (s_chords.Left[i] + s_drums.Left[i], s_chords.Right[i] + s_drums.Right[i]);
        }

        var two = SongAnalyser.Analyse(mix, options);
        Assert.Equal(
            AnalysisFile.ToText(two),
            AnalysisFile.ToText(SongAnalyser.Analyse(mix, options with { Threads = 1 }))
        );
        Assert.NotEmpty(two.Drums.Hits);
        Assert.NotEmpty(two.Accompaniment.Notes);
        var soft = SongAnalyser.Analyse(
            Scaled(mix, 0.25f),
            new()
            {
                Voice = Scaled(s_chords, 0.25f),
                Bass = Scaled(s_chords, 0.25f),
                Drums = Scaled(s_drums, 0.25f),
                Other = Scaled(s_chords, 0.25f),
            }
        );
        Assert.Equal(two.Drums.Hits.Select(h => (h.Start, h.Kind)), soft.Drums.Hits.Select(h => (h.Start, h.Kind)));
        Assert.Equal(two.Accompaniment.Notes.Select(n => n.Key), soft.Accompaniment.Notes.Select(n => n.Key));
    }

    [Fact]
    public void Stems_of_another_length_or_without_numbers_are_refused()
    {
        var audio = new AudioBuffer(1000);
        var broken = new AudioBuffer(1000);
        broken.Left[3] = float.NaN;
        foreach (var stem in new[] { new AudioBuffer(999), new AudioBuffer(1000, 48000), broken })
        {
            Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(audio, new() { Drums = stem }));
            Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(audio, new() { Other = stem }));
        }
    }

    [Fact]
    public void Documents_of_the_first_version_are_refused()
    {
        var text = AnalysisFile.ToText(SongAnalyser.Analyse(new AudioBuffer(100)));
        Assert.Contains("\"version\":2,", text, StringComparison.Ordinal);
        var old = text.Replace("\"version\":2,", "\"version\":1,", StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(old));
        Assert.Throws<InvalidDataException>(() => AnalysisFile.Read(stream));
    }

    private static AudioBuffer Scaled(AudioBuffer audio, float gain)
    {
        var scaled = new AudioBuffer(audio.Length);
        for (var i = 0; i < audio.Length; i++)
        {
            (scaled.Left[i], scaled.Right[i]) = (audio.Left[i] * gain, audio.Right[i] * gain);
        }

        return scaled;
    }

    // A kick and a snare in turn every half second, a hat between them.
    private static AudioBuffer Drums(float gain)
    {
        var audio = new AudioBuffer((int)(Seconds * SampleRate.House));
        var random = new RandomStream(4, "drums");
        for (var k = 0; k < 15; k++)
        {
            var from = (int)((0.5 + 0.5 * k) * SampleRate.House);
            for (var i = 0; i < 9000; i++)
            {
                var t = (double)i / SampleRate.House;
                var noise = random.Next(-1, 1);
                var tone =
                    k % 2 == 0
                        ? DeterministicMath.Exp(-18 * t)
                            * DeterministicMath.Sin(2 * Math.PI * (55 * t + 3 * (1 - DeterministicMath.Exp(-30 * t))))
                            + 0.2 * noise * DeterministicMath.Exp(-400 * t)
                        : 0.5 * DeterministicMath.Exp(-25 * t) * DeterministicMath.Sin(2 * Math.PI * 190 * t)
                            + 0.5 * noise * DeterministicMath.Exp(-20 * t);
                Add(audio, from + i, gain * 0.6 * tone);
            }

            var last = 0.0;
            for (var i = 0; i < 3000; i++)
            {
                var noise = random.Next(-1, 1);
                var t = (double)i / SampleRate.House;
                Add(
                    audio,
                    from + SampleRate.House / 4 + i,
                    gain * 0.15 * (noise - last) * DeterministicMath.Exp(-60 * t)
                );
                last = noise;
            }
        }

        return audio;
    }

    private static void Add(AudioBuffer audio, int at, double value)
    {
        if (at < audio.Length)
        {
            audio.Left[at] += (float)value;
            audio.Right[at] += (float)value;
        }
    }
}
