using Troubadour.Audio;
using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>
/// Writes the stems of a split, each into a folder of its own: master.wav of 24 bits, so that its rounding stays far below the master's,
/// and master.mp3 where asked for.
/// </summary>
internal sealed class SplitFiles(string directory, bool withMp3, Func<string, Mp3Tags> tags, int mp3Kilobits)
    : IStemSink,
        IDisposable
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private string? _name;
    private WavWriter? _wave;
    private Mp3Encoder? _mp3;

    /// <inheritdoc />
    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_name != stemId)
        {
            Open(stemId);
        }

        _wave!.Write(left, right);
        _mp3?.Write(left, right);
    }

    /// <summary>Writes a stem that nobody plays, unless it was written: digital silence.</summary>
    public void WriteSilence(string name, int frames)
    {
        if (_written.Contains(name))
        {
            return;
        }

        var silence = new float[8192];
        Open(name);
        for (var start = 0; start < frames; start += silence.Length)
        {
            var block = silence.AsSpan(0, Math.Min(silence.Length, frames - start));
            Write(name, block, block);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _wave?.Dispose();
        _mp3?.Dispose();
    }

    private void Open(string name)
    {
        Dispose();
        _name = name;
        _written.Add(name);
        var folder = new ClipFolder(Path.Combine(directory, StemNames.Folder(name)));
        _wave = new WavWriter(folder.Create("master.wav"), 2, SampleRate.House, WavFormat.Pcm24);
        _mp3 = withMp3 ? new Mp3Encoder(folder.Create("master.mp3"), SampleRate.House, tags(name), mp3Kilobits) : null;
    }
}
