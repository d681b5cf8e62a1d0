using System.Collections.Immutable;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Measures of strokes that can be counted by hand.</summary>
public class DrumMeasuresTests
{
    private static ImmutableSortedDictionary<string, double> Of(Func<int, DrumStroke> stroke) =>
        DrumMeasures.Of(new DrumPiece("drums", [.. Enumerable.Range(0, 64).Select(stroke)], 16));

    [Fact]
    public void The_same_bar_over_and_over_is_wholly_similar() =>
        Assert.Equal(1, Of(i => new DrumStroke(i * 2, 0, DrumVoice.Hat, 80))["drums.groove.adjacent"], 9);

    [Fact]
    public void A_constant_push_is_no_looseness() =>
        Assert.Equal(0, Of(i => new DrumStroke(i * 2, 9, DrumVoice.Hat, 80))["drums.residual"], 9);

    [Fact]
    public void Strokes_early_and_late_in_turn_have_negative_autocorrelation()
    {
        var found = Of(i => new DrumStroke(i * 2, i % 2 == 0 ? 5 : -5, DrumVoice.Hat, 80));
        Assert.Equal(5, found["drums.residual"], 6);
        Assert.InRange(found["drums.autocorrelation"], -1, -0.9);
    }

    [Fact]
    public void Velocities_are_told_apart_by_their_place_in_the_beat()
    {
        var found = Of(i => new DrumStroke(i, 0, DrumVoice.Snare, 100 - 20 * (i % 4)));
        Assert.Equal(100, found["drums.snare.velocity1"], 9);
        Assert.Equal(40, found["drums.snare.velocity4"], 9);
    }
}
