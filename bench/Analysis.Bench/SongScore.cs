namespace Troubadour.Analysis.Bench;

/// <summary>How near an analysis comes to the truth; null where a song has nothing to compare.</summary>
internal sealed record SongScore(
    string Name,
    bool Acc1,
    bool Acc2,
    double Beat,
    double Downbeat,
    bool Metre,
    bool Key,
    double? Chord,
    double? Root,
    double Section3,
    double SectionHalf,
    double? Pitch,
    double? Chroma,
    double? VoiceF,
    double? TuneF,
    double? BassF,
    double CpuPerMinute,
    string Remark
)
{
    /// <summary>Compares.</summary>
    public static SongScore Of(SongTruth truth, AnalysisDocument found, double cpuSeconds)
    {
        var bpm = found.Tempo.Bpm;
        bool Near(double factor) => Math.Abs(bpm / (truth.Bpm * factor) - 1) <= 0.04;
        var meter = truth.Song.Meter;
        var boundaries = found.Sections.Skip(1).Select(s => s.Start).ToList();
        var pitch = TuneScore.Of(found, truth);
        return new(
            truth.Name,
            Near(1),
            new[] { 1, 2, 0.5, 3, 1.0 / 3 }.Any(Near),
            Hits.F(found.Beats.Seconds, truth.Beats, 0.07),
            Hits.F(found.Downbeats.Seconds, truth.Downbeats, 0.07),
            found.Metre.Beats == meter.Beats && found.Metre.Unit == meter.Unit,
            found.Key.Tonic == truth.Song.Key.Tonic && found.Key.Mode == (truth.Song.Key.IsMinor ? "minor" : "major"),
            ChordScore.Of(found.Chords, truth.Chords, false),
            ChordScore.Of(found.Chords, truth.Chords, true),
            Hits.F(boundaries, truth.Boundaries, 3),
            Hits.F(boundaries, truth.Boundaries, 0.5),
            pitch?.Pitch,
            pitch?.Chroma,
            pitch?.Voicing,
            truth.Tune.Count == 0 ? null : Hits.Notes(found.Melody.Notes, truth.Tune, 0.1),
            truth.Bass.Count == 0 ? null : Hits.Notes(found.Bass.Notes, truth.Bass, 0.1),
            cpuSeconds / (found.Seconds / 60),
            FormattableString.Invariant(
                $"{truth.Bpm:F1}>{bpm:F1} {meter}>{found.Metre.Beats}/{found.Metre.Unit} key {truth.Song.Key.Tonic}{(truth.Song.Key.IsMinor ? "m" : "")}>{found.Key.Tonic}{(found.Key.Mode == "minor" ? "m" : "")}"
            )
        );
    }
}
