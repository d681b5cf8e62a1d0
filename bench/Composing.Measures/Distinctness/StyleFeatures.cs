using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>
/// What a song sounds like, without its tempo and without the names of its instruments: rhythms of drums, bass, chords and voice,
/// swing, harmony, densities and registers of roles, shape. Fixed velocities and pushes are left out: a machine would know a style by
/// them, a listener would not.
/// </summary>
public static class StyleFeatures
{
    private static readonly ChordQuality[] Qualities = Enum.GetValues<ChordQuality>();

    /// <summary>The features in a fixed order.</summary>
    public static FeatureSheet Of(Song song)
    {
        var grid = new SongGrid(song);
        var sheet = new FeatureSheet();
        var bars = Math.Max(1, grid.Slots / grid.BarSlots);
        Metre(grid, sheet);
        Drums(grid, bars, sheet);
        Bass(grid, bars, sheet);
        foreach (
            var role in (PartRole[])[PartRole.Chords, PartRole.Pad, PartRole.Arpeggio, PartRole.Lead, PartRole.Counter]
        )
        {
            Role(grid, role, bars, sheet);
        }

        Harmony(song, bars, sheet);
        VoiceFeatures.Add(grid, sheet);
        Shape(song, sheet);
        return sheet;
    }

    private static void Metre(SongGrid grid, FeatureSheet sheet)
    {
        sheet.Add("bar", grid.BarSlots);
        sheet.Add("pulse", grid.PulseSlots);
        sheet.Add("swing8", grid.Swing.Pair == Ticks.PerQuarter ? grid.Swing.Share - 0.5 : 0);
        sheet.Add("swing16", grid.Swing.Pair != Ticks.PerQuarter ? grid.Swing.Share - 0.5 : 0);
    }

    private static void Drums(SongGrid grid, int bars, FeatureSheet sheet)
    {
        var notes = Notes(grid.Song, PartRole.Drums);
        foreach (var (name, keys) in Kit)
        {
            var strokes = notes.FindAll(note => keys.Contains(note.Key));
            sheet.AddRhythm("drums/" + name, strokes.Select(note => grid.Slot(note.Tick)), grid.BarSlots, bars);
            sheet.Add("drums/" + name, Math.Sqrt((double)strokes.Count / bars));
        }

        var played = notes.Select(note => note.Tick / grid.Song.Meter.TicksPerBar).Distinct().Count();
        sheet.Add("drums/bars", (double)played / bars);
        sheet.Add("drums/spread", Stat.Deviation([.. notes.Select(note => (double)note.Velocity)]));
        sheet.Add("drums/ghosts", notes.Count == 0 ? 0 : (double)notes.Count(n => n.Velocity < 55) / notes.Count);
    }

    private static (string Name, int[] Keys)[] Kit =>
        [
            ("kick", [35, 36]),
            ("snare", [38, 40]),
            ("rim", [37]),
            ("clap", [39]),
            ("hat", [42, 44]),
            ("open", [46]),
            ("ride", [51, 53, 59]),
            ("shaker", [54, 69, 70, 82]),
            ("toms", [41, 43, 45, 47, 48, 50]),
            ("hands", [56, 60, 61, 62, 63, 64, 65, 66, 67, 68, 75, 76, 77, 78, 79, 80, 81]),
        ];

    private static void Bass(SongGrid grid, int bars, FeatureSheet sheet)
    {
        var notes = Notes(grid.Song, PartRole.Bass);
        sheet.AddRhythm("bass", notes.Select(note => grid.Slot(note.Tick)), grid.BarSlots, bars);
        Role(grid, PartRole.Bass, bars, sheet);
        var degrees = notes.ConvertAll(note =>
            ChordAt(grid.Song, note.Tick) is { } c ? (note.Key - c.Root + 120) % 12 : -1
        );
        sheet.AddShares("bass/degree", degrees, [0, 3, 4, 5, 7, 9, 10, 2, 11]);
        var moves = notes.Skip(1).Select((note, i) => Math.Abs(note.Key - notes[i].Key)).ToList();
        sheet.AddShares("bass/move", moves.ConvertAll(move => Math.Min(move, 12)), [0, 1, 2, 3, 5, 7, 12]);
    }

