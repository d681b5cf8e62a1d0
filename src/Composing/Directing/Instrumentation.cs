using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Takes unwanted instruments out of a style, lets wanted ones join, and sees that somebody still plays chords and the tune.</summary>
internal sealed class Instrumentation(StyleLibrary library)
{
    private static readonly ImmutableArray<string> Harmonists = ["piano", "synthesizer", "guitar", "strings", "organ"];
    private static readonly ImmutableArray<string> Soloists = ["flute", "violin", "trumpet", "saxophone", "cello"];
    private static readonly ImmutableArray<int> TuneRegister = [60, 84];
    private const int StandardKit = 0;
    private const int SawLead = 81;
    private const double Never = 2;

    /// <summary>The style as the brief wants it played.</summary>
    public StyleSheet Fit(StyleSheet style, SongBrief brief, Reading reading)
    {
        var kept = reading.Only.Any(Harmonises) ? Alone(style, reading) : Without(style, reading.Removal);
        var joined = Joining.Join(kept, Values(brief.Instruments), brief.IsVocal);
        return Completed(joined, style, brief, reading);
    }

    private IEnumerable<InstrumentValue> Values(IEnumerable<string> names) =>
        names.Where(library.Instruments.ContainsKey).Select(name => library.Instruments[name]);

    private bool Harmonises(string name) =>
        library.Instruments[name].Role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio;

    private static StyleSheet Without(StyleSheet style, Removal removal) =>
        removal.IsEmpty
            ? style
            : style with
            {
                Drums = DrumsWithout(style.Drums, removal),
                Fills = new FillSheet
                {
                    Low = Fills(style.Fills.Low, removal.Drums),
                    High = Fills(style.Fills.High, removal.Drums),
                },
                Bass = BassWithout(style.Bass, removal),
                Parts = [.. style.Parts.Where(part => !IsOut(part, removal)).Select(part => Sampled(part, removal))],
                Effects = EffectsWithout(style.Effects, removal),
            };

    // Without synthesizers the bank plays what its instruments can; an electric piano is none.
    private static PartSheet Sampled(PartSheet part, Removal removal) =>
        removal.Programs.Contains(SawLead) && part.Program is not (4 or 5)
            ? part with
            {
                Patch = null,
                GlideMs = 0,
            }
            : part;

    private static EffectsSheet EffectsWithout(EffectsSheet effects, Removal removal) =>
        removal.Roles.Contains(PartRole.Effects) ? new EffectsSheet()
        : removal.Programs.Contains(SawLead) ? new EffectsSheet { Textures = effects.Textures }
        : removal.Programs.Contains(EffectsWriter.ImpactProgram) ? effects with { ImpactPatch = null }
        : effects;

    private StyleSheet Alone(StyleSheet style, Reading reading)
    {
        var wanted = reading
            .Only.Select(library.Words.RemovalOf)
            .Aggregate(new Removal(), (sum, next) => sum.Plus(next));
        return style with
        {
            Drums = wanted.Roles.Contains(PartRole.Drums) ? style.Drums : Silent(style.Drums),
            Bass = style.Bass is { } bass && wanted.Programs.Contains(bass.Program) ? bass : null,
            Parts = [.. style.Parts.Where(part => wanted.Programs.Contains(part.Program))],
            Form = style.Form with { Riser = 0 },
            Effects = new EffectsSheet(),
        };
    }

    private static bool IsOut(PartSheet part, Removal removal) =>
        removal.Programs.Contains(part.Program) || removal.Roles.Contains(part.Role);

    // Another bass plays on, unless all are ruled out.
    private static PartSheet? BassWithout(PartSheet? bass, Removal removal)
    {
        if (bass is null || removal.Roles.Contains(PartRole.Bass))
        {
            return null;
        }

        int[] programs = [bass.Program, 33, 32, 38];
        var left = programs.Where(program => !removal.Programs.Contains(program)).ToList();
        return left.Count == 0 ? null
            : left[0] == bass.Program ? bass
            : bass with { Program = left[0], Patch = null, GlideMs = 0 };
    }

    private static DrumSheet DrumsWithout(DrumSheet drums, Removal removal)
    {
        if (removal.Roles.Contains(PartRole.Drums))
        {
            return Silent(drums);
        }

        return drums with
        {
            Kit = removal.Kits.Contains(drums.Kit) ? StandardKit : drums.Kit,
            KitPatch = removal.Kits.Contains(drums.Kit) ? null : drums.KitPatch,
            Low = Rows(drums.Low, removal.Drums),
            Mid = Rows(drums.Mid, removal.Drums),
            High = Rows(drums.High, removal.Drums),
            Fills = Fills(drums.Fills, removal.Drums),
        };
    }

    private static DrumSheet Silent(DrumSheet drums) =>
        drums with
        {
            FromEnergy = Never,
            Low = [],
            Mid = [],
            High = [],
            Fills = [],
        };

    private static ImmutableArray<ImmutableDictionary<string, string>> Rows(
        ImmutableArray<ImmutableDictionary<string, string>> grooves,
        ImmutableArray<string> unwanted
    ) => [.. grooves.Select(groove => groove.RemoveRange(unwanted))];

    private static ImmutableArray<ImmutableDictionary<string, string>> Fills(
        ImmutableArray<ImmutableDictionary<string, string>> fills,
        ImmutableArray<string> unwanted
    ) => [.. Rows(fills, unwanted).Where(fill => !fill.IsEmpty)];

    // Chords that no energy or section silences, and for an instrumental a tune.
    private StyleSheet Completed(StyleSheet style, StyleSheet before, SongBrief brief, Reading reading)
    {
        if (reading.Removal.IsEmpty && reading.Only.IsEmpty)
        {
            return style;
        }

        var parts = style.Parts;
        if (
            reading.Only.IsEmpty
            && !parts.Any(p => p.Role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio && IsAlwaysThere(p))
        )
        {
            parts = parts.AddRange(Values(Harmonists).Where(value => !IsOut(value, reading.Removal)).Take(1));
        }

        var hadTune = before.Parts.Any(part => part.Role == PartRole.Lead);
        if ((hadTune || !brief.IsVocal) && !parts.Any(part => part.Role == PartRole.Lead))
        {
            parts = parts.AddRange(Tune(reading, parts));
        }

        return style with
        {
            Parts = parts,
        };
    }

    private static bool IsAlwaysThere(PartSheet part) =>
        part.Sections.IsEmpty && part.Energy[0] <= 0.1 && part.Energy[1] >= 1;

    private IEnumerable<PartSheet> Tune(Reading reading, ImmutableArray<PartSheet> parts)
    {
        var soloists = Values(Soloists).Where(value => !IsOut(value, reading.Removal)).ToList();
        if (reading.Only.IsEmpty && soloists.Count > 0)
        {
            return [soloists[0]];
        }

        // The one who plays the chords plays the tune too.
        return parts
            .Take(1)
            .Select(part => new PartSheet
            {
                Id = "tune",
                Role = PartRole.Lead,
                Program = part.Program,
                Patch = part.Patch,
                Register = TuneRegister,
                Mix = part.Mix,
            });
    }
}
