using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>
/// Sets a line to a tune as pop sings: half beats and beats, stressed words longer and on beats, a held last syllable, steps with some leaps. What
/// is drawn depends on the line's index only.
/// </summary>
internal static class Tune
{
    private const double Lead = 0.6;
    private const int Low = 57;
    private const int High = 72;

    /// <summary>Beats a minute.</summary>
    public static readonly int[] Tempi = [76, 104, 132];

    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Moves = [0, 1, -1, 2, -2, 3, -3, 4, -4];
    private static readonly double[] MoveWeights = [0.2, 0.27, 0.27, 0.08, 0.08, 0.04, 0.03, 0.02, 0.01];
    private static readonly double[] Efforts = [0.5, 0.65, 0.8];

    /// <summary>Makes the phrase.</summary>
    /// <param name="words">The line.</param>
    /// <param name="gender">A3 to C5 for women, an octave lower for men.</param>
    /// <param name="line">Index of the line.</param>
    /// <param name="tempo">Beats a minute.</param>
    public static PhraseScore Of(ImmutableArray<SungWord> words, Gender gender, int line, int tempo)
    {
        var random = new RandomStream(line, "tune");
        var stresses = words.SelectMany(w => w.Syllables.Select(s => w.IsContent && s.Stress > 0)).ToArray();
        var beats = Rhythm(stresses, random.Child("rhythm"));
        var pitches = Pitches(stresses.Length, random.Child("pitch"));
        var octave = gender == Gender.Female ? 0 : -12;
        var notes = ImmutableArray.CreateBuilder<SungNote>();
        var time = Lead;
        for (var k = 0; k < beats.Length; k++)
        {
            var end = time + beats[k] * 60 / tempo;
            notes.Add(new SungNote(time, end, pitches[k] + octave, k));
            time = end;
        }

        Turn(notes, line);
        return new PhraseScore(words, notes.ToImmutable(), VoiceLayer.Lead, Efforts[line / 3 % 3], 1, false, line);
    }

    // Stressed words wait for the beat, and some of them come half a beat before it.
    private static double[] Rhythm(bool[] stresses, RandomStream random)
    {
        var drive = random.Next(0.2, 0.7);
        var beats = new double[stresses.Length];
        var at = random.Chance(0.3) && !stresses[0] ? 0.5 : 0;
        for (var k = 0; k < beats.Length; k++)
        {
            beats[k] = stresses[k] && !random.Chance(drive) ? 1 : 0.5;
            var meetsStress = k + 1 < beats.Length && stresses[k + 1];
            if (meetsStress && (at + beats[k]) % 1 != 0 && !random.Chance(0.3))
            {
                beats[k] += 0.5;
            }

            at += beats[k];
        }

        beats[^1] = random.Chance(0.5) ? 1.5 : 2;
        return beats;
    }

    private static double[] Pitches(int count, RandomStream random)
    {
        var key = random.NextInt(7) - 3;
        var degree = random.Pick([2, 3, 4, 5]);
        var pitches = new double[count];
        for (var k = 0; k < count; k++)
        {
            pitches[k] = At(degree, key);
            var next = degree + Moves[random.PickWeighted(MoveWeights)];
            degree = At(next, key) is >= Low and <= High ? next : degree + Math.Sign(4 - degree);
        }

        var home = random.Pick([0, 2, 4]);
        pitches[^1] = Math.Abs(At(home, key) - pitches[Math.Max(0, count - 2)]) <= 7 ? At(home, key) : pitches[^1];
        return pitches;
    }

    private static double At(int degree, int key) =>
        Math.Clamp(60 + key + Scale[(degree + 14) % 7] + 12 * ((degree + 14) / 7 - 2), Low, High);

    // One line in six ends with a syllable drawn down over two notes.
    private static void Turn(ImmutableArray<SungNote>.Builder notes, int line)
    {
        if (line % 6 != 5)
        {
            return;
        }

        var last = notes[^1];
        var middle = last.Start + (last.End - last.Start) / 3;
        notes[^1] = last with { End = middle, Pitch = last.Pitch + 2 };
        notes.Add(last with { Start = middle });
    }
}
