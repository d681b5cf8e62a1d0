using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>The synthesizers' patches that styles name.</summary>
public class PatchTests
{
    [Fact]
    public void Every_patch_that_a_style_names_is_there() =>
        Corpus.AssertNone(Named().Except(Names("*.json")).Concat(Kits().Except(Names(Path.Combine("kits", "*.json")))));

    [Fact]
    public void Kits_are_for_drums_and_the_others_for_all_else()
    {
        Assert.NotEmpty(Kits());
        Assert.All(Kits(), name => Assert.StartsWith("kit-", name, StringComparison.Ordinal));
        Assert.All(Named(), name => Assert.DoesNotContain("kit-", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Songs_carry_the_patches_of_their_style()
    {
        foreach (var song in Corpus.Sung.Where(song => song.Brief.Instruments.IsEmpty))
        {
            var style = Room.Library.Styles[song.Style];
            var sheets = style.Bass is null ? style.Parts : style.Parts.Add(style.Bass);
            Assert.All(
                song.Parts.Where(part => part.Role is not (PartRole.Drums or PartRole.Effects)),
                part => Assert.Equal(sheets.FirstOrDefault(sheet => sheet.Id == part.Id)?.Patch, part.Patch)
            );
            Assert.All(
                song.Parts.Where(part => part.Role == PartRole.Drums),
                part => Assert.Equal(style.Drums.KitPatch, part.Patch)
            );
        }
    }

    [Fact]
    public void Who_asks_for_another_bass_gets_no_synthesizer()
    {
        var song = Room.Compose(
            new SongBrief
            {
                Lyrics = Words.Short,
                Genres = ["Trap"],
                Instruments = ["double bass"],
                Seconds = 60,
                Seed = 4,
            }
        );
        var bass = song.Parts.Single(part => part.Role == PartRole.Bass);
        Assert.Null(bass.Patch);
        Assert.Equal(32, bass.Program);
    }

    [Fact]
    public void Without_synthesizers_the_sound_bank_plays()
    {
        var song = Room.Compose(
            new SongBrief
            {
                Lyrics = Words.Short,
                Description = "disco without synths",
                Seconds = 60,
                Seed = 4,
            }
        );
        Assert.Equal("disco", song.Style);
        Assert.All(song.Parts, part => Assert.True(part.Patch is null || part.Program is 4 or 5, part.Id));
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Troubadour.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the repository's root");
        }

        return Path.Combine(folder, "patches");
    }

    private static HashSet<string> Names(string pattern) =>
        [.. Directory.EnumerateFiles(Folder(), pattern).Select(path => Path.GetFileNameWithoutExtension(path))];

    private static IEnumerable<string> Kits() =>
        Room.Library.Styles.Values.Select(style => style.Drums.KitPatch).OfType<string>().Distinct();

    private static IEnumerable<string> Named() =>
        Room
            .Library.Styles.Values.SelectMany(style =>
                style
                    .Parts.Select(part => part.Patch)
                    .Append(style.Bass?.Patch)
                    .Append(style.Effects.RiserPatch)
                    .Append(style.Effects.ImpactPatch)
                    .Append(style.Effects.DownlifterPatch)
                    .Concat(style.Effects.Textures.Select(texture => texture.Patch))
            )
            .Concat(Room.Library.Instruments.Values.Select(value => value.Patch))
            .OfType<string>()
            .Distinct();
}
