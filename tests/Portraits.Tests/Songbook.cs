using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Portraits.Tests;

/// <summary>Clips of our own singer, and sounds that are no voice.</summary>
internal static class Songbook
{
    private const string VoicePath =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";

    private static readonly Lazy<Singer> SharedSinger = new(() => new Singer(HtsVoice.Load(VoicePath)));

    // "every stranger knows a story", "take the longest road to find me", "silver moon above the water", by their phones.
    private static readonly ImmutableArray<SungWord>[] Lines =
    [
        [Word("eh1 v", "r iy"), Word("s t r ey1 n", "jh er"), Word("n ow1 z"), Word("ax"), Word("s t ao1", "r iy")],
        [
            Word("t ey1 k"),
            Word("dh ax"),
            Word("l ao1 ng", "g ax s t"),
            Word("r ow1 d"),
            Word("t uw"),
            Word("f ay1 n d"),
            Word("m iy"),
        ],
        [Word("s ih1 l", "v er"), Word("m uw1 n"), Word("ax", "b ah1 v"), Word("dh ax"), Word("w ao1", "t er")],
    ];

    private static readonly int[] Tune = [0, 2, 4, 2, 5, 4, 2, 0];

    /// <summary>Three lines, about 15 s.</summary>
    public static AudioBuffer Sung(VoiceSpec voice, double centre)
    {
        var clip = new AudioBuffer(18 * SampleRate.House);
        var start = 1.0;
        for (var line = 0; line < Lines.Length; line++)
        {
            var notes = ImmutableArray.CreateBuilder<SungNote>();
            for (var i = 0; i < Tune.Length; i++)
            {
                var end = start + (i == Tune.Length - 1 ? 1.4 : 0.45);
                notes.Add(new SungNote(start, end, centre + Tune[i] - line, i));
                start = end;
            }

            start += 0.7;
            var phrase = new PhraseScore(Lines[line], notes.ToImmutable(), VoiceLayer.Lead, 0.6, 1, false, line);
            Add(clip, SharedSinger.Value.Sing(phrase, voice, 5));
        }

        return clip;
    }

    /// <summary>A sound by its sample's second.</summary>
    public static AudioBuffer Made(double seconds, Func<double, double> sound)
    {
        var clip = new AudioBuffer((int)(seconds * SampleRate.House));
        for (var i = 0; i < clip.Length; i++)
        {
            clip.Left[i] = clip.Right[i] = (float)sound((double)i / SampleRate.House);
        }

        return clip;
    }

    private static void Add(AudioBuffer clip, SungPhrase take)
    {
        var at = (int)Math.Round(take.Start * SampleRate.House);
        for (var i = 0; i < take.Samples.Length; i++)
        {
            if (at + i >= 0 && at + i < clip.Length)
            {
                clip.Left[at + i] += take.Samples[i];
                clip.Right[at + i] += take.Samples[i];
            }
        }
    }

    private static SungWord Word(params string[] syllables) =>
        new(
            "word",
            true,
            [
                .. syllables.Select(syllable => new Syllable(
                    [.. syllable.Split(' ').Select(phone => phone.TrimEnd('1'))],
                    syllable.Contains('1', StringComparison.Ordinal) ? 1 : 0
                )),
            ]
        );
}
