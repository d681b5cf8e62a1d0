using System.Globalization;
using Troubadour.Composing.Measures;
using Troubadour.Lyrics;

namespace Troubadour.Composing.Bench;

/// <summary>What the command line asks for.</summary>
internal sealed class Options(string[] args)
{
    public string Text(string name, string usual)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : usual;
    }

    public int Number(string name, int usual) =>
        int.Parse(Text(name, usual.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    /// <summary>The corpora that an option or the environment names; null for none.</summary>
    public Corpora? Corpora() =>
        Text("corpora", "") is { Length: > 0 } folder ? new(folder) : Measures.Corpora.FromEnvironment();

    public static Pronouncer Words() => Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out");

    public static SongSet Songs() =>
        new(Path.Combine(AppContext.BaseDirectory, "styles"), Path.Combine("bench", "lyrics"), Words());
}
