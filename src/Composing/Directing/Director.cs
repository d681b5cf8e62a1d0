using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Fills a brief's gaps and chooses style, key, metre and tempo.</summary>
internal sealed class Director(StyleLibrary library)
{
    private const double Slowest = 40;
    private const double Fastest = 240;

    // How far words such as "slow" move a style's own tempo, and how much room they leave to fit the time.
    private const double Reach = 0.2;
    private const double Room = 1.06;
    private readonly DescriptionReader _reader = new(library.Words);
    private readonly Predictor _predictor = new(library);
    private readonly StyleChoice _styles = new(library);
    private readonly Instrumentation _instruments = new(library);

    /// <summary>The brief with what its free text says and with genre, mood, gender and timbre predicted where they are missing.</summary>
    public SongBrief Fill(SongBrief brief)
    {
        var reading = Read(brief);
        var sung = brief.IsVocal && (reading.IsVocal != false || !string.IsNullOrWhiteSpace(brief.Lyrics));
        var told = brief with { IsVocal = sung };
        return sung ? _predictor.FillVocal(told, reading) : _predictor.FillInstrumental(told, reading);
    }

    /// <summary>The choices for a filled brief.</summary>
    public Direction Direct(SongBrief brief)
    {
        var random = new RandomStream(brief.Material, "direction");
        var reading = Read(brief);
        var knob = new StyleKnob(library, brief);
        var effect = EffectOf(brief, reading, knob);
        var chosen = knob.Bend(_styles.Choose(brief, reading, knob, random.Child("style")));
        var meter = brief.Meter ?? (Meter.TryParse(chosen.Meter, out var written) ? written : Meter.Common);
        CheckChords(brief, meter);
        var played = knob.Feature(_instruments.Fit(chosen, brief, reading));
        var bent = WeirdnessKnob.Bend(DetailKnob.Bend(played, brief), brief);
        var style = MeterFitter.Fit(bent, meter);
        var key = brief.Key ?? KeyOfChords.Find(brief) ?? ChooseKey(style, effect, reading, random);
        var (slow, fast) = TempoOf(brief, style, effect, reading);
        var preferred = slow + (fast - slow) * knob.Pace(0.3 + 0.4 * random.Child("tempo").NextUnit());
        return new Direction(brief, style, effect, key, meter, slow, fast, preferred, reading.Arc);
    }

    // Each chord of a bar needs a beat.
    private static void CheckChords(SongBrief brief, Meter meter)
    {
        var crowded = brief
            .Chords.Values.SelectMany(bars => bars)
            .FirstOrDefault(bar => bar.Split(',').Length > meter.Beats);
        if (crowded is not null)
        {
            throw new BriefRefusedException($"chords: the bar '{crowded}' has more chords than {meter} has beats.");
        }
    }

    private Reading Read(SongBrief brief) => _reader.ReadBrief(brief);

    // A mood that the words of the song gave away was not asked for.
    private Effect EffectOf(SongBrief brief, Reading reading, StyleKnob knob)
    {
        var genres = (brief.IsVocal ? reading.Genres : brief.Genres)
            .Where(library.BgmGenres.ContainsKey)
            .Select(name => library.BgmGenres[name])
            .ToList();
        var moods = brief.Moods.Where(library.Moods.ContainsKey).Select(name => library.Moods[name]).ToList();
        var themes = brief.Themes.Where(library.Themes.ContainsKey).Select(name => library.Themes[name]).ToList();
        var said = !reading.Moods.IsEmpty || brief.Description.Length == 0;
        return knob.Weigh(Effect.Blend(genres), said: true)
            .Plus(knob.Weigh(Effect.Blend(moods), said))
            .Plus(knob.Weigh(Effect.Blend(themes), said: true))
            .Plus(knob.Weigh(reading.Effect, said: true))
            .Clamped();
    }

    private static (double Slowest, double Fastest) TempoOf(
        SongBrief brief,
        StyleSheet style,
        Effect effect,
        Reading reading
    )
    {
        if (brief.Bpm is { } bpm)
        {
            return (bpm, bpm);
        }

        if (reading is { PaceIsNumber: true, Pace: { } numbers })
        {
            return numbers;
        }

        var slow = Math.Clamp(style.Tempo[0] * effect.Tempo, Slowest, Fastest);
        var fast = Math.Clamp(style.Tempo[1] * effect.Tempo, slow, Fastest);
        if (reading.Pace is not { } pace)
        {
            return (slow, fast);
        }

        var low = Math.Clamp(pace.Slowest, style.Tempo[0] * (1 - Reach), style.Tempo[1] * (1 + Reach));
        var high = Math.Clamp(pace.Fastest, style.Tempo[0] * (1 - Reach), style.Tempo[1] * (1 + Reach));
        // Where the word and the style agree, both hold; else the word, as far as the style bears it.
        (low, high) =
            pace.Slowest < fast && pace.Fastest > slow ? (Math.Max(low, slow), Math.Min(high, fast)) : (low, high);
        low = Math.Clamp(low, Slowest, Fastest / Room);
        return (low, Math.Clamp(high, low * Room, Fastest));
    }

    private static Key ChooseKey(StyleSheet style, Effect effect, Reading reading, RandomStream directing)
    {
        var random = directing.Child("key/" + style.Id);
        var names = style.Modes.Keys.Order(StringComparer.Ordinal).ToList();
        var asked = names.FindAll(name => reading.IsMinor is null || IsMinor(name) == reading.IsMinor);
        names = asked.Count > 0 ? asked : [reading.IsMinor == true ? "minor" : "major"];
        var weights = names.ConvertAll(name =>
            style.Modes.GetValueOrDefault(name, 1) * Math.Max(0.02, 1 + (IsMinor(name) ? 1 : -1) * effect.Minor)
        );
        var mode = ModeOf(names[random.PickWeighted(weights)]);
        return new Key(random.NextInt(12), mode);
    }

    private static Mode ModeOf(string name) => Enum.Parse<Mode>(name, ignoreCase: true);

    private static bool IsMinor(string name) => new Key(0, ModeOf(name)).IsMinor;
}
