namespace Troubadour.Analysis;

/// <summary>
/// The notes of a voice that is alone: syllables on one key are parted where the voice gives way to a consonant, and short notes far from the
/// tune around them are breaths and leaks.
/// </summary>
internal static class VoiceNotes
{
    private const int Reach = 6;
    private const double Depth = 0.76;
    private const double Short = 0.16;
    private const int Far = 7;
    private const int Around = 3;

    /// <summary>The notes.</summary>
    public static IReadOnlyList<NoteEstimate> Of(PitchLine line, Rhythm? rhythm)
    {
        var notes = NoteSegments.Of(line, Strikes(line), rhythm);
        return [.. notes.Where((note, i) => note.End - note.Start >= Short || !IsStray(notes, i))];
    }

    private static List<double> Strikes(PitchLine line)
    {
        var strikes = new List<double>();
        var strength = line.Strength;
        for (var f = Reach; f + Reach < strength.Length; f++)
        {
            var (left, right) = (Top(strength, f - Reach, f), Top(strength, f + 1, f + Reach + 1));
            if (!line.Sounds[f] || strength[f] > Depth * Math.Min(left, right) || !IsLowest(strength, f))
            {
                continue;
            }

            var at = f + 1;
            while (at < f + Reach && strength[at] < 0.5 * (strength[f] + right))
            {
                at++;
            }

            strikes.Add((double)at / MiddleSpectra.Rate);
        }

        return strikes;
    }

    private static bool IsLowest(float[] values, int at)
    {
        for (var k = at - 3; k <= at + 3; k++)
        {
            if (k != at && (k < at ? values[k] <= values[at] : values[k] < values[at]))
            {
                return false;
            }
        }

        return true;
    }

    private static float Top(float[] values, int from, int to)
    {
        var top = 0f;
        foreach (var value in values.AsSpan(from, to - from))
        {
            top = Math.Max(top, value);
        }

        return top;
    }

    private static bool IsStray(IReadOnlyList<NoteEstimate> notes, int at)
    {
        var keys = new List<int>();
        for (var k = Math.Max(0, at - Around); k <= Math.Min(notes.Count - 1, at + Around); k++)
        {
            if (k != at)
            {
                keys.Add(notes[k].Key);
            }
        }

        keys.Sort();
        return keys.Count > 1 && Math.Abs(notes[at].Key - keys[keys.Count / 2]) >= Far;
    }
}
