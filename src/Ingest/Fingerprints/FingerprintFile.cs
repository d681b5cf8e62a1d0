using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Troubadour.Ingest;

/// <summary>
/// A fingerprint as bytes, about 22 kB for three minutes: "TBFP", the version, frames and landmarks (7 bits a byte, lowest first), then
/// for each landmark the frames since the one before and 24 bits of hash (9, 9 and 6: first bin, second bin, gap), and last the first
/// eight bytes of the SHA-256 of all that. Reading trusts none of it.
/// </summary>
public static class FingerprintFile
{
    /// <summary>The version that is written and read.</summary>
    public const byte Version = 1;

    /// <summary>Longest recording, in frames: 24 hours.</summary>
    public const int MostFrames = (int)(24 * 3600 / Fingerprint.FrameSeconds);

    private const int CheckBytes = 8;
    private const int HashBytes = 3;
    private const int BinBits = 9;
    private const int GapBits = 6;

    private static ReadOnlySpan<byte> Magic => "TBFP"u8;

    /// <summary>The bytes of a fingerprint.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="MostFrames"/>.</exception>
    public static byte[] Write(Fingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fingerprint.Frames, MostFrames, nameof(fingerprint));
        var bytes = new List<byte>(32 + 4 * fingerprint.Landmarks.Length);
        bytes.AddRange(Magic);
        bytes.Add(Version);
        AddNumber(bytes, fingerprint.Frames);
        AddNumber(bytes, fingerprint.Landmarks.Length);
        var before = 0;
        foreach (var landmark in fingerprint.Landmarks)
        {
            AddNumber(bytes, landmark.Frame - before);
            before = landmark.Frame;
            var (first, second, gap) = LandmarkHash.Parts(landmark.Hash);
            var packed = (first << (BinBits + GapBits)) | (second << GapBits) | gap;
            bytes.AddRange((byte)packed, (byte)(packed >> 8), (byte)(packed >> 16));
        }

        bytes.AddRange(Check(bytes.ToArray()));
        return [.. bytes];
    }

    /// <summary>Reads the bytes of one fingerprint.</summary>
    /// <exception cref="InvalidDataException">They are none, of another version, or damaged; the message says which.</exception>
    public static Fingerprint Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Magic.Length + 1 + CheckBytes || !bytes.StartsWith(Magic))
        {
            throw new InvalidDataException("This is no fingerprint.");
        }

        if (bytes[Magic.Length] != Version)
        {
            throw new InvalidDataException(
                $"The fingerprint has version {bytes[Magic.Length]}; version {Version} is read."
            );
        }

        if (!Check(bytes[..^CheckBytes]).AsSpan().SequenceEqual(bytes[^CheckBytes..]))
        {
            throw Damaged();
        }

        return ReadBody(bytes[(Magic.Length + 1)..^CheckBytes]);
    }

    /// <summary>Reads what stands between version and check; every bound is looked at, whatever the check said.</summary>
    internal static Fingerprint ReadBody(ReadOnlySpan<byte> body)
    {
        var frames = TakeNumber(ref body, MostFrames);
        var landmarks = new Landmark[TakeNumber(ref body, body.Length / (1 + HashBytes))];
        var frame = 0;
        for (var i = 0; i < landmarks.Length; i++)
        {
            frame += TakeNumber(ref body, frames - frame);
            landmarks[i] = new(TakeHash(ref body), frame);
            var isOrdered = i == 0 || frame > landmarks[i - 1].Frame || landmarks[i].Hash >= landmarks[i - 1].Hash;
            if (!isOrdered || frame + LandmarkHash.Parts(landmarks[i].Hash).Gap >= frames)
            {
                throw Damaged();
            }
        }

        return body.IsEmpty ? new(frames, landmarks) : throw Damaged();
    }

    private static uint TakeHash(ref ReadOnlySpan<byte> body)
    {
        if (body.Length < HashBytes)
        {
            throw Damaged();
        }

        var packed = BinaryPrimitives.ReadUInt16LittleEndian(body) | (body[2] << 16);
        body = body[HashBytes..];
        var hash = LandmarkHash.Of(
            packed >> (BinBits + GapBits),
            (packed >> GapBits) & ((1 << BinBits) - 1),
            packed & ((1 << GapBits) - 1)
        );
        return LandmarkHash.IsPossible(hash) ? hash : throw Damaged();
    }

    private static int TakeNumber(ref ReadOnlySpan<byte> body, int most)
    {
        const int MostBytes = 4;
        var number = 0;
        for (var i = 0; i < Math.Min(MostBytes, body.Length); i++)
        {
            number |= (body[i] & 0x7F) << (7 * i);
            if (body[i] < 0x80)
            {
                body = body[(i + 1)..];
                return number <= most ? number : throw Damaged();
            }
        }

        throw Damaged();
    }

    private static void AddNumber(List<byte> bytes, int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }

        bytes.Add((byte)number);
    }

    private static byte[] Check(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..CheckBytes];

    private static InvalidDataException Damaged() => new("The fingerprint is damaged.");
}
