using Troubadour.Audio;

namespace Troubadour.Analysis;

/// <summary>Listens to unknown sound and writes down what is in it.</summary>
public static class SongAnalyser
{
    /// <summary>The longest sound that is taken, seconds.</summary>
    public const double MostSeconds = 1800;

    /// <summary>
    /// Analyses a sound. Memory beside the sound itself is about 150 KB for each of its seconds. The same sound and options give the same
    /// document on any machine and with any number of threads.
    /// </summary>
    /// <param name="audio">Stereo at 44,100 frames a second, at most half an hour.</param>
    /// <param name="options">What is known already; null for nothing.</param>
    /// <param name="progress">Told from 0 to 1 as the work goes on.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ArgumentException">The sound has another rate, is too long, or holds a sample that is no finite number; or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public static AnalysisDocument Analyse(
        AudioBuffer audio,
        AnalysisOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(audio);
        options ??= new();
        AnalysisInput.Check(audio, options);
        return new AnalysisRun(audio, options, progress, cancellation).Run();
    }
}
