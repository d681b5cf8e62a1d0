using System.Text.RegularExpressions;
using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>A styles folder with one thing broken is refused with a sentence that names the place.</summary>
public sealed class BrokenStyleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("styles").FullName;

    public BrokenStyleTests()
    {
        foreach (var file in Directory.EnumerateFiles(Room.StylesFolder, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(Room.StylesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_copy_itself_is_read() => Assert.NotEmpty(StyleLibrary.Load(_folder).Styles);

    [Theory]
    [InlineData("pop.json", "\"tempo\": \\[98, 122\\]", "\"tempo\": [122, 98]", "'pop'", "tempo")]
    [InlineData("pop.json", "\"tempo\": \\[98, 122\\]", "\"tempo\": [98]", "'pop'", "tempo")]
    [InlineData("pop.json", "\"tempo\": \\[98, 122\\]", "\"tempo\": [98, 400]", "'pop'", "240")]
    [InlineData("pop.json", "\"tempo\"", "\"meter\": \"4/5\", \"tempo\"", "'pop'", "'4/5'")]
    [InlineData("pop.json", "\"modes\": \\{ \"major\"", "\"modes\": { \"lydian\"", "'pop'", "'lydian'")]
    [InlineData("pop.json", "vi IV I V", "vi IV I X", "'pop'", "'X'")]
    [InlineData("pop.json", "I V/3 vi IV", "I V/2 vi IV", "'pop'", "V/2")]
    [InlineData("pop.json", "\"kick\": \"x.......x.......\"", "\"kik\": \"x.......x.......\"", "'pop'", "'kik'")]
    [InlineData("pop.json", "x.......x.......\"", "x.......x......\"", "'pop'", "15 sixteenths")]
    [InlineData("pop.json", "x.......x.......\"", "x.......x......?\"", "'pop'", "'?'")]
    [InlineData("pop.json", "R---------------", "Q---------------", "'pop'", "'Q'")]
    [InlineData("pop.json", "\"register\": \\[28, 50\\]", "\"register\": [28, 30]", "'bass'", "register")]
    [InlineData("pop.json", "\"endings\": \\[\"ring\"", "\"endings\": [\"fade\"", "'pop'", "endings")]
    [InlineData("pop.json", "\"name\": \"Pop\"", "\"nam\": \"Pop\"", "pop.json", "nam")]
    [InlineData("pop.json", "\"name\": \"Pop\",", "\"name\": ", "pop.json", "JSON")]
    [InlineData("pop.json", "\"voices\": 3", "\"voices\": \"three\"", "pop.json", "voices")]
    [InlineData("pop.json", "\"family\": \"pop\"", "\"family\": \"pops\"", "'pop'", "'pops'")]
    [InlineData("hip-hop.json", "\"dorian\": \\{", "\"lydian\": {", "'hip-hop'", "'lydian'")]
    [InlineData("pop.json", "\"pre-chorus\"", "\"prechorus\"", "'pop'", "'prechorus'")]
    [InlineData("pop.json", "I V/3 vi IV", "I V/3 vi IV V", "'pop'", "bars")]
    [InlineData("pop.json", "\"kit\": 8", "\"kit\": 9", "'pop'", "kit 9")]
    [InlineData("pop.json", "\"kit\": 8", "\"kit\": 48", "'pop'", "timpani")]
    [InlineData("pop.json", "\"looseness\": 0.45", "\"looseness\": 4", "'pop'", "looseness")]
    [InlineData("pop.json", "\"openhat\": \"[^\"]+\"", "\"openhat\": \"xxxxxxxxxxxxxxxx\"", "'pop'", "openhat")]
    [InlineData("pop.json", "\"register\": \\[52, 76\\]", "\"register\": [48, 76]", "'pop'", "below key 52")]
    [InlineData("pop.json", "\"energy\": \\[0, 1\\]", "\"energy\": [1, 0]", "'pop'", "energy")]
    [InlineData("pop.json", "\"id\": \"guitar\"", "\"id\": \"piano\"", "'pop'", "two parts")]
    [InlineData("pop.json", "\"riser\": 0.35", "\"riser\": 3.5", "'pop'", "riser")]
    [InlineData("pop.json", "\"anticipation\": 0.35", "\"anticipation\": -1", "'pop'", "anticipation")]
    [InlineData("pop.json", "\"patch\": \"pluck\"", "\"patch\": \"Pluck 1\"", "'pop'", "'Pluck 1'")]
    [InlineData("pop.json", "\"impact\"", "\"impact-\"", "'pop'", "'impact-'")]
    [InlineData("pop.json", "\"patch\": \"sub-bass\"", "\"low\": [\"R---------------\"]", "'sub'", "second bass")]
    [InlineData("trap.json", "\"kit-trap\"", "\"\"", "'trap'", "the drums")]
    [InlineData("trap.json", "\"glideMs\": 90", "\"glideMs\": 900", "'trap'", "glide")]
    [InlineData("lofi.json", "\"id\": \"hiss\"", "\"id\": \"vinyl\"", "'lofi'", "two parts")]
    [InlineData(
        "hip-hop.json",
        "\"energy\": \\[0, 0.8\\], \"gainDb\"",
        "\"energy\": [0.8, 0], \"gainDb\"",
        "'hip-hop'",
        "energy"
    )]
    [InlineData("fills/jazz.json", "\"snare\"", "\"snar\"", "'jazz'", "'snar'")]
    [InlineData("values/themes.json", "\"feature\": \"\\w+\"", "\"feature\": \"taste\"", "theme", "'taste'")]
    [InlineData("values/moods.json", "\"tempo\": [\\d.]+", "\"tempo\": 3", "mood", "range")]
    [InlineData("values/vocal-genres.json", "0.85", "0.5", "genre", "add up to 1")]
    [InlineData("melody/schemes.json", "A B A C", "A B a C", "schemes.json", "'a'")]
    [InlineData("melody/schemes.json", "\"other\"", "\"others\"", "schemes.json", "one line")]
    [InlineData("forms/instrumental.json", "intro verse chorus", "intro vers chorus", "instrumental.json", "'vers'")]
    [InlineData("forms/instrumental.json", "\"bars\": 0", "\"bars\": 1", "instrumental.json", "\"bars\": 0")]
    [InlineData("melody/sung.json", "\"finals\"", "\"final\"", "sung.json", "final")]
    [InlineData("values/vocal-genres.json", "\"pop-rock\"", "\"pop-rok\"", "'pop-rok'", "no file")]
    [InlineData("values/bgm-genres.json", "\"lofi\"", "\"lo-fi\"", "'lo-fi'", "no file")]
    [InlineData("values/moods.json", "\"tempo\"", "\"speed\"", "moods.json", "speed")]
    public void A_broken_file_is_refused_by_name(string file, string pattern, string put, string place, string what)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        var broken = new Regex(pattern).Replace(text, put, 1);
        Assert.NotEqual(text, broken);
        File.WriteAllText(path, broken);
        var refusal = Assert.Throws<StyleException>(() => StyleLibrary.Load(_folder));
        Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(what, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("values/moods.json")]
    [InlineData("values/predictions.json")]
    public void A_missing_values_file_is_named(string file)
    {
        File.Delete(Path.Combine(_folder, file));
        var refusal = Assert.Throws<StyleException>(() => StyleLibrary.Load(_folder));
        Assert.Contains(Path.GetFileName(file), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_that_is_named_but_missing_is_named()
    {
        File.Delete(Path.Combine(_folder, "reggae.json"));
        Assert.Contains(
            "'reggae'",
            Assert.Throws<StyleException>(() => StyleLibrary.Load(_folder)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Assert.Contains(
            "nowhere",
            Assert.Throws<StyleException>(() => StyleLibrary.Load(Path.Combine(_folder, "nowhere"))).Message,
            StringComparison.Ordinal
        );
}
