namespace Troubadour.Audio;

/// <summary>
/// Writes MPEG-1 Layer III stereo at a constant bit rate by way of the LAME library of the system, block by block, behind an ID3v2 tag. On
/// a stream that can seek, an Info frame tells players the exact length. The bytes are the same for the same LAME version.
/// </summary>
public sealed class Mp3Encoder : IDisposable
{
    private const int Block = 4608;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly bool _infoTag;
    private readonly long _audioStart;
    private readonly byte[] _bytes = new byte[Block * 5 / 4 + 7200];
    private nint _lame;

    /// <summary>Writes the tag and makes ready.</summary>
    /// <param name="stream">Where to, from its present position.</param>
    /// <param name="rate">Frames a second: 32,000, 44,100 or 48,000.</param>
    /// <param name="tags">Title, lyrics, artist.</param>
    /// <param name="kilobits">Kilobits a second, one of the rates of MPEG-1 Layer III.</param>
    /// <param name="quality">0 (slow, best) to 9 (fast) of LAME's search.</param>
    /// <param name="leaveOpen">Whether the stream stays open when this is disposed.</param>
    /// <exception cref="PlatformNotSupportedException">The LAME library is not installed.</exception>
    public Mp3Encoder(
        Stream stream,
        int rate = SampleRate.House,
        Mp3Tags? tags = null,
        int kilobits = 192,
        int quality = 5,
        bool leaveOpen = false
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!IsAvailable)
        {
            throw new PlatformNotSupportedException(
                $"MP3 needs the LAME library ({LameLibrary.Name}), which is not installed; on Debian it is the package libmp3lame0."
            );
        }

        (_stream, _leaveOpen, _infoTag) = (stream, leaveOpen, stream.CanSeek);
        Configure(rate, kilobits, quality, 1);
        var scale = LameLibrary.GetScale(_lame);
        if (scale != 1)
        {
            // LAME turns some bit rates down by a few percent; turned up by as much, the level is kept.
            _ = LameLibrary.Close(_lame);
            Configure(rate, kilobits, quality, 1 / scale);
        }

        stream.Write(Id3v2.Write(tags ?? new()));
        _audioStart = _infoTag ? stream.Position : 0;
    }

    /// <summary>Whether the LAME library is installed.</summary>
    public static bool IsAvailable => LameLibrary.Exists;

    /// <summary>Appends frames; both spans have the same length, full scale ±1.</summary>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ObjectDisposedException.ThrowIf(_lame == 0, this);
        if (left.Length != right.Length)
        {
            throw new ArgumentException("Both channels must have the same length.", nameof(right));
        }

        while (!left.IsEmpty)
        {
            var count = Math.Min(left.Length, Block);
            var size = LameLibrary.Encode(_lame, left[..count], right[..count], count, _bytes, _bytes.Length);
            Emit(size);
            left = left[count..];
            right = right[count..];
        }
    }

    /// <summary>Writes what is left, corrects the Info frame and closes the stream unless told to leave it open.</summary>
    public void Dispose()
    {
        if (_lame == 0)
        {
            return;
        }

        try
        {
            Emit(LameLibrary.Flush(_lame, _bytes, _bytes.Length));
            WriteInfoTag();
            _stream.Flush();
        }
        finally
        {
            _ = LameLibrary.Close(_lame);
            _lame = 0;
            if (!_leaveOpen)
            {
                _stream.Dispose();
            }
        }
    }

    private void Configure(int rate, int kilobits, int quality, float scale)
    {
        _lame = LameLibrary.Init();
        var result = LameLibrary.SetInputRate(_lame, rate);
        result |= LameLibrary.SetOutputRate(_lame, rate);
        result |= LameLibrary.SetChannels(_lame, 2);
        result |= LameLibrary.SetBitRate(_lame, kilobits);
        result |= LameLibrary.SetMode(_lame, LameLibrary.JointStereo);
        result |= LameLibrary.SetQuality(_lame, quality);
        result |= LameLibrary.SetScale(_lame, scale);
        result |= LameLibrary.SetWriteInfoTag(_lame, _infoTag ? 1 : 0);
        result |= rate is 32000 or 44100 or 48000 ? LameLibrary.InitParameters(_lame) : -1;
        if (result < 0)
        {
            _ = LameLibrary.Close(_lame);
            _lame = 0;
            throw new ArgumentException(
                $"LAME refuses {rate} frames a second at {kilobits} kbit/s with quality {quality}.",
                nameof(rate)
            );
        }
    }

    private void Emit(int size)
    {
        if (size < 0)
        {
            throw new InvalidOperationException($"LAME failed with code {size}.");
        }

        _stream.Write(_bytes, 0, size);
    }

    private void WriteInfoTag()
    {
        if (!_infoTag)
        {
            return;
        }

        var size = (int)LameLibrary.GetInfoTag(_lame, _bytes, (nuint)_bytes.Length);
        if (size > 0 && size <= _bytes.Length)
        {
            var end = _stream.Position;
            _stream.Position = _audioStart;
            _stream.Write(_bytes, 0, size);
            _stream.Position = end;
        }
    }
}
