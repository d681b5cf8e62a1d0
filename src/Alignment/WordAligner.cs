using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Singing;

namespace Troubadour.Alignment;

/// <summary>
/// Finds when the words of given lyrics are sung in a recording's voice. First a speech recogniser is forced to the text
/// (<see cref="AlignmentOptions.Recogniser"/>); what it does not find, and what is in Chinese, is sung by a singer of ours and found by
/// likeness. See docs/alignment.md. The same arguments give the same times as long as the limits on time are not met. May be used by
/// many threads at once.
/// </summary>
/// <param name="options">How, and at what cost.</param>
/// <param name="pronouncer">Says how words are sung.</param>
/// <param name="singer">Gives the singer when it is needed; null for none.</param>
/// <param name="clock">Counts <see cref="AlignmentOptions.WallTime"/>.</param>
public sealed class WordAligner(
    AlignmentOptions options,
    Pronouncer pronouncer,
    Func<ISinger>? singer = null,
    TimeProvider? clock = null
)
{
    private const double LeastVoice = 0.3;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Finds the words.</summary>
    /// <param name="voice">The separated voice; second 0 is the song's start.</param>
    /// <param name="lyrics">The lyrics as callers write them, with section tags or without.</param>
    /// <param name="hints">What is known already.</param>
    /// <param name="cancellation">Ends the work and kills the recogniser.</param>
    /// <returns>Every word once, in order, within the sound; words that were not found lie between their neighbours, with confidence
    /// 0. No lines for lyrics without words.</returns>
    /// <exception cref="ArgumentException">The sound is empty, or longer than <see cref="AlignmentOptions.MaxSeconds"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public AlignedLyrics Align(
        AudioBuffer voice,
        string lyrics,
        AlignmentHints? hints = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(lyrics);
        hints ??= AlignmentHints.None;
        if (voice.Length == 0 || voice.Seconds > options.MaxSeconds)
        {
            throw new ArgumentException(
                $"The voice must be longer than 0 and at most {options.MaxSeconds} s; it is {voice.Seconds} s.",
                nameof(voice)
            );
        }

        cancellation.ThrowIfCancellationRequested();
        var sheet = LyricSheet.Read(lyrics, pronouncer);
        var sound = Sound.Of(voice);
        var voiced = hints.Voiced.IsDefaultOrEmpty
            ? VoicedTime.Of(sound, Sound.Rate)
            : VoicedTime.Of(hints.Voiced, voice.Seconds);
        var found = new WordPlace?[sheet.Words.Length];
        if (
            voiced.Total >= LeastVoice
            && found.Length <= options.MaxWords
            && sheet.Words.Any(word => word.Sung is not null)
        )
        {
            Find(found, new Search(sheet, sound, voice.Seconds, voiced, hints), cancellation);
        }

        return Told(sheet, Spreading.Place(sheet, found, voiced, voice.Seconds));
    }

    private void Find(WordPlace?[] found, Search search, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.WallTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            if (options.UseRecogniser && !search.Sheet.IsChinese && Recogniser.IsInstalled(options))
            {
                var recogniser = new Recogniser(options, search.Sheet, search.Sound);
                RecogniserSearch.Place(recogniser, search.Sheet, search.Seconds, either.Token).CopyTo(found, 0);
            }

            if (options.UseSinger && singer is not null)
            {
                SingerSearch.Place(found, search, singer, either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What was found in time counts.
        }
    }

    private static AlignedLyrics Told(LyricSheet sheet, AlignedWord[] words) =>
        new([
            .. sheet.Lines.Select(line => new AlignedLine(
                line.Text,
                [.. words.AsSpan(line.First, line.End - line.First)]
            )),
        ]);
}
