using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Troubadour.Composing.Measures;

/// <summary>Reads the melodies of POP909 with the phrase labels of Dai, Zhang and Dannenberg: sixteenths, chords in beats.</summary>
public static partial class Pop909Reader
{
    private const int BarSlots = 16;

    /// <summary>All songs in order; those without labels have no phrases.</summary>
    public static IEnumerable<MelodyPiece> Read(Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        return corpora.Files("pop909-structure", "melody.txt").Select(path => Song(Path.GetDirectoryName(path)!));
    }

    private static MelodyPiece Song(string folder)
    {
        var (notes, slots) = Melody(File.ReadAllLines(Path.Combine(folder, "melody.txt")));
        return new MelodyPiece(
            Path.GetFileName(folder),
            notes,
            Chords(File.ReadAllLines(Path.Combine(folder, "finalized_chord.txt"))),
            Phrases(Text(folder, "human_label1.txt")),
            BarSlots,
            4,
            slots,
            Tonic(Text(folder, "analyzed_key.txt")),
            double.TryParse(Text(folder, "tempo.txt"), CultureInfo.InvariantCulture, out var bpm) ? bpm : double.NaN
        );
    }

    private static string Text(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)).Trim() : "";

    private static (ImmutableArray<GridNote> Notes, int Slots) Melody(string[] lines)
    {
        var notes = ImmutableArray.CreateBuilder<GridNote>();
        var at = 0;
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var (key, length) = (Number(words[0]), Number(words[1]));
            if (key > 0)
            {
                notes.Add(new GridNote(at, length, key));
            }

            at += length;
        }

        return (notes.ToImmutable(), at);
    }

    private static ImmutableArray<GridChord> Chords(string[] lines)
    {
        var chords = ImmutableArray.CreateBuilder<GridChord>();
        var at = 0;
        foreach (var match in lines.Select(line => ChordLine().Match(line)).Where(match => match.Success))
        {
            var classes = match
                .Groups[2]
                .Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var length = Number(match.Groups[4].Value) * 4;
            var root = classes.Length == 0 ? -1 : Pitch(match.Groups[1].Value.Split(':')[0]);
            chords.Add(new GridChord(match.Groups[1].Value, at, length, root, [.. classes.Select(Number)]));
            at += length;
        }

        return chords.ToImmutable();
    }

    private static ImmutableArray<PhraseMark> Phrases(string labels)
    {
        var phrases = ImmutableArray.CreateBuilder<PhraseMark>();
        var bar = 0;
        foreach (Match match in Label().Matches(labels))
        {
            var letter = match.Groups[1].Value;
            var bars = Number(match.Groups[2].Value);
            phrases.Add(new PhraseMark(letter, bar * BarSlots, bars, char.IsUpper(letter[0])));
            bar += bars;
        }

        return phrases.ToImmutable();
    }

    private static int? Tonic(string key)
    {
        var match = KeyLine().Match(key);
        if (!match.Success)
        {
            return null;
        }

        return (
                Pitch(match.Groups[1].Value)
                + (match.Groups[2].Value.StartsWith("min", StringComparison.Ordinal) ? 3 : 0)
                + 12
            ) % 12;
    }

    private static int Pitch(string name) =>
        (
            "C D EF G A B".IndexOf(name[0], StringComparison.Ordinal)
            + name.Count(c => c == '#')
            - name.Count(c => c == 'b')
            + 12
        ) % 12;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\S+)\s*\[(.*?)\]\s+(-?\d+)\s+(\d+)")]
    private static partial Regex ChordLine();

    [GeneratedRegex(@"([A-Za-z])(\d+)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^([A-G][#b]?)[: ]?(\w+)?")]
    private static partial Regex KeyLine();
}
