namespace Troubadour.Pictures;

/// <summary>The colours of one cover.</summary>
internal sealed record Palette
{
    /// <summary>The ground at the top or the middle.</summary>
    public required Lch Ground { get; init; }

    /// <summary>The ground at the foot or the rim.</summary>
    public required Lch Deep { get; init; }

    /// <summary>What stands out most from the ground: lines, letters.</summary>
    public required Lch Ink { get; init; }

    /// <summary>The colour of the key: sun, moon, label.</summary>
    public required Lch Main { get; init; }

    /// <summary>The colour that answers the main one.</summary>
    public required Lch Answer { get; init; }

    /// <summary>How far the hue turns for a fifth, in degrees.</summary>
    public required double Turn { get; init; }

    /// <summary>True on a dark ground.</summary>
    public required bool IsDark { get; init; }

    /// <summary>The colour of a chord: nearer chords have nearer hues, minor ones are darker.</summary>
    public Lch Of(CoverChord chord)
    {
        var share = Math.Abs(chord.Fifths) / 6.0;
        var toward = Math.Sign(chord.Fifths) * share * Turn * 6;
        return new Lch(
            Math.Clamp(Main.Light + (chord.IsMinor ? -0.1 : 0.03) + 0.02 * (chord.Voices - 3), 0.25, 0.9),
            Main.Chroma * (chord.IsMinor ? 0.85 : 1),
            Main.Hue + toward
        );
    }

    /// <summary>The colour of an energy: 0 lies near the ground, 1 is the answer at full strength.</summary>
    public Lch Heat(double energy) =>
        energy < 0.5 ? Lch.Mix(Lch.Mix(Ground, Main, 0.35), Main, energy * 2) : Lch.Mix(Main, Answer, energy * 2 - 1);
}
