using Troubadour.Audio;

namespace Troubadour.Separation;

/// <summary>The four stems of a song in memory, each as long as the song. They sum to it.</summary>
public sealed class SeparatedSong
{
    private readonly AudioBuffer[] _stems;

    internal SeparatedSong(int length) => _stems = [.. Enum.GetValues<Stem>().Select(_ => new AudioBuffer(length))];

    /// <summary>A stem, at 44.1 kHz.</summary>
    public AudioBuffer this[Stem stem] => _stems[(int)stem];
}
