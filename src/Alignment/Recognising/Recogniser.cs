using System.Buffers.Binary;
using System.Globalization;

namespace Troubadour.Alignment;

/// <summary>Finds words in passages of a recording, by a recogniser in a process of its own.</summary>
/// <param name="options">Where it is and what it may cost.</param>
/// <param name="sheet">The words.</param>
/// <param name="samples">The recording: mono, 16 kHz.</param>
internal sealed class Recogniser(AlignmentOptions options, LyricSheet sheet, float[] samples)
{
    // The recogniser levels sounds by their means; this leaves room above, and much below.
    private const float Peak = 0.7f * short.MaxValue;

    private readonly string _dictionary = WordDictionary.Write(sheet, WordDictionary.Known(sheet, Beside(options)));

    /// <summary>Whether the acoustic model is there.</summary>
    public static bool IsInstalled(AlignmentOptions options) =>
        File.Exists(Path.Combine(options.AcousticModel, "mdef"));

    /// <summary>Finds the words of passages.</summary>
    /// <returns>For each passage its words; none where they were not found, or where the recogniser could not do its work.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<List<HeardWord>> Find(IReadOnlyList<Passage> passages, CancellationToken cancellation)
    {
        using var folder = new WorkFolder(options.WorkFolder ?? Path.GetTempPath());
        Write(folder.FullName, passages);
        var results = Path.Combine(folder.FullName, "words");
        var heard = passages.Select(_ => new List<HeardWord>()).ToList();
        if (!RecogniserProcess.Run(RecogniserCommand.Arguments(options), folder.FullName, cancellation))
        {
            return heard;
        }

        foreach (var line in File.Exists(results) ? File.ReadLines(results) : [])
        {
            var name = line.Split(' ', 2)[0];
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < passages.Count)
            {
                heard[i] = HeardWords.Read(line, passages[i].Start);
            }
        }

        return heard;
    }

    private void Write(string folder, IReadOnlyList<Passage> passages)
    {
        File.WriteAllText(Path.Combine(folder, "dict"), _dictionary);
        File.WriteAllLines(Path.Combine(folder, "passages"), Enumerable.Range(0, passages.Count).Select(Name));
        for (var i = 0; i < passages.Count; i++)
        {
            var file = Path.Combine(folder, Name(i));
            File.WriteAllText(file + ".fsg", WordGrammar.Write(passages[i], sheet));
            File.WriteAllBytes(file + ".raw", Cut(passages[i]));
        }
    }

    private byte[] Cut(Passage passage)
    {
        var from = Math.Clamp((int)(passage.Start * Sound.Rate), 0, samples.Length);
        var to = Math.Clamp((int)(passage.End * Sound.Rate), from, samples.Length);
        var sound = samples.AsSpan(from, to - from);
        var loudest = 1e-6f;
        foreach (var sample in sound)
        {
            loudest = Math.Max(loudest, Math.Abs(sample));
        }

        var bytes = new byte[2 * sound.Length];
        for (var i = 0; i < sound.Length; i++)
        {
            var value = (short)Math.Round(Peak / loudest * sound[i]);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(2 * i), value);
        }

        return bytes;
    }

    private static string Name(int i) => i.ToString(CultureInfo.InvariantCulture);

    // Debian's dictionary lies beside the model's folder and has its name.
    private static string Beside(AlignmentOptions options)
    {
        var model = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.AcousticModel));
        return Path.Combine(Path.GetDirectoryName(model) ?? "", $"cmudict-{Path.GetFileName(model)}.dict");
    }
}
