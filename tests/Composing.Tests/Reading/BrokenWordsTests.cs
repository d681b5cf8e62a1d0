using System.Text.RegularExpressions;
using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Reading;

/// <summary>A word list with one thing broken is refused with a sentence that names the file and the place.</summary>
public sealed class BrokenWordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("words").FullName;

    public BrokenWordsTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Room.StylesFolder, "words")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_copy_itself_is_read() => Assert.NotEmpty(WordLists.Load(_folder, Room.Library).Entries);

    [Theory]
    [InlineData("genres.json", "\"words\": \\[\"pop\", ", "\"words\": [\"pop\", \"pop\", ", "'pop' stands there twice")]
    [InlineData("genres.json", "\"words\": \\[\"pop\", ", "\"words\": [\"-\", ", "'-' has no letters")]
    [InlineData("genres.json", "\\{ \"pop\": 1 \\}", "{ \"poop\": 1 }", "at 'pop' there is no style 'poop'")]
    [InlineData("genres.json", "\\{ \"pop\": 1 \\}", "{ \"pop\": 0 }", "at 'pop' there is no weight 'pop'")]
    [InlineData("genres.json", "\"styles\": \\{ \"pop\"", "\"style\": { \"pop\"", "style")]
    [InlineData("moods.json", "\"mood\": \"sad\"", "\"mood\": \"saad\"", "at 'sad' there is no mood 'saad'")]
    [InlineData("moods.json", "\"songMood\": \"Happy\"", "\"songMood\": \"Glad\"", "there is no songMood 'Glad'")]
    [InlineData(
        "moods.json",
        ", \"songMood\": \"Calm/Relaxing\" \\},\n *\\{ \"words\": \\[\"conf",
        " }, { \"words\": [\"conf",
        "no entry gives the mood 'calm'"
    )]
    [InlineData("themes.json", "\"theme\": \"love\"", "\"theme\": \"hate\"", "there is no theme 'hate'")]
    [InlineData("tempo.json", "\\[58, 80\\]", "[80, 58]", "at 'slow' tempo needs")]
    [InlineData("tempo.json", "\\[58, 80\\]", "[5, 80]", "at 'slow' tempo needs")]
    [InlineData("time.json", "\"3/4\"", "\"3/5\"", "at 'waltz' there is no meter '3/5'")]
    [InlineData("time.json", "\"mode\": \"minor\"", "\"mode\": \"lydian\"", "there is no mode 'lydian'")]
    [InlineData("instruments.json", "\"instrument\": \"piano\"", "\"instrument\": \"kazoo\"", "no instrument 'kazoo'")]
    [InlineData("instruments.json", "\"without\": \\[\"drums\"\\]", "\"without\": [\"dums\"]", "no without 'dums'")]
    [InlineData("instruments.json", "\"cowbell\", \"bongohi\"", "\"cowbel\", \"bongohi\"", "no drum 'cowbel'")]
    [InlineData("instruments.json", "\\[42\\]", "[420]", "no program '420'")]
    [InlineData(
        "instruments.json",
        "\"instrument\": \"ukulele\"",
        "\"instrument\": \"banjo\"",
        "two entries say what 'banjo' removes"
    )]
    [InlineData("sound.json", "\"reverbDb\": 4,", "\"reverbDb\": 40,", "at 'airy' the effect is outside")]
    [InlineData("arcs.json", "\"arc\": \"Build\"", "\"arc\": \"Built\"", "arcs.json")]
    [InlineData("voices.json", "\"gender\": \"Male\"", "\"gender\": \"Mail\"", "voices.json")]
    [InlineData("grammar.json", "\"no\":", "\"non\":", "grammar.json")]
    public void A_broken_list_is_refused_by_name(string file, string pattern, string put, string what)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var broken = new Regex(pattern).Replace(text, put, 1);
        Assert.NotEqual(text, broken);
        File.WriteAllText(path, broken);
        var refusal = Assert.Throws<StyleException>(() => WordLists.Load(_folder, Room.Library));
        Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("words", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_and_a_missing_grammar_are_named()
    {
        Assert.Contains(
            "nowhere",
            Assert.Throws<StyleException>(() => WordLists.Load(Path.Combine(_folder, "nowhere"), Room.Library)).Message,
            StringComparison.Ordinal
        );
        File.Delete(Path.Combine(_folder, "grammar.json"));
        Assert.Contains(
            "grammar.json",
            Assert.Throws<StyleException>(() => WordLists.Load(_folder, Room.Library)).Message,
            StringComparison.Ordinal
        );
    }
}
