using Troubadour.Music;

namespace Troubadour.Singing.Tests;

public sealed class VoiceColourTests
{
    [Fact]
    public void The_eighteen_voices_differ_three_times_more_than_lines_of_one()
    {
        var lines = TimbreMeter.WithoutWords(TimbreMeter.Sing(TimbreMeter.Voices));
        var one = lines.Select(voice => TimbreMeter.Mean([.. voice.Where((_, i) => i / 2 % 2 == 0)])).ToArray();
        var other = lines.Select(voice => TimbreMeter.Mean([.. voice.Where((_, i) => i / 2 % 2 == 1)])).ToArray();
        var within = one.Zip(other, TimbreMeter.Distance).Average();
        for (var i = 0; i < lines.Length; i++)
        {
            for (var j = i + 1; j < lines.Length; j++)
            {
                var between = TimbreMeter.Distance(TimbreMeter.Mean(lines[i]), TimbreMeter.Mean(lines[j]));
                Assert.True(
                    between > 3 * within,
                    $"{TimbreMeter.Voices[i]} and {TimbreMeter.Voices[j]}: {between:0.00} dB, one voice {within:0.00} dB"
                );
            }
        }
    }

    [Fact]
    public void A_person_is_herself_in_every_song_and_stays_within_her_timbre()
    {
        var spec = Fixtures.Warm with { Person = 7 };
        Assert.Equal(VoiceColours.Of(spec), VoiceColours.Of(spec));
        Assert.NotEqual(VoiceColours.Of(spec), VoiceColours.Of(Fixtures.Warm with { Person = 8 }));
        Assert.Equal(VoiceColours.Of(Fixtures.Warm), VoiceColours.Of(Fixtures.Warm with { Person = 0 }));
        VoiceSpec[] voices =
        [
            .. Enumerable.Range(1, 6).Select(person => Fixtures.Warm with { Person = person }),
            new(Gender.Female, Timbre.Sweet),
            new(Gender.Female, Timbre.Powerful),
            new(Gender.Female, Timbre.Lazy),
        ];
        var warm = TimbreMeter.Mean(TimbreMeter.Sing([Fixtures.Warm])[0]);
        var means = TimbreMeter.Sing(voices).Select(TimbreMeter.Mean).ToArray();
        var persons = means[..6].Select(mean => TimbreMeter.Distance(mean, warm)).ToArray();
        var others = means[6..].Select(mean => TimbreMeter.Distance(mean, warm)).ToArray();
        Assert.All(persons, distance => Assert.InRange(distance, 0.3, others.Min()));
    }

    [Fact]
    public void A_whisper_has_no_pitch_and_a_belted_line_rings()
    {
        var whispered = Fixtures.Singer.Sing(Fixtures.BoatSong(effort: 0.05), Fixtures.Warm, 1);
        var usual = Fixtures.Singer.Sing(Fixtures.BoatSong(effort: 0.6), Fixtures.Warm, 1);
        var belted = Fixtures.Singer.Sing(Fixtures.BoatSong(effort: 1), Fixtures.Warm, 1);
        Assert.All(
            whispered.Phones.Where(phone => Phones.IsVowel(phone.Phone)),
            vowel => Assert.True(Level(whispered, vowel.Start, vowel.End) > Level(whispered, 0.6, 0.9) + 6, vowel.Phone)
        );
        Assert.True(Periodicity(usual) > 0.8, $"usual {Periodicity(usual):0.00}");
        Assert.True(Periodicity(whispered) < 0.35, $"whispered {Periodicity(whispered):0.00}");
        Assert.True(Ring(belted) > Ring(usual) + 2, $"{Ring(belted):0.0} against {Ring(usual):0.0} dB");
        Assert.True(Ring(usual) > Ring(Fixtures.Singer.Sing(Fixtures.BoatSong(effort: 0.35), Fixtures.Warm, 1)));
    }

