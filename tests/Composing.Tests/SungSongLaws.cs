using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests;

/// <summary>What holds for every sung song of the corpus.</summary>
public class SungSongLaws
{
    private const double FastestSung = 5.5;
    private const double FastestRapped = 8;

    // Words of a line may begin before its bar and its last note is held, so a single line may come out a little faster.
    private const double Tolerance = 1.15;

    [Fact]
    public void Every_shown_line_is_sung_once_and_in_order() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            let shown = Split(string.Join(' ', song.Lyrics.Split('\n').Where(line => !line.StartsWith('['))))
            let sung = Split(string.Join(' ', Leads(song).OrderBy(p => p.Line).Select(phrase => phrase.Text)))
            where !shown.SequenceEqual(sung) || sung.Length == 0
            select $"{Corpus.Name(song)}: shown {shown.Length} words, sung {sung.Length}"
        );

    [Fact]
    public void Lines_are_numbered_in_the_order_of_time() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            let leads = Leads(song).ToList()
            where
                !leads.Select(p => p.Line).SequenceEqual(Enumerable.Range(0, leads.Count))
                || leads.Zip(leads.Skip(1)).Any(p => p.Second.Notes[0].Tick <= p.First.Notes[0].Tick)
            select Corpus.Name(song)
        );

    [Fact]
    public void Every_syllable_has_its_notes_in_order() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            from phrase in song.Vocals
            let count = phrase.Words.Sum(word => word.Syllables.Length)
            let indices = phrase.Notes.Select(note => note.Syllable).ToList()
            where
                indices[0] != 0
                || indices[^1] != count - 1
                || indices.Zip(indices.Skip(1)).Any(p => p.Second - p.First is not (0 or 1))
            select $"{Corpus.Name(song)}, {phrase.Layer} '{phrase.Text}': {count} syllables, {string.Join(' ', indices)}"
        );

    [Fact]
    public void No_line_is_sung_faster_than_a_singer_can() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            let map = new TimeMap(song.Tempos)
            from phrase in Leads(song)
            let count = phrase.Words.Sum(word => word.Syllables.Length)
            let last = phrase.Notes[^1]
            let seconds = map.SecondsAt(last.Tick + last.Length) - map.SecondsAt(phrase.Notes[0].Tick)
            let limit = (phrase.Rap ? FastestRapped : FastestSung) * Tolerance
            where count > 3 && count / seconds > limit
            select $"{Corpus.Name(song)}, '{phrase.Text}': {count / seconds:F2} syllables a second"
        );

    [Fact]
    public void Notes_of_a_phrase_and_phrases_of_the_lead_do_not_overlap() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            let notes = Leads(song).SelectMany(p => p.Notes.Select(note => (Note: note, Phrase: p))).ToList()
            from pair in notes.Zip(notes.Skip(1))
            let end = pair.First.Note.Tick + pair.First.Note.Length
            where pair.Second.Note.Tick < end
            select $"{Corpus.Name(song)}, '{pair.Second.Phrase.Text}': starts {end - pair.Second.Note.Tick} ticks too early"
        );

    [Fact]
    public void Voices_stay_in_their_range() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            let range = song.Voice!.Value.Gender == Gender.Female ? (Low: 55, High: 76) : (Low: 43, High: 68)
            from phrase in song.Vocals
            // A harmony lies up to a fourth beside the tune, an octave stays near what a voice can sing.
            let slack = phrase.Layer switch
            {
                VoiceLayer.Harmony or VoiceLayer.LowHarmony => 5,
                VoiceLayer.Octave => 7,
                _ => 0,
            }
            from note in phrase.Notes
            where note.Key < range.Low - slack || note.Key > range.High + slack
            select $"{Corpus.Name(song)}, {phrase.Layer} '{phrase.Text}': key {note.Key}"
        );

    [Fact]
    public void Verses_lie_below_choruses() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            where !Leads(song).Any(phrase => phrase.Rap)
            let verse = Mean(song, "verse")
            let chorus = Mean(song, "chorus")
            where verse is not null && chorus is not null && chorus <= verse
            select $"{Corpus.Name(song)}: verse {verse:F1}, chorus {chorus:F1}"
        );

    [Fact]
    public void Doubles_and_harmonies_follow_a_lead() =>
        Corpus.AssertNone(
            from song in Corpus.Sung
            from phrase in song.Vocals
            where phrase.Layer != VoiceLayer.Lead
            where
                !Leads(song)
                    .Any(lead =>
                        lead.Line == phrase.Line && (phrase.Layer == VoiceLayer.Pad || lead.Text == phrase.Text)
                    )
            select $"{Corpus.Name(song)}: {phrase.Layer} '{phrase.Text}'"
        );

    [Fact]
    public void Most_stressed_syllables_of_content_words_fall_on_a_beat_or_just_before_one()
    {
        var (strong, all) = (0, 0);
        foreach (var song in Corpus.Sung.Where(song => song.Meter == Meter.Common))
        {
            foreach (var phrase in Leads(song).Where(phrase => !phrase.Rap))
            {
                var syllables = phrase
                    .Words.SelectMany(w => w.Syllables.Select(s => w.IsContent && s.Stress == 1))
                    .ToList();
                foreach (var note in phrase.Notes.DistinctBy(note => note.Syllable).Where(n => syllables[n.Syllable]))
                {
                    var place = (note.Tick + Ticks.PerSixteenth / 2) / Ticks.PerSixteenth % 4;
                    strong += place is 0 or 2 ? 1 : 0;
                    all++;
                }
            }
        }

        // By chance half of them would.
        Assert.True(strong > 0.75 * all, $"{strong} of {all}");
    }

    private static double? Mean(Song song, string kind)
    {
        var keys =
            from section in song.Sections
            where section.Kind == kind && section.Transpose == 0
            from phrase in Leads(song)
            where phrase.Notes[^1].Tick >= section.Tick && phrase.Notes[^1].Tick < section.Tick + section.Length
            from note in phrase.Notes
            select (double?)note.Key;
        return keys.Average();
    }

    private static IEnumerable<VocalPhrase> Leads(Song song) => song.Vocals.Where(p => p.Layer == VoiceLayer.Lead);

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
