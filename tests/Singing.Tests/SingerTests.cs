using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CsCheck;
using Troubadour.Music;

namespace Troubadour.Singing.Tests;

public sealed class SingerTests
{
    private static readonly SungPhrase Song = Fixtures.Singer.Sing(Fixtures.BoatSong(), Fixtures.Warm, 1);

    [Theory]
    [InlineData(Gender.Female, 0)]
    [InlineData(Gender.Male, -12)]
    public void Sustained_notes_are_within_fifty_cents(Gender gender, double shift)
    {
        var phrase = Fixtures.BoatSong(shift: shift);
        var sung = Fixtures.Singer.Sing(phrase, new VoiceSpec(gender, Timbre.Warm), 3);
        var (near, all) = (0, 0);
        var offsets = new List<double>();
        foreach (var note in phrase.Notes)
        {
            // The vowel's middle: consonants and the glide between notes are not sustained.
            var vowel = sung.Phones.First(p => p.Syllable == note.Syllable && Phones.IsVowel(p.Phone));
            var hertz = 440 * Math.Pow(2, (note.Pitch - 69) / 12);
            for (var t = vowel.Start + 0.1; t < vowel.End - 0.05; t += 0.01)
            {
                var heard = PitchTracker.At(
                    sung.Samples,
                    (int)((t - sung.Start) * Fixtures.Rate),
                    Fixtures.Rate,
                    hertz
                );
                var cents = heard > 0 ? 1200 * Math.Log2(heard / hertz) : 9999;
                offsets.Add(cents);
                near += Math.Abs(cents) <= 50 ? 1 : 0;
                all++;
            }
        }

        Assert.True(all > 100);
        Assert.True(near >= 0.97 * all, $"{near} of {all}");
        offsets.Sort();
        Assert.InRange(offsets[offsets.Count / 2], -10, 10);
    }

    [Fact]
    public void Vowels_start_with_their_notes()
    {
        foreach (var note in Fixtures.BoatSong().Notes)
        {
            var phones = Song.Phones.Where(p => p.Syllable == note.Syllable).ToList();
            var vowel = phones.FindIndex(p => Phones.IsVowel(p.Phone));
            var afterGlide = vowel > 0 && phones[vowel - 1].Phone is "w" or "y" or "r" or "l";
            Assert.InRange(phones[vowel].Start - note.Start, -0.006, afterGlide ? 0.06 : 0.006);
        }
    }

    [Fact]
    public void Vowels_are_heard_from_their_notes_on()
    {
        // After a voiceless stop the energy below 1 kHz must rise at the beat: "p-ey", "p-er".
        var smooth = new float[Song.Samples.Length];
        for (var i = 22; i + 22 < smooth.Length; i++)
        {
            smooth[i] = Song.Samples[(i - 22)..(i + 22)].Average();
        }

        var low = Song with { Samples = smooth };
        foreach (var syllable in new[] { 0, 1 })
        {
            var start = Fixtures.BoatSong().Notes[syllable].Start;
            Assert.True(Energy(low, start + 0.03, start + 0.06) > 8 * Energy(low, start - 0.05, start - 0.02));
        }
    }

    [Fact]
    public void Every_syllable_has_energy_and_the_ends_are_silent()
    {
        var whole = Energy(Song, 1, 5);
        for (var k = 0; k < 8; k++)
        {
            var vowel = Song.Phones.First(p => p.Syllable == k && Phones.IsVowel(p.Phone));
            Assert.True(Energy(Song, vowel.Start, vowel.End) > 0.05 * whole, $"syllable {k}");
        }

        Assert.True(Song.Samples.Take(100).Max(Math.Abs) < 0.001);
        Assert.True(Song.Samples.TakeLast(100).Max(Math.Abs) < 0.001);
    }

