using Troubadour.Audio;

namespace Troubadour.Analysis.Bench;

/// <summary>What simple methods give on the same songs: tempo by flux and autocorrelation, chords by plain pitch classes.</summary>
internal sealed record Baselines(bool Acc1, bool Acc2, double? Chord, double? Root)
{
    public static Baselines Of(AudioBuffer audio, SongTruth truth)
    {
        var bpm = TempoEstimate.Of(audio).Bpm;
        bool Near(double factor) => Math.Abs(bpm / (truth.Bpm * factor) - 1) <= 0.04;
        var chords = PlainChords.Of(audio);
        return new(
            Near(1),
            new[] { 1, 2, 0.5, 3, 1.0 / 3 }.Any(Near),
            ChordScore.Of(chords, truth.Chords, false),
            ChordScore.Of(chords, truth.Chords, true)
        );
    }

    /// <summary>The means as a row of the table.</summary>
    public static string Row(string name, IReadOnlyList<Baselines> all) =>
        FormattableString.Invariant(
            $"| {name} | {all.Average(b => b.Acc1 ? 1 : 0):F2} | {all.Average(b => b.Acc2 ? 1 : 0):F2} | - | - | - | - | {all.Average(b => b.Chord ?? 0):F2} | {all.Average(b => b.Root ?? 0):F2} | - | - | - | - | - | - | - | - |"
        );
}
