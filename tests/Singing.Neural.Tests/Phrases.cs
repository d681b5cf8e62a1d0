using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>Phrases written out by hand.</summary>
internal static class Phrases
{
    public const int Rate = 44_100;

    public static readonly VoiceSpec Warm = new(Gender.Female, Timbre.Warm);

    public static readonly ImmutableArray<SungWord> Boats =
    [
        Word("paper", "p ey", "p er"),
        Word("boats", "b ow t s"),
        Word("along", "ax", "l ao ng"),
        Word("the", "dh ax"),
        Word("river", "r ih", "v er"),
    ];

    public static SungWord Word(string text, params string[] syllables) =>
        new(text, true, [.. syllables.Select(s => new Syllable([.. s.Split(' ')], 1))]);

    /// <summary>One note a syllable; a negative pitch before a syllable's is a rest.</summary>
    public static PhraseScore Phrase(
        ImmutableArray<SungWord> words,
        double[] pitches,
        double[] seconds,
        double start = 1,
        double rest = 0,
        VoiceLayer layer = VoiceLayer.Lead
    )
    {
        var notes = ImmutableArray.CreateBuilder<SungNote>();
        for (var i = 0; i < pitches.Length; i++)
        {
            notes.Add(new SungNote(start, start + seconds[i], pitches[i], i));
            start += seconds[i] + rest;
        }

        return new PhraseScore(words, notes.ToImmutable(), layer, 0.6, 1, false, 0);
    }

    public static PhraseScore BoatSong(VoiceLayer layer = VoiceLayer.Lead, double shift = 0, double rest = 0) =>
        Phrase(
            Boats,
            [.. new double[] { 67, 69, 71, 69, 67, 64, 62, 60 }.Select(p => p + shift)],
            [0.5, 0.5, 0.8, 0.35, 0.6, 0.35, 0.5, 1.2],
            rest: rest,
            layer: layer
        );

    public static byte[] Bytes(SungPhrase sung) =>
        System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(sung.Samples).ToArray();
}
