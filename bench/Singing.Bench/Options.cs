using System.Globalization;
using Troubadour.Music;

namespace Troubadour.Singing.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>The first word.</summary>
    public string Set => args.FirstOrDefault("");

    public Timbre Timbre => Enum.Parse<Timbre>(Text("timbre", nameof(Timbre.Warm)), ignoreCase: true);

    public Gender[] Genders =>
        Text("genders", "both") switch
        {
            "f" => [Gender.Female],
            "m" => [Gender.Male],
            _ => [Gender.Female, Gender.Male],
        };

    public int Lines => Number("lines", Has("quick") ? 14 : int.MaxValue);

    public int Jobs => Number("jobs", 1);

    public bool Open => !Has("no-open") && !Has("quick");

    public bool Has(string flag) => args.Contains("--" + flag);

    public string Text(string name, string usual)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : usual;
    }

    private int Number(string name, int usual) =>
        int.Parse(Text(name, usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
