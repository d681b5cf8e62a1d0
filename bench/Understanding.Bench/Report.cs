using System.Text;
using Troubadour.Analysis.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>Writes the figures as Markdown.</summary>
internal sealed class Report(FigureBook book)
{
    private const string Head =
        "| figure | songs | mean | median | worst | prototypes | |\n| --- | --- | --- | --- | --- | --- | --- |\n";

    private static readonly string[] s_grouped =
    [
        "tempo Acc1",
        "beat F",
        "downbeat F",
        "metre right",
        "key right",
        "chords, major and minor",
        "section F, 3 s",
        "melody RPA, from the separated voice",
        "words within .3 s",
        Rows.Separation("vocals", "network", "SDR"),
        Rows.Separation("other", "network", "SDR"),
    ];

    /// <summary>The whole document.</summary>
    /// <param name="band">The notes of all songs as one song.</param>
    /// <param name="recordings">The table of recordings; null where none were given.</param>
    /// <param name="reading">What a person wrote about the figures.</param>
    public string Text(BandScore band, string? recordings, string reading) =>
        $"""
            # Uploads understood

            {Introduction()}

            ## Rhythm, harmony, form

            {Head}{Lines(Rows.Music)}
            ## Notes, tune, words

            {Head}{Lines(Rows.Notes)}
            Strokes and notes of all songs counted together (F, onsets within 50 ms); tunes that are heard in instrumentals count as wrong, and the
            seconds are those of the analysis alone:

            {BandScore.Head}
            {band.Row(line => line.F)}

            ## Separation, SDR in dB

            {Head}{Lines(Rows.Separations("SDR"))}
            The prototypes' songs had other balances, so what is gained over the mixture itself tells more:

            {Gains()}
            ## Separation, SI-SDR in dB

            {Head}{Lines(Rows.Separations("SI-SDR"))}
            ## Costs

            One thread, songs of about 38 s; megabytes are those of the whole process at its peak in that stage. The recogniser of words runs
            beside it and is counted in the seconds, not in the megabytes.

            {Head}{Lines(Rows.Costs)}
            ## By kind of song

            {Groups()}
            ## Recordings

            Songs for Frets on Fire from Debian: fretsonfire-songs-muldjord (El Senator, CC BY-SA 3.0; the first four) and fretsonfire-songs-sectoid
            (Carlos Viola Iborra, MIT terms; the others), rock and metal of 144 to 288 s; no words are known. A song comes as lead guitar and all
            the rest, with a chart that has one tempo. Beats are compared with the chart's, "bpm given" with the chart's tempo as the caller's word. The guitar
            is the truth for "other" here, though rhythm guitars and keyboards of the rest belong there too. The megabytes count
            mix and guitar that the bench holds.

            {recordings ?? "None were given."}
            {reading}
            """;

    private static string Introduction() =>
        $"""
            {SongSet.Plans.Count} songs of about 38 s, {SongSet.Plans.Count(
                plan => plan.Words is not null
            )} of them sung, that the engine made for this bench: no song, seed, singer or lyrics of theirs was used to train or tune anything, but
            they share the engine, its instruments and its one voice model with the songs that were, so recordings are harder. Made by
            `Understanding.Bench make FOLDER` and `Understanding.Bench measure FOLDER [RECORDINGS]`. A master is separated, analysed with its
            separated stems, and its words are found in the separated voice, as an upload is treated.

            "Prototypes" are the figures of the study that this part of the engine was planned by (other songs: 14 for rhythm, harmony and
            form, 6 for stems; the middle where it tells a range; notes of single clean stems for melody and bass, of the full mix for
            accompaniment). "below": the mean is worse than theirs. The worst song is named, with how many others are as bad.
            Tempo: within 4 %, Acc2 also at double, half, triple or third. Beats and downbeats within 70 ms. Chords: share of the time of major and minor
            chords. Sections: boundaries, without start and end. Notes: key and onset within 50 ms. RPA, RCA: frames of sung notes within 50
            cents, in any octave for RCA. HPSS: Fitzgerald 2010; REPET-SIM: Rafii and Pardo 2012. Stems 35 dB under the mix are left out.
            """;

    private string Lines(IEnumerable<FigureRow> rows) => string.Concat(rows.Select(book.Line));

    private string Gains()
    {
        var text = new StringBuilder("| stem | ours | prototypes |\n| --- | --- | --- |\n");
        var rows = Rows.Separations("SDR").ToDictionary(row => row.Name);
        foreach (var stem in Rows.Stems)
        {
            var (net, mix) = (Rows.Separation(stem, "network", "SDR"), Rows.Separation(stem, "mixture", "SDR"));
            var gain = book.Mean(net, _ => true) - book.Mean(mix, _ => true);
            text.Append(
                FormattableString.Invariant(
                    $"| {stem} | {gain:0.0} | {rows[net].Prototype - rows[mix].Prototype:0.0} |\n"
                )
            );
        }

        return text.ToString();
    }

    private string Groups()
    {
        var text = new StringBuilder($"| songs | number | {string.Join(" | ", s_grouped)} |\n");
        text.Append("| --- | --- |").Append(string.Concat(Enumerable.Repeat(" --- |", s_grouped.Length))).Append('\n');
        var metres = SongSet.Plans.Select(plan => plan.Meter).Distinct();
        (string Name, Func<SongPlan, bool> Has)[] groups =
        [
            .. metres.Select(meter => ($"{meter}", (Func<SongPlan, bool>)(plan => plan.Meter == meter))),
            ("sung", plan => plan.Words is not null),
            ("instrumental", plan => plan.Words is null),
            ("styles that the network never heard", plan => SongSet.Strange.Contains(plan.Style)),
        ];
        foreach (var (name, has) in groups)
        {
            var songs = SongSet.Plans.Where(has).Select(plan => plan.Name).ToHashSet();
            var cells = s_grouped.Select(row =>
                book.Mean(row, songs.Contains) is { } mean ? FormattableString.Invariant($"{mean:0.00}") : "-"
            );
            text.Append(FormattableString.Invariant($"| {name} | {songs.Count} | {string.Join(" | ", cells)} |\n"));
        }

        return text.ToString();
    }
}
