using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>How strong every note sounds, 20 times a second, harmonics accounted for (<see cref="NoteDictionary"/>).</summary>
internal sealed class NoteFrames
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 20;

    private const int Size = 16384;
    private const double Sides = 3;

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
    public ReadOnlySpan<float> this[int frame] => _notes.AsSpan(frame * NoteDictionary.Notes, NoteDictionary.Notes);

    /// <summary>Measures a sound.</summary>
    public static NoteFrames Of(AudioBuffer audio, CancellationToken cancellation)
    {
        // Voices are in the middle; what differs in both channels is rather the band, whose chords are asked for.
        var spectra = new MiddleSpectra(audio, Size, Rate, -Sides, 1);
        var frames = new NoteFrames(spectra.Count, Tuning.Of(audio));
        var map = new LogSpectrum((double)audio.Rate / Size, frames.TuningHz);
        var dictionary = new NoteDictionary();
        var magnitudes = new float[Size / 2];
        var log = new float[NoteDictionary.Bins];
        for (var frame = 0; frame < spectra.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Read(frame, magnitudes);
            map.Map(magnitudes, log);
            dictionary.Solve(log, frames._notes.AsSpan(frame * NoteDictionary.Notes, NoteDictionary.Notes));
        }

        return frames;
    }
}
