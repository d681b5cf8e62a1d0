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

    /// <summary>Boats and five lines more, of eight syllables each, for what is measured over many words.</summary>
    public static readonly ImmutableArray<ImmutableArray<SungWord>> Stanza =
    [
        Boats,
        [
            Word("hold", true, "hh ow1 l d"),
            Word("my", false, "m ay0"),
            Word("hand", true, "hh ae1 n d"),
            Word("until", false, "ax0 n", "t ih1 l"),
            Word("the", false, "dh ax0"),
            Word("morning", true, "m ao1 r", "n ih0 ng"),
        ],
        [
            Word("silver", true, "s ih1 l", "v er0"),
            Word("moon", true, "m uw1 n"),
            Word("above", false, "ax0", "b ah1 v"),
            Word("the", false, "dh ax0"),
            Word("water", true, "w ao1", "t er0"),
        ],
        [
            Word("we", false, "w iy0"),
            Word("are", false, "aa0 r"),
            Word("dancing", true, "d ae1 n", "s ih0 ng"),
            Word("in", false, "ih0 n"),
            Word("the", false, "dh ax0"),
            Word("kitchen", true, "k ih1", "ch ax0 n"),
        ],
        [
            Word("every", true, "eh1 v", "r iy0"),
            Word("stranger", true, "s t r ey1 n", "jh er0"),
            Word("knows", true, "n ow1 z"),
            Word("a", false, "ax0"),
            Word("story", true, "s t ao1", "r iy0"),
        ],
        [
            Word("take", true, "t ey1 k"),
            Word("the", false, "dh ax0"),
            Word("longest", true, "l ao1 ng", "g ax0 s t"),
            Word("road", true, "r ow1 d"),
            Word("to", false, "t uw0"),
            Word("find", true, "f ay1 n d"),
            Word("me", false, "m iy0"),
        ],
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
