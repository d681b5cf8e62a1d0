using Troubadour.Composing;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Turns orders into songs, without any sound: new ones are composed, edits are made on the song of their source.</summary>
internal sealed class OrderDesk(StyleLibrary library, Pronouncer pronouncer, SoundParts parts)
{
    private readonly Composer _composer = new(library, pronouncer);
    private readonly SongEditor _editor = new(library, pronouncer);
    private readonly OrderRules _rules = new(parts);
    private readonly RecordedEdits _recorded = new(new SongEditor(library, pronouncer));

    /// <summary>Checks an order and gives the brief of the song that it leads to.</summary>
    /// <exception cref="SongRefusedException">The order cannot be made.</exception>
    public SongBrief Prepare(SongOrder order, Song? source)
    {
        if (order.IsEdit)
        {
            return Write(order, source).Song.Brief;
        }

        var filled = Filled(order.Brief);
        Refusing(() =>
        {
            _composer.Check(filled);
            return 0;
        });
        return filled;
    }

    /// <summary>Says in words what a brief would become.</summary>
    public SongPortrait Portray(SongBrief brief)
    {
        var (isVocal, tags) = _composer.Portray(brief);
        return new SongPortrait(isVocal, tags);
    }

    /// <summary>The song of an order, with the title asked for.</summary>
    /// <exception cref="SongRefusedException">The order cannot be made.</exception>
    public Written Write(SongOrder order, Song? source)
    {
        var written = WriteUntitled(order, source);
        return order.Brief.Title.Length > 0
            ? written with
            {
                Song = written.Song with { Title = order.Brief.Title },
            }
            : written;
    }

    private Written WriteUntitled(SongOrder order, Song? source)
    {
        if (!order.IsEdit)
        {
            return new Written(Refusing(() => _composer.Compose(Filled(order.Brief))));
        }

        if (source is null)
        {
            throw new SongRefusedException("There is no clip to work on.");
        }

        OrderRules.Check(order, source);
        var song = Refusing(() =>
        {
            var (adapted, own) = _recorded.Adapt(order, source);
            return RecordedEdits.Finish(Edit(adapted, own), source);
        });
        OrderRules.CheckLength(song);
        _rules.CheckVoice(song);
        return order.Kind == OrderKind.Extend
            ? new Written(order.IsWhole ? SongEditor.Join(song) : song, song.From)
            : new Written(song);
    }

    private SongBrief Filled(SongBrief brief)
    {
        var filled = _composer.Fill(brief);
        if (filled.IsVocal)
        {
            OrderRules.CheckWords(filled.Lyrics);
            _rules.CheckVoice();
        }

        return filled;
    }

    // The balance goes with what an edit leaves in place; where the players change, all are balanced anew.
    private Song Edit(SongOrder order, Song source)
    {
        var length = ClipWindow.Of(source).Seconds;
        var from = order.FromSeconds ?? (order.Kind == OrderKind.Extend ? length : 0);
        var to = order.ToSeconds ?? length;
        return order.Kind switch
        {
            OrderKind.Extend => Rebalanced(_editor.Extend(source, from, order.Brief)),
            OrderKind.Replace => _editor.Replace(source, from, to, order.Brief),
            OrderKind.Join => SongEditor.Join(source),
            OrderKind.Cover => _editor.Cover(source, order.Brief, order.Nearness) with { MixState = null },
            OrderKind.AddVocals => _editor.AddVocals(source, order.Brief) with { MixState = null },
            OrderKind.AddBacking => _editor.AddBacking(source, order.Brief) with { MixState = null },
            OrderKind.SwapSound => _editor.SwapSound(source, order.Brief),
            OrderKind.SwapVocals => _editor.SwapVocals(source, order.Brief),
            OrderKind.Remaster => Remaster(source, order.Brief),
            OrderKind.Stems => source,
            OrderKind.Voice => VoiceExcerpt.Of(source, from, to),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };
    }

    // What was held beside another band or singer is as long as that song was: what goes on from it is mixed anew as a whole.
    private static Song Rebalanced(Song song) =>
        song.MixState is { Held: not MixHeld.None } ? song with { MixState = null } : song;

    // Another mix of the same performance: takes and material keep their seeds.
    private static Song Remaster(Song source, SongBrief asked) =>
        source with
        {
            MixState = null,
            PunchIn = null,
            Recording = source.Recording?.Mixed(),
            TakeSeed = source.TakeSeed ?? source.Brief.Seed,
            Brief = source.Brief with
            {
                Seed = asked.Seed,
                Detail = asked.Detail,
                MaterialSeed = source.Brief.MaterialSeed ?? source.Brief.Seed,
            },
        };

    private static T Refusing<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is LyricsDoNotFitException or BriefRefusedException)
        {
            throw new SongRefusedException(e.Message, e);
        }
    }
}
