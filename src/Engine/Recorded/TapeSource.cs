using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>A use of a recording as a stem among others, from the song's first frame on.</summary>
/// <param name="id">The stem's id.</param>
/// <param name="tape">The recording.</param>
/// <param name="heard">Its use.</param>
/// <param name="spans">Where it is heard so.</param>
internal sealed class TapeSource(string id, Tape tape, RecordedSound heard, TapeSpans spans) : IStemSource
{
    private int _at;

    /// <inheritdoc />
    public string Id => id;

    /// <inheritdoc />
    public void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        reverb.Clear();
        chorus.Clear();
        tape.Read(heard, _at, left, right);
        for (var i = 0; i < left.Length; i++)
        {
            var share = (float)spans.At(_at + i);
            left[i] *= share;
            right[i] *= share;
        }

        _at += left.Length;
    }
}
