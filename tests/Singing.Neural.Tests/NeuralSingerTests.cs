using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

public class NeuralSingerTests
{
    [Theory]
    [InlineData(44_100, 0)]
    [InlineData(44_100, -12)]
    [InlineData(24_000, 0)]
    public void Settled_notes_are_heard_as_the_score_says(int rate, double shift)
    {
        using var bank = new TinyBank { Rate = rate };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong(shift: shift);
        var off = Cents(singer.Sing(phrase, Phrases.Warm, 3), phrase);
        Assert.True(off.Count > 50);
        Assert.True(off[off.Count / 2] < 8, $"median {off[off.Count / 2]}");
        Assert.True(off[off.Count * 95 / 100] < 50, $"95 % {off[off.Count * 95 / 100]}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Vowels_start_on_the_beat_and_are_heard_there(bool predicted)
    {
        using var bank = new TinyBank { HasDurations = predicted };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong();
        var sung = singer.Sing(phrase, Phrases.Warm, 3);
        foreach (var note in phrase.Notes)
        {
            var vowel = sung.Phones.First(p => p.Syllable == note.Syllable && TinyBank.IsVowel(p.Phone));
            Assert.InRange(vowel.Start - note.Start, -0.0061, 0.0061);

            // The bank's vowels are 3 nepers louder than its consonants: where the loudness doubles, there the vowel begins.
            if (note.Syllable != 3)
            {
                var heard = Rise(sung, note.Start);
                Assert.InRange(heard - note.Start, -0.012, 0.012);
            }
        }
    }

    [Fact]
    public void Predicted_durations_share_each_words_time_in_their_proportions()
    {
        using var bank = new TinyBank { HasDurations = true };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong();
        var sung = singer.Sing(phrase, Phrases.Warm, 3);

        // From the vowel of "boats" to the next vowel: ow t s; the syllable after it has no onset.
        var parts = sung.Phones.Where(p => p.Syllable == 2 && p.Phone != "b").ToList();
        var total = parts.Sum(p => p.End - p.Start);
        Assert.Equal(0.8, total, 0.012);
        var wanted = parts.Sum(p => TinyBank.Frames(p.Phone));
        foreach (var part in parts)
        {
            Assert.Equal(TinyBank.Frames(part.Phone) / wanted, (part.End - part.Start) / total, 0.02);
        }

        // Consonants before the first vowel keep the length that is predicted.
        Assert.Equal(TinyBank.Frames("p") * 512 / 44_100.0, sung.Phones[0].End - sung.Phones[0].Start, 0.012);
    }

    [Fact]
    public void Phones_and_words_come_in_order_and_in_one_piece()
    {
        using var bank = new TinyBank();
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong(rest: 0.4);
        var sung = singer.Sing(phrase, Phrases.Warm, 3);
        Assert.Equal(
            phrase.Words.SelectMany(w => w.Syllables).SelectMany(s => s.Phones),
            sung.Phones.Select(p => p.Phone)
        );
        Assert.Equal(phrase.Words.Select(w => w.Text), sung.Words.Select(w => w.Text));
        Assert.All(sung.Phones, p => Assert.True(p.End > p.Start));
        Assert.All(
            sung.Phones.Zip(sung.Phones.Skip(1)),
            pair => Assert.True(pair.First.End <= pair.Second.Start + 1e-9)
        );
        Assert.Equal(sung.Phones[0].Start, sung.Words[0].Start);
        Assert.True(sung.Start < sung.Phones[0].Start);
        Assert.Equal(Math.Round(sung.Start * 44_100), sung.Start * 44_100, 1e-6);
        Assert.True(sung.Start + sung.Samples.Length / 44_100.0 > phrase.Notes[^1].End);
        Assert.InRange(sung.Samples.Max(Math.Abs), 0.05f, 0.6f);
    }

    [Fact]
    public void The_same_arguments_give_the_same_bytes_on_any_thread_and_another_seed_gives_others()
    {
        using var bank = new TinyBank
        {
            Noisy = true,
            HasDurations = true,
            HasVariance = true,
        };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong(VoiceLayer.DoubleLeft);
        var once = Phrases.Bytes(singer.Sing(phrase, Phrases.Warm, 3));
        var again = new byte[6][];
        Parallel.For(0, again.Length, i => again[i] = Phrases.Bytes(singer.Sing(phrase, Phrases.Warm, 3)));
        Assert.All(again, bytes => Assert.True(once.AsSpan().SequenceEqual(bytes)));
        Assert.False(once.AsSpan().SequenceEqual(Phrases.Bytes(singer.Sing(phrase, Phrases.Warm, 4))));
        using var other = NeuralSinger.Load(bank.Read());
        Assert.Equal(singer.Fingerprint, other.Fingerprint);
        Assert.True(once.AsSpan().SequenceEqual(Phrases.Bytes(other.Sing(phrase, Phrases.Warm, 3))));
    }

    [Fact]
    public void The_fingerprint_follows_every_file_that_is_read()
    {
        using var bank = new TinyBank { Operators = "steps: 10\n" };
        using var first = bank.Load();
        File.WriteAllText(bank.At("troubadour.yaml"), "steps: 11\n");
        using var second = NeuralSinger.Load(bank.Read());
        Assert.NotEqual(first.Fingerprint, second.Fingerprint);
        Assert.Equal(64, first.Fingerprint.Length);
    }

    [Fact]
    public void A_long_phrase_is_sung_in_runs_without_losing_time_or_tune()
    {
        using var bank = new TinyBank();
        using var singer = bank.Load();
        var words = Enumerable.Range(0, 40).Select(i => Phrases.Word("la" + i, "l aa")).ToArray();
        var phrase = Phrases.Phrase(
            [.. words],
            [.. words.Select((_, i) => 60.0 + i % 5)],
            [.. words.Select(_ => 1.0)]
        ) with
        {
            Vibrato = 0,
        };
        var sung = singer.Sing(phrase, Phrases.Warm, 3);
        Assert.True(sung.Samples.Length > 40 * 44_100);
        foreach (var note in phrase.Notes)
        {
            var vowel = sung.Phones.First(p => p.Syllable == note.Syllable && p.Phone == "aa");
            Assert.InRange(vowel.Start - note.Start, -0.0061, 0.0061);
        }

        var off = Cents(sung, phrase);
        Assert.True(off[off.Count / 2] < 8);
    }

    [Fact]
    public void Notes_that_leave_out_a_syllable_are_refused()
    {
        using var bank = new TinyBank();
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong();
        Assert.Throws<ArgumentException>(() =>
            singer.Sing(phrase with { Notes = phrase.Notes.RemoveAt(2) }, Phrases.Warm, 1)
        );
        Assert.Throws<ArgumentException>(() =>
            singer.Sing(Phrases.Phrase([Phrases.Word("x", "qq aa")], [60], [1]), Phrases.Warm, 1)
        );
        Assert.Throws<ArgumentException>(() =>
            singer.Sing(Phrases.Phrase([Phrases.Word("long", "l ao ng")], [60], [60]), Phrases.Warm, 1)
        );
    }

    [Fact]
    public void A_bank_with_its_own_pitch_is_brought_into_tune()
    {
        using var bank = new TinyBank { PitchOff = 0.7f, Operators = "pitch: bank\n" };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong();
        var off = Cents(singer.Sing(phrase, Phrases.Warm, 3), phrase);
        Assert.True(off[off.Count / 2] < 8, $"median {off[off.Count / 2]}");
    }

    [Fact]
    public void Rap_and_hard_tuned_voices_sing_with_our_pitch()
    {
        using var bank = new TinyBank { PitchOff = 0.7f, Operators = "pitch: bank\n" };
        using var singer = bank.Load();
        var phrase = Phrases.BoatSong() with { Rap = true };
        Assert.NotEmpty(singer.Sing(phrase, Phrases.Warm, 3).Samples);
        var hard = Cents(
            singer.Sing(Phrases.BoatSong(), new VoiceSpec(Gender.Male, Timbre.Electrified), 3),
            Phrases.BoatSong()
        );
        Assert.True(hard[hard.Count * 95 / 100] < 5, $"95 % {hard[hard.Count * 95 / 100]}");
    }

    // Distances in cents, sorted, every 10 ms of the settled parts of vowels.
    private static List<double> Cents(SungPhrase sung, PhraseScore phrase)
    {
        var off = new List<double>();
        foreach (var note in phrase.Notes)
        {
            var vowel = sung.Phones.First(p => p.Syllable == note.Syllable && TinyBank.IsVowel(p.Phone));
            var hertz = 440 * Math.Pow(2, (note.Pitch - 69) / 12);
            for (var time = vowel.Start + 0.16; time < Math.Min(vowel.End, note.End) - 0.06; time += 0.01)
            {
                var heard = PitchTracker.At(sung.Samples, (int)((time - sung.Start) * 44_100), 44_100, hertz);
                off.Add(heard == 0 ? 1200 : Math.Abs(1200 * Math.Log2(heard / hertz)));
            }
        }

        off.Sort();
        return off;
    }

    // Where the mean of 4 ms first exceeds a fifth of what it is 60 ms after the beat.
    private static double Rise(SungPhrase sung, double beat)
    {
        double Level(double time)
        {
            var at = (int)((time - sung.Start) * 44_100);
            return sung.Samples.AsSpan(at - 88, 176).ToArray().Average(x => Math.Abs(x));
        }

        var full = Level(beat + 0.06);
        var time = beat - 0.05;
        while (Level(time) < 0.4 * full)
        {
            time += 0.0005;
        }

        return time;
    }
}
