using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Troubadour.Rendering;

/// <summary>The few entry points of libsndfile (1.0.28 or later, LGPL) that are needed to read a stream in memory.</summary>
internal static unsafe partial class LibSndFile
{
    public const int ReadMode = 0x10;

    private const string Library = "libsndfile.so.1";

    [StructLayout(LayoutKind.Sequential)]
    public struct Info
    {
        public long Frames;
        public int Rate;
        public int Channels;
        public int Format;
        public int Sections;
        public int Seekable;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct VirtualIo
    {
        public delegate* unmanaged[Cdecl]<void*, long> Length;
        public delegate* unmanaged[Cdecl]<long, int, void*, long> Seek;
        public delegate* unmanaged[Cdecl]<void*, long, void*, long> Read;
        public delegate* unmanaged[Cdecl]<void*, long, void*, long> Write;
        public delegate* unmanaged[Cdecl]<void*, long> Tell;
    }

    /// <summary>A stream in memory and the place reached in it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MemoryStream
    {
        public byte* Data;
        public long Length;
        public long Position;
    }

    public static VirtualIo MemoryIo { get; } =
        new()
        {
            Length = &LengthOf,
            Seek = &Seek,
            Read = &Read,
            Write = &Write,
            Tell = &Tell,
        };

    [LibraryImport(Library, EntryPoint = "sf_open_virtual")]
    public static partial nint OpenVirtual(VirtualIo* io, int mode, Info* info, void* state);

    [LibraryImport(Library, EntryPoint = "sf_readf_float")]
    public static partial long ReadFloat(nint file, float* buffer, long frames);

    [LibraryImport(Library, EntryPoint = "sf_close")]
    public static partial int Close(nint file);

    [LibraryImport(Library, EntryPoint = "sf_strerror")]
    private static partial nint ErrorText(nint file);

    public static string LastError(nint file) => Marshal.PtrToStringUTF8(ErrorText(file)) ?? "unknown error";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long LengthOf(void* state) => ((MemoryStream*)state)->Length;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Tell(void* state) => ((MemoryStream*)state)->Position;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Write(void* source, long count, void* state) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Seek(long offset, int whence, void* state)
    {
        var stream = (MemoryStream*)state;
        var origin = whence switch
        {
            0 => 0,
            1 => stream->Position,
            _ => stream->Length,
        };
        stream->Position = Math.Clamp(origin + offset, 0, stream->Length);
        return stream->Position;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long Read(void* target, long count, void* state)
    {
        var stream = (MemoryStream*)state;
        var n = Math.Clamp(stream->Length - stream->Position, 0, Math.Max(0, count));
        Buffer.MemoryCopy(stream->Data + stream->Position, target, n, n);
        stream->Position += n;
        return n;
    }
}
