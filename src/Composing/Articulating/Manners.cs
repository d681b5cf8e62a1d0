using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Remembers which notes of a part are struck in another manner, by their written place and key.</summary>
internal sealed class Manners
{
    private readonly Dictionary<(int Tick, int Key), Manner> _marked = [];

    /// <summary>Marks a note.</summary>
    public void Mark(Note note, Manner manner) => _marked[(note.Tick, note.Key)] = manner;

    /// <summary>The manner of a note.</summary>
    public Manner Of(Note note) => _marked.GetValueOrDefault((note.Tick, note.Key));
}
