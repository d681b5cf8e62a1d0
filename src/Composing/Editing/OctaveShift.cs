using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// Moves a melody to another singer over a backing that stays: all of it by whole octaves, and a phrase that would still lie far
/// beyond the singer's range by one more, where it lies well there and no leap to its neighbours gets wider than an octave.
/// </summary>
internal sealed class OctaveShift
{
    // How far beyond a singer's usual range songs go, and how far a single phrase may.
    private const int Beyond = 2;
    private const int Far = 3;
    private readonly SortedDictionary<int, int> _shifts = [];
    private readonly VocalRange _range;

    /// <summary>Finds the way from a song's singer to another gender's range.</summary>
    public OctaveShift(SourceSong source, Gender gender)
    {
        _range = VocalRange.Of(gender);
        var leads = source.Leads;
        var notes = leads.SelectMany(phrase => phrase.Notes).ToList();
        var stays = notes.Count == 0 || gender == source.Song.Voice?.Gender;
        Whole = stays ? 0 : ((int[])[0, -12, 12, -24, 24]).MinBy(shift => Cost(notes, shift));
        for (var i = 0; i < leads.Length; i++)
        {
            _shifts[leads[i].Line] = stays ? 0 : Whole + Fold(leads, i);
        }

        Worst = leads.Select(phrase => Outside(phrase, _shifts[phrase.Line])).DefaultIfEmpty().Max();
    }

    /// <summary>Semitones by which the melody moves.</summary>
    public int Whole { get; }

    /// <summary>Semitones by which the farthest note lies beyond where songs usually go.</summary>
    public int Worst { get; }

    /// <summary>True when a singer reaches all of it.</summary>
    public bool Reaches => Worst <= Far;

    /// <summary>The phrases where the singer sings them; doubles and harmonies move with their leads.</summary>
    public ImmutableArray<VocalPhrase> Move(ImmutableArray<VocalPhrase> vocals) =>
        [.. vocals.Select(phrase => VoiceShift.Higher(phrase, _shifts.GetValueOrDefault(phrase.Line, Whole)))];

    private double Cost(List<VocalNote> notes, int shift) =>
        notes.Sum(note =>
        {
            var outside = Outside(note.Key + shift);
            return note.Length * ((outside * outside) + (0.05 * Math.Abs(note.Key + shift - _range.Centre - 2)));
        });

    private int Fold(ImmutableArray<VocalPhrase> leads, int index)
    {
        var phrase = leads[index];
        var outside = Outside(phrase, Whole);
        var fold = phrase.Notes.Max(note => note.Key) + Whole > _range.High ? -12 : 12;
        var joins =
            index > 0 && Math.Abs(leads[index - 1].Notes[^1].Key - phrase.Notes[0].Key - fold) > 12
            || index + 1 < leads.Length && Math.Abs(leads[index + 1].Notes[0].Key - phrase.Notes[^1].Key - fold) > 12;
        return outside > Far && !joins && Outside(phrase, Whole + fold) <= outside - Far ? fold : 0;
    }

    private int Outside(VocalPhrase phrase, int shift) => phrase.Notes.Max(note => Outside(note.Key + shift));

    private int Outside(int key) => Math.Max(0, Math.Max(_range.Low - Beyond - key, key - _range.High - Beyond));
}
