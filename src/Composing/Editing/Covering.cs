using System.Collections.Immutable;
using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Plays a song's melody, words and form in another style. The melody keeps its place on the written grid (another style's swing
/// plays it) and its intervals; the whole is transposed where the singer changes.
/// </summary>
internal sealed class Covering(StyleLibrary library, Pronouncer pronouncer, EditBriefs briefs)
{
    private const double Slowest = 0.75;
    private const double Fastest = 1.33;
    private readonly Studio _studio = new(library);

    /// <summary>The cover.</summary>
    /// <param name="source">The song.</param>
    /// <param name="brief">The style and what else is asked for.</param>
    /// <param name="nearness">1 keeps tempo and chords; towards 0 both go the style's own way.</param>
    public Song Write(SourceSong source, SongBrief brief, double nearness)
    {
        var far = 1 - Math.Clamp(double.IsNaN(nearness) ? 0.5 : nearness, 0, 1);
        var leave = briefs.Leave(source.Song, brief);
        var shift = VoiceShift.Of(source, leave.Gender);
        var key = source.Song.Key with { Tonic = (source.Song.Key.Tonic + shift + 24) % 12 };
        var direction = briefs.Direct(leave with { Key = key });
        var ratio = Ratio(source, direction.PreferredBpm, far);
        var song = Moved(source.Song, key, shift, ratio);
        var moved = new SourceSong(song, library);
        var bpm = moved.BpmAt(song.From);
        direction = direction with { SlowestBpm = bpm, FastestBpm = bpm, PreferredBpm = bpm };
        var words = new CoverWords(moved, direction, bpm, pronouncer.For(brief.Lyrics));
        var sections = Energetic(words.Over(LyricsReader.Read(brief.Lyrics)), direction, far);
        var form = moved.Form(sections, bpm);
        var line = song.Voice is null ? MelodyLine.Of(moved, direction.Style) : null;
        var melody = moved.Leads.SelectMany(phrase => phrase.Notes).ToImmutableArray();
        var chords = new Recolouring(direction).Of(song, line?.Heard ?? melody, far);
        var memory = new SourceTunes(moved, bpm).Hear() with { Line = line?.Straight };
        var take = _studio.Record(direction, form, new Harmony(chords), memory);
        var text = words.AreNew ? string.Join('\n', CoverWords.Rows(form)) : song.Lyrics;
        var cover = song with
        {
            Brief = direction.Brief with
            {
                Lyrics = text,
                Key = null,
                Meter = source.Song.Brief.Meter,
                Bpm = brief.Bpm,
            },
            Style = direction.Style.Id,
            Groove = null,
            Sections = take.Sections,
            Chords = chords,
            Parts = line is null ? take.Parts : line.In(take.Parts, (int)moved.Map.TickAt(song.Seconds)),
            Voice = song.Voice is { } voice ? Singers.Changed(voice, leave.Gender, leave.Timbre, leave.Seed) : null,
            Vocals = take.Vocals,
            Lyrics = text,
            Mix = Composer.Mix(direction),
            TakeSeed = null,
            MixState = null,
        };
        return words.AreNew && cover.From > 0
            ? cover with
            {
                PartLyrics = SungText.PartOf(new SourceSong(cover, library)),
            }
            : cover;
    }

    // Twice or half a tempo is the same pulse to a listener; no line gets faster than a singer can.
    private static double Ratio(SourceSong source, double wished, double far)
    {
        var old = source.BpmAt(source.Song.From);
        var octave = Math.Pow(2, Math.Round(Math.Log2(old / wished)));
        var ratio = Math.Clamp(wished * octave / old, Slowest, Fastest);
        var most = source
            .Leads.Where(phrase => phrase.Words.Sum(word => word.Syllables.Length) > 3)
            .Select(phrase =>
            {
                var end = source.Map.SecondsAt(phrase.Notes[^1].Tick + phrase.Notes[^1].Length);
                var rate =
                    phrase.Notes.Select(note => note.Syllable).Distinct().Count()
                    / (end - source.Map.SecondsAt(phrase.Notes[0].Tick));
                return (phrase.Rap ? LineFitter.FastestRapped : LineFitter.FastestSung) / rate;
            })
            .DefaultIfEmpty(Fastest)
            .Min();
        return Math.Pow(Math.Min(ratio, Math.Max(1, most)), far);
    }

    private static Song Moved(Song song, Key key, int shift, double ratio)
    {
        var map = new TimeMap(song.Tempos);
        var last = song.Chords[^1].Tick + song.Chords[^1].Length;
        ImmutableArray<TempoChange> tempos =
        [
            .. song.Tempos.Select(change => change with { QuartersPerMinute = change.QuartersPerMinute * ratio }),
        ];
        return song with
        {
            Key = key,
            Tempos = tempos,
            Seconds = new TimeMap(tempos).SecondsAt(last) + song.Seconds - map.SecondsAt(last),
            Chords = [.. song.Chords.Select(span => span with { Chord = span.Chord.Transpose(shift) })],
            Vocals = [.. song.Vocals.Select(phrase => VoiceShift.Higher(phrase, shift))],
            Parts =
            [
                .. song
                    .Parts.Where(part => part.Role == PartRole.Lead)
                    .Select(part =>
                        part with
                        {
                            Notes = [.. part.Notes.Select(n => n with { Key = Key(n.Key + shift) })],
                        }
                    ),
            ],
        };
    }

    private static int Key(int key) => Math.Clamp(key, 0, 127);

    // The energies of the new style and mood, as far as the cover is far.
    private static ImmutableArray<PlannedSection> Energetic(
        ImmutableArray<PlannedSection> sections,
        Direction direction,
        double far
    )
    {
        var own = Energies.Set(sections, direction);
        var style = direction.Style.Vocal;
        return
        [
            .. sections.Select(
                (section, i) =>
                {
                    var energy = section.Energy + (far * (own[i].Energy - section.Energy));
                    var effort = Math.Clamp(0.2 + (0.65 * energy) + style.Effort, 0, 1);
                    return section with
                    {
                        Energy = energy,
                        Lines =
                        [
                            .. section.Lines.Select(line =>
                                line.Given is { } given
                                    ? line with
                                    {
                                        Given = given with
                                        {
                                            Effort = Deliveries.Effort(line.Delivery, effort),
                                            Vibrato = style.Vibrato,
                                        },
                                    }
                                    : line
                            ),
                        ],
                    };
                }
            ),
        ];
    }
}
