using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Alignment.Tests;

/// <summary>The installed voice and words, and a small song that the voice has sung.</summary>
internal static class Fixtures
{
    public const string Lyrics =
        "[Verse]\nPaper boats along the river\nHold my hand until the morning\n[Chorus]\nSilver moon above the water";

    private const string Voice =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";

    private static readonly double[] Starts = [2.0, 7.5, 12.0];
    private static readonly double[] Tune = [62, 64, 66, 64, 62, 59, 61, 62];

    private static readonly Lazy<Pronouncer> Words = new(() =>
        Pronouncer.Load("/usr/share/festival/dicts/cmu/cmudict-0.4.out")
    );

    private static readonly Lazy<Singer> SharedSinger = new(() => new Singer(HtsVoice.Load(Voice)));
    private static readonly Lazy<(AudioBuffer, ImmutableArray<double>)> Sung = new(() => Sing(Lyrics, Starts, 18));

    public static Pronouncer Pronouncer => Words.Value;

    public static ISinger Singer => SharedSinger.Value;

    /// <summary>The song's voice, 18 s, and when each of its fifteen words starts. To be read only.</summary>
    public static (AudioBuffer Voice, ImmutableArray<double> Starts) Song => Sung.Value;

    public static WordAligner Aligner(AlignmentOptions? options = null, TimeProvider? clock = null) =>
        new(options ?? new AlignmentOptions(), Pronouncer, () => Singer, clock);

    public static WordAligner RecogniserAlone(AlignmentOptions? options = null, TimeProvider? clock = null) =>
        new(options ?? new AlignmentOptions(), Pronouncer, null, clock);

    public static WordAligner SingerAlone() => Aligner(new AlignmentOptions { UseRecogniser = false });

    /// <summary>Sings lines, each from a second of its own, half a second a syllable.</summary>
    public static (AudioBuffer Voice, ImmutableArray<double> Starts) Sing(
        string lyrics,
        double[] starts,
        double seconds
    )
    {
        var sound = new AudioBuffer((int)(seconds * SampleRate.House));
        var words = ImmutableArray.CreateBuilder<double>();
        var lines = LyricsReader.Read(lyrics).SelectMany(section => section.Lines).Select(line => line.Text);
        foreach (var (line, start) in lines.Zip(starts))
        {
            var sung = Pronouncer.For(lyrics).Line(line);
            var notes = Enumerable
                .Range(0, sung.Sum(word => word.Syllables.Length))
                .Select(i => new SungNote(start + 0.5 * i, start + 0.5 * (i + 1), Tune[i % Tune.Length], i));
            var phrase = Singer.Sing(
                new PhraseScore(sung, [.. notes], VoiceLayer.Lead, 0.6, 1, false, 0),
                new VoiceSpec(Gender.Female, Timbre.Bright),
                7
            );
            words.AddRange(phrase.Words.Select(word => word.Start));
            var from = (int)Math.Round(phrase.Start * SampleRate.House);
            for (var i = 0; i < phrase.Samples.Length && from + i < sound.Length; i++)
            {
                sound.Left[from + i] += phrase.Samples[i];
                sound.Right[from + i] += phrase.Samples[i];
            }
        }

        return (sound, words.ToImmutable());
    }

    /// <summary>What must hold of every answer.</summary>
    public static void CheckLaws(AlignedLyrics found, string lyrics, double seconds)
    {
        var written = LyricsReader.Read(lyrics).SelectMany(section => section.Lines).Select(line => line.Shown);
        Assert.Equal(Letters(written), Letters(found.Words.Select(word => word.Text)));
        var end = 0.0;
        foreach (var word in found.Words)
        {
            Assert.True(word.Start >= end, $"{word} starts before {end}.");
            Assert.True(word.End > word.Start, $"{word} has no length.");
            Assert.True(word.End <= seconds, $"{word} ends after {seconds}.");
            Assert.Equal(word.Success, word.Confidence > 0);
            Assert.InRange(word.Confidence, 0, 1);
            end = word.End;
        }

        Assert.All(found.Lines, line => Assert.NotEmpty(line.Words));
    }

    private static string Letters(IEnumerable<string> texts) =>
        string.Concat(texts.SelectMany(text => text.Where(char.IsLetterOrDigit)));
}
