using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Troubadour.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public class DirectionTests
{
    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader()
        .LoadAssemblies([.. House.Projects.Select(House.AssemblyOf)])
        .Build();

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Music"] = [],
        ["Audio"] = [],
        ["Lyrics"] = ["Music"],
        ["Writing"] = ["Music", "Lyrics"],
        ["Composing"] = ["Music", "Lyrics"],
        ["Singing"] = ["Music", "Audio"],
        ["Singing.Neural"] = ["Music", "Audio", "Singing"],
        ["Rendering"] = ["Music", "Audio"],
        ["Synthesis"] = ["Music", "Audio"],
        ["Mixing"] = ["Audio"],
        ["Analysis"] = ["Music", "Audio"],
        ["Ingest"] = ["Audio"],
        ["Separation"] = ["Audio"],
        ["Transcription"] = ["Music", "Analysis"],
        ["Portraits"] = ["Music", "Audio", "Analysis"],
        ["Alignment"] = ["Music", "Audio", "Lyrics", "Singing", "Analysis"],
        ["Pictures"] = ["Music"],
        ["Engine"] =
        [
            "Music",
            "Audio",
            "Lyrics",
            "Composing",
            "Singing",
            "Singing.Neural",
            "Rendering",
            "Synthesis",
            "Mixing",
            "Analysis",
            "Ingest",
            "Separation",
            "Transcription",
            "Portraits",
            "Alignment",
            "Pictures",
        ],
        ["Storage"] = [],
        ["Storage.S3"] = ["Storage"],
        ["Bookkeeping"] = [],
        ["Bookkeeping.Sqlite"] = ["Bookkeeping"],
        ["Bookkeeping.Postgres"] = ["Bookkeeping"],
        ["Server"] =
        [
            "Music",
            "Audio",
            "Lyrics",
            "Writing",
            "Engine",
            "Ingest",
            "Bookkeeping",
            "Bookkeeping.Sqlite",
            "Bookkeeping.Postgres",
            "Storage",
            "Storage.S3",
        ],
        ["Cli"] = [.. House.Projects.Where(name => name != "Cli")],
    };

    private static readonly string[] UnderEngine =
    [
        "Music",
        "Audio",
        "Lyrics",
        "Composing",
        "Singing",
        "Singing.Neural",
        "Rendering",
        "Synthesis",
        "Mixing",
        "Analysis",
        "Ingest",
        "Separation",
        "Transcription",
        "Portraits",
        "Alignment",
        "Pictures",
        "Engine",
    ];

    private static readonly string[] Outside =
    [
        "Microsoft.AspNetCore",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.Data.Sqlite",
        "Npgsql",
        "Amazon",
        "Quartz",
        "System.Net.Http",
        "System.Net.Sockets",
    ];

    public static TheoryData<string> Projects => [.. House.Projects];

    public static TheoryData<string> EngineProjects => [.. UnderEngine];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_lies_below_it(string project)
    {
        Assert.True(Allowed.ContainsKey(project), $"Say here what {project} may know.");
        foreach (var other in House.Projects.Where(other => other != project && !Allowed[project].Contains(other)))
        {
            Types()
                .That()
                .ResideInAssembly(House.AssemblyOf(project))
                .Should()
                .NotDependOnAny(Types().That().ResideInAssembly(House.AssemblyOf(other)))
                .WithoutRequiringPositiveResults()
                .Check(Loaded);
            Assert.DoesNotContain(
                House.AssemblyOf(project).GetReferencedAssemblies(),
                reference => reference.Name == House.AssemblyOf(other).GetName().Name
            );
        }
    }

    [Theory]
    [MemberData(nameof(EngineProjects))]
    public void Nothing_at_or_under_the_engine_knows_a_network_or_a_database(string project) =>
        Assert.DoesNotContain(
            House.AssemblyOf(project).GetReferencedAssemblies(),
            reference => Outside.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal))
        );

    [Fact]
    public void Bookkeeping_knows_no_audio_project()
    {
        foreach (var project in House.Projects.Where(name => name.StartsWith("Bookkeeping", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(
                House.AssemblyOf(project).GetReferencedAssemblies(),
                reference => UnderEngine.Any(name => reference.Name == "Troubadour." + name)
            );
        }
    }

    [Fact]
    public void Families_do_not_see_each_other()
    {
        var families = Loaded
            .Classes.Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith("Troubadour.Server.Families.", StringComparison.Ordinal))
            .Select(name => string.Join('.', name.Split('.').Take(4)))
            .Distinct()
            .ToList();
        Assert.True(families.Count >= 2);
        foreach (var family in families)
        {
            foreach (var other in families.Where(other => other != family))
            {
                Types()
                    .That()
                    .ResideInNamespaceMatching($"^{family.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)")
                    .Should()
                    .NotDependOnAny(
                        Types()
                            .That()
                            .ResideInNamespaceMatching($"^{other.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)")
                    )
                    .Check(Loaded);
            }
        }
    }

    [Fact]
    public void What_families_share_knows_no_family() =>
        Types()
            .That()
            .ResideInNamespaceMatching(
                @"^Troubadour\.Server\.(Http|Working|Settings|Telemetry|OpenApi|Hooks|Outgoing|Uploads|Making|Moderating|Words|Keeping|V1)(\.|$)"
            )
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^Troubadour\.Server\.Families(\.|$)"))
            .Check(Loaded);

    [Fact]
    public void No_state_is_shared_through_a_field()
    {
        var shared =
            from project in House.Projects
            from type in House.AssemblyOf(project).GetTypes()
            where type.Namespace?.StartsWith("Troubadour", StringComparison.Ordinal) == true
            where !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false)
            from field in type.GetFields(
                System.Reflection.BindingFlags.Static
                    | System.Reflection.BindingFlags.Public
                    | System.Reflection.BindingFlags.NonPublic
                    | System.Reflection.BindingFlags.DeclaredOnly
            )
            where !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith('<')
            select $"{type.FullName}.{field.Name}";
        Assert.Empty(shared);
    }
}
