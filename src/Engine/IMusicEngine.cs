using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What turns a brief into a clip: the embedded engine, or an adapter to a server elsewhere.</summary>
public interface IMusicEngine
{
    /// <summary>
    /// Checks quickly (milliseconds, no audio) whether the order can be made, and gives its brief with what it leaves open filled in:
    /// genre, mood, gender and timbre are predicted or, for an edit, those of its source.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="source">The song that an edit works on; null for a new song.</param>
    /// <exception cref="SongRefusedException">The order cannot be made.</exception>
    SongBrief Prepare(SongOrder order, Song? source = null);

    /// <summary>Says in words what a brief would become: reads its free text and chooses as for a song, in milliseconds.</summary>
    SongPortrait Portray(SongBrief brief);

    /// <summary>Makes the song and writes its files.</summary>
    /// <exception cref="SongRefusedException">The order cannot be made.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the folder may hold part of the files.</exception>
    Task<MadeSong> MakeAsync(MakeRequest request, IProgress<MakeProgress> progress, CancellationToken cancellation);
}
