using Troubadour.Composing.Tests.Editing;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Melody;

/// <summary>What lyrics say about how they are sung, in the song.</summary>
public class DeliveryTests
{
    private const string Lyrics =
        "[Verse]\nStreet lights are burning low\n[whispered]\nNobody here that I used to know\n[spoken]\n"
        + "I was walking home alone (all alone)\n[softly]\nListening to the rain\n"
        + "[Chorus - belted]\nSing it to me SLOWLY (sing it)\nSing it till the morning comes\n";

    private static readonly Lazy<Song> Made = new(() =>
        Room.Compose(
            new SongBrief
            {
                Lyrics = Lyrics,
                Genres = ["Pop"],
                Seed = 4,
                Gender = Gender.Female,
                IsVocal = true,
            }
        )
    );

    private static List<VocalPhrase> Leads => [.. Sources.Leads(Made.Value)];

    [Theory]
    [InlineData("Nobody", 0.08)]
    [InlineData("Listening", 0.3)]
    [InlineData("Sing it till", 1)]
    public void Deliveries_are_efforts(string opening, double effort) =>
        Assert.All(Starting(opening), phrase => Assert.Equal(effort, phrase.Effort));

    [Fact]
    public void Spoken_lines_are_spoken_and_no_others() =>
        Assert.Equal(
            ["I was walking home alone all alone"],
            Leads.Where(phrase => phrase.Rap).Select(phrase => phrase.Text).Distinct()
        );

    [Fact]
    public void Flags_of_words_reach_the_phrases_and_texts_show_no_parentheses()
    {
        Assert.All(Starting("Sing it to"), phrase => Assert.Equal("sing it", Said(phrase, word => word.IsBacking)));
        Assert.All(Starting("Sing it to"), phrase => Assert.Equal("SLOWLY", Said(phrase, word => word.IsEmphasised)));
        Assert.All(Starting("I was"), phrase => Assert.Equal("all alone", Said(phrase, word => word.IsBacking)));
        Assert.DoesNotContain('(', Made.Value.Lyrics);
        Assert.DoesNotContain('(', Made.Value.Title);
        Assert.All(Leads, phrase => Assert.DoesNotContain('(', phrase.Text));
    }

    [Fact]
    public void A_cover_keeps_them()
    {
        var cover = Sources.Editor.Cover(
            Made.Value,
            new SongBrief
            {
                Genres = ["Rock"],
                Seed = 9,
                IsVocal = true,
            },
            0.5
        );
        var leads = Sources.Leads(cover).ToList();
        Assert.Equal(Leads.Select(phrase => phrase.Rap), leads.Select(phrase => phrase.Rap));
        Assert.All(
            leads.Where(phrase => phrase.Text.StartsWith("Nobody", StringComparison.Ordinal)),
            phrase => Assert.Equal(0.08, phrase.Effort)
        );
        Assert.Equal(
            Leads.SelectMany(phrase => phrase.Words).Select(word => (word.Text, word.IsBacking, word.IsEmphasised)),
            leads.SelectMany(phrase => phrase.Words).Select(word => (word.Text, word.IsBacking, word.IsEmphasised))
        );
    }

    [Fact]
    public void An_emphasised_word_lies_on_stronger_beats()
    {
        // The same line with and without capitals, over seeds: "before" is a function word, weak unless it is leant on.
        double Strength(string word) =>
            Enumerable
                .Range(1, 12)
                .Select(seed =>
                    Room.Compose(
                        new SongBrief
                        {
                            Lyrics =
                                $"[verse]\nThe river {word} us will carry me\nThe mountain {word} them will bury me\n",
                            Genres = ["Pop"],
                            Seed = seed,
                            Gender = Gender.Male,
                            IsVocal = true,
                        }
                    )
                )
                .Average(song =>
                    Sources
                        .Leads(song)
                        .SelectMany(phrase => phrase.Notes.Where(note => note.Syllable == 4).Take(1))
                        .Average(note => note.Tick % Ticks.PerQuarter == 0 ? 1.0 : 0.0)
                );

        Assert.True(Strength("BEFORE") > Strength("before") + 0.1, $"{Strength("BEFORE")} {Strength("before")}");
    }

    private static List<VocalPhrase> Starting(string opening)
    {
        var found = Leads.FindAll(phrase => phrase.Text.StartsWith(opening, StringComparison.Ordinal));
        Assert.NotEmpty(found);
        return found;
    }

    private static string Said(VocalPhrase phrase, Func<SungWord, bool> which) =>
        string.Join(' ', phrase.Words.Where(which).Select(word => word.Text));
}
