using System.Text.Json;

namespace Troubadour.Moving.Backups;

/// <summary>Says what a backup holds; it is written last.</summary>
/// <param name="Program">The version of the program that took it.</param>
/// <param name="TakenAt">When the books were copied.</param>
/// <param name="DatabaseBytes">The length of the books' file.</param>
/// <param name="DatabaseSha256">SHA-256 of the books' file, lower-case hexadecimal.</param>
/// <param name="Tables">The books' tables.</param>
/// <param name="Files">How many files the books name.</param>
/// <param name="FileBytes">Their length together.</param>
/// <param name="HasWebhookSecret">True when the secret that signs webhooks is with it.</param>
public sealed record BackupManifest(
    string Program,
    DateTimeOffset TakenAt,
    long DatabaseBytes,
    string DatabaseSha256,
    IReadOnlyList<TableCount> Tables,
    long Files,
    long FileBytes,
    bool HasWebhookSecret
)
{
    private const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads one.</summary>
    /// <exception cref="MovingException">There is none, or it is none.</exception>
    public static BackupManifest Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new MovingException($"'{Path.GetDirectoryName(path)}' is no finished backup: it has no manifest.");
        }

        try
        {
            return
                new FileInfo(path).Length <= MostBytes
                && JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(path), Layout)
                    is { Tables: not null } read
                ? read
                : throw new MovingException($"'{path}' is no manifest of a backup.");
        }
        catch (JsonException e)
        {
            throw new MovingException($"'{path}' is no manifest of a backup.", e);
        }
    }

    /// <summary>It as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Layout);
}
