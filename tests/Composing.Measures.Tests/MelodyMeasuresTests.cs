using System.Collections.Immutable;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Measures of melodies that can be counted by hand.</summary>
public class MelodyMeasuresTests
{
    // C D E G over and over: sixty quarters.
    private static readonly int[] Tune = [.. Enumerable.Range(0, 60).Select(i => new[] { 60, 62, 64, 67 }[i % 4])];

    private static double Of(string measure, params int[] keys) => MelodyMeasures.Of(Small.Quarters(keys))[measure];

    [Fact]
    public void Four_pitch_classes_in_equal_number_have_two_bits() => Assert.Equal(2, Of("melody.entropy", Tune), 9);

    [Fact]
    public void One_note_has_no_entropy_and_moves_by_unisons()
    {
        var keys = Enumerable.Repeat(60, 50).ToArray();
        Assert.Equal(0, Of("melody.entropy", keys), 9);
        Assert.Equal(1, Of("melody.unison", keys), 9);
    }

    [Fact]
    public void Intervals_are_counted_by_size()
    {
        // Fifteen times up 2, 2, 3 and fourteen times down 7.
        Assert.Equal(30 / 59.0, Of("melody.step", Tune), 9);
        Assert.Equal(14 / 59.0, Of("melody.leap", Tune), 9);
        Assert.Equal((30 * 2 + 15 * 3 + 14 * 7) / 59.0, Of("melody.interval", Tune), 9);
    }

    [Fact]
    public void A_rest_of_a_quarter_ends_a_phrase_and_its_leap_does_not_count()
    {
        var notes = Enumerable.Range(0, 50).Select(i => new GridNote(i * 8, 4, i % 2 == 0 ? 60 : 79));
        Assert.False(MelodyMeasures.Of(Small.Piece([.. notes])).ContainsKey("melody.leap"));
    }

    [Fact]
    public void Chord_notes_are_counted_over_the_chord() => Assert.Equal(0.75, Of("melody.chord.notes", Tune), 9);

    [Fact]
    public void The_same_bar_again_is_a_repeat() => Assert.Equal(14 / 15.0, Of("melody.bar.repeated", Tune), 9);

    [Fact]
    public void Equal_bars_have_groove_similarity_one() => Assert.Equal(1, Of("melody.groove.all", Tune), 9);

    [Fact]
    public void Onsets_between_beats_are_off_the_beat()
    {
        var notes = Enumerable.Range(0, 60).Select(i => new GridNote(i * 3, 2, 60 + i % 5)).ToImmutableArray();
        var found = MelodyMeasures.Of(Small.Piece(notes));
        Assert.Equal(0.75, found["melody.offbeat"], 9);
        Assert.Equal(0.5, found["melody.off8th"], 9);
    }

    [Fact]
    public void Phrases_of_the_same_letter_are_compared_with_each_other()
    {
        var piece = Small.Quarters([.. Tune[..32], .. Tune[..32].Select(key => key + 1)]) with
        {
            Phrases =
            [
                new PhraseMark("A", 0, 4, true),
                new PhraseMark("A", 64, 4, true),
                new PhraseMark("B", 128, 4, true),
                new PhraseMark("B", 192, 4, true),
            ],
        };
        var found = MelodyMeasures.Of(piece);
        Assert.Equal(1, found["phrase.same.tune"], 9);
        Assert.Equal(0, found["phrase.other.tune"], 9);
        Assert.Equal(1, found["phrase.other.rhythm"], 9);
        Assert.Equal(0.5, found["form.repeat"], 9);
    }
}
