using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Pitch classes of the upper notes and of the bass over time, from <see cref="NoteFrames"/>.</summary>
internal sealed class ChromaFrames
{
    private readonly double[] _treble;
    private readonly double[] _bass;

    /// <summary>Sums the notes by pitch class.</summary>
    public ChromaFrames(NoteFrames notes)
    {
        Count = notes.Count;
        // Running sums, so that the mean of any stretch is one difference.
        _treble = new double[12 * (Count + 1)];
        _bass = new double[12 * (Count + 1)];
        var (treble, bass) = (Weights(60, 11, 38, 94), Weights(42, 7, 28, 56));
        for (var frame = 0; frame < Count; frame++)
        {
            Array.Copy(_treble, 12 * frame, _treble, 12 * (frame + 1), 12);
            Array.Copy(_bass, 12 * frame, _bass, 12 * (frame + 1), 12);
            var row = notes[frame];
            for (var n = 0; n < row.Length; n++)
            {
                var at = 12 * (frame + 1) + (NoteDictionary.LowestKey + n) % 12;
                _treble[at] += treble[n] * row[n];
                _bass[at] += bass[n] * row[n];
            }
        }
    }

    /// <summary>Frames, <see cref="NoteFrames.Rate"/> a second.</summary>
    public int Count { get; }

    /// <summary>The mean pitch classes of the upper notes from one second to another.</summary>
    public void Treble(double start, double end, Span<double> chroma) => Mean(_treble, start, end, chroma);

    /// <summary>The mean pitch classes of the bass from one second to another.</summary>
    public void Bass(double start, double end, Span<double> chroma) => Mean(_bass, start, end, chroma);

    private void Mean(double[] sums, double start, double end, Span<double> chroma)
    {
        var from = Math.Clamp((int)Math.Round(start * NoteFrames.Rate), 0, Math.Max(0, Count - 1));
        var to = Math.Clamp((int)Math.Round(end * NoteFrames.Rate), Math.Min(Count, from + 1), Count);
        for (var c = 0; c < 12; c++)
        {
            chroma[c] = to == from ? 0 : (sums[12 * to + c] - sums[12 * from + c]) / (to - from);
        }
    }

    // A bell over the keys, flat around its middle and 0 outside.
    private static float[] Weights(double middle, double spread, int lowest, int highest)
    {
        var weights = new float[NoteDictionary.Notes];
        for (var n = 0; n < weights.Length; n++)
        {
            var key = NoteDictionary.LowestKey + n;
            var distance = (key - middle) / spread;
            weights[n] = key < lowest || key > highest ? 0 : (float)DeterministicMath.Exp(-0.25 * distance * distance);
        }

        return weights;
    }
}
