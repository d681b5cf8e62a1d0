using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Colours the chords of a song as another style would: on the same roots the qualities that the style writes there, or the sevenths
/// that it likes or leaves out. A chord changes only where the melody stays as consonant as it was.
/// </summary>
internal sealed class Recolouring
{
    private const double LikesSevenths = 0.4;
    private const double LeavesSevenths = 0.12;
    private readonly Key _key;
    private readonly RandomStream _random;
    private readonly ImmutableArray<Chord> _written;
    private readonly double _sevenths;

    /// <summary>Colours for a direction whose key is the song's.</summary>
    public Recolouring(Direction direction)
    {
        _key = direction.Key;
        _random = new RandomStream(direction.Brief.Seed, "recolouring");
        var progressions = direction.Style.Progressions[_key.IsMinor ? "minor" : "major"];
        _written =
        [
            .. progressions
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value)
                .SelectMany(text => text.Split([' ', '|', ','], StringSplitOptions.RemoveEmptyEntries))
                .Select(numeral => ChordSymbols.FromNumeral(numeral, _key.Tonic)),
        ];
        _sevenths = _written.Count(chord => chord.Intervals.Length > 3) / Math.Max(1.0, _written.Length);
    }

    /// <summary>The chords in other colours; a bar that returns with its section returns in the same colour.</summary>
    /// <param name="song">The song, its chords in the direction's key.</param>
    /// <param name="melody">Its melody: tick, length and key of each note.</param>
    /// <param name="share">Chance of a change, 0 to 1.</param>
    public ImmutableArray<ChordSpan> Of(Song song, ImmutableArray<VocalNote> melody, double share)
    {
        var spans = song.Chords.ToBuilder();
        // The last chord of a song is its tonic as it is.
        for (var i = 0; i < spans.Count - 1; i++)
        {
            var span = spans[i];
            var section = song.Sections.LastOrDefault(s => s.Tick <= span.Tick) ?? song.Sections[0];
            var random = _random.Child($"{section.Kind}/{span.Tick - section.Tick}");
            var plain = span.Chord.Transpose(-section.Transpose);
            var colours = Colours(plain).ToList();
            if (colours.Count == 0 || !random.Chance(share))
            {
                continue;
            }

            var chord = random.Pick(colours).Transpose(section.Transpose);
            var over = melody.Where(note => note.Tick < span.Tick + span.Length && note.Tick + note.Length > span.Tick);
            spans[i] = Fits(span, chord, [.. over]) ? span with { Chord = chord } : span;
        }

        return spans.ToImmutable();
    }

    private IEnumerable<Chord> Colours(Chord chord)
    {
        var like = _written.Where(other => other.Root == chord.Root && Third(other) == Third(chord)).ToList();
        if (like.Count > 0)
        {
            return like.Select(other => chord with { Quality = other.Quality }).Where(HasBass).Where(c => c != chord);
        }

        var quality = (chord.Quality, _sevenths) switch
        {
            (ChordQuality.Major, > LikesSevenths) => chord.Root == (_key.Tonic + 7) % 12
                ? ChordQuality.Dominant7
                : ChordQuality.Major7,
            (ChordQuality.Minor, > LikesSevenths) => ChordQuality.Minor7,
            (ChordQuality.Major7 or ChordQuality.Dominant7 or ChordQuality.Major9, < LeavesSevenths) =>
                ChordQuality.Major,
            (ChordQuality.Minor7 or ChordQuality.Minor9, < LeavesSevenths) => ChordQuality.Minor,
            _ => chord.Quality,
        };
        return quality == chord.Quality ? [] : new[] { chord with { Quality = quality } }.Where(HasBass);
    }

    private static bool HasBass(Chord chord) => chord.Contains(chord.Bass);

    private static int Third(Chord chord) =>
        chord.Contains(chord.Root + 4) ? 4
        : chord.Contains(chord.Root + 3) ? 3
        : 0;

    // As many of the notes that start over the chord belong to it, and no new chord note lies a semitone from one that sounds.
    private static bool Fits(ChordSpan span, Chord chord, List<VocalNote> melody)
    {
        var old = span.Chord;
        int Inside(Chord which) =>
            melody.Where(note => note.Tick >= span.Tick && which.Contains(note.Key)).Sum(note => note.Length);
        bool Rubs(int key) => chord.Contains(key) && !old.Contains(key);
        return Inside(chord) >= Inside(old) && !melody.Exists(note => Rubs(note.Key + 1) || Rubs(note.Key - 1));
    }
}
