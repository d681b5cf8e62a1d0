namespace Troubadour.Server.Uploads;

/// <summary>An upload that was fetched, read and brought to our form. Its folder lives until this is disposed.</summary>
internal sealed class ReadyUpload(string folder, string format, double seconds) : IDisposable
{
    public const string WavName = "master.wav";
    public const string Mp3Name = "master.mp3";

    /// <summary>Holds the two files and nothing else.</summary>
    public string Folder => folder;

    /// <summary>44.1 kHz, 16-bit, stereo.</summary>
    public string Wav => Path.Combine(folder, WavName);

    /// <summary>44.1 kHz, stereo, 192 kbit/s.</summary>
    public string Mp3 => Path.Combine(folder, Mp3Name);

    /// <summary>What was fetched: mp3, wav, flac, ogg, m4a, aac, aiff or webm.</summary>
    public string Format => format;

    /// <summary>Its length.</summary>
    public double Seconds => seconds;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
