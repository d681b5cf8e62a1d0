using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>A line as it was sung or spoken.</summary>
/// <param name="Name">Set, voice and line: a file name.</param>
/// <param name="Words">The words as the recogniser spells them.</param>
/// <param name="Samples">Mono.</param>
/// <param name="Rate">In hertz.</param>
/// <param name="Phones">As planned.</param>
internal sealed record Recording(
    string Name,
    ImmutableArray<string> Words,
    [property: JsonIgnore] float[] Samples,
    int Rate,
    ImmutableArray<PhoneSpan> Phones
)
{
    /// <summary>Where vowels should start.</summary>
    public ImmutableArray<double> VowelStarts { get; init; } = [];

    /// <summary>The notes; none for speech.</summary>
    public ImmutableArray<NoteSpan> Notes { get; init; } = [];

    /// <summary>The vowels as planned.</summary>
    [JsonIgnore]
    public (double Start, double End)[] Vowels =>
        [.. Phones.Where(p => Pieces.IsVowel(p.Phone)).Select(p => (p.Start, p.End))];

    /// <summary>A line sung.</summary>
    public static Recording Of(string name, string line, Music.PhraseScore score, SungPhrase sung) =>
        new(
            name,
            [.. WordErrors.Split(line)],
            sung.Samples,
            44100,
            [.. sung.Phones.Select(p => new PhoneSpan(p.Phone, p.Start - sung.Start, p.End - sung.Start))]
        )
        {
            Notes =
            [
                .. score.Notes.Select(n => new NoteSpan(n.Start - sung.Start, n.End - sung.Start, n.Pitch, n.Syllable)),
            ],
            VowelStarts =
            [
                .. score.Notes.GroupBy(n => n.Syllable).OrderBy(g => g.Key).Select(g => g.First().Start - sung.Start),
            ],
        };

    /// <summary>The sustained parts of its notes.</summary>
    public HeldNote[] HeldNotes()
    {
        var vowels = Vowels;
        return [.. Notes.Select(n => HeldNote.Of((n.Start, n.End), vowels[n.Syllable], n.Pitch)).OfType<HeldNote>()];
    }
}
