using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>
/// Explains a log-frequency spectrum (three bins a semitone) as a sum of notes with decaying harmonics, none of them negative (M. Mauch and
/// S. Dixon 2010, "Approximate note transcription for the improved identification of difficult chords"). The least squares are solved by
/// coordinate descent.
/// </summary>
internal sealed class NoteDictionary
{
    /// <summary>The lowest note, a MIDI key.</summary>
    public const int LowestKey = 28;

    /// <summary>Notes.</summary>
    public const int Notes = 72;

    /// <summary>Bins a semitone.</summary>
    public const int PerSemitone = 3;

    /// <summary>Bins of the spectrum; bin 1 is the lowest note's middle.</summary>
    public const int Bins = (Notes + 12) * PerSemitone;

    private const int Harmonics = 16;
    private const int Sweeps = 10;

    private readonly float[] _atoms = new float[Notes * Bins];
    private readonly float[] _gram = new float[Notes * Notes];
    private readonly float[] _rest = new float[Notes];

    public NoteDictionary()
    {
        for (var note = 0; note < Notes; note++)
        {
            Draw(note, _atoms.AsSpan(note * Bins, Bins));
        }

        for (var a = 0; a < Notes; a++)
        {
            for (var b = 0; b < Notes; b++)
            {
                _gram[a * Notes + b] = Dot(Atom(a), Atom(b)) + (a == b ? 0.02f : 0);
            }
        }
    }

    /// <summary>Finds the notes of a spectrum of <see cref="Bins"/> values.</summary>
    public void Solve(ReadOnlySpan<float> spectrum, Span<float> notes)
    {
        notes.Clear();
        for (var k = 0; k < Notes; k++)
        {
            _rest[k] = Dot(Atom(k), spectrum) - 0.01f;
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var k = 0; k < Notes; k++)
            {
                var row = _gram.AsSpan(k * Notes, Notes);
                var value = Math.Max(0, notes[k] + _rest[k] / row[k]);
                var step = value - notes[k];
                if (step != 0)
                {
                    notes[k] = value;
                    Subtract(row, step);
                }
            }
        }
    }

    private ReadOnlySpan<float> Atom(int note) => _atoms.AsSpan(note * Bins, Bins);

    private static void Draw(int note, Span<float> atom)
    {
        // Low notes have more strong harmonics than high ones.
        var decay = 0.82 - 0.2 * note / Notes;
        for (var h = 1; h <= Harmonics; h++)
        {
            var place = 1 + PerSemitone * (note + 12 * DeterministicMath.Log2(h));
            var height = DeterministicMath.Pow(decay, h - 1);
            for (var bin = Math.Max(0, (int)place - 2); bin <= place + 3 && bin < atom.Length; bin++)
            {
                var distance = Math.Abs(bin - place);
                if (distance < 2)
                {
                    atom[bin] += (float)(height * (0.5 + 0.5 * DeterministicMath.Cos(Math.PI * distance / 2)));
                }
            }
        }

        var scale = 1 / (float)Math.Sqrt(Dot(atom, atom));
        foreach (ref var value in atom)
        {
            value *= scale;
        }
    }

    // Two sums of eight lanes each, then the lanes in order, then what is left: the same bits with and without vectors.
    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var (one, two) = (Vector256<float>.Zero, Vector256<float>.Zero);
        nuint i = 0;
        for (; i + 16 <= (nuint)a.Length; i += 16)
        {
            one += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            two += Vector256.LoadUnsafe(ref x, i + 8) * Vector256.LoadUnsafe(ref y, i + 8);
        }

        var lanes = one + two;
        var sum = 0f;
        for (var k = 0; k < Vector256<float>.Count; k++)
        {
            sum += lanes[k];
        }

        for (var k = (int)i; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    // Notes is a multiple of 8.
    private void Subtract(ReadOnlySpan<float> row, float step)
    {
        ref var rest = ref MemoryMarshal.GetArrayDataReference(_rest);
        ref var from = ref MemoryMarshal.GetReference(row);
        var factor = Vector256.Create(step);
        for (nuint i = 0; i < Notes; i += 8)
        {
            (Vector256.LoadUnsafe(ref rest, i) - Vector256.LoadUnsafe(ref from, i) * factor).StoreUnsafe(ref rest, i);
        }
    }
}
