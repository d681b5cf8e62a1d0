using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Gathers what the words of a text mean.</summary>
internal sealed class ReadingBuilder(WordLists words)
{
    private const int MostValues = 5;
    private readonly SortedDictionary<string, double> _named = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _leaning = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notStyles = new(StringComparer.Ordinal);
    private readonly List<string> _genres = [];
    private readonly List<string> _notGenres = [];
    private readonly List<string> _moods = [];
    private readonly List<string> _notMoods = [];
    private readonly List<string> _themes = [];
    private readonly List<string> _instruments = [];
    private readonly List<string> _only = [];
    private readonly List<string> _without = [];
    private Effect _effect = Effect.None;
    private Gender? _gender;
    private Gender? _notGender;
    private Timbre? _timbre;
    private Arc? _arc;
    private bool? _vocal;

    /// <summary>The tempo as a number.</summary>
    public double? Bpm { get; set; }

    /// <summary>The tempo as a range.</summary>
    public (double Slowest, double Fastest)? Pace { get; set; }

    /// <summary>The tempo as a range of numbers.</summary>
    public (double Slowest, double Fastest)? PaceInNumbers { get; set; }

    /// <summary>The key.</summary>
    public Key? Key { get; set; }

    /// <summary>True when the key was given without its mode.</summary>
    public bool KeyIsBare { get; set; }

    /// <summary>Minor or major.</summary>
    public bool? IsMinor { get; set; }

    /// <summary>The time signature.</summary>
    public Meter? Meter { get; set; }

    /// <summary>Adds a meaning.</summary>
    /// <param name="entry">The meaning.</param>
    /// <param name="weight">How much it counts: 1, or less for a flavour.</param>
    /// <param name="only">True when no other instrument is wanted.</param>
    public void Affirm(WordEntry entry, double weight, bool only)
    {
        var styles = entry.Leans ? _leaning : _named;
        foreach (var (id, share) in entry.Styles)
        {
            styles[id] = styles.GetValueOrDefault(id) + weight * share;
        }

        Once(_genres, entry.Genre);
        Once(_moods, entry.Mood);
        Once(_themes, entry.Theme);
        Once(_instruments, entry.Instrument);
        Once(_only, only ? entry.Instrument : null);
        foreach (var name in entry.Without)
        {
            Once(_without, name);
        }

        _effect = entry.Effect is null ? _effect : _effect.Plus(entry.Effect);
        _gender ??= entry.Gender;
        _timbre ??= entry.Timbre;
        _arc ??= entry.Arc;
        _vocal ??= entry.Vocal;
        AffirmTime(entry);
    }

    /// <summary>Adds a meaning that is denied.</summary>
    public void Deny(WordEntry entry)
    {
        _notStyles.UnionWith(entry.Leans ? [] : entry.Styles.Keys);
        Once(_notGenres, entry.Genre);
        Once(_notMoods, entry.Mood);
        Once(_without, entry.Removes is null ? entry.Instrument : entry.Name);
        if (entry.Gender is { } gender)
        {
            _notGender ??= gender;
        }
        else if (entry.Vocal is { } vocal)
        {
            _vocal = !vocal;
        }
    }

    public Reading Build()
    {
        var without = _without.ToImmutableArray();
        return new Reading
        {
            Styles = Styles(),
            Genres = [.. _genres.Except(_notGenres).Take(MostValues)],
            Moods = [.. _moods.Except(_notMoods).Take(MostValues)],
            Themes = [.. _themes.Take(MostValues)],
            Instruments = [.. Wanted().Take(MostValues)],
            Only = [.. _only.Except(_without)],
            Without = without,
            Removal = without.Select(words.RemovalOf).Aggregate(new Removal(), (sum, next) => sum.Plus(next)),
            Bpm = Bpm,
            Pace = Bpm is null ? PaceInNumbers ?? Pace : null,
            PaceIsNumber = Bpm is null && PaceInNumbers is not null,
            Key = Key is { } key && KeyIsBare && IsMinor == true ? key with { Mode = Mode.Minor } : Key,
            IsMinor = IsMinor,
            Meter = Meter,
            Gender = _gender ?? (_notGender is { } not ? Other(not) : null),
            Timbre = _timbre,
            Arc = _arc ?? Arc.Usual,
            IsVocal = _vocal,
            Effect = _effect.Clamped(),
        };
    }

    private void AffirmTime(WordEntry entry)
    {
        Pace ??= entry.Tempo.IsEmpty ? null : (entry.Tempo[0], entry.Tempo[1]);
        IsMinor ??= entry.Mode is null ? null : entry.Mode == "minor";
        Meter ??= Music.Meter.TryParse(entry.Meter, out var meter) ? meter : null;
    }

    // An instrument whose own sound is unwanted gives way to its kin: a guitar without electric guitars is an acoustic one.
    private IEnumerable<string> Wanted() => _instruments.Except(_without).Select(Sounding).Except(_without);

    private string Sounding(string name)
    {
        var instead = words.InsteadOf(name);
        return instead is not null && _without.Exists(other => Overlaps(other, name, instead)) ? instead : name;
    }

    private bool Overlaps(string removed, string name, string instead) =>
        words.RemovalOf(removed).Programs.Intersect(words.RemovalOf(name).Programs).Any()
        && !words.RemovalOf(removed).Programs.Intersect(words.RemovalOf(instead).Programs).Any();

    // Styles that lean choose among the named ones; alone, they stand for themselves.
    private ImmutableSortedDictionary<string, double> Styles()
    {
        var weights = _named.Keys.All(_notStyles.Contains)
            ? _leaning
            : _named.Select(pair =>
                KeyValuePair.Create(pair.Key, pair.Value * (1 + _leaning.GetValueOrDefault(pair.Key)))
            );
        return weights
            .Where(pair => !_notStyles.Contains(pair.Key))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static Gender Other(Gender gender) => gender == Gender.Female ? Gender.Male : Gender.Female;

    private static void Once(List<string> list, string? value)
    {
        if (value is not null && !list.Contains(value))
        {
            list.Add(value);
        }
    }
}
