using System.Globalization;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Distinct;

/// <summary>What can be heard of a song, as numbers; each has a least difference that a listener would notice.</summary>
internal static class Features
{
    /// <summary>The least difference of a feature that counts, in the feature's own unit.</summary>
    public static double Least(string feature) =>
        feature switch
        {
            "tempo, bpm" => 3,
            "minor, share" => 0.25,
            "energy" => 0.05,
            "notes a bar" => 1,
            "velocity" => 3,
            "register, semitones" or "lead register, semitones" or "sung register, semitones" => 1,
            "swing, share" => 0.03,
            "drum strokes a bar" => 1,
            "tilt, dB" => 0.5,
            "reverb send, dB" => 1,
            "reverb, seconds" => 0.3,
            "note length, sixteenths" => 0.25,
            "sung syllables a second" => 0.25,
            "effort" => 0.05,
            _ when feature.StartsWith("kick", StringComparison.Ordinal) => 0.1,
            _ => 0.5,
        };

    public static Dictionary<string, double> Of(Song song)
    {
        var style = Room.Library.Styles[song.Style];
        var bars = Math.Max(1, song.Sections.Sum(section => section.Bars));
        var pitched = song.Parts.Where(part => part.Role != PartRole.Drums).ToList();
        var notes = pitched.SelectMany(part => part.Notes).ToList();
        var drums = song.Parts.Where(part => part.Role == PartRole.Drums).SelectMany(part => part.Notes).ToList();
        var features = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["tempo, bpm"] = song.Tempos[0].QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse,
            ["minor, share"] = song.Key.IsMinor ? 1 : 0,
            ["energy"] = song.Sections.Average(section => section.Energy),
            ["notes a bar"] = (double)notes.Count / bars,
            ["velocity"] = Mean(notes.Concat(drums).Select(note => (double)note.Velocity)),
            ["register, semitones"] = Mean(notes.Select(note => (double)note.Key)),
            ["swing, share"] = style.Swing,
            ["drum strokes a bar"] = (double)drums.Count / bars,
            ["tilt, dB"] = song.Mix.TiltDb,
            ["reverb, seconds"] = song.Mix.ReverbSeconds,
            ["reverb send, dB"] = Mean(pitched.Select(part => part.Mix.ReverbDb).Where(db => db > -50)),
            ["note length, sixteenths"] = Mean(
                notes.Select(note => Math.Min(16.0, (double)note.Length / Ticks.PerSixteenth))
            ),
        };
        AddLead(features, song);
        AddKick(features, drums);
        foreach (var part in song.Parts)
        {
            var kind = part.Role == PartRole.Drums ? "kit" : "program";
            features[string.Create(CultureInfo.InvariantCulture, $"{kind} {part.Program}")] = 1;
        }

        return features;
    }

    private static void AddLead(Dictionary<string, double> features, Song song)
    {
        var lead = song.Parts.Where(part => part.Role == PartRole.Lead).SelectMany(part => part.Notes).ToList();
        if (lead.Count > 0)
        {
            features["lead register, semitones"] = lead.Average(note => note.Key);
        }

        var sung = song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).ToList();
        if (sung.Count > 0)
        {
            var map = new TimeMap(song.Tempos);
            features["sung register, semitones"] = sung.SelectMany(phrase => phrase.Notes).Average(note => note.Key);
            features["effort"] = sung.Average(phrase => phrase.Effort);
            features["sung syllables a second"] = sung.Average(phrase =>
                phrase.Words.Sum(word => word.Syllables.Length)
                / (map.SecondsAt(phrase.Notes[^1].Tick + phrase.Notes[^1].Length) - map.SecondsAt(phrase.Notes[0].Tick))
            );
        }
    }

    // How the kick's strokes share the four sixteenths of a quarter.
    private static void AddKick(Dictionary<string, double> features, List<Note> drums)
    {
        var kick = drums.Where(note => note.Key is 35 or 36).ToList();
        for (var place = 0; place < 4 && kick.Count > 0; place++)
        {
            features[$"kick on sixteenth {place + 1}"] =
                (double)kick.Count(note => (note.Tick + Ticks.PerSixteenth / 2) / Ticks.PerSixteenth % 4 == place)
                / kick.Count;
        }
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty().Average();
}
