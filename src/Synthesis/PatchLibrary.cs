using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>The synthesizers' sounds, read from a folder: <c>*.json</c> are patches, <c>kits/*.json</c> drum kits. Immutable; serves any number of threads.</summary>
public sealed class PatchLibrary
{
    private readonly Dictionary<string, Patch> _patches;
    private readonly Dictionary<string, Kit> _kits;

    private PatchLibrary(Dictionary<string, Patch> patches, Dictionary<string, Kit> kits)
    {
        _patches = patches;
        _kits = kits;
        Ids = [.. patches.Keys.Concat(kits.Keys).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every patch's and kit's id, in ordinal order.</summary>
    public IReadOnlyCollection<string> Ids { get; }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Where the patches lie; a file's name without its ending is the id.</param>
    /// <exception cref="PatchException">The folder is missing, or a file holds what is not allowed; says which file, which place and what is.</exception>
    public static PatchLibrary Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new PatchException($"There is no folder {folder} of patches.");
        }

        var patches = new Dictionary<string, Patch>(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            var patch = PatchReader.Read(file);
            patches.Add(patch.Id, patch);
        }

        var kits = new Dictionary<string, Kit>(StringComparer.Ordinal);
        var shelf = Path.Combine(folder, "kits");
        foreach (var file in Files(shelf))
        {
            ReadKit(kits, file, 0);
        }

        var twice = kits.Keys.FirstOrDefault(patches.ContainsKey);
        return twice is null
            ? new PatchLibrary(patches, kits)
            : throw new PatchException($"{folder}: \"{twice}\" is both a patch and a kit.");
    }

    /// <summary>Whether there is such a patch or kit.</summary>
    public bool Has(string id) => _patches.ContainsKey(id) || _kits.ContainsKey(id);

    /// <summary>
    /// Plays a track with the patch it names. Everything is planned here; reading allocates nothing. Sends stay silent. Controllers 7 and 11 follow
    /// the square law of General MIDI; 1 (vibrato), 5, 65, 68 (portamento, legato), 10, 64, 71, 74 and pitch bend act, others do not.
    /// </summary>
    /// <param name="track">Notes, controls and the patch's id.</param>
    /// <param name="rate">Frames a second, 8000 to 192000.</param>
    /// <exception cref="ArgumentException">The track names no patch of this library, or a note or control has a value out of its range.</exception>
    public IStemSource Player(InstrumentTrack track, int rate = SampleRate.House)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 8000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, 192000);
        TrackRules.Check(track);
        if (track.Patch is { } id && _kits.TryGetValue(id, out var kit))
        {
            return new SynthPlayer(track, new DrumVoices(kit, track, rate), kit.Inserts, kit.Level, rate);
        }

        if (track.Patch is null || !_patches.TryGetValue(track.Patch, out var patch))
        {
            throw new ArgumentException(
                $"Track {track.Id} asks for the patch \"{track.Patch}\"; there are {string.Join(", ", Ids)}.",
                nameof(track)
            );
        }

        var plan = new TonePlanner(patch, track, rate).Plan();
        return new SynthPlayer(track, new ToneVoices(patch, plan, rate), patch.Inserts, patch.Level, rate);
    }

    private static string[] Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads a kit, and before it the one that it is like.</summary>
    private static Kit ReadKit(Dictionary<string, Kit> kits, string file, int depth)
    {
        if (kits.TryGetValue(Path.GetFileNameWithoutExtension(file), out var known))
        {
            return known;
        }

        var kit = KitReader.Read(
            file,
            like =>
            {
                var other = Path.Combine(Path.GetDirectoryName(file)!, like + ".json");
                return depth < 8 && File.Exists(other) ? ReadKit(kits, other, depth + 1) : null;
            }
        );
        kits[kit.Id] = kit;
        return kit;
    }
}
