using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What turns a brief into a clip: the embedded engine, or an adapter to a server elsewhere.</summary>
public interface IMusicEngine
{
    /// <summary>
    /// Checks quickly (milliseconds, no audio) whether the brief can be made, and fills in what it leaves open: genre, mood, gender
    /// and timbre are predicted.
    /// </summary>
    /// <exception cref="SongRefusedException">The brief cannot be made.</exception>
    SongBrief Prepare(SongBrief brief);

    /// <summary>Makes the song and writes its files.</summary>
    /// <exception cref="SongRefusedException">The brief cannot be made.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the folder may hold part of the files.</exception>
    Task<MadeSong> MakeAsync(MakeRequest request, IProgress<MakeProgress> progress, CancellationToken cancellation);
}
