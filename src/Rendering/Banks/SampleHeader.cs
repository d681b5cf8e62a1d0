namespace Troubadour.Rendering;

/// <summary>
/// One sample record. <see cref="Start"/> and <see cref="End"/> count 16-bit points of the sample pool, or bytes of it when
/// <see cref="IsCompressed"/>; the loop is counted from the sample's own start, in points.
/// </summary>
internal sealed record SampleHeader(
    int Index,
    string Name,
    uint Start,
    uint End,
    long LoopStart,
    long LoopEnd,
    int Rate,
    int Key,
    int CorrectionCents,
    int Type
)
{
    private const int CompressedFlag = 0x10;
    private const int RomFlag = 0x8000;

    /// <summary>The data is an Ogg Vorbis stream (SoundFont 3).</summary>
    public bool IsCompressed => (Type & CompressedFlag) != 0;

    /// <summary>The data is in the ROM of a sound card: it cannot be played.</summary>
    public bool IsRom => (Type & RomFlag) != 0;
}
