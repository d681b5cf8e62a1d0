using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lets every instrument of the style play its part.</summary>
internal sealed class Arranger
{
    private readonly Stage _stage;
    private readonly LeadWriter _leads;
    private readonly Feel _feel;
    private readonly Band _band;
    private readonly Dynamics _dynamics;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();

    public Arranger(Stage stage, LeadWriter leads, Feel feel)
    {
        _stage = stage;
        _leads = leads;
        _feel = feel;
        _band = new Band(stage, leads.Vocals);
        _dynamics = new Dynamics(_band);
    }

    /// <summary>All parts that play at least one note. Who has the tune writes first, who accompanies it listens.</summary>
    public ImmutableArray<Part> Write()
    {
        var style = _stage.Direction.Style;
        var touches = new DrumTouches(_stage.Direction);
        var strokes = new DrumWriter(_band, touches).Write();
        var tunes = style
            .Parts.Where(sheet => sheet.Role == PartRole.Lead)
            .Select(sheet => (sheet, Notes: _leads.Write(sheet, _band)))
            .ToList();
        var tune = new Tune(_band.Vocals, tunes.SelectMany(lead => lead.Notes));
        AddDrums(style.Drums, touches, strokes);
        if (style.Bass is not null)
        {
            Add(style.Bass, new BassWriter(_band, tune, strokes).Write(style.Bass));
        }

        var chords = new ChordWriter(_band, tune);
        var counters = new CounterWriter(_band, tune);
        foreach (var sheet in style.Parts)
        {
            Add(
                sheet,
                sheet.Role switch
                {
                    PartRole.Lead => tunes.First(lead => ReferenceEquals(lead.sheet, sheet)).Notes,
                    PartRole.Counter => counters.Write(sheet),
                    _ => chords.Write(sheet),
                }
            );
        }

        AddEffects();
        return _parts.ToImmutable();
    }

    private void AddDrums(DrumSheet drums, DrumTouches touches, ImmutableArray<Note> strokes)
    {
        if (strokes.IsEmpty)
        {
            return;
        }

        var mix = new PartMix(drums.GainDb, 0, drums.ReverbDb);
        var played = _feel.PlayDrums(touches, strokes).OrderBy(note => note.Tick).ThenBy(note => note.Key);
        _parts.Add(new Part("drums", PartRole.Drums, InstrumentTrack.PercussionBank, drums.Kit, mix, [.. played], []));
    }

    private void AddEffects()
    {
        var swells = new EffectsWriter(_band).Write();
        if (!swells.IsEmpty)
        {
            var mix = EffectsWriter.Mix;
            _parts.Add(new Part("effects", PartRole.Effects, 0, EffectsWriter.Program, mix, swells, []));
        }
    }

    private void Add(PartSheet sheet, ImmutableArray<Note> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        var id = sheet.Id;
        for (var n = 2; _parts.Any(part => part.Id == id); n++)
        {
            id = $"{sheet.Id}-{n}";
        }

        var spread = sheet.Role is PartRole.Pad ? 2 : 5;
        var played = _feel
            .Play(id, sheet.PushMs, spread, _dynamics.Shape(notes))
            .OrderBy(note => note.Tick)
            .ThenBy(note => note.Key);
        var mix = sheet.Mix with { ReverbDb = sheet.Mix.ReverbDb + _stage.Direction.Effect.ReverbDb };
        _parts.Add(new Part(id, sheet.Role, 0, sheet.Program, mix, [.. played], []));
    }
}
