using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Alignment;

/// <summary>Sings lines with a singer of ours, to have something to compare a recording with.</summary>
/// <param name="singer">The singer.</param>
/// <param name="melody">Notes of the recording, in rising time; none: one pitch.</param>
internal sealed class TemplateSinger(ISinger singer, ImmutableArray<NoteEstimate> melody)
{
    private const double WomansPitch = 60;
    private const double MansPitch = 50;
    private const double LowestPitch = 45;
    private const double HighestPitch = 76;
    private const double Lead = 1;
    private const double Effort = 0.6;
    private const int MostSyllables = 24;

    private readonly MelCepstra _cepstra = new();

    /// <summary>Sings lines.</summary>
    /// <param name="sheet">The words.</param>
    /// <param name="lines">Which lines.</param>
    /// <param name="gender">Whose voice.</param>
    /// <param name="stretch">The stretch of the recording that they are thought to lie in.</param>
    /// <param name="syllable">Seconds a syllable.</param>
    /// <param name="hop">Samples a frame, at 16 kHz.</param>
    /// <param name="cancellation">Ends it.</param>
    public Template Sing(
        LyricSheet sheet,
        IReadOnlyList<SheetLine> lines,
        Gender gender,
        TimeSpanSeconds stretch,
        double syllable,
        int hop,
        CancellationToken cancellation
    )
    {
        var values = new List<float>();
        var words = new List<int>();
        var total = Math.Max(1, lines.Sum(line => Weight(sheet, line.First, line.End)));
        var done = 0;
        Pause(values, words);
        foreach (var line in lines)
        {
            for (var first = line.First; first < line.End; )
            {
                cancellation.ThrowIfCancellationRequested();
                var end = BreathEnd(sheet, first, line.End);
                var weight = Weight(sheet, first, end);
                var from = stretch.Start + (stretch.End - stretch.Start) * done / total;
                var to = stretch.Start + (stretch.End - stretch.Start) * (done + weight) / total;
                Add(values, words, sheet, (first, end), gender, Pitch(gender, from, to), syllable, hop, cancellation);
                done += weight;
                first = end;
            }

            Pause(values, words);
        }

        var template = new Template([.. values], [.. words]);
        Likeness.Level(template.Values, [.. template.Words.Select(word => word >= 0)]);
        return template;
    }

    private void Add(
        List<float> values,
        List<int> words,
        LyricSheet sheet,
        (int First, int End) breath,
        Gender gender,
        double pitch,
        double syllable,
        int hop,
        CancellationToken cancellation
    )
    {
        var indices = Enumerable
            .Range(breath.First, breath.End - breath.First)
            .Where(i => sheet.Words[i].Sung is not null)
            .ToArray();
        if (indices.Length == 0)
        {
            return;
        }

        var sung = singer.Sing(
            Score([.. indices.Select(i => sheet.Words[i].Sung!)], pitch, syllable),
            new VoiceSpec(gender, Timbre.Warm),
            1
        );
        var sound = Resampler.Convert(sung.Samples, SampleRate.House, Sound.Rate);
        var frames = _cepstra.Of(sound, hop, cancellation);
        var word = 0;
        for (var frame = 0; frame < frames.Length / MelCepstra.Width; frame++)
        {
            var second = sung.Start + (frame + 0.5) * hop / Sound.Rate;
            while (word + 1 < indices.Length && sung.Words[word + 1].Start <= second)
            {
                word++;
            }

            if (second >= sung.Words[0].Start && second < sung.Words[^1].End)
            {
                values.AddRange(frames.AsSpan(frame * MelCepstra.Width, MelCepstra.Width));
                words.Add(indices[word]);
            }
        }
    }

    private static PhraseScore Score(ImmutableArray<SungWord> words, double pitch, double syllable)
    {
        var count = words.Sum(word => word.Syllables.Length);
        var notes = Enumerable
            .Range(0, count)
            .Select(i => new SungNote(Lead + i * syllable, Lead + (i + 1) * syllable, pitch, i));
        return new PhraseScore(words, [.. notes], VoiceLayer.Lead, Effort, 0, Rap: false, 0);
    }

    // The key in the middle of the notes that sound there; without any, a usual one.
    private double Pitch(Gender gender, double from, double to)
    {
        var keys = melody.IsDefaultOrEmpty
            ? []
            : melody.Where(note => note.Start < to && note.End > from).Select(note => note.Key).Order().ToArray();
        return keys.Length == 0
            ? (gender == Gender.Male ? MansPitch : WomansPitch)
            : Math.Clamp(keys[keys.Length / 2], LowestPitch, HighestPitch);
    }

    private static int BreathEnd(LyricSheet sheet, int first, int end)
    {
        var syllables = 0;
        for (var i = first; i < end; i++)
        {
            syllables += sheet.Words[i].Weight;
            if (syllables > MostSyllables && i > first)
            {
                return i;
            }
        }

        return end;
    }

    private static int Weight(LyricSheet sheet, int first, int end)
    {
        var weight = 0;
        for (var i = first; i < end; i++)
        {
            weight += sheet.Words[i].Weight;
        }

        return weight;
    }

    private static void Pause(List<float> values, List<int> words)
    {
        if (words.Count == 0 || words[^1] >= 0)
        {
            values.AddRange(new float[MelCepstra.Width]);
            words.Add(-1);
        }
    }
}
