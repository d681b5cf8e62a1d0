using Troubadour.Audio;

namespace Troubadour.Analysis.Bench;

/// <summary>Makes cases of songs: from their separated stems and, so that cleaner separations are known too, from their own.</summary>
internal sealed class Lessons
{
    private const double Near = 0.05;
    private readonly List<Case> _drums = [];
    private readonly List<Case> _notes = [];
    private readonly int[] _lostDrums = new int[Enum.GetValues<DrumKind>().Length];
    private readonly int[] _lostNotes = new int[1];

    /// <summary>Adds a song.</summary>
    public void Add(string song)
    {
        var truth = SongTruth.Read(song);
        var band = BandTruth.Of(truth.Song);
        var master = SongBench.Read(Path.Combine(song, "master.wav"))!;
        var stems = SeparatedStems.Of(song, master);
        var gain = DeterministicMath.FromDecibels(-14 - LoudnessMeter.Of(master).Integrated);
        var tuning = Tuning.Of(master);
        AddDrums(stems.Drums, gain, band);
        AddNotes(stems.Other, gain, tuning, band);
        if (SongBench.Fit(SongBench.Read(Path.Combine(song, "stems", "drums.wav")), master.Length) is { } drums)
        {
            AddDrums(drums, gain, band);
        }
    }

    /// <summary>Learns and writes the weights.</summary>
    public void Write()
    {
        using var drums = File.Create(Path.Combine("src", "Analysis", "Drums", "drums.bin"));
        PerceptronTrainer.Learn(_drums, 40, _lostDrums).Write(drums);
        using var notes = File.Create(Path.Combine("src", "Analysis", "Accompaniment", "notes.bin"));
        PerceptronTrainer.Learn(_notes, 48, _lostNotes).Write(notes);
    }

    private void AddDrums(AudioBuffer stem, double gain, BandTruth band)
    {
        var frames = BandFrames.Of(stem, gain, CancellationToken.None);
        var features = new DrumFeatures(frames);
        var peaks = frames.Peaks();
        var targets = peaks.ConvertAll(_ => new float[_lostDrums.Length]);
        foreach (var hit in band.Drums)
        {
            var nearest = Nearest(peaks, p => (double)p / BandFrames.Rate + BandFrames.Late, hit.Start);
            if (nearest < 0)
            {
                _lostDrums[hit.Value]++;
            }
            else
            {
                targets[nearest][hit.Value] = 1;
            }
        }

        for (var i = 0; i < peaks.Count; i++)
        {
            var values = new float[features.Count];
            features.Read(peaks[i], values);
            _drums.Add(new(values, targets[i]));
        }
    }

    private void AddNotes(AudioBuffer stem, double gain, double tuning, BandTruth band)
    {
        var curves = NoteCurves.Of(stem, gain, tuning, CancellationToken.None);
        var onsets = new NoteOnsets(curves, BandFrames.Of(stem, gain, CancellationToken.None));
        var found = onsets.Find();
        var byNote = found.GroupBy(o => o.Note).ToDictionary(g => g.Key, g => g.OrderBy(o => o.Second).ToList());
        var real = new HashSet<NoteOnset>();
        foreach (var note in band.Rest)
        {
            var own = byNote.GetValueOrDefault(note.Value - NoteDictionary.LowestKey, []);
            var nearest = Nearest(own, o => o.Second, note.Start);
            if (nearest < 0)
            {
                _lostNotes[0]++;
            }
            else
            {
                real.Add(own[nearest]);
            }
        }

        foreach (var onset in found)
        {
            var values = new float[NoteOnsets.Values];
            onsets.Read(onset, values);
            _notes.Add(new(values, [real.Contains(onset) ? 1 : 0]));
        }
    }

    private static int Nearest<T>(List<T> items, Func<T, double> second, double wanted)
    {
        var (best, distance) = (-1, Near);
        for (var i = 0; i < items.Count; i++)
        {
            var away = Math.Abs(second(items[i]) - wanted);
            (best, distance) = away <= distance ? (i, away) : (best, distance);
        }

        return best;
    }
}
