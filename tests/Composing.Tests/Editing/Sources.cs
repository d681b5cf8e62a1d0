using System.Collections.Immutable;
using System.Text.Json;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>Songs to edit: straight and swung styles in 4/4, 3/4 and 6/8, sung and played.</summary>
internal static class Sources
{
    public const string More =
        "[verse]\nNow the tide is turning over\nEvery light along the shore\nI can hear the engines calling\nAnd I do not wait for more\n"
        + "[chorus]\nSo carry me under the open sky\nCarry me where the seagulls fly\nWe were waiting for nothing but you and I\nCarry me under the open sky\n";

    /// <summary>The chorus that the sources sing, after a new line.</summary>
    public const string Chorus =
        "[bridge]\nNobody told us how far it would be\n[chorus]\nSo carry me over the river tonight\n"
        + "Carry me into the morning light\nWe were running on nothing but a feeling so right\n"
        + "Carry me over the river tonight\n";

    private static readonly string[] Styles =
    [
        "pop-ballad",
        "folk-waltz",
        "jazz-waltz",
        "celtic",
        "rnb-slow-jam",
        "bossa-nova",
        "jazz",
        "lofi",
        "rock",
    ];

    private static readonly Lazy<ImmutableArray<Song>> SharedSung = new(() => [.. Make(vocal: true)]);
    private static readonly Lazy<ImmutableArray<Song>> SharedPlayed = new(() => [.. Make(vocal: false)]);
    private static readonly Lazy<SongEditor> SharedEditor = new(() => new SongEditor(Room.Library, Room.Pronouncer));

    public static ImmutableArray<Song> Sung => SharedSung.Value;

    public static ImmutableArray<Song> Played => SharedPlayed.Value;

    public static IEnumerable<Song> All => Sung.Concat(Played);

    public static SongEditor Editor => SharedEditor.Value;

    public static string Name(Song song) => $"{song.Style}, seed {song.Brief.Seed}, {song.Meter}";

    public static string Json(Song song) => JsonSerializer.Serialize(song);

    /// <summary>How many ticks before a bar line a note counts as struck on it.</summary>
    public static int Early(Song song, int tick)
    {
        var map = new TimeMap(song.Tempos);
        return (int)Math.Ceiling(map.TickAt(map.SecondsAt(tick) - 0.03));
    }

    /// <summary>The lead's phrases in the order of time.</summary>
    public static IEnumerable<VocalPhrase> Leads(Song song) =>
        song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead);

    /// <summary>True when all but the voice is the same: the very same players, chords, form, times and mix.</summary>
    public static bool IsSameBacking(Song a, Song b) =>
        a.Parts == b.Parts
        && a.Chords == b.Chords
        && a.Sections == b.Sections
        && a.Tempos == b.Tempos
        && a.Seconds == b.Seconds
        && a.From == b.From
        && a.Style == b.Style
        && a.Mix == b.Mix
        && a.MixState == b.MixState;

    public static SongBrief Brief(string lyrics, long seed) => new() { Lyrics = lyrics, Seed = seed };

    private static IEnumerable<Song> Make(bool vocal) =>
        Room.ComposeAll(
            Styles.SelectMany(
                (style, i) =>
                    Enumerable
                        .Range(0, 2)
                        .Select(n => new SongBrief
                        {
                            IsVocal = vocal,
                            Lyrics = vocal ? Words.Driving : "",
                            Styles = new SongBrief().Styles.Add(style, 1),
                            Gender = (i + n) % 2 == 0 ? Gender.Female : Gender.Male,
                            Seconds = vocal ? (n == 0 ? 120 : null) : 60,
                            Seed = 100 * n + i,
                        })
            )
        );
}
