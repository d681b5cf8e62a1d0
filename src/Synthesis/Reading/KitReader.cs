using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>Reads a kit file. <c>docs/patches.md</c> explains its fields.</summary>
internal static class KitReader
{
    /// <summary>Reads one file; its name is the kit's id.</summary>
    /// <param name="file">The file.</param>
    /// <param name="find">Reads the kit that this one is like, by its id.</param>
    /// <exception cref="PatchException">Something in it is not allowed.</exception>
    public static Kit Read(string file, Func<string, Kit?> find)
    {
        var node = SheetNode.Open(file);
        var kit = Read(node, Path.GetFileNameWithoutExtension(file), find);
        node.Done();
        return kit;
    }

    /// <summary>Reads an object as the kit of an id.</summary>
    public static Kit Read(SheetNode node, string id, Func<string, Kit?> find)
    {
        node.Text("about");
        var like = node.Text("like");
        var parent = like is null ? null : find(like) ?? throw node.Wrong("like", $"there is no kit \"{like}\"");
        var level = node.Number("level", -60, 24, 0);
        var inserts = node.List("inserts", 6, PatchReader.Insert);
        var own = node.Child("drums", n => n.Named(DrumKeys.ByName.Keys.Order(StringComparer.Ordinal), Drum)) ?? [];
        var drums = parent is null ? [] : new Dictionary<int, DrumSheet>(parent.Drums);
        foreach (var (name, drum) in own)
        {
            drums[DrumKeys.ByName[name]] = drum;
        }

        var missing = DrumKeys
            .ByName.OrderBy(pair => pair.Value)
            .FirstOrDefault(pair => !drums.ContainsKey(pair.Value));
        if (missing.Key is not null && !node.IsDescription)
        {
            throw node.Wrong(
                "drums",
                $"\"{missing.Key}\" is missing; a kit has every drum, its own or the ones of the kit it is like"
            );
        }

        return new Kit(id, level, drums, inserts);
    }

    private static DrumSheet Drum(SheetNode n) =>
        new()
        {
            Level = n.Number("level", -60, 24, 0),
            Pan = n.Number("pan", -1, 1, 0),
            Choke = n.Count("choke", 0, 16, 0),
            Rings = n.Flag("rings"),
            Velocity = n.Number("velocity", 0, 40, 16),
            Brightness = n.Number("brightness", 0, 36, 4),
            Variety = n.Number("variety", 0, 1, 0.4),
            Drive = n.Number("drive", -60, 36, -60),
            Parts =
                n.List("parts", 6, Part) is var parts && (parts.Length > 0 || n.IsDescription)
                    ? parts
                    : throw n.Wrong("parts", "one to six are needed"),
        };

    private static DrumPartSheet Part(SheetNode n) =>
        new()
        {
            Kind = n.Choice<DrumPartKind>("kind"),
            Level = n.Number("level", -60, 24, 0),
            Delay = n.Number("delay", 0, 0.2, 0),
            Attack = n.Number("attack", 0, 2, 0.0004),
            Hold = n.Number("hold", 0, 2, 0),
            Decay = n.Number("decay", 0.002, 20),
            Bursts = n.Count("bursts", 1, 8, 1),
            Gap = n.Number("gap", 0.002, 0.1, 0.01),
            Pitch = n.Number("pitch", 20, 12000, 200),
            Bend = n.Number("bend", -48, 72, 0),
            BendTime = n.Number("bendTime", 0.001, 2, 0.03),
            Wave = n.Choice<DrumWave>("wave", DrumWave.Sine),
            Phase = n.Number("phase", 0, 360, 0),
            Partials = n.Numbers("partials", 0.1, 40, 8) is { Length: > 0 } partials ? partials : [1],
            Fall = n.Number("fall", -12, 24, 3),
            Clock = n.Number("clock", 0, 22050, 0),
            Filters = n.List("filters", 3, PatchReader.Filter),
            Sweep = n.Number("sweep", -72, 72, 0),
        };
}
