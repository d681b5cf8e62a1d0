using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Troubadour.Synthesis.Bench;

namespace Troubadour.Synthesis.Tests;

/// <summary>Prints the hash of a phrase of every patch, so that a test can ask a process with other processor features for it.</summary>
internal static class Program
{
    private const double Seconds = 0.8;

    public static void Main() => Console.WriteLine(Hash());

    public static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var id in Library.All.Ids)
        {
            var sound = Library.Play(Phrases.Of(id), Seconds);
            hash.AppendData(MemoryMarshal.AsBytes(sound.Left.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(sound.Right.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
