using System.Buffers.Binary;
using System.IO.Compression;

namespace Troubadour.Composing.Measures.Tests;

/// <summary>Pictures are PNG files that hold what was drawn.</summary>
public class PictureTests
{
    [Fact]
    public void A_file_holds_its_pixels()
    {
        var image = new PngImage(7, 3, (255, 255, 255), (10, 20, 30));
        image.Fill(2, 1, 4, 9, 1);
        var file = image.Encode();
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        Assert.Equal(7, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.Equal(3, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        // Eight of signature, a header chunk of 25, a palette chunk of 18, then length and name.
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(51));
        using var packed = new ZLibStream(new MemoryStream(file, 59, length), CompressionMode.Decompress);
        var pixels = new byte[3 * 8];
        packed.ReadExactly(pixels);
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 0], pixels[8..16]);
    }

    [Fact]
    public void The_end_chunk_has_the_checksum_that_every_png_ends_with() =>
        Assert.Equal([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82], new PngImage(1, 1, (0, 0, 0)).Encode()[^8..]);

    [Fact]
    public void A_song_is_drawn_with_all_its_roles()
    {
        var image = PianoRoll.Draw(Songs.All.First(song => song.Style == "pop"));
        var colours = Enumerable
            .Range(0, image.Width)
            .SelectMany(x => Enumerable.Range(0, image.Height).Select(y => image.At(x, y)))
            .ToHashSet();
        Assert.Superset(new HashSet<byte> { 2, 5, 6, 7, 12 }, colours);
    }
}
