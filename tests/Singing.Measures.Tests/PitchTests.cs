namespace Troubadour.Singing.Measures.Tests;

public class PitchTests
{
    private static readonly HeldNote A4 = new(0, 2, 69);

    [Fact]
    public void A_note_sung_ten_cents_sharp()
    {
        var accuracy = PitchAccuracy.Of([(Track(_ => 10), [A4])]);
        Assert.Equal(1, accuracy.Notes);
        Assert.Equal(10, accuracy.Bias, 6);
        Assert.Equal(10, accuracy.Settled, 6);
        Assert.Equal(1, accuracy.Within25);
        Assert.Equal(0, accuracy.Unvoiced);
    }

    [Fact]
    public void Sharp_and_flat_notes_have_no_bias_but_are_not_in_tune()
    {
        var accuracy = PitchAccuracy.Of([(Track(_ => 30), [A4]), (Track(_ => -30), [A4])]);
        Assert.Equal(0, accuracy.Bias, 6);
        Assert.Equal(30, accuracy.Settled, 6);
        Assert.Equal(0, accuracy.Within25);
        Assert.Equal(1, accuracy.Within50);
    }

    // A sine of 35 cents is within 25 for asin(25 / 35) of a quarter turn.
    [Fact]
    public void Vibrato_is_settled_and_its_swing_counts()
    {
        var accuracy = PitchAccuracy.Of([(Track(t => 35 * Math.Sin(2 * Math.PI * 5.5 * t)), [A4])]);
        Assert.InRange(accuracy.Settled, 0, 1);
        var share = Math.Asin(25.0 / 35) * 2 / Math.PI;
        Assert.InRange(accuracy.Within25, share - 0.01, share + 0.01);
        Assert.Equal(1, accuracy.Within50);
    }

    [Fact]
    public void Unvoiced_frames_count_as_outside()
    {
        var track = new VoiceTrack([new(0.1, 440, 20), new(0.2, 0, -200)]);
        var accuracy = PitchAccuracy.Of([(track, [A4])]);
        Assert.Equal(0.5, accuracy.Within50);
        Assert.Equal(0.5, accuracy.Unvoiced);
        Assert.Equal(0, accuracy.Settled, 6);
    }

    [Fact]
    public void What_is_sustained_of_a_note()
    {
        Assert.Equal(new HeldNote(1.1, 1.35, 60), HeldNote.Of((1, 1.5), (0.98, 1.4), 60)!.Value, new Near());
        Assert.Null(HeldNote.Of((1, 1.29), (1, 1.29), 60));
        Assert.Null(HeldNote.Of((1, 1.5), (1, 1.18), 60));
    }

    private static VoiceTrack Track(Func<double, double> cents) =>
        new([
            .. Enumerable
                .Range(0, 400)
                .Select(i => new VoiceFrame(i * 0.005, 440 * Math.Pow(2, cents(i * 0.005) / 1200), 20)),
        ]);

    private sealed class Near : EqualityComparer<HeldNote>
    {
        public override bool Equals(HeldNote a, HeldNote b) =>
            Math.Abs(a.From - b.From) + Math.Abs(a.To - b.To) + Math.Abs(a.Pitch - b.Pitch) < 1e-9;

        public override int GetHashCode(HeldNote note) => 0;
    }
}
