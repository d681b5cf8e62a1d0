using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Troubadour.Mixing.Tests;

/// <summary>Prints the hash of a master, so that a test can ask a process with other processor features for it.</summary>
internal static class Program
{
    public static void Main() => Console.WriteLine(Hash());

    public static string Hash()
    {
        var master = new MixDown(SmallSong.Settings).Run(SmallSong.Sources(), 70000).Master;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(master.Left.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(master.Right.AsSpan()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
