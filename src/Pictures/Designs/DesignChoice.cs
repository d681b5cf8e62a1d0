using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Pictures;

/// <summary>Which designs suit which styles.</summary>
internal static class DesignChoice
{
    /// <summary>Every design.</summary>
    public static ImmutableArray<ICoverDesign> All { get; } =
    [
        new Sunburst(),
        new Rainbow(),
        new Ridges(),
        new Sea(),
        new Weave(),
        new Stars(),
        new Skyline(),
        new Grooves(),
        new Folds(),
        new Flow(),
        new Dots(),
        new Bloom(),
    ];

    private static readonly ImmutableArray<(string Words, string Designs)> Families =
    [
        ("hop trap rap rnb funk soul disco", "Skyline Dots Grooves Sunburst Weave"),
        ("electronic house dj bass wave chiptune industrial future", "Dots Sunburst Folds Flow Skyline Grooves"),
        ("rock punk", "Sunburst Folds Flow Grooves Skyline Ridges"),
        ("folk country celtic acoustic waltz kids christmas", "Ridges Weave Bloom Rainbow Sea"),
        ("jazz bossa latin reggae afrobeat", "Weave Dots Sea Grooves Rainbow Flow"),
        ("ambient lofi piano ballad cinematic", "Sea Stars Ridges Flow Bloom"),
        ("orchestral epic trailer", "Ridges Stars Folds Sunburst"),
        ("gufeng chinese chinoiserie", "Ridges Bloom Sea Stars"),
        ("pop corporate", "Rainbow Bloom Sunburst Dots Folds Sea"),
    ];

    /// <summary>Chooses a design: seven times in eight one of its style's family, else any.</summary>
    public static ICoverDesign Of(string style, RandomStream random)
    {
        var words = style.Split('-');
        var family = Families.FirstOrDefault(each => each.Words.Split(' ').Any(word => words.Contains(word))).Designs;
        var any = random.Pick(All);
        if (family is null || random.Chance(0.125))
        {
            return any;
        }

        var name = random.Pick(family.Split(' '));
        return All.First(design => design.GetType().Name == name);
    }
}
