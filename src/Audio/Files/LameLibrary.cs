using System.Runtime.InteropServices;

namespace Troubadour.Audio;

/// <summary>The C interface of libmp3lame 3.100 (lame.h).</summary>
internal static partial class LameLibrary
{
    public const string Name = "libmp3lame.so.0";
    public const int JointStereo = 1;

    public static bool Exists { get; } = Probe();

    [LibraryImport(Name, EntryPoint = "lame_init")]
    public static partial nint Init();

    [LibraryImport(Name, EntryPoint = "lame_set_in_samplerate")]
    public static partial int SetInputRate(nint lame, int rate);

    [LibraryImport(Name, EntryPoint = "lame_set_out_samplerate")]
    public static partial int SetOutputRate(nint lame, int rate);

    [LibraryImport(Name, EntryPoint = "lame_set_num_channels")]
    public static partial int SetChannels(nint lame, int channels);

    [LibraryImport(Name, EntryPoint = "lame_set_brate")]
    public static partial int SetBitRate(nint lame, int kilobits);

    [LibraryImport(Name, EntryPoint = "lame_set_mode")]
    public static partial int SetMode(nint lame, int mode);

    [LibraryImport(Name, EntryPoint = "lame_set_quality")]
    public static partial int SetQuality(nint lame, int quality);

    [LibraryImport(Name, EntryPoint = "lame_set_scale")]
    public static partial int SetScale(nint lame, float scale);

    [LibraryImport(Name, EntryPoint = "lame_get_scale")]
    public static partial float GetScale(nint lame);

    [LibraryImport(Name, EntryPoint = "lame_set_bWriteVbrTag")]
    public static partial int SetWriteInfoTag(nint lame, int write);

    [LibraryImport(Name, EntryPoint = "lame_init_params")]
    public static partial int InitParameters(nint lame);

    [LibraryImport(Name, EntryPoint = "lame_encode_buffer_ieee_float")]
    public static partial int Encode(
        nint lame,
        ReadOnlySpan<float> left,
        ReadOnlySpan<float> right,
        int frames,
        Span<byte> mp3,
        int size
    );

    [LibraryImport(Name, EntryPoint = "lame_encode_flush")]
    public static partial int Flush(nint lame, Span<byte> mp3, int size);

    [LibraryImport(Name, EntryPoint = "lame_get_lametag_frame")]
    public static partial nuint GetInfoTag(nint lame, Span<byte> buffer, nuint size);

    [LibraryImport(Name, EntryPoint = "lame_close")]
    public static partial int Close(nint lame);

    private static bool Probe()
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LameLibrary).Assembly, null, out var handle))
        {
            return false;
        }

        NativeLibrary.Free(handle);
        return true;
    }
}
