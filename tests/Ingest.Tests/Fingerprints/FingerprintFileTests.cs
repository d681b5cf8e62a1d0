using System.Security.Cryptography;
using Troubadour.Music;

namespace Troubadour.Ingest.Tests.Fingerprints;

public sealed class FingerprintFileTests
{
    private static readonly Fingerprint Print = Fingerprint.Of(Songs.Make(3, 12));

    [Fact]
    public void What_was_written_is_read()
    {
        var bytes = FingerprintFile.Write(Print);
        Assert.InRange(bytes.Length, 4 * Print.Landmarks.Length, 4 * Print.Landmarks.Length + 32);
        var read = FingerprintFile.Read(bytes);
        Assert.Equal(Print.Frames, read.Frames);
        Assert.Equal(Print.Landmarks.ToArray(), read.Landmarks.ToArray());
        Assert.Equal(bytes, FingerprintFile.Write(read));
    }

    [Fact]
    public void One_without_landmarks_is_one_too()
    {
        var read = FingerprintFile.Read(FingerprintFile.Write(new(300, [])));
        Assert.Equal(300, read.Frames);
        Assert.True(read.Landmarks.IsEmpty);
    }

    [Fact]
    public void A_bit_that_flipped_anywhere_and_a_byte_that_is_missing_are_seen()
    {
        var good = FingerprintFile.Write(Print);
        var random = new RandomStream(1, "flips");
        for (var i = 0; i < 500; i++)
        {
            var bad = good.ToArray();
            bad[random.NextInt(i < 50 ? 12 : bad.Length)] ^= (byte)(1 << random.NextInt(8));
            Assert.Throws<InvalidDataException>(() => FingerprintFile.Read(bad));
            Assert.Throws<InvalidDataException>(() =>
                FingerprintFile.Read(good.AsSpan(0, random.NextInt(good.Length)))
            );
        }

        Assert.Throws<InvalidDataException>(() => FingerprintFile.Read([.. good, 0]));
    }

    [Fact]
    public void Another_version_is_named()
    {
        var later = FingerprintFile.Write(Print);
        later[4] = 2;
        var e = Assert.Throws<InvalidDataException>(() => FingerprintFile.Read(later));
        Assert.Equal("The fingerprint has version 2; version 1 is read.", e.Message);
    }

    [Fact]
    public void Whatever_a_forger_signs_is_refused_or_is_a_fingerprint()
    {
        var good = FingerprintFile.Write(Print);
        var random = new RandomStream(2, "forger");
        var taken = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var forged = good.ToArray();
            for (var flips = random.NextInt(3) + 1; flips > 0; flips--)
            {
                forged[5 + random.NextInt(i % 2 == 0 ? 8 : forged.Length - 13)] = (byte)random.NextInt(256);
            }

            SHA256.HashData(forged.AsSpan(0, forged.Length - 8)).AsSpan(0, 8).CopyTo(forged.AsSpan(forged.Length - 8));
            taken += AssertSound(forged) ? 1 : 0;
        }

        Assert.InRange(taken, 1, 2_999);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("frames without end", 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0)]
    [InlineData("more landmarks than bytes", 100, 0xFF, 0xFF, 0xFF, 0x7F)]
    [InlineData("half a landmark", 100, 1, 0, 1)]
    [InlineData("a landmark behind the end", 100, 1, 101, 2, 0x50, 0x10)]
    [InlineData("something behind the end", 100, 0, 0)]
    public void Bounds_are_looked_at(string what, params int[] body)
    {
        var bytes = body.Select(value => (byte)value).ToArray();
        Assert.NotEmpty(what);
        Assert.Throws<InvalidDataException>(() => FingerprintFile.ReadBody(bytes));
    }

    [Fact]
    public void Bytes_of_chance_are_refused_or_are_a_fingerprint()
    {
        var random = new RandomStream(3, "body");
        for (var i = 0; i < 3_000; i++)
        {
            var body = Enumerable.Range(0, random.NextInt(60)).Select(_ => (byte)random.NextInt(256)).ToArray();
            try
            {
                AssertValid(FingerprintFile.ReadBody(body));
            }
            catch (InvalidDataException)
            {
                // Most are.
            }
        }
    }

    private static bool AssertSound(byte[] bytes)
    {
        try
        {
            AssertValid(FingerprintFile.Read(bytes));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static void AssertValid(Fingerprint print)
    {
        var landmarks = print.Landmarks.ToArray();
        Assert.InRange(print.Frames, 0, FingerprintFile.MostFrames);
        Assert.All(landmarks, landmark => Assert.True(LandmarkHash.IsPossible(landmark.Hash)));
        Assert.All(landmarks, landmark => Assert.InRange(landmark.Frame, 0, print.Frames - 1));
        Assert.Equal(landmarks.OrderBy(landmark => landmark.Frame).ThenBy(landmark => landmark.Hash), landmarks);
    }
}