    private static void Role(SongGrid grid, PartRole role, int bars, FeatureSheet sheet)
    {
        var parts = grid.Song.Parts.Where(part => part.Role == role).ToList();
        var notes = Notes(grid.Song, role);
        var slots = notes.Select(note => grid.Slot(note.Tick)).ToList();
        sheet.Add($"{role}/parts", parts.Count);
        sheet.Add($"{role}/notes", Math.Sqrt((double)notes.Count / bars));
        sheet.Add($"{role}/chord", slots.Count == 0 ? 0 : (double)slots.Count / slots.Distinct().Count());
        sheet.Add($"{role}/length", Mean(notes, note => Math.Min(32, (double)note.Length / Ticks.PerSixteenth)));
        sheet.Add($"{role}/key", Mean(notes, note => note.Key) / 12);
        sheet.Add($"{role}/bars", (double)slots.Select(slot => slot / grid.BarSlots).Distinct().Count() / bars);
        if (role is PartRole.Chords or PartRole.Arpeggio or PartRole.Pad)
        {
            sheet.AddRhythm($"{role}/onsets", slots.Distinct(), grid.BarSlots, bars);
        }
    }

    private static void Harmony(Song song, int bars, FeatureSheet sheet)
    {
        var chords = SongMelody.Chords(song, int.MaxValue);
        sheet.Add("chords/perbar", (double)chords.Length / bars);
        var spans = song.Chords.Select(span => span.Chord).ToList();
        sheet.AddShares("chords/quality", [.. spans.Select(chord => chord.Quality)], Qualities);
        sheet.AddShares(
            "chords/root",
            [.. spans.Select(chord => (chord.Root - song.Key.Tonic + 12) % 12)],
            Enumerable.Range(0, 12)
        );
        sheet.Add("chords/inverted", (double)spans.Count(chord => chord.Bass != chord.Root) / spans.Count);
        sheet.Add("minor", song.Key.IsMinor ? 1 : 0);
    }

    private static void Shape(Song song, FeatureSheet sheet)
    {
        sheet.Add("shape/lift", song.Sections.Any(section => section.Transpose != 0) ? 1 : 0);
        sheet.Add("shape/intro", song.Sections.Where(s => s.Kind == "intro").Select(s => s.Bars).FirstOrDefault());
        foreach (var kind in (string[])["intro", "verse", "chorus"])
        {
            var sections = song.Sections.Where(section => section.Kind == kind).ToList();
            sheet.Add($"shape/{kind}", sections.Count == 0 ? 0 : sections.Average(section => section.Energy));
            var playing = sections.ConvertAll(s => (double)song.Parts.Count(part => Plays(part, s)));
            sheet.Add($"shape/{kind}/layers", playing.Count == 0 ? 0 : playing.Average());
        }
    }

    private static bool Plays(Part part, SongSection section) =>
        part.Notes.Any(note => note.Tick >= section.Tick && note.Tick < section.Tick + section.Length);

    private static List<Note> Notes(Song song, PartRole role) =>
        [.. song.Parts.Where(part => part.Role == role).SelectMany(part => part.Notes).OrderBy(note => note.Tick)];

    private static Chord? ChordAt(Song song, int tick) =>
        song
            .Chords.Where(span => tick >= span.Tick - 60 && tick < span.Tick + span.Length - 60)
            .Select(span => (Chord?)span.Chord)
            .FirstOrDefault();

    private static double Mean(List<Note> notes, Func<Note, double> value) =>
        notes.Count == 0 ? 0 : notes.Average(value);
}
