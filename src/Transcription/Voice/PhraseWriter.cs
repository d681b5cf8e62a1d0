using System.Collections.Immutable;
using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Transcription;

/// <summary>The lead voice's phrases.</summary>
internal sealed class PhraseWriter(BeatGrid grid, ImmutableArray<SongSection> sections)
{
    private const double Vibrato = 0.8;
    private int _free;

    /// <summary>The phrases, numbered in rising time.</summary>
    /// <param name="notes">The sung notes, one at a time.</param>
    /// <param name="options">Words where they are known.</param>
    /// <param name="seconds">Length of the sound.</param>
    public ImmutableArray<VocalPhrase> Of(
        IReadOnlyList<NoteEstimate> notes,
        TranscriptionOptions options,
        double seconds
    )
    {
        var words = options.Words.IsDefaultOrEmpty
            ? Vowels.Over(notes)
            : new KnownWords(notes).Sing(options.Words, seconds);
        _free = 0;
        var phrases = ImmutableArray.CreateBuilder<VocalPhrase>();
        var ends = Ends(words);
        var at = 0;
        foreach (var breath in new Breaths(60 / grid.Bpm).Cut(words))
        {
            var written = breath.Select(word => (word.Word, Tones: Write(word, ends[at++]))).ToList();
            written.RemoveAll(word => word.Tones.IsEmpty);
            if (written.Count > 0)
            {
                phrases.Add(Phrase(phrases.Count, written));
            }
        }

        return phrases.ToImmutable();
    }

    /// <summary>The words of the phrases under the tags of their sections.</summary>
    public string Lyrics(ImmutableArray<VocalPhrase> phrases)
    {
        var rows = new List<string>();
        var section = -1;
        foreach (var phrase in phrases)
        {
            var own = SectionOf(phrase.Notes);
            if (own != section)
            {
                rows.Add($"[{sections[own].Kind}]");
                section = own;
            }

            rows.Add(phrase.Text);
        }

        return string.Join('\n', rows);
    }

    // The tick by which each word must have ended: where the next one starts.
    private List<int> Ends(List<ToneWord> words) =>
        [.. words.Skip(1).Select(word => grid.Soft(word.Start)).Append(grid.Last)];

    // A word that finds no room before the end is not sung.
    private ImmutableArray<VocalNote> Write(ToneWord word, int until)
    {
        var count = word.Tones.Length;
        var starts = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            starts[i] = Math.Max(i == 0 ? _free : starts[i - 1] + 1, grid.Soft(word.Tones[i].Start));
        }

        starts[count] = Math.Min(grid.Last, Math.Max(until, starts[count - 1] + 1));
        if (starts[count] <= starts[count - 1])
        {
            return [];
        }

        _free = starts[count];
        var notes = ImmutableArray.CreateBuilder<VocalNote>(count);
        for (var i = 0; i < count; i++)
        {
            var end = Math.Clamp(grid.Tick(word.Tones[i].End), starts[i] + 1, starts[i + 1]);
            notes.Add(new(starts[i], end - starts[i], word.Tones[i].Key, word.Tones[i].Syllable));
        }

        _free = notes[^1].Tick + notes[^1].Length;
        return notes.ToImmutable();
    }

    private VocalPhrase Phrase(int line, List<(SungWord Word, ImmutableArray<VocalNote> Tones)> words)
    {
        var notes = ImmutableArray.CreateBuilder<VocalNote>();
        var syllable = 0;
        foreach (var (word, tones) in words)
        {
            notes.AddRange(tones.Select(note => note with { Syllable = note.Syllable + syllable }));
            syllable += word.Syllables.Length;
        }

        var text = string.Join(' ', words.Select(word => word.Word.Text));
        var sung = notes.ToImmutable();
        return new(
            line,
            text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..],
            [.. words.Select(word => word.Word)],
            sung,
            VoiceLayer.Lead,
            0.2 + 0.65 * sections[SectionOf(sung)].Energy,
            Vibrato,
            false
        );
    }

    private int SectionOf(ImmutableArray<VocalNote> notes)
    {
        var middle = (notes[0].Tick + notes[^1].Tick + notes[^1].Length) / 2;
        var index = 0;
        while (index + 1 < sections.Length && sections[index + 1].Tick <= middle)
        {
            index++;
        }

        return index;
    }
}
