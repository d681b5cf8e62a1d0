using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>
/// Writes lyrics without any network from a book of themes: hand-written lines with choices in them and frames for the words of the
/// description; what is sung is what scans, pairs and rhymes best by the dictionary's phones. Equal wishes give equal words. Safe for
/// use from many threads.
/// </summary>
public sealed class HouseWriter : ILyricsWriter
{
    private const int MostLyrics = 8;

    private readonly StanzaWriter _stanzas;
    private readonly DescriptionReader _reader;

    private HouseWriter(LyricBook book, Scanner scanner)
    {
        Book = book;
        Scanner = scanner;
        _stanzas = new StanzaWriter(scanner);
        _reader = new DescriptionReader(book);
    }

    /// <summary>The names of the themes, sorted.</summary>
    public ImmutableArray<string> Themes => [.. Book.Themes.Select(theme => theme.Name)];

    internal LyricBook Book { get; }

    internal Scanner Scanner { get; }

    /// <summary>Reads the book.</summary>
    /// <param name="folder">The folder "styles/lyrics".</param>
    /// <param name="pronouncer">Says how words sound.</param>
    /// <exception cref="LyricBookException">A file is missing or a block cannot be sung.</exception>
    public static HouseWriter Load(string folder, Pronouncer pronouncer)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(pronouncer);
        var scanner = new Scanner(pronouncer);
        return new HouseWriter(LyricBook.Load(folder, scanner), scanner);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WrittenLyrics>> WriteAsync(LyricsWish wish, int count, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<WrittenLyrics>>([.. Drafts(wish, count).Select(draft => draft.Written())]);
    }

    internal Reading Read(LyricsWish wish) => _reader.Read(wish);

    internal List<Draft> Drafts(LyricsWish wish, int count)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostLyrics);
        var reading = _reader.Read(wish);
        var random = new RandomStream(wish.Seed, "lyrics");
        var startsInQuatrains = random.Child("verses").Chance(0.5);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var form = Form.Of(wish.Seconds);
        var drafts = new List<Draft>();
        for (var i = 0; i < count; i++)
        {
            var writer = new SongWriter(Book, _stanzas, reading, taken, i, random.Child($"lyric {i}"));
            drafts.Add(writer.Write(form, startsInQuatrains == (i % 2 == 0)));
        }

        return drafts;
    }
}
