using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// A name for what a file sounds like: the SHA-256 of its sound as 16-bit stereo, little end first, in lower-case hexadecimal. Two files of
/// other formats without loss, or with other tags, have one name; two codings with loss have not (a <see cref="Fingerprint"/> has).
/// </summary>
public static class ContentHash
{
    /// <summary>The name of sound in memory.</summary>
    /// <param name="audio">Its rate is not part of the name: bring it to 44.1 kHz first.</param>
    public static string Of(AudioBuffer audio)
    {
        ArgumentNullException.ThrowIfNull(audio);
        using var hasher = new ContentHasher();
        hasher.Add(audio.Left, audio.Right);
        return hasher.Finish();
    }
}
