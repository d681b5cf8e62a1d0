using Troubadour.Alignment;
using Troubadour.Alignment.Bench;
using Troubadour.Analysis;
using Troubadour.Analysis.Bench;
using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Separation;
using Troubadour.Separation.Bench;

namespace Troubadour.Understanding.Bench;

/// <summary>Understands a song as an upload is understood, and compares with what it is.</summary>
/// <param name="book">Takes the figures.</param>
/// <param name="separator">Separates.</param>
/// <param name="aligner">Finds words.</param>
internal sealed class SongMeasure(FigureBook book, Separator separator, WordAligner aligner)
{
    // A stem this much softer than the mix has no ratio worth telling.
    private const double SoftestStem = 3e-4;

    private readonly List<BandScore> _bands = [];

    /// <summary>The notes of all songs as one song.</summary>
    public BandScore Band => BandScore.Sum("all songs as one", _bands);

    /// <summary>Measures a song's folder.</summary>
    public void Measure(string folder)
    {
        var master = SongBench.Read(Path.Combine(folder, "master.wav"))!;
        var minutes = master.Seconds / 60;
        var stems = StageMeter.Run(() => separator.Separate(master), out var separating);
        var alone = StageMeter.Run(() => SongAnalyser.Analyse(master, new() { Threads = 1 }), out var hearing);
        var heard = StageMeter.Run(() => SongAnalyser.Analyse(master, Options(stems)), out var analysing);
        var truth = SongTruth.Read(folder);
        Add("separation, CPU s a minute", separating.CpuSeconds / minutes);
        Add("separation, peak MB", separating.Megabytes);
        Add("analysis of the mix alone, CPU s a minute", hearing.CpuSeconds / minutes);
        Add("analysis with stems, CPU s a minute", analysing.CpuSeconds / minutes);
        Add("analysis with stems, peak MB", analysing.Megabytes);
        if (!truth.Song.Vocals.IsEmpty)
        {
            Words(SungSong.Read(folder), stems[Stem.Vocals], heard);
        }

        Music(truth, heard);
        Plain(truth, master);
        Notes(truth, alone, heard, analysing);
        Stems(folder, master, stems);

        void Add(string row, double? value) => book.Add(row, Path.GetFileName(folder), value);
    }

    /// <summary>How an upload is analysed.</summary>
    public static AnalysisOptions Options(SeparatedSong stems) =>
        new()
        {
            Threads = 1,
            Voice = stems[Stem.Vocals],
            Bass = stems[Stem.Bass],
            Drums = stems[Stem.Drums],
            Other = stems[Stem.Other],
        };

    private void Words(SungSong song, AudioBuffer voice, AnalysisDocument heard)
    {
        var hints = new AlignmentHints { Voiced = heard.VocalActivity.Spans, Melody = heard.Melody.Notes };
        var asked = Alignment.Bench.Case.Sung(song);
        var found = StageMeter.Run(() => aligner.Align(voice, asked.Lyrics, hints), out var aligning);
        var score = new Score();
        score.Add([.. found.Words], asked.Starts);
        book.Add("alignment, CPU s a minute", song.Name, aligning.CpuSeconds / (voice.Seconds / 60));
        book.Add("alignment, peak MB", song.Name, aligning.Megabytes);
        book.Add("word onset error, median, s", song.Name, score.Median);
        book.Add("word onset error, mean, s", song.Name, score.Mean);
        book.Add("words within .3 s", song.Name, score.Within(0.3));
    }

    private void Music(SongTruth truth, AnalysisDocument heard)
    {
        var score = SongScore.Of(truth, heard, 0);
        var key = truth.Song.Key;
        ChordEstimate[] tonic =
        [
            new(0, heard.Seconds, "", key.Tonic, key.IsMinor ? ChordQuality.Minor : ChordQuality.Major, 0),
        ];
        Console.WriteLine($"{truth.Name}: {score.Remark}");
        (string Row, double? Value)[] values =
        [
            ("tempo Acc1", score.Acc1 ? 1 : 0),
            ("tempo Acc2", score.Acc2 ? 1 : 0),
            ("beat F", score.Beat),
            ("downbeat F", score.Downbeat),
            ("metre right", score.Metre ? 1 : 0),
            ("key right", score.Key ? 1 : 0),
            ("key, MIREX score", KeyScore.Of(heard.Key, key)),
            ("chords, major and minor", score.Chord),
            ("chords, roots", score.Root),
            ("always the tonic, major and minor", ChordScore.Of(tonic, truth.Chords, false)),
            ("always the tonic, roots", ChordScore.Of(tonic, truth.Chords, true)),
            ("section F, 3 s", score.Section3),
            ("section F, .5 s", score.SectionHalf),
        ];
        foreach (var (row, value) in values)
        {
            book.Add(row, truth.Name, value);
        }
    }

