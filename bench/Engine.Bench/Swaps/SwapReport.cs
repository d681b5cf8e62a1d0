namespace Troubadour.Engine.Bench;

/// <summary>The table of the exchanges.</summary>
internal static class SwapReport
{
    /// <summary>The report.</summary>
    public static IEnumerable<string> Lines(IEnumerable<string> rows) =>
        [
            "# Exchanged bands and voices",
            "",
            "Songs of 60 s; the band exchanged for that of another style, the voices for another singer's, and one after the other. Held:",
            "largest difference of the stem that stays (its 24-bit file) from that of the source, and its power against the stem's; -200 dB",
            "is equality to the bit. Voice-band: voices over band, LU, from the stems. Takes: the most that the limiter (as made) or",
            "the fit of the new sound beside the held one (exchanged) takes, and the shares of the time in which it takes more than 1 and 3 dB.",
            "Words: six lines over the whole song, so that the band, which stays as loud as it was, plays alone for most of it.",
            "",
            "| song | what | held dB | power dB | LUFS | LRA | dBTP | voice-band | takes dB | over 1 dB | over 3 dB | made in s |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            .. rows,
        ];
}
