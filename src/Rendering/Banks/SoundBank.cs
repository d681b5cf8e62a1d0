using System.Buffers;
using System.Collections.Immutable;

namespace Troubadour.Rendering;

/// <summary>
/// A SoundFont bank: sf2 (16-bit samples; the 24-bit extension is not used) or sf3 (Ogg Vorbis samples, decoded when first played).
/// After the "SoundFont Technical Specification 2.04" (E-mu/Creative 2006). Safe for any number of threads; what a player renders from it
/// does not depend on who used it before.
/// </summary>
public sealed class SoundBank : IDisposable
{
    /// <summary>Bytes of decoded samples kept for the next player, unless said otherwise.</summary>
    public const long DefaultCacheBytes = 256L << 20;

    private readonly IMemoryOwner<byte>? _owner;
    private readonly Dictionary<(int Bank, int Program), Preset> _byNumber = [];

    private SoundBank(ReadOnlyMemory<byte> file, IMemoryOwner<byte>? owner, long cacheBytes)
    {
        _owner = owner;
        var contents = BankParser.Parse(file.Span);
        Name = contents.Name;
        Samples = new SampleStore(file[contents.Samples], cacheBytes);
        Presets =
        [
            .. contents.Presets.Select(p => new Preset(p, contents)).OrderBy(p => p.Bank).ThenBy(p => p.Program),
        ];
        foreach (var preset in Presets)
        {
            _byNumber.TryAdd((preset.Bank, preset.Program), preset);
        }
    }

    /// <summary>The bank's own name.</summary>
    public string Name { get; }

    /// <summary>All presets by bank, then program.</summary>
    public ImmutableArray<Preset> Presets { get; }

    internal SampleStore Samples { get; }

    /// <summary>Opens a bank file. The file is mapped into memory, so it must not be changed while it is in use.</summary>
    /// <param name="path">An .sf2 or .sf3 file of up to 2 GiB.</param>
    /// <param name="cacheBytes">Decoded samples to keep for later players, in bytes.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="SoundBankException">The file is no sound bank, or a broken one.</exception>
    public static SoundBank Load(string path, long cacheBytes = DefaultCacheBytes)
    {
        var file = new MappedFile(path);
        try
        {
            return new SoundBank(file.Memory, file, cacheBytes);
        }
        catch
        {
            ((IDisposable)file).Dispose();
            throw;
        }
    }

    /// <summary>Opens a bank that is already in memory. The bytes must not be changed afterwards.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cacheBytes">Decoded samples to keep for later players, in bytes.</param>
    /// <exception cref="SoundBankException">The bytes are no sound bank, or a broken one.</exception>
    public static SoundBank Load(ReadOnlyMemory<byte> file, long cacheBytes = DefaultCacheBytes) =>
        new(file, null, cacheBytes);

    /// <summary>
    /// The preset of this number, or the nearest by the habits of General MIDI: a missing variation bank falls back to bank 0, a missing kit to
    /// the standard kit (bank 128, program 0). Null if there is none of these.
    /// </summary>
    /// <param name="bank">0 to 127, or 128 for percussion.</param>
    /// <param name="program">0 to 127.</param>
    public Preset? Find(int bank, int program)
    {
        if (_byNumber.TryGetValue((bank, program), out var preset))
        {
            return preset;
        }

        var fallback = bank == Music.InstrumentTrack.PercussionBank ? (bank, 0) : (0, program);
        return _byNumber.GetValueOrDefault(fallback);
    }

    /// <summary>Gives the file back. Players that were made before keep playing.</summary>
    public void Dispose() => _owner?.Dispose();
}