    [Fact]
    public void Times_are_in_order_and_cover_the_words()
    {
        Assert.Equal(Fixtures.Boats.Select(w => w.Text), Song.Words.Select(w => w.Text));
        Assert.Equal(Fixtures.Boats.Sum(w => w.Syllables.Sum(s => s.Phones.Length)), Song.Phones.Length);
        for (var i = 1; i < Song.Phones.Length; i++)
        {
            Assert.True(Song.Phones[i].Start >= Song.Phones[i - 1].End - 1e-9);
            Assert.True(Song.Phones[i].End > Song.Phones[i].Start);
        }

        Assert.Equal(Song.Phones[0].Start, Song.Words[0].Start);
        Assert.Equal(Song.Phones[^1].End, Song.Words[^1].End);
        Assert.True(Song.Start < Song.Words[0].Start - 0.3);
        Assert.Equal(Math.Round(Song.Start * Fixtures.Rate), Song.Start * Fixtures.Rate, 6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_any_thread()
    {
        var hashes = new string[6];
        Parallel.For(
            0,
            hashes.Length,
            i => hashes[i] = Hash(new Singer(Fixtures.Voice).Sing(Fixtures.BoatSong(), Fixtures.Warm, 1))
        );
        Assert.All(hashes, h => Assert.Equal(Hash(Song), h));
        Assert.NotEqual(Hash(Song), Hash(Fixtures.Singer.Sing(Fixtures.BoatSong(), Fixtures.Warm, 2)));
    }

    [Fact]
    public void Doubles_are_new_takes()
    {
        foreach (var layer in new[] { VoiceLayer.DoubleLeft, VoiceLayer.DoubleRight, VoiceLayer.Harmony })
        {
            var phrase = Fixtures.BoatSong(layer);
            var take = Fixtures.Singer.Sing(phrase, Fixtures.Warm, 1);
            var shifts = phrase.Notes.Select(n =>
                take.Phones.First(p => p.Syllable == n.Syllable && Phones.IsVowel(p.Phone)).Start
                - Song.Phones.First(p => p.Syllable == n.Syllable && Phones.IsVowel(p.Phone)).Start
            );
            Assert.InRange(Math.Abs(shifts.Average()), 0.005, 0.035);
        }
    }

    [Fact]
    public void Rap_falls_within_its_syllables()
    {
        double[] pitches = [50, 50, 50];
        var phrase = Fixtures.Phrase(Fixtures.Name, pitches, [0.4, 0.4, 0.4], rap: true);
        var sung = Fixtures.Singer.Sing(phrase, new VoiceSpec(Gender.Male, Timbre.Powerful), 1);
        foreach (var k in new[] { 0, 2 })
        {
            var vowel = sung.Phones.First(p => p.Syllable == k && Phones.IsVowel(p.Phone));
            double Pitch(double t) =>
                PitchTracker.At(sung.Samples, (int)((t - sung.Start) * Fixtures.Rate), Fixtures.Rate, 147);
            var fall =
                1200 * Math.Log2(Pitch(sung.Phones.Last(p => p.Syllable == k).End - 0.04) / Pitch(vowel.Start + 0.09));
            Assert.InRange(fall, -500, -60);
        }
    }

    [Fact]
    public void Loudness_is_even_between_phrases_and_follows_effort()
    {
        double Loud(PhraseScore p, VoiceSpec v) =>
            VoiceLevel.Loudness(Fixtures.Singer.Sing(p, v, 1).Samples, Fixtures.Rate);
        var name = Fixtures.Phrase(Fixtures.Name, [62, 64, 65], [0.6, 0.4, 1.5]);
        Assert.Equal(Loud(Fixtures.BoatSong(), Fixtures.Warm), Loud(name, Fixtures.Warm), 1.0);
        var male = new VoiceSpec(Gender.Male, Timbre.Husky);
        Assert.Equal(Loud(Fixtures.BoatSong(), Fixtures.Warm), Loud(Fixtures.BoatSong(shift: -12), male), 1.0);
        var rise =
            Loud(Fixtures.BoatSong(effort: 1), Fixtures.Warm) - Loud(Fixtures.BoatSong(effort: 0.2), Fixtures.Warm);
        Assert.InRange(rise, 3, 5);
        Assert.InRange(Song.Samples.Max(Math.Abs), 0.3f, 0.6f);
    }

    [Fact]
    public void Any_score_sings_finite_bounded_and_without_steps() =>
        Gen.Select(
                Gen.Double[36, 84].Array[3],
                Gen.Double[0.03, 1.2].Array[3],
                Gen.Double[0, 1],
                Gen.Enum<VoiceLayer>(),
                Gen.Bool,
                Gen.Select(Gen.Enum<Gender>(), Gen.Enum<Timbre>())
            )
            .Sample(
                (pitches, seconds, effort, layer, rap, voice) =>
                {
                    var phrase = Fixtures.Phrase(Fixtures.Name, pitches, seconds, 0.2, layer, effort, 1, rap);
                    var sung = Fixtures.Singer.Sing(phrase, new VoiceSpec(voice.Item1, voice.Item2), 5);
                    var previous = 0f;
                    foreach (var sample in sung.Samples)
                    {
                        Assert.True(float.IsFinite(sample) && Math.Abs(sample) <= 0.6f);
                        Assert.True(Math.Abs(sample - previous) < 0.5f);
                        previous = sample;
                    }
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public void A_melisma_holds_one_syllable_over_its_notes()
    {
        var phrase = new PhraseScore(
            Fixtures.Name,
            [new(1, 1.4, 60, 0), new(1.4, 1.8, 64, 0), new(1.8, 2.2, 67, 1), new(2.6, 3.4, 65, 2)],
            VoiceLayer.Lead,
            0.6,
            1,
            false,
            0
        );
        var sung = Fixtures.Singer.Sing(phrase, Fixtures.Warm, 1);
        double Pitch(double t, double midi) =>
            69
            + 12
                * Math.Log2(
                    PitchTracker.At(
                        sung.Samples,
                        (int)((t - sung.Start) * Fixtures.Rate),
                        Fixtures.Rate,
                        440 * Math.Pow(2, (midi - 69) / 12)
                    ) / 440
                );
        Assert.Equal(60, Pitch(1.25, 60), 0.5);
        Assert.Equal(64, Pitch(1.62, 64), 0.5);
        Assert.True(Energy(sung, 2.3, 2.4) < 0.02 * Energy(sung, 1.9, 2.1), "The rest is not silent.");
    }

    [Fact]
    public void A_score_that_does_not_fit_its_words_is_refused()
    {
        var phrase = Fixtures.Phrase(Fixtures.Name, [60, 62], [0.5, 0.5]);
        Assert.Throws<ArgumentException>(() => Fixtures.Singer.Sing(phrase, Fixtures.Warm, 1));
    }

    private static double Energy(SungPhrase sung, double from, double to)
    {
        var (a, b) = ((int)((from - sung.Start) * Fixtures.Rate), (int)((to - sung.Start) * Fixtures.Rate));
        var sum = 0.0;
        for (var i = a; i < b; i++)
        {
            sum += sung.Samples[i] * sung.Samples[i];
        }

        return sum / (b - a);
    }

    private static string Hash(SungPhrase sung) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(sung.Samples.AsSpan())));
}
