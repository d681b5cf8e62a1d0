using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>What a player gave, read to the end of a span of time.</summary>
internal sealed class Rendered
{
    private Rendered(int frames)
    {
        Left = new float[frames];
        Right = new float[frames];
        Reverb = new float[frames];
        Chorus = new float[frames];
    }

    public float[] Left { get; }

    public float[] Right { get; }

    public float[] Reverb { get; }

    public float[] Chorus { get; }

    /// <summary>Without the differences of repeated keys, so that notes can be compared with formulas.</summary>
    public static readonly PlayerOptions Exact = new() { HasRoundRobin = false };

    public static Rendered Of(SoundBank bank, InstrumentTrack track, double seconds) =>
        Of(new InstrumentPlayer(bank, track, options: Exact), seconds);

    /// <summary>Reads the player in blocks of these sizes in turn.</summary>
    public static Rendered Of(InstrumentPlayer player, double seconds, params int[] blocks)
    {
        var made = new Rendered((int)Math.Round(seconds * Audio.SampleRate.House));
        var turn = 0;
        for (var done = 0; done < made.Left.Length; )
        {
            var wanted = blocks.Length == 0 ? 1000 : blocks[turn++ % blocks.Length];
            var n = Math.Min(wanted, made.Left.Length - done);
            player.Read(
                made.Left.AsSpan(done, n),
                made.Right.AsSpan(done, n),
                made.Reverb.AsSpan(done, n),
                made.Chorus.AsSpan(done, n)
            );
            done += n;
        }

        return made;
    }

    /// <summary>A track with one note of the tiny preset.</summary>
    public static InstrumentTrack Note(
        int key,
        int velocity,
        double start,
        double end,
        params TimedControl[] controls
    ) => Track([new TimedNote(start, end, key, velocity)], controls);

    public static InstrumentTrack Track(TimedNote[] notes, params TimedControl[] controls) =>
        new("test", 0, 0, [.. notes], [.. controls]);

    /// <summary>Controllers so that nothing but the bank sets the level: volume and expression full.</summary>
    public static readonly TimedControl[] Full = [new(0, 7, 127)];

    public static double Rms(ReadOnlySpan<float> x)
    {
        var sum = 0.0;
        foreach (var value in x)
        {
            sum += (double)value * value;
        }

        return Math.Sqrt(sum / x.Length);
    }

    public static double Decibels(double ratio) => 20 * Math.Log10(ratio);
}
