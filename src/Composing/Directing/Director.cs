using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Fills a brief's gaps and chooses style, key, metre and tempo.</summary>
internal sealed class Director(StyleLibrary library)
{
    private readonly Predictor _predictor = new(library);

    /// <summary>The brief with genre, mood, gender and timbre predicted where they are missing.</summary>
    public SongBrief Fill(SongBrief brief) =>
        brief.IsVocal ? _predictor.FillVocal(brief) : _predictor.FillInstrumental(brief);

    /// <summary>The choices for a filled brief.</summary>
    public Direction Direct(SongBrief brief)
    {
        var random = new RandomStream(brief.Seed, "direction");
        var effect = EffectOf(brief);
        var chosen = ChooseStyle(brief, random.Child("style"));
        var meter = brief.Meter ?? (Meter.TryParse(chosen.Meter, out var written) ? written : Meter.Common);
        var style = MeterFitter.Fit(WithInstruments(chosen, brief), meter);
        var key = brief.Key ?? KeyOfChords(brief) ?? ChooseKey(style, effect, random.Child("key/" + style.Id));
        var slow = brief.Bpm ?? Math.Clamp(style.Tempo[0] * effect.Tempo, 40, 240);
        var fast = brief.Bpm ?? Math.Clamp(style.Tempo[1] * effect.Tempo, slow, 240);
        var preferred = slow + (fast - slow) * (0.3 + 0.4 * random.Child("tempo").NextUnit());
        return new Direction(brief, style, effect, key, meter, slow, fast, preferred);
    }

    private Effect EffectOf(SongBrief brief)
    {
        var genres = brief.Genres.Where(library.BgmGenres.ContainsKey).Select(name => library.BgmGenres[name]).ToList();
        var moods = brief.Moods.Where(library.Moods.ContainsKey).Select(name => library.Moods[name]).ToList();
        var themes = brief.Themes.Where(library.Themes.ContainsKey).Select(name => library.Themes[name]).ToList();
        return Effect.Blend(brief.IsVocal ? [] : genres).Plus(Effect.Blend(moods)).Plus(Effect.Blend(themes)).Clamped();
    }

    private StyleSheet ChooseStyle(SongBrief brief, RandomStream random)
    {
        if (brief.IsVocal)
        {
            return Pick(library.VocalGenres[brief.Genres[0]]);
        }

        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (
            var (id, weight) in brief
                .Genres.Where(library.BgmGenres.ContainsKey)
                .SelectMany(g => library.BgmGenres[g].Styles)
        )
        {
            weights[id] = weights.GetValueOrDefault(id) + weight;
        }

        foreach (
            var (id, weight) in brief.Themes.Where(library.Themes.ContainsKey).SelectMany(t => library.Themes[t].Styles)
        )
        {
            weights[id] = weights.GetValueOrDefault(id) + 0.4 * weight;
        }

        foreach (var genre in brief.Genres.Where(library.VocalGenres.ContainsKey))
        {
            foreach (var (id, weight) in library.VocalGenres[genre])
            {
                weights[id] = weights.GetValueOrDefault(id) + weight;
            }
        }

        if (weights.Count == 0)
        {
            return library.Styles["corporate"];
        }

        return Pick(weights);

        StyleSheet Pick(IReadOnlyDictionary<string, double> byId) =>
            library.Styles[byId.Keys.ElementAt(random.PickWeighted([.. byId.Values]))];
    }

    private StyleSheet WithInstruments(StyleSheet style, SongBrief brief)
    {
        var parts = style.Parts;
        var drums = style.Drums;
        var bass = style.Bass;
        var asked = new HashSet<PartRole>();
        foreach (var name in brief.Instruments.Where(library.Instruments.ContainsKey))
        {
            var value = Beside(library.Instruments[name], asked);
            switch (value.Role)
            {
                case PartRole.Drums:
                    drums = Overlay(drums, value);
                    break;
                case PartRole.Bass:
                    bass = bass is null
                        ? value
                        : bass with
                        {
                            Id = value.Id,
                            Program = value.Program,
                            Energy = [0, 1],
                            Sections = [],
                        };
                    break;
                case PartRole.Lead:
                    parts = [.. parts.Where(part => part.Role != PartRole.Lead), value];
                    break;
                default:
                    parts = [.. parts.Where(part => part.Id != value.Id), value];
                    break;
            }
        }

        return style with
        {
            Parts = parts,
            Drums = drums,
            Bass = bass,
        };
    }

    // One instrument has the tune and one the bass; a second one asked for holds a note of each chord instead.
    private static InstrumentValue Beside(InstrumentValue value, HashSet<PartRole> asked) =>
        value.Role is PartRole.Lead or PartRole.Bass && !asked.Add(value.Role)
            ? value with
            {
                Role = PartRole.Pad,
                Voices = 1,
            }
            : value;

    private static DrumSheet Overlay(DrumSheet drums, InstrumentValue value)
    {
        var rows = value.Drums ?? new DrumSheet();
        return drums with
        {
            FromEnergy = 0,
            Low = Merge(drums.Low, rows.Low),
            Mid = Merge(drums.Mid, rows.Mid),
            High = Merge(drums.High, rows.High),
        };
    }

    private static ImmutableArray<ImmutableDictionary<string, string>> Merge(
        ImmutableArray<ImmutableDictionary<string, string>> grooves,
        ImmutableArray<ImmutableDictionary<string, string>> rows
    )
    {
        if (rows.IsEmpty)
        {
            return grooves;
        }

        return grooves.IsEmpty ? rows : [.. grooves.Select((groove, i) => groove.SetItems(rows[i % rows.Length]))];
    }

    private static Key ChooseKey(StyleSheet style, Effect effect, RandomStream random)
    {
        var names = style.Modes.Keys.Order(StringComparer.Ordinal).ToList();
        var modes = names.ConvertAll(name => Enum.Parse<Mode>(name, ignoreCase: true));
        var weights = modes
            .Zip(
                names,
                (mode, name) =>
                    style.Modes[name] * Math.Max(0.02, 1 + (new Key(0, mode).IsMinor ? 1 : -1) * effect.Minor)
            )
            .ToList();
        var mode = modes[random.PickWeighted(weights)];
        return new Key(random.NextInt(12), mode);
    }

    private static Key? KeyOfChords(SongBrief brief)
    {
        var symbol = brief.Chords.Values.FirstOrDefault([]).FirstOrDefault("").Split(',')[0];
        if (!ChordSymbols.TryParse(symbol, out var first))
        {
            return null;
        }

        return new Key(first.Root, first.Intervals.Contains(3) ? Mode.Minor : Mode.Major);
    }
}
