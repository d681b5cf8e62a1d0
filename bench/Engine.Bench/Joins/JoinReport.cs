namespace Troubadour.Engine.Bench;

/// <summary>The tables of the join measures.</summary>
internal sealed record JoinReport(
    IReadOnlyList<string> Extensions,
    IReadOnlyList<string> Replacements,
    IReadOnlyList<string> Stems,
    IReadOnlyList<string> Covers
)
{
    /// <summary>The report.</summary>
    public List<string> Lines =>
        [
            "# Joins, stems and covers",
            "",
            "Songs of 60 s, extended at the bar line nearest to 42 s by 40 s of other words, and with the bars from 20 to 32 s",
            "replaced. Steps are LUFS of the 400 ms after a moment less those before it; flux is the largest half-wave",
            "rectified spectral flux within 50 ms, in dB a bin. Ordinary bar lines are all others of the same song, as median / 95th",
            "percentile (of the step's size); source is the step that the source has at the same bar line, such as a stop before a chorus.",
            "",
            "## Extensions",
            "",
            "Grid: the largest change of a beat's length around the join, and by how much later drum strokes are heard against",
            "their notes after it than before it. Untouched: seconds before the join until which the joined song is the source",
            "within -80 dB; what follows is the fader's ramp, the breath of a new line that starts with the part, or the last line before",
            "it, sung anew because the join cuts it. A large step beside a small one in the source is a stop whose pickup belonged to what",
            "is gone. Onsets are found to about 2 ms where cymbals ring; the notes themselves lie on the grid. Residue: largest",
            "difference up to 0.6 s before the join. Clip: largest difference between the clip and the rest of the joined song. -200 dB",
            "is equality to the bit.",
            "",
            "| song | join s | source LU | step LU | ordinary | flux | ordinary | grid ms | onsets ms | untouched s | residue dB | clip dB |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            .. Extensions,
            "",
            "## Replacements",
            "",
            "Stretch: the bars with the sung lines that cross their edges, in seconds. Leaves and meets: how long before and after it the song is",
            "not yet, or not again, the source within -80 dB. Outside: the largest difference further than a beat from it.",
            "",
            "| song | start s | source LU | step LU | ordinary | flux | ordinary | end s | source LU | step LU | ordinary | flux | ordinary | stretch s | beat s | leaves s | meets s | outside dB |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            .. Replacements,
            "",
            "## Stems",
            "",
            "The sum of a split's stems less the clip's stored master of 16 bits, whose dither alone is -86 dB at its peaks.",
            "",
            "| song | split | largest difference dB | rms dB | who plays |",
            "| --- | --- | --- | --- | --- |",
            .. Stems,
            "",
            "## Covers",
            "",
            "The lead melodies note by note: equal have the same syllable, the same interval to the first note and the same place within a",
            "sixteenth (styles swing differently). Shift: semitones of the whole; tempo: the cover's against the source's.",
            "",
            "| song | style | nearness | notes | equal | shift | tempo |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            .. Covers,
        ];
}