    [Fact]
    public void A_word_that_is_leant_on_is_louder_and_brighter()
    {
        var plain = Fixtures.BoatSong();
        var leant = plain with { Words = plain.Words.SetItem(1, plain.Words[1] with { IsEmphasised = true }) };
        var (before, after) = (
            Fixtures.Singer.Sing(plain, Fixtures.Warm, 1),
            Fixtures.Singer.Sing(leant, Fixtures.Warm, 1)
        );
        var boats = before.Words[1];
        var paper = before.Words[0];
        var rise = Level(after, boats.Start, boats.End) - Level(before, boats.Start, boats.End);
        var others = Level(after, paper.Start, paper.End) - Level(before, paper.Start, paper.End);
        Assert.InRange(rise - others, 1.5, 4);
    }

    [Fact]
    public void A_vocoded_voice_steps_between_exact_pitches()
    {
        var phrase = Fixtures.Phrase(Fixtures.Name, [60, 64, 67], [0.6, 0.6, 0.9]);
        var vocoded = Contour(new VoiceSpec(Gender.Female, Timbre.Electrified));
        var sung = Contour(Fixtures.Warm);
        Assert.True(Between(vocoded) < 8, $"{Between(vocoded)} frames between the notes");
        Assert.True(Between(sung) > 14, $"{Between(sung)} frames between the notes");
        Assert.All(vocoded[130..220], hertz => Assert.InRange(1200 * Math.Log2(hertz / 329.63), -5, 5));

        double[] Contour(VoiceSpec voice) =>
            PitchContour.Draw(phrase, VoiceColours.Of(voice), 1, 0.005, 400, new RandomStream(1, "test"), 0).Hertz;

        // Frames more than 20 cents from both the first and the second note, around the step.
        static int Between(double[] hertz) =>
            hertz[90..150]
                .Count(f => Math.Abs(1200 * Math.Log2(f / 261.63)) > 20 && Math.Abs(1200 * Math.Log2(f / 329.63)) > 20);
    }

    // The autocorrelation of held vowels at the period of their note, mean over the notes.
    private static double Periodicity(SungPhrase sung)
    {
        var notes = Fixtures.BoatSong().Notes;
        return notes.Average(note =>
        {
            var vowel = sung.Phones.First(p => p.Syllable == note.Syllable && Phones.IsVowel(p.Phone));
            var at = (int)(((vowel.Start + vowel.End) / 2 - sung.Start) * Fixtures.Rate);
            var period = Fixtures.Rate / (440 * Math.Pow(2, (note.Pitch - 69) / 12));
            return Enumerable
                .Range((int)(0.94 * period), (int)(0.12 * period) + 2)
                .Max(lag => Correlation(sung.Samples.AsSpan(at, 3000), sung.Samples.AsSpan(at + lag, 3000)));
        });
    }

    private static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var (ab, aa, bb) = (0.0, 1e-12, 1e-12);
        for (var i = 0; i < a.Length; i++)
        {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }

        return ab / Math.Sqrt(aa * bb);
    }

    // Root mean square between two times of the song in dB.
    private static double Level(SungPhrase sung, double from, double to)
    {
        var (a, b) = ((int)((from - sung.Start) * Fixtures.Rate), (int)((to - sung.Start) * Fixtures.Rate));
        return 10 * Math.Log10(sung.Samples[Math.Max(0, a)..b].Average(x => (double)x * x) + 1e-12);
    }

    // Energy above 2.2 kHz against that above 200 Hz, in dB.
    private static double Ring(SungPhrase sung)
    {
        var (low, high) = (
            Energy(sung, Biquad.HighPass(200, 0.7, Fixtures.Rate)),
            Energy(sung, Biquad.HighPass(2200, 0.7, Fixtures.Rate))
        );
        return 10 * Math.Log10(high / low);
    }

    private static double Energy(SungPhrase sung, Biquad filter)
    {
        var filtered = new float[sung.Samples.Length];
        SectionRun.Filter(sung.Samples, filtered, filter);
        return filtered.Sum(y => (double)y * y);
    }
}
