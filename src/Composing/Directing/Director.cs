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
        var style = WithInstruments(ChooseStyle(brief, random.Child("style")), brief);
        var meter = brief.Meter ?? (Meter.TryParse(style.Meter, out var written) ? written : Meter.Common);
        var key = brief.Key ?? KeyOfChords(brief) ?? ChooseKey(style, effect, random.Child("key"));
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
        return Effect.Blend(brief.IsVocal ? [] : genres).Plus(Effect.Blend(moods)).Plus(Effect.Blend(themes));
    }

    private StyleSheet ChooseStyle(SongBrief brief, RandomStream random)
    {
        if (brief.IsVocal)
        {
            return library.Styles[library.VocalGenres[brief.Genres[0]]];
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
            var id = library.VocalGenres[genre];
            weights[id] = weights.GetValueOrDefault(id) + 1;
        }

        if (weights.Count == 0)
        {
            return library.Styles["corporate"];
        }

        var ids = weights.Keys.ToList();
        return library.Styles[ids[random.PickWeighted([.. weights.Values])]];
    }

    private StyleSheet WithInstruments(StyleSheet style, SongBrief brief)
    {
        var parts = style.Parts;
        var drums = style.Drums;
        var bass = style.Bass;
        foreach (var name in brief.Instruments.Where(library.Instruments.ContainsKey))
        {
            var value = library.Instruments[name];
            switch (value.Role)
            {
                case PartRole.Drums:
                    drums = Overlay(drums, value, style);
                    break;
                case PartRole.Bass:
                    bass = Replace(bass, value, style);
                    break;
                case PartRole.Lead:
                    parts = [.. parts.Where(part => part.Role != PartRole.Lead), value];
                    break;
                default:
                    parts = [.. parts.Where(part => part.Id != value.Id), Fitted(value, style)];
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

    private static PartSheet? Replace(PartSheet? bass, InstrumentValue value, StyleSheet style) =>
        bass is null ? Fitted(value, style) : bass with { Id = value.Id, Program = value.Program };

    // The values files write their patterns for 4/4; in another metre the part borrows the style's own pattern for its role.
    private static PartSheet Fitted(InstrumentValue value, StyleSheet style)
    {
        PartSheet part = value;
        if (style.Meter == "4/4" || part.Role is PartRole.Pad or PartRole.Lead)
        {
            return part;
        }

        var model = style.Parts.FirstOrDefault(p => p.Role == part.Role);
        return model is null
            ? part with
            {
                Role = PartRole.Pad,
                Low = [],
                Mid = [],
                High = [],
            }
            : part with
            {
                Low = model.Low,
                Mid = model.Mid,
                High = model.High,
            };
    }

    private static DrumSheet Overlay(DrumSheet drums, InstrumentValue value, StyleSheet style)
    {
        if (value.Drums is null || style.Meter != "4/4")
        {
            return drums with { FromEnergy = 0 };
        }

        return drums with
        {
            FromEnergy = 0,
            Low = Merge(drums.Low, value.Drums.Low),
            Mid = Merge(drums.Mid, value.Drums.Mid),
            High = Merge(drums.High, value.Drums.High),
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
        if (brief.Chords.IsEmpty || !ChordSymbols.TryParse(brief.Chords[0], out var first))
        {
            return null;
        }

        return new Key(first.Root, first.Intervals.Contains(3) ? Mode.Minor : Mode.Major);
    }
}
