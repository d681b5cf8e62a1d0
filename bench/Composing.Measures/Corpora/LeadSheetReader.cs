using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Troubadour.Composing.Measures;

/// <summary>Reads the melody and the first verse of a compressed MusicXML lead sheet.</summary>
internal sealed class LeadSheetReader
{
    private readonly List<LeadSheetNote> _notes = [];
    private double _divisions = 1;
    private int _beats = 4;
    private int _unit = 4;

    public static ImmutableArray<LeadSheetNote> Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        var entry = archive.Entries.First(e =>
            e.FullName.EndsWith(".xml", StringComparison.Ordinal)
            && !e.FullName.Contains("META", StringComparison.Ordinal)
        );
        using var stream = entry.Open();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        using var xml = XmlReader.Create(stream, settings);
        var reader = new LeadSheetReader();
        foreach (var measure in XDocument.Load(xml).Root!.Element("part")!.Elements("measure"))
        {
            reader.Measure(measure);
        }

        return [.. reader._notes];
    }

    private void Measure(XElement measure)
    {
        var position = 0.0;
        foreach (var element in measure.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "attributes":
                    Attributes(element);
                    break;
                case "note":
                    position += Note(element, position);
                    break;
                case "backup":
                    position -= Duration(element);
                    break;
                case "forward":
                    position += Duration(element);
                    break;
            }
        }
    }

    private void Attributes(XElement element)
    {
        if (element.Element("divisions") is { } divisions)
        {
            _divisions = double.Parse(divisions.Value, CultureInfo.InvariantCulture);
        }

        if (
            element.Element("time") is { } time
            && int.TryParse(time.Element("beats")?.Value, CultureInfo.InvariantCulture, out var beats)
            && int.TryParse(time.Element("beat-type")?.Value, CultureInfo.InvariantCulture, out var unit)
        )
        {
            (_beats, _unit) = (beats, unit);
        }
    }

    // Returns how far the note moves on.
    private double Note(XElement note, double position)
    {
        if (note.Element("chord") is not null || note.Element("grace") is not null)
        {
            return 0;
        }

        var length = Duration(note);
        if (note.Element("pitch") is { } pitch)
        {
            var (text, syllabic) = Lyric(note);
            var tied = note.Elements("tie").Any(tie => tie.Attribute("type")?.Value == "stop");
            if (tied && text is null && _notes.Count > 0)
            {
                _notes[^1] = _notes[^1] with { Length = _notes[^1].Length + length };
            }
            else
            {
                _notes.Add(new LeadSheetNote(position, length, Key(pitch), text, syllabic, _beats, _unit));
            }
        }

        return length;
    }

    private static (string? Text, string Syllabic) Lyric(XElement note)
    {
        var verse = note.Elements("lyric")
            .FirstOrDefault(lyric => lyric.Attribute("number")?.Value is null or "1" or "part1verse1");
        return verse is null
            ? (null, "")
            : (
                string.Concat(verse.Elements("text").Select(text => text.Value)),
                verse.Element("syllabic")?.Value ?? "single"
            );
    }

    private static int Key(XElement pitch)
    {
        var step = "C D EF G A B".IndexOf(pitch.Element("step")!.Value[0], StringComparison.Ordinal);
        var octave = int.Parse(pitch.Element("octave")!.Value, CultureInfo.InvariantCulture);
        var alter = pitch.Element("alter") is { } sign
            ? (int)double.Parse(sign.Value, CultureInfo.InvariantCulture)
            : 0;
        return step + 12 * (octave + 1) + alter;
    }

    private double Duration(XElement element) =>
        element.Element("duration") is { } duration
            ? double.Parse(duration.Value, CultureInfo.InvariantCulture) / _divisions
            : 0;
}
