using Troubadour.Composing;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Engine;

internal sealed class SongEditor(StyleLibrary library, Pronouncer pronouncer)
{
    private readonly Composer _composer = new(library, pronouncer);

    public Song Extend(Song source, double atSeconds, SongBrief brief) =>
        throw new NotSupportedException(_composer.ToString());

    public Song Join(Song source) => _composer is null ? source : source with { From = 0 };

    public Song Replace(Song source, double from, double to, SongBrief brief) =>
        throw new NotSupportedException(_composer.ToString());

    public Song Cover(Song source, SongBrief brief, double nearness) =>
        throw new NotSupportedException(_composer.ToString());

    public Song AddVocals(Song source, SongBrief brief) => throw new NotSupportedException(_composer.ToString());

    public Song AddBacking(Song source, SongBrief brief) => throw new NotSupportedException(_composer.ToString());
}
