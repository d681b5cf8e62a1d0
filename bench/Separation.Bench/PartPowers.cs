using System.Globalization;
using System.Text;
using Troubadour.Audio;

namespace Troubadour.Separation.Bench;

/// <summary>
/// Writes what the heads of the twelve-track split learn from: band powers of the tracks that a stem is made of and of the stem as it was
/// separated, as NumPy arrays (rows, 2, frames, bands) of log2 in half precision.
/// </summary>
internal static class PartPowers
{
    private const float Floor = 1f / (1 << 20);

    /// <summary>Writes the arrays of all songs in a folder.</summary>
    public static void Write(Separator separator, string target, IEnumerable<string> songs)
    {
        foreach (var folder in songs)
        {
            var name = Path.GetFileName(Path.GetDirectoryName(folder.TrimEnd('/'))) + "-" + Path.GetFileName(folder);
            var other = Path.Combine(target, "other", name + ".npy");
            if (File.Exists(other))
            {
                continue;
            }

            var song = TrueTracks.Read(folder);
            var stems = separator.Separate(song.Mix);
            Write(Path.Combine(target, "vocals", name + ".npy"), song, TrackHeads.Voices, stems[Stem.Vocals]);
            Write(other, song, TrackHeads.Families, stems[Stem.Other]);
            Console.WriteLine(name);
        }
    }

    private static void Write(string path, TrueTracks song, Track[] rows, AudioBuffer estimate)
    {
        if (song.Mix.Length < SampleRate.House * 20 || Array.TrueForAll(rows, row => song.Tracks[(int)row] is null))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var frames = song.Mix.Length / Grid.Hop - 4;
        using var file = new BinaryWriter(File.Create(path));
        Head(file, rows.Length + 1, frames);
        foreach (var row in rows)
        {
            WriteRow(file, song.Tracks[(int)row], frames);
        }

        WriteRow(file, estimate, frames);
    }

    private static void Head(BinaryWriter file, int rows, int frames)
    {
        var shape = string.Create(
            CultureInfo.InvariantCulture,
            $"{{'descr': '<f2', 'fortran_order': False, 'shape': ({rows}, {Grid.Channels}, {frames}, {Grid.Bands}), }}"
        );
        var text = shape.PadRight((10 + shape.Length + 64) / 64 * 64 - 11) + "\n";
        file.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0]);
        file.Write((ushort)text.Length);
        file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static void WriteRow(BinaryWriter file, AudioBuffer? sound, int frames)
    {
        var stft = new MidSideStft();
        var powers = new FramePowers();
        var (real, imaginary) = (new float[Grid.Fft], new float[Grid.Fft]);
        var (bands, bins) = (new float[Grid.FramePowers], new float[Grid.Bins]);
        var halves = new Half[Grid.Channels, frames, Grid.Bands];
        for (var frame = 0; frame < frames; frame++)
        {
            if (sound is not null)
            {
                var at = frame * Grid.Hop;
                stft.Forward(sound.Left.AsSpan(at, Grid.Fft), sound.Right.AsSpan(at, Grid.Fft), real, imaginary);
                powers.Compute(real, imaginary, bands, bins);
            }

            for (var i = 0; i < bands.Length; i++)
            {
                halves[i / Grid.Bands, frame, i % Grid.Bands] = (Half)MathF.Log2(bands[i] + Floor);
            }
        }

        var bytes = new byte[halves.Length * 2];
        System
            .Runtime.InteropServices.MemoryMarshal.AsBytes(
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref halves[0, 0, 0], halves.Length)
            )
            .CopyTo(bytes);
        file.Write(bytes);
    }
}