    private void Plain(SongTruth truth, AudioBuffer master)
    {
        var plain = Analysis.Bench.Baselines.Of(master, truth);
        book.Add("tempo Acc1, flux and autocorrelation", truth.Name, plain.Acc1 ? 1 : 0);
        book.Add("tempo Acc2, flux and autocorrelation", truth.Name, plain.Acc2 ? 1 : 0);
        book.Add("chords of plain chroma, major and minor", truth.Name, plain.Chord);
        book.Add("chords of plain chroma, roots", truth.Name, plain.Root);
    }

    private void Notes(SongTruth truth, AnalysisDocument alone, AnalysisDocument heard, StageCost cost)
    {
        var band = BandScore.Of(truth, heard, cost.CpuSeconds);
        _bands.Add(band);
        string[] rows =
        [
            "note F, melody",
            "note F, bass",
            "note F, accompaniment",
            "note F, accompaniment, any octave",
            .. Enum.GetValues<DrumKind>().Select(Rows.Drum),
            "note F, any drum",
        ];
        foreach (var (row, counts) in rows.Zip(band.Lines))
        {
            book.Add(row, truth.Name, counts.F);
        }

        book.Add("melody RPA, from the mix", truth.Name, TuneScore.Of(alone, truth)?.Pitch);
        book.Add("melody RPA, from the separated voice", truth.Name, TuneScore.Of(heard, truth)?.Pitch);
        book.Add("melody RCA, from the separated voice", truth.Name, TuneScore.Of(heard, truth)?.Chroma);
    }

    private void Stems(string folder, AudioBuffer master, SeparatedSong stems)
    {
        // The file that is uploaded, not the sum of the stems.
        var read = TrueSong.Read(folder);
        var song = read with { Mix = SongBench.Fit(master, read.Mix.Length)! };
        var voice = stems[Stem.Vocals];
        var backing = RepetSim.Backing(song.Mix);
        Compare(song, "mixture", Methods.Mixture(song));
        Compare(song, "HPSS", [null, MedianSplit.Drums(song.Mix), null, null, null]);
        Compare(song, "REPET-SIM", [Signals.Difference(song.Mix, backing), null, null, null, backing]);
        Compare(
            song,
            "network",
            [
                .. Enum.GetValues<Stem>().Select(stem => SongBench.Fit(stems[stem], song.Mix.Length)),
                Signals.Difference(song.Mix, SongBench.Fit(voice, song.Mix.Length)!),
            ]
        );
    }

    private void Compare(TrueSong song, string method, AudioBuffer?[] estimates)
    {
        foreach (var (column, estimate) in estimates.Index())
        {
            var truth = column < song.Stems.Length ? song.Stems[column] : song.Instrumental;
            // Without a voice there is nothing to part the instrumental from.
            var isThere = Power(truth) > SoftestStem * Power(song.Mix);
            if (estimate is not null && isThere && (column < song.Stems.Length || HasVoice(song)))
            {
                var (sdr, siSdr) = Signals.Score(truth, estimate);
                book.Add(Rows.Separation(Rows.Stems[column], method, "SDR"), song.Name, sdr);
                book.Add(Rows.Separation(Rows.Stems[column], method, "SI-SDR"), song.Name, siSdr);
            }
        }
    }

    private static bool HasVoice(TrueSong song) => Power(song.Stems[(int)Stem.Vocals]) > SoftestStem * Power(song.Mix);

    private static double Power(AudioBuffer sound) =>
        sound.Left.Sum(x => (double)x * x) + sound.Right.Sum(x => (double)x * x);
}
