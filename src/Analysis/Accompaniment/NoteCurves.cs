using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>How strong every note sounds, 25 times a second, over a shorter stretch than <see cref="NoteFrames"/> looks at.</summary>
internal sealed class NoteCurves
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 25;

    private const int Size = 8192;
    private const int Step = 2;

    private readonly float[] _notes;

    private NoteCurves(int count)
    {
        Count = count;
        _notes = new float[count * NoteDictionary.Notes];
    }

    /// <summary>Frames.</summary>
    public int Count { get; }

    /// <summary>The strength of a note, counted from <see cref="NoteDictionary.LowestKey"/>; 0 outside.</summary>
    public float this[int frame, int note] =>
        frame >= 0 && frame < Count && note >= 0 && note < NoteDictionary.Notes
            ? _notes[frame * NoteDictionary.Notes + note]
            : 0;

    /// <summary>Measures a sound.</summary>
    /// <param name="audio">The sound.</param>
    /// <param name="gain">Factor that brings its song to the usual level.</param>
    /// <param name="tuningHz">The frequency of the key 69.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static NoteCurves Of(AudioBuffer audio, double gain, double tuningHz, CancellationToken cancellation)
    {
        var spectra = new MiddleSpectra(audio, Size, Rate, -1, gain);
        var curves = new NoteCurves(spectra.Count);
        var map = new LogSpectrum((double)audio.Rate / Size, tuningHz);
        var dictionary = new NoteDictionary();
        var magnitudes = new float[Size / 2];
        var log = new float[NoteDictionary.Bins];
        for (var frame = 0; frame < spectra.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            spectra.Read(frame, magnitudes);
            map.Map(magnitudes, log);
            dictionary.Solve(log, curves._notes.AsSpan(frame * NoteDictionary.Notes, NoteDictionary.Notes));
        }

        return curves;
    }

    /// <summary>How much a note grew around a frame.</summary>
    public float Rise(int frame, int note) => this[frame + Step, note] - this[frame - Step, note];
}
