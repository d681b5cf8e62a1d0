using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Troubadour.Singing.Neural;

/// <summary>
/// The files of a bank. Names come from the bank's own configuration and are hostile until shown otherwise: they must stay inside the
/// folder and pass through no link; sizes are bounded. What was read is remembered for the fingerprint.
/// </summary>
internal sealed class BankFolder
{
    /// <summary>Bytes of the longest text file.</summary>
    public const long LongestText = 1 << 20;

    /// <summary>Bytes of the largest model.</summary>
    public const long LargestModel = 1L << 30;

    private readonly string _bank;
    private readonly ConcurrentDictionary<string, string> _digests;

    /// <summary>Opens a folder.</summary>
    /// <param name="path">The folder. It may be a link itself.</param>
    public BankFolder(string path)
        : this(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), Path.GetFullPath(path), []) { }

    private BankFolder(string path, string bank, ConcurrentDictionary<string, string> digests)
    {
        FullPath = path;
        _bank = bank;
        _digests = digests;
    }

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>A folder inside this one, or null where there is none; what is read there counts for the same fingerprint.</summary>
    public BankFolder? Inner(string name) => Directory.Exists(Path.Combine(FullPath, name)) ? Within(name) : null;

    /// <summary>A folder beside this one, or null where there is none.</summary>
    /// <param name="name">A plain name.</param>
    public BankFolder? Beside(string name) =>
        Path.GetDirectoryName(FullPath) is { } parent && Directory.Exists(Path.Combine(parent, name))
            ? new BankFolder(Path.Combine(parent, name), _bank, _digests)
            : null;

    /// <summary>True when the file is there.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(FullPath, name));

    /// <summary>The path of a file that must be there.</summary>
    /// <param name="name">Its name as the configuration says it.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="InvalidDataException">It is missing, or leaves the folder.</exception>
    public string Require(string name, string what)
    {
        var path = Resolve(name, what);
        return File.Exists(path) ? path : throw Refuse($"{what} is missing: {path}");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is missing, leaves the folder or is too large.</exception>
    public byte[] Read(string name, string what, long most)
    {
        var path = Require(name, what);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!file.CanSeek || file.Length > most)
            {
                throw Refuse($"{what} is larger than the {most} bytes that are allowed: {path}");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            _digests[Path.GetRelativePath(_bank, path)] = Convert.ToHexString(SHA256.HashData(bytes));
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && e is not InvalidDataException)
        {
            throw Refuse($"{what} cannot be read: {path}: {e.Message}", e);
        }
    }

    /// <summary>Reads a text file in UTF-8.</summary>
    /// <exception cref="InvalidDataException">It is missing, leaves the folder or is too large.</exception>
    public string ReadText(string name, string what) =>
        Encoding.UTF8.GetString(Read(name, what, LongestText)).TrimStart('\uFEFF');

    /// <summary>SHA-256 over the names and contents of all that was read so far, in hexadecimal.</summary>
    public string Fingerprint(string version)
    {
        var lines = new StringBuilder(version).Append('\n');
        foreach (var (name, digest) in _digests.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            lines.Append(CultureInfo.InvariantCulture, $"{name}\0{digest}\n");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
    }

    /// <summary>An exception that names the bank.</summary>
    public InvalidDataException Refuse(string sentence, Exception? inner = null) =>
        new($"The voicebank {_bank} cannot be used: {sentence}.", inner);

    private BankFolder Within(string name) => new(Path.Combine(FullPath, name), _bank, _digests);

    private string Resolve(string name, string what)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length is 0 or > 16
            || name.Length > 512
            || name[0] is '/' or '\\'
            || Array.Exists(parts, part => part is ".." or "." || part.Contains(':') || part.Contains('\0'))
        )
        {
            throw Refuse($"{what} has the name \"{Shown(name)}\", which is no name of a file in its folder");
        }

        var path = FullPath;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw Refuse($"{what} is a link, which is not followed: {path}");
            }
        }

        return path;
    }

    private static string Shown(string name)
    {
        var shown = string.Concat(name.Where(c => !char.IsControl(c)));
        return shown.Length > 80 ? shown[..80] + "…" : shown;
    }
}
