using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>How strong every note sounds, 20 times a second, harmonics accounted for (<see cref="NoteDictionary"/>).</summary>
internal sealed class NoteFrames
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 20;

    private const int Size = 16384;

    private readonly float[] _notes;

    private NoteFrames(int count, double tuningHz)
    {
        (Count, TuningHz) = (count, tuningHz);
        _notes = new float[count * NoteDictionary.Notes];
    }

    /// <summary>Frames.</summary>
    public int Count { get; }

    /// <summary>The frequency of the key 69.</summary>
    public double TuningHz { get; }

    /// <summary>The strengths of the notes of a frame, from <see cref="NoteDictionary.LowestKey"/> up.</summary>
    public ReadOnlySpan<float> this[int frame] =>
        _notes.AsSpan(frame * NoteDictionary.Notes, NoteDictionary.Notes);

    /// <summary>Measures a sound.</summary>
    public static NoteFrames Of(AudioBuffer audio, CancellationToken cancellation)
    {
        var spectra = new PowerSpectra(audio, Size, audio.Rate / Rate);
        var frames = new NoteFrames(spectra.Count, Tuning.Of(audio));
        var map = new LogSpectrum((double)audio.Rate / Size, frames.TuningHz);
        var dictionary = new NoteDictionary();
        var (first, second) = (new float[spectra.Bins], new float[spectra.Bins]);
        var log = new float[NoteDictionary.Bins];
        for (var frame = 0; frame < spectra.Count; frame += 2)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Pair(frame, first, second);
            for (var k = 0; k < 2 && frame + k < spectra.Count; k++)
            {
                map.Map(k == 0 ? first : second, log);
                dictionary.Solve(log, frames._notes.AsSpan((frame + k) * NoteDictionary.Notes, NoteDictionary.Notes));
            }
        }

        return frames;
    }
}
