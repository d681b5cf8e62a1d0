using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lets every instrument of the style play its part.</summary>
internal sealed class Arranger(Stage stage, LeadWriter leads, Feel feel)
{
    /// <summary>All parts that play at least one note.</summary>
    public ImmutableArray<Part> Write()
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var style = stage.Direction.Style;
        AddDrums(parts, style.Drums);
        if (style.Bass is not null)
        {
            Add(parts, style.Bass, new BassWriter(stage).Write(style.Bass));
        }

        var chords = new ChordWriter(stage);
        foreach (var sheet in style.Parts.Where(sheet => sheet.Role is not (PartRole.Counter or PartRole.Effects)))
        {
            Add(parts, sheet, sheet.Role == PartRole.Lead ? leads.Write(sheet) : chords.Write(sheet));
        }

        return parts.ToImmutable();
    }

    private void AddDrums(ImmutableArray<Part>.Builder parts, DrumSheet drums)
    {
        var notes = new DrumWriter(stage).Write();
        if (notes.IsEmpty)
        {
            return;
        }

        var mix = new PartMix(drums.GainDb, 0, drums.ReverbDb);
        var played = feel.Play("drums", 0, 3.5, notes).OrderBy(note => note.Tick).ThenBy(note => note.Key);
        parts.Add(new Part("drums", PartRole.Drums, InstrumentTrack.PercussionBank, drums.Kit, mix, [.. played], []));
    }

    private void Add(ImmutableArray<Part>.Builder parts, PartSheet sheet, ImmutableArray<Note> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        var id = sheet.Id;
        for (var n = 2; parts.Any(part => part.Id == id); n++)
        {
            id = $"{sheet.Id}-{n}";
        }

        var spread = sheet.Role is PartRole.Pad ? 2 : 5;
        var played = feel.Play(id, sheet.PushMs, spread, notes).OrderBy(note => note.Tick).ThenBy(note => note.Key);
        var mix = sheet.Mix with { ReverbDb = sheet.Mix.ReverbDb + stage.Direction.Effect.ReverbDb };
        parts.Add(new Part(id, sheet.Role, 0, sheet.Program, mix, [.. played], []));
    }
}
