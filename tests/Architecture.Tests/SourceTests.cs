using System.Text.RegularExpressions;

namespace Troubadour.Architecture.Tests;

/// <summary>How the sources are laid out.</summary>
public partial class SourceTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Every_source_project_has_its_tests()
    {
        var tested = Directory
            .EnumerateDirectories(Path.Combine(House.Root(), "tests"))
            .Select(Path.GetFileName)
            .ToHashSet();
        // A database provider is tested by the contract tests of what it provides for.
        var missing = House.Projects.Where(name =>
            !tested.Contains(name + ".Tests") && !tested.Contains(name.Split('.')[0] + ".Tests")
        );
        Assert.Empty(missing);
    }

    [Fact]
    public void A_file_holds_one_public_type_and_carries_its_name()
    {
        var breaches =
            from file in Sources("src")
            let names = PublicType()
                .Matches(File.ReadAllText(file))
                .Select(match => match.Groups["name"].Value)
                .ToList()
            where names.Distinct().Count() > 1 || (names.Count == 1 && names[0] != Path.GetFileName(file).Split('.')[0])
            select $"{House.Name(file)}: {string.Join(", ", names)}";
        Assert.Empty(breaches);
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var breaches =
            from file in Sources("src").Concat(Sources("tests")).Concat(Sources("bench"))
            where !file.Contains("Migrations", StringComparison.Ordinal)
            let lines = File.ReadLines(file).Count()
            where lines > LongestFile
            select $"{House.Name(file)}: {lines} lines";
        Assert.Empty(breaches);
    }

    [Fact]
    public void Half_of_all_source_files_are_short()
    {
        var lengths = Sources("src")
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal))
            .Select(f => File.ReadLines(f).Count())
            .Order()
            .ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 100);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 200);
    }

    [Fact]
    public void The_repository_names_no_folder_of_a_machine_it_was_written_on()
    {
        var breaches =
            from file in House.Files(
                "*.cs",
                "*.csproj",
                "*.props",
                "*.targets",
                "*.slnx",
                "*.md",
                "*.json",
                "*.txt",
                "*.yml",
                "*.yaml",
                "*.sh",
                "*.config",
                "LICENSE",
                "NOTICE",
                "troubadour",
                "Dockerfile"
            )
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where MachinePath().IsMatch(line.Text)
            select $"{House.Name(file)}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(breaches);
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var start = Path.Combine(House.Root(), folder) + Path.DirectorySeparatorChar;
        return House.Files("*.cs").Where(file => file.StartsWith(start, StringComparison.Ordinal));
    }

    // Types at the outer level only: those start at the line's beginning.
    [GeneratedRegex(
        @"(?m)^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \w+) (?<name>\w+)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex PublicType();

    // The parts are written apart, so that this file does not name what it looks for.
    [GeneratedRegex(
        @"(?<![\w.])/(?:wor" + @"k|far" + @"m|roo" + @"t|hom" + @"e/\w+)(?:/|\b)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex MachinePath();
}
