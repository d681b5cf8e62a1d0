using Troubadour.Moving.Files;

namespace Troubadour.Moving.Backups;

/// <summary>A backup that was taken.</summary>
/// <param name="Manifest">What it holds.</param>
/// <param name="Files">What became of its files.</param>
public sealed record BackupReport(BackupManifest Manifest, FileReport Files);
