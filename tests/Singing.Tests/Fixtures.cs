using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Tests;

/// <summary>The installed voice, and phrases written out by hand.</summary>
internal static class Fixtures
{
    public const string VoicePath =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
    public const int Rate = 44100;

    public static readonly VoiceSpec Warm = new(Gender.Female, Timbre.Warm);

    private static readonly Lazy<HtsVoice> LoadedVoice = new(() => HtsVoice.Load(VoicePath));
    private static readonly Lazy<Singer> SharedSinger = new(() => new Singer(Voice));

    public static HtsVoice Voice => LoadedVoice.Value;

    public static Singer Singer => SharedSinger.Value;

    /// <summary>"paper boats along the river": eight syllables.</summary>
    public static readonly ImmutableArray<SungWord> Boats =
    [
        Word("paper", true, "p ey1", "p er0"),
        Word("boats", true, "b ow1 t s"),
        Word("along", false, "ax0", "l ao1 ng"),
        Word("the", false, "dh ax0"),
        Word("river", true, "r ih1", "v er0"),
    ];

    /// <summary>"say my name": three syllables of all kinds of consonants.</summary>
    public static readonly ImmutableArray<SungWord> Name =
    [
        Word("say", true, "s ey1"),
        Word("my", false, "m ay1"),
        Word("name", true, "n ey1 m"),
    ];

    public static SungWord Word(string text, bool isContent, params string[] syllables) =>
        new(
            text,
            isContent,
            [
                .. syllables.Select(s => new Syllable(
                    [.. s.Split(' ').Select(p => p.TrimEnd('0', '1', '2'))],
                    s.Contains('1', StringComparison.Ordinal) ? 1 : 0
                )),
            ]
        );

    /// <summary>One note a syllable.</summary>
    public static PhraseScore Phrase(
        ImmutableArray<SungWord> words,
        double[] pitches,
        double[] seconds,
        double start = 1,
        VoiceLayer layer = VoiceLayer.Lead,
        double effort = 0.6,
        double vibrato = 1,
        bool rap = false
    )
    {
        var notes = ImmutableArray.CreateBuilder<SungNote>();
        for (var i = 0; i < pitches.Length; i++)
        {
            notes.Add(new SungNote(start, start + seconds[i], pitches[i], i));
            start += seconds[i];
        }

        return new PhraseScore(words, notes.ToImmutable(), layer, effort, vibrato, rap, 0);
    }

    /// <summary>The boats on a plain tune.</summary>
    public static PhraseScore BoatSong(
        VoiceLayer layer = VoiceLayer.Lead,
        double effort = 0.6,
        double shift = 0,
        bool rap = false
    ) =>
        Phrase(
            Boats,
            [.. new double[] { 67, 69, 71, 69, 67, 64, 62, 60 }.Select(p => p + shift)],
            [0.5, 0.5, 0.8, 0.35, 0.6, 0.35, 0.5, 1.2],
            layer: layer,
            effort: effort,
            rap: rap
        );
}
