using Troubadour.Composing.Tests.Shared;

namespace Troubadour.Composing.Tests.Styles;

public class ValuesTableTests
{
    [Fact]
    public void The_table_of_words_says_what_the_values_files_say()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Troubadour.slnx")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("There is no Troubadour.slnx above the tests.");
        }

        var fresh = ValuesTable.Of(Room.Library);
        var beside = Path.Combine(AppContext.BaseDirectory, "values.md");
        File.WriteAllText(beside, fresh);
        var written = Path.Combine(folder.FullName, "docs", "values.md");
        Assert.True(
            File.Exists(written) && File.ReadAllText(written) == fresh,
            $"docs/values.md is behind styles/values: copy {beside} over it."
        );
    }
}
