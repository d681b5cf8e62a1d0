namespace Troubadour.Rendering;

/// <summary>
/// Small differences between a key's repeated notes: a hash of the track's id, the key and the start frame, so that they do not depend on the notes around
/// (what an edit leaves alone sounds as before). The mixing function is SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class RoundRobin
{
    private const double MostCents = 3;
    private const double MostDecibels = 0.6;

    private readonly ulong _seed;

    /// <summary>For one track.</summary>
    public RoundRobin(string id)
    {
        _seed = 0xCBF29CE484222325;
        foreach (var letter in id)
        {
            _seed = (_seed ^ letter) * 0x100000001B3;
        }
    }

    /// <summary>The difference of the note of this key that starts at this frame.</summary>
    public NoteTouch Touch(int key, long start)
    {
        var counter = _seed + (((ulong)start << 7) + (ulong)key) * 3;
        return new NoteTouch
        {
            DetuneCents = MostCents * Bipolar(counter),
            Gain = Audio.DeterministicMath.Exp2(MostDecibels * Bipolar(counter + 1) / 6.0205999132796239),
            StartShare = 0.5 + 0.5 * Bipolar(counter + 2),
        };
    }

    /// <summary>-1 to 1.</summary>
    private static double Bipolar(ulong counter)
    {
        var z = counter * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)(z ^ (z >> 31)) / 9223372036854775808.0;
    }
}
