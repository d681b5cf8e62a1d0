using Troubadour.Audio;
using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>Writes stems as 24-bit WAV files, so that their rounding stays far below the master's.</summary>
internal sealed class StemFiles : IStemSink, IDisposable
{
    private readonly string _folder;
    private string? _id;
    private WavWriter? _writer;

    public StemFiles(string folder)
    {
        Directory.CreateDirectory(folder);
        _folder = folder;
    }

    /// <inheritdoc />
    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_id != stemId)
        {
            _writer?.Dispose();
            _id = stemId;
            _writer = new WavWriter(
                File.Create(Path.Combine(_folder, stemId + ".wav")),
                2,
                SampleRate.House,
                WavFormat.Pcm24
            );
        }

        _writer!.Write(left, right);
    }

    /// <inheritdoc />
    public void Dispose() => _writer?.Dispose();
}
