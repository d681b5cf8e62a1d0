using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>Reads the whole texture of POP909-CL: its score track, without the track of chord symbols; songs in 4/4.</summary>
public static class Pop909TextureReader
{
    /// <summary>All songs in 4/4, in order.</summary>
    public static IEnumerable<TexturePiece> Read(Corpora corpora)
    {
        ArgumentNullException.ThrowIfNull(corpora);
        foreach (var path in corpora.Files("pop909-cl", "*.mid"))
        {
            var file = MidiReader.Read(File.ReadAllBytes(path));
            if (file.Meters is not [(4, 4), ..])
            {
                continue;
            }

            var sixteenth = file.Division / 4.0;
            var notes = file
                .Tracks.Where(t => !t.Name.Contains("chord", StringComparison.OrdinalIgnoreCase) && t.Name != "MIDI 01")
                .SelectMany(track => track.Notes)
                .Select(n => new TextureNote(n.Start / sixteenth, n.Length / sixteenth, n.Key, n.Velocity));
            yield return new TexturePiece(Path.GetFileNameWithoutExtension(path), [.. notes], 16);
        }
    }
}
