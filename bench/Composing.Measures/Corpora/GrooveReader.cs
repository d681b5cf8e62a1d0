using System.Collections.Immutable;
using System.Globalization;

namespace Troubadour.Composing.Measures;

/// <summary>Reads the beats (not the fills) in 4/4 of Groove MIDI.</summary>
public static class GrooveReader
{
    /// <summary>All beats in the order of the list of takes.</summary>
    public static IEnumerable<DrumPiece> Read(Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        var folder = Path.GetDirectoryName(corpora.Files("groove", "info.csv").First())!;
        var rows = File.ReadAllLines(Path.Combine(folder, "info.csv"));
        var columns = rows[0].Split(',');
        int Column(string name) => Array.IndexOf(columns, name);
        foreach (var row in rows.Skip(1).Select(row => row.Split(',')).Where(row => row.Length == columns.Length))
        {
            var path = Path.Combine(folder, row[Column("midi_filename")]);
            if (row[Column("time_signature")] == "4-4" && row[Column("beat_type")] == "beat" && File.Exists(path))
            {
                yield return Take(path, double.Parse(row[Column("bpm")], CultureInfo.InvariantCulture));
            }
        }
    }

    private static DrumPiece Take(string path, double bpm)
    {
        var file = MidiReader.Read(File.ReadAllBytes(path));
        var sixteenth = file.Division / 4.0;
        var milliseconds = 60000 / bpm / file.Division;
        var strokes = ImmutableArray.CreateBuilder<DrumStroke>();
        foreach (var note in file.Tracks.SelectMany(track => track.Notes).OrderBy(note => note.Start))
        {
            if (DrumStroke.VoiceOf(note.Key) is { } voice)
            {
                var slot = (int)Math.Round(note.Start / sixteenth);
                strokes.Add(new DrumStroke(slot, (note.Start - slot * sixteenth) * milliseconds, voice, note.Velocity));
            }
        }

        return new DrumPiece(Path.GetFileNameWithoutExtension(path), strokes.ToImmutable(), 16);
    }
}
