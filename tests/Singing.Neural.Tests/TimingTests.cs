using System.Collections.Immutable;
using CsCheck;
using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

public class TimingTests
{
    private static readonly Gen<PhraseScore> Songs =
        from lengths in Gen.Double[0.08, 1.5].Array[8]
        from rests in Gen.Double[0, 0.6].Array[8]
        from start in Gen.Double[0, 30]
        select Song(lengths, rests, start);

    [Fact]
    public void Phonemes_fill_the_phrase_without_gaps_and_vowels_start_with_their_notes() =>
        Songs.Sample(
            phrase =>
            {
                var slots = PhraseSlots.Of(phrase);
                var laid = PhraseTiming.Plan(slots, Map.Value, null, true, Phrases.Warm, new RandomStream(1, "t"));
                Assert.All(laid, p => Assert.True(p.End > p.Start, $"{p}"));
                Assert.All(laid.Zip(laid.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start, 1e-9));
                for (var k = 0; k < slots.Vowels.Length; k++)
                {
                    var vowel = laid.First(p => p.Slot == slots.Vowels[k]);
                    Assert.Equal(slots.Starts[k], vowel.Start, 1e-6);
                }
            },
            iter: 200
        );

    [Fact]
    public void Frames_add_up_and_drift_from_no_boundary_by_more_than_a_frame() =>
        Songs.Sample(
            phrase =>
            {
                var slots = PhraseSlots.Of(phrase);
                var laid = PhraseTiming.Plan(slots, Map.Value, null, false, Phrases.Warm, new RandomStream(1, "t"));
                var plan = FramePlan.Lay(laid, new ModelFrame(44_100, 256), laid[0].Start);
                Assert.Equal(plan.Count, plan.Lengths.Sum());
                Assert.All(plan.Lengths, length => Assert.True(length > 0));
                var (counts, frames) = plan.Groups();
                Assert.Equal(laid.Length, counts.Sum());
                Assert.Equal(plan.Count, frames.Sum());
                Assert.Equal(laid[^1].End - laid[0].Start, plan.Count * plan.Frame.Seconds, 0.012);
            },
            iter: 200
        );

    [Fact]
    public void Runs_keep_every_phoneme_once_in_order_and_stay_short() =>
        Gen.Select(Gen.Double[0.2, 3].Array[30], Gen.Double[0, 1].Array[30])
            .Sample(
                (lengths, rests) =>
                {
                    var phrase = Song(lengths, rests, 1);
                    var slots = PhraseSlots.Of(phrase);
                    var laid = PhraseTiming.Plan(slots, Map.Value, null, true, Phrases.Warm, new RandomStream(1, "t"));
                    var runs = PhraseRuns.Split(laid, slots.All).ToList();
                    Assert.Equal(laid.Where(p => p.Slot >= 0), runs.SelectMany(run => run).Where(p => p.Slot >= 0));
                    Assert.All(runs, run => Assert.InRange(run[^1].End - run[0].Start, 0, PhraseRuns.Longest + 0.21));
                    Assert.All(runs, run => Assert.Equal("SP", run[^1].Phoneme));
                },
                iter: 100
            );

    [Fact]
    public void Anchored_notes_have_the_scores_pitch_at_the_median_and_keep_their_vibrato()
    {
        var phrase = Phrases.BoatSong();
        var plan = FramePlan.Lay([new TimedPhoneme("SP", -1, true, 0, 7)], new ModelFrame(44_100, 512), 0);
        var pitch = Enumerable
            .Range(0, plan.Count)
            .Select(t => 66.5 + 0.4 * Math.Sin(2 * Math.PI * 5.5 * plan.TimeOf(t)))
            .ToArray();
        foreach (var (t, note) in Enumerable.Range(0, plan.Count).Select(t => (t, Note(phrase, plan.TimeOf(t)))))
        {
            pitch[t] += note - 67;
        }

        NoteAnchor.Tune(pitch, phrase.Notes, plan);
        foreach (var note in phrase.Notes)
        {
            var settled = Enumerable
                .Range(0, plan.Count)
                .Where(t => plan.TimeOf(t) > note.Start + 0.12 && plan.TimeOf(t) < note.End - 0.05)
                .Select(t => pitch[t] - note.Pitch)
                .Order()
                .ToList();
            // A frame more or less at the ends moves the median by half of what 40 cents of vibrato move in a frame.
            var median = (settled[(settled.Count - 1) / 2] + settled[settled.Count / 2]) / 2;
            Assert.InRange(median, -0.09, 0.09);
            Assert.InRange(settled[^1] - settled[0], 0.6, 0.9);
        }
    }

    private static Lazy<PhoneMap> Map { get; } =
        new(() =>
        {
            using var bank = new TinyBank();
            return bank.Write().Read().Phones;
        });

    private static double Note(PhraseScore phrase, double time) =>
        phrase.Notes.LastOrDefault(note => note.Start <= time, phrase.Notes[0]).Pitch;

    private static PhraseScore Song(double[] lengths, double[] rests, double start)
    {
        var words = ImmutableArray.CreateBuilder<SungWord>();
        string[] spelt = ["s t r iy t s", "ax", "ng k ae", "b r ay t", "w er l d z", "y uw"];
        for (var i = 0; i < lengths.Length; i++)
        {
            words.Add(Phrases.Word("w", spelt[i % spelt.Length]));
        }

        var notes = ImmutableArray.CreateBuilder<SungNote>();
        for (var i = 0; i < lengths.Length; i++)
        {
            notes.Add(new SungNote(start, start + lengths[i], 60 + i % 7, i));
            start += lengths[i] + rests[i];
        }

        return new PhraseScore(words.ToImmutable(), notes.ToImmutable(), VoiceLayer.Lead, 0.6, 1, false, 0);
    }
}
