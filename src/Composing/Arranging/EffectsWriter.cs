using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Swells that break off exactly where a fuller section starts, hits on the first beat of choruses, falls into barer sections, noises
/// under whole ones: a part for each sound.
/// </summary>
internal sealed class EffectsWriter(Band band)
{
    /// <summary>General MIDI's nearest to an impact: a taiko.</summary>
    public const int ImpactProgram = 116;

    // Its reverse cymbal, and a seashore for noises that the bank has not.
    private const int ReverseCymbal = 119;
    private const int Seashore = 122;

    // Seconds until the bank's sample breaks off: 1.74 at key 48, shorter by a semitone's share for every key above (measured on
    // MuseScore_General).
    private const int UsualKey = 48;
    private const double UsualSeconds = 1.74;
    private const double SecondsAKey = 0.0235;

    // A patch's gesture lasts as many bars as come nearest to this.
    private const double RiserSeconds = 2.6;
    private const double FallSeconds = 2.2;
    private const int Key = 60;
    private const double ImpactChance = 0.6;
    private const double FallChance = 0.6;
    private const double ImpactSeconds = 2.5;
    private readonly Stage _stage = band.Stage;
    private readonly EffectsSheet _sheet = band.Stage.Direction.Style.Effects;

    /// <summary>The parts that have a note; no swells, hits and falls where nobody drums.</summary>
    public IEnumerable<Part> Write()
    {
        ImmutableArray<Part> parts = _stage.Sections.Any(section => _stage.Groove(section) is not null)
            ? [Risers(), Impacts(), Falls(), .. _sheet.Textures.Select(Texture)]
            : [.. _sheet.Textures.Select(Texture)];
        return parts.Where(part => !part.Notes.IsEmpty);
    }

    private Part Risers()
    {
        var turns = band.Transitions.All.Where(turn => turn.Riser);
        return _sheet.RiserPatch is { } patch
            ? Part("risers", ReverseCymbal, patch, new PartMix(ReverbDb: -14), turns.Select(Rise))
            : Part("effects", ReverseCymbal, null, new PartMix(ReverbDb: -14), turns.Select(Swell).OfType<Note>());
    }

    private Part Impacts() =>
        Part(
            "impacts",
            ImpactProgram,
            _sheet.ImpactPatch,
            new PartMix(ReverbDb: -12),
            _sheet.ImpactPatch is null ? [] : band.Transitions.All.Where(Strikes).Select(Impact)
        );

    private Part Falls() =>
        Part(
            "downlifters",
            Seashore,
            _sheet.DownlifterPatch,
            new PartMix(GainDb: -2, ReverbDb: -14),
            _sheet.DownlifterPatch is null ? [] : band.Transitions.All.Where(Falls).Select(Fall)
        );

    private Part Texture(TextureSheet sheet) =>
        Part(
            sheet.Id,
            Seashore,
            sheet.Patch,
            new PartMix(GainDb: sheet.GainDb, ReverbDb: -60),
            _stage
                .Sections.Where(section => section.Energy >= sheet.Energy[0] && section.Energy <= sheet.Energy[1])
                .Select(section => new Note(
                    section.Tick,
                    (section.End == _stage.Form.LastChordTick ? _stage.LastNoteEnd : section.End) - section.Tick,
                    Key,
                    80
                ))
        );

    private static Part Part(string id, int program, string? patch, PartMix mix, IEnumerable<Note> notes) =>
        new(id, PartRole.Effects, 0, program, mix, [.. notes], []) { Patch = patch };

    // The bank's cymbal fills a bar, or as near to it as the sample comes.
    private Note? Swell(Transition turn)
    {
        var end = _stage.Map.SecondsAt(turn.Tick);
        var bar = _stage.Direction.BarSeconds(_stage.Form.Bpm);
        var key = Math.Clamp(UsualKey + (int)Math.Round((UsualSeconds - Math.Min(bar, 2.05)) / SecondsAKey), 36, 60);
        var start = (int)Math.Round(_stage.Map.TickAt(end - UsualSeconds + (key - UsualKey) * SecondsAKey));
        if (start < 0)
        {
            return null;
        }

        return new Note(start, turn.Tick - start, key, (int)(58 + 45 * turn.After!.Energy));
    }

    private Note Rise(Transition turn)
    {
        var start = Math.Max(turn.Before.Tick, turn.Tick - Bars(RiserSeconds) * _stage.BarTicks);
        return new Note(start, turn.Tick - start, Key, (int)(58 + 45 * turn.After!.Energy));
    }

    // After a swell, a build or a drop, the last chorus always, others now and then.
    private bool Strikes(Transition turn) =>
        turn.After is { Plan.Kind: "chorus" or "inst" } after
        && (turn.Riser || turn.Turn is Turn.Build or Turn.Drop)
        && (
            band.Layers.IsSummit(after)
            || _stage.Random.Child($"impact/{after.Plan.Kind}/{after.Nth}").Chance(ImpactChance)
        );

    private Note Impact(Transition turn)
    {
        var end = (int)_stage.Map.TickAt(_stage.Map.SecondsAt(turn.Tick) + ImpactSeconds);
        return new Note(
            turn.Tick,
            Math.Min(end, turn.After!.End) - turn.Tick,
            UsualKey,
            (int)(62 + 45 * turn.After.Energy)
        );
    }

    private bool Falls(Transition turn) =>
        turn.After is { } after
        && after.Energy < turn.Before.Energy - 0.1
        && _stage.Random.Child($"fall/{after.Plan.Kind}/{after.Nth}").Chance(FallChance);

    private Note Fall(Transition turn)
    {
        var end = Math.Min(turn.After!.End, turn.Tick + Bars(FallSeconds) * _stage.BarTicks);
        return new Note(turn.Tick, end - turn.Tick, Key, (int)(52 + 40 * turn.Before.Energy));
    }

    private int Bars(double seconds) =>
        Math.Max(1, (int)Math.Round(seconds / _stage.Direction.BarSeconds(_stage.Form.Bpm)));
}
