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
    private readonly Articulator _articulator;
    private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();

    public Arranger(Stage stage, LeadWriter leads, Feel feel)
    {
        _stage = stage;
        _leads = leads;
        _feel = feel;
        _band = new Band(stage, leads.Vocals);
        _dynamics = new Dynamics(_band);
        _articulator = new Articulator(_band);
    }

    /// <summary>All parts that play at least one note. Who has the tune writes first, who accompanies it listens.</summary>
    public ImmutableArray<Part> Write()
    {
        var style = _stage.Direction.Style;
        var touches = new DrumTouches(_stage.Direction);
        var drummer = new DrumWriter(_band, touches);
        var strokes = drummer.Write();
        var tunes = style
            .Parts.Where(sheet => sheet.Role == PartRole.Lead)
            .Select(sheet => (sheet, Notes: _leads.Write(sheet, _band)))
            .ToList();
        var tune = new Tune(_band.Vocals, tunes.SelectMany(lead => lead.Notes));
        AddDrums(style.Drums, touches, strokes, drummer.FillAccents);
        BassDouble? doubles = null;
        if (style.Bass is { } bass)
        {
            var manners = new Manners();
            var line = new BassWriter(_band, tune, strokes, manners).Write(bass);
            doubles = new BassDouble(_band, bass, line, manners);
            Add(bass, line, manners);
        }

        var counters = new CounterWriter(_band, tune);
        foreach (var sheet in style.Parts)
        {
            var manners = new Manners();
            Add(
                sheet,
                sheet.Role switch
                {
                    PartRole.Lead => tunes.First(lead => ReferenceEquals(lead.sheet, sheet)).Notes,
                    PartRole.Counter => counters.Write(sheet),
                    PartRole.Bass => doubles?.Write(sheet) ?? [],
                    _ => new ChordWriter(_band, tune, manners).Write(sheet),
                },
                manners
            );
        }

        AddEffects();
        return _parts.ToImmutable();
    }

    private void AddDrums(DrumSheet drums, DrumTouches touches, ImmutableArray<Note> strokes, IReadOnlySet<int> accents)
    {
        if (strokes.IsEmpty)
        {
            return;
        }

        var mix = new PartMix(drums.GainDb, 0, drums.ReverbDb);
        var flams = new Flams(_stage.Direction, _stage.Map);
        var played = flams
            .Add(touches, accents, strokes, _feel.PlayDrums(touches, strokes))
            .OrderBy(note => note.Tick)
            .ThenBy(note => note.Key);
        _parts.Add(
            new Part("drums", PartRole.Drums, InstrumentTrack.PercussionBank, drums.Kit, mix, [.. played], [])
            {
                Patch = drums.KitPatch,
            }
        );
    }

    private void AddEffects()
    {
        foreach (var effect in new EffectsWriter(_band).Write())
        {
            _parts.Add(effect with { Id = Free(effect.Id) });
        }
    }

    private void Add(PartSheet sheet, ImmutableArray<Note> notes, Manners manners)
    {
        if (notes.IsEmpty)
        {
            return;
        }

        var id = Free(sheet.Id);
        var spread = Spread(sheet);
        var played = _feel.Play(id, sheet.PushMs, spread, _dynamics.Shape(notes));
        var strokes = notes.Zip(played, (written, note) => new Stroke(written, note, manners.Of(written)));
        var (articulated, controls) = _articulator.Play(id, sheet, strokes);
        var mix = sheet.Mix with { ReverbDb = sheet.Mix.ReverbDb + _stage.Direction.Effect.ReverbDb };
        _parts.Add(new Part(id, sheet.Role, 0, sheet.Program, mix, articulated, controls) { Patch = sheet.Patch });
    }

    // Milliseconds of drift: pads hide it, and who doubles the bass keeps close to it.
    private double Spread(PartSheet sheet) =>
        sheet.Role switch
        {
            PartRole.Pad => 2,
            PartRole.Bass when sheet != _stage.Direction.Style.Bass => 3,
            _ => 5,
        };

    private string Free(string id)
    {
        var free = id;
        for (var n = 2; _parts.Any(part => part.Id == free); n++)
        {
            free = $"{id}-{n}";
        }

        return free;
    }
}
