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
        var band = new Band(stage, leads.Vocals);
        var style = stage.Direction.Style;
        AddDrums(parts, style.Drums, band);
        if (style.Bass is not null)
        {
            Add(parts, style.Bass, new BassWriter(band).Write(style.Bass));
        }

        var chords = new ChordWriter(band);
        foreach (var sheet in style.Parts)
        {
            Add(parts, sheet, sheet.Role == PartRole.Lead ? leads.Write(sheet, band) : chords.Write(sheet));
        }

        return parts.ToImmutable();
    }

    private void AddDrums(ImmutableArray<Part>.Builder parts, DrumSheet drums, Band band)
    {
        var touches = new DrumTouches(stage.Direction);
        var notes = new DrumWriter(band, touches).Write();
        if (notes.IsEmpty)
        {
            return;
        }

        var mix = new PartMix(drums.GainDb, 0, drums.ReverbDb);
        var played = feel.PlayDrums(touches, notes).OrderBy(note => note.Tick).ThenBy(note => note.Key);
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
