using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>Prints the hash of a master, so that a test can ask a process with other processor features for it.</summary>
internal static class Program
{
    public static void Main() => Console.WriteLine(Hash());

    public static string Hash()
    {
        var first = new MixDown(SmallSong.Settings).Run(SmallSong.Sources(), 70000);
        var held = new HeldGroup(["lead"], first.Report.Track, first.Report.MasterGainDb, SmallSong.Settings);
        var second = new MixDown(SmallSong.Settings with { Held = held }).Run(SmallSong.Sources(), 70000);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var master in (AudioBuffer[])[first.Master, second.Master])
        {
            hash.AppendData(MemoryMarshal.AsBytes(master.Left.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(master.Right.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
