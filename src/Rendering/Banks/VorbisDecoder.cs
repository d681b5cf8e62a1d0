namespace Troubadour.Rendering;

/// <summary>Decodes one sample of a SoundFont 3 bank: a mono Ogg Vorbis stream, by libsndfile.</summary>
internal static unsafe class VorbisDecoder
{
    /// <summary>Longest sample accepted: about six minutes.</summary>
    private const int MostFrames = 1 << 24;

    private const int BlockFrames = 8192;

    /// <summary>The sample's points, rounded to 16 bits.</summary>
    /// <param name="stream">The Ogg stream.</param>
    /// <param name="name">The sample's name, for the message.</param>
    /// <exception cref="SoundBankException">It is no mono Vorbis stream, it is too long, or libsndfile is not installed.</exception>
    public static short[] Decode(ReadOnlyMemory<byte> stream, string name)
    {
        using var pin = stream.Pin();
        var memory = new LibSndFile.MemoryStream { Data = (byte*)pin.Pointer, Length = stream.Length };
        var file = Open(&memory, name, out var info);
        try
        {
            if (info.Channels != 1 || info.Frames is < 0 or > MostFrames)
            {
                throw new SoundBankException(
                    $"Sample {name} has {info.Channels} channels and {info.Frames} frames; one channel and up to {MostFrames} frames are allowed."
                );
            }

            return ReadAll(file, (int)info.Frames);
        }
        finally
        {
            _ = LibSndFile.Close(file);
        }
    }

    private static nint Open(LibSndFile.MemoryStream* memory, string name, out LibSndFile.Info info)
    {
        var io = LibSndFile.MemoryIo;
        LibSndFile.Info found = default;
        nint file;
        try
        {
            file = LibSndFile.OpenVirtual(&io, LibSndFile.ReadMode, &found, memory);
        }
        catch (DllNotFoundException e)
        {
            throw new SoundBankException(
                "A SoundFont 3 bank needs libsndfile (libsndfile.so.1), which is not installed.",
                e
            );
        }

        info = found;
        return file != 0
            ? file
            : throw new SoundBankException(
                $"Sample {name} is no readable Ogg Vorbis stream: {LibSndFile.LastError(0)}"
            );
    }

    private static short[] ReadAll(nint file, int frames)
    {
        var points = new short[frames];
        var block = stackalloc float[BlockFrames];
        var done = 0;
        while (done < frames)
        {
            var read = (int)LibSndFile.ReadFloat(file, block, Math.Min(BlockFrames, frames - done));
            if (read <= 0)
            {
                break;
            }

            for (var i = 0; i < read; i++)
            {
                points[done + i] = (short)Math.Round(Math.Clamp(block[i] * 32768f, -32768f, 32767f));
            }

            done += read;
        }

        return points;
    }
}
