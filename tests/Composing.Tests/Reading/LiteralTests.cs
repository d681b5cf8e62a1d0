using System.Text.Json;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>Tags by the letter (<see cref="SongBrief.IsLiteral"/>).</summary>
public class LiteralTests
{
    private static readonly DescriptionReader Reader = new(Room.Library.Words);

    [Fact]
    public void A_sentence_among_tags_means_nothing()
    {
        const string Text = "a sad song about the sea, rock";
        Assert.Contains("sad", Reader.Read(Text).Moods, StringComparer.Ordinal);
        Assert.Equal(Json(Reader.Read("rock")), Json(Reader.ReadTags(Text)));
    }

    [Theory]
    [InlineData("no drums")]
    [InlineData("rock without guitars")]
    [InlineData("rock-ish")]
    [InlineData("something like reggae; very fast indeed")]
    [InlineData("in the style of disco")]
    public void A_tag_that_is_more_than_a_known_phrase_is_not_read(string text) =>
        Assert.Equal(Json(Composing.Reading.Nothing), Json(Reader.ReadTags(text)));

    [Fact]
    public void Whole_tags_are_read_as_ever()
    {
        foreach (var text in (string[])["Rock", "sad", "female vocals", "piano", "120 bpm", "6/8", "d minor", "lo-fi"])
        {
            Assert.Equal(Json(Reader.Read(text)), Json(Reader.ReadTags(" " + text + " ,")));
            Assert.NotEqual(Json(Composing.Reading.Nothing), Json(Reader.ReadTags(text)));
        }
    }

    [Fact]
    public void What_is_excluded_is_read_as_ever() =>
        Assert.Equal(Json(Reader.Read("rock", "drums")), Json(Reader.ReadTags("rock", "drums")));

    [Fact]
    public void A_literal_brief_makes_the_song_of_its_tags_alone()
    {
        var brief = new SongBrief
        {
            IsVocal = false,
            Description = "please make it slow and calm with a flute, rock",
            Seconds = 30,
            Seed = 3,
        };
        var plain = Written(brief with { Description = "rock" });
        Assert.Equal(plain, Written(brief with { IsLiteral = true }));
        Assert.NotEqual(plain, Written(brief));
    }

    [Fact]
    public void Words_inside_a_literal_list_give_no_mood_away()
    {
        var brief = new SongBrief
        {
            Lyrics = "[verse]\nLa la la la\nLa la la",
            Description = "lonely tears and goodbye crying in the rain, rock",
            Seed = 3,
        };
        var plain = Room.Composer.Fill(brief with { Description = "rock" });
        Assert.Equal(plain.Moods[0], Room.Composer.Fill(brief with { IsLiteral = true }).Moods[0]);
        Assert.NotEqual(plain.Moods[0], Room.Composer.Fill(brief).Moods[0]);
    }

    private static byte[] Written(SongBrief brief) =>
        JsonSerializer.SerializeToUtf8Bytes(Room.Compose(brief) with { Brief = new SongBrief(), Title = "" });

    private static string Json(Composing.Reading reading) => JsonSerializer.Serialize(reading);
}
