using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Writing;

/// <summary>Writes one lyric: the chorus first, then what leads to it.</summary>
/// <param name="book">What there is to say.</param>
/// <param name="stanzas">Makes lines.</param>
/// <param name="reading">What the description says.</param>
/// <param name="taken">Lines and titles of the lyrics written for the same wish; this one's are added.</param>
/// <param name="index">Which of the lyrics for the wish it is; others lean on other themes.</param>
/// <param name="random">This lyric's own stream.</param>
internal sealed class SongWriter(
    LyricBook book,
    StanzaWriter stanzas,
    Reading reading,
    HashSet<string> taken,
    int index,
    RandomStream random
)
{
    // A theme called for less than this share of the first is no part of the song.
    private const double Aside = 0.45;

    private static readonly ImmutableArray<bool> Brevities = [false, true];
    private static readonly ImmutableArray<int> CoupletCounts = [8, 8];
    private static readonly ImmutableArray<int> QuatrainCounts = [8, 6, 8, 6];

    private readonly SlotFiller _slots = new(reading.Phrases);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly Theme _any = book.Themes.First(theme => theme.Name == "any");
    private string _title = "";

    /// <summary>Writes it.</summary>
    /// <param name="form">Its sections.</param>
    /// <param name="inQuatrains">Verses in four lines of eight and six syllables rather than in couplets of eight.</param>
    public Draft Write(Form form, bool inQuatrains)
    {
        var themes = Themes();
        var chorus = Chorus(themes);
        var verses = new List<Stanza>();
        var verseCount = form.Kinds.Count(kind => kind == Form.Verse);
        for (var i = 0; i < verseCount; i++)
        {
            verses.Add(Verse(i % 2 == 1 ? Turned(themes) : themes, form.VerseBlocks, inQuatrains, i));
        }

        var lift = form.Kinds.Contains(Form.Lift)
            ? Framed(t => t.Lifts, null) ?? Themed(themes, t => t.Lifts, null)
            : null;
        var bridge = form.Kinds.Contains(Form.Bridge)
            ? Framed(t => t.Bridges, null) ?? Themed(random.Chance(0.5) ? Turned(themes) : themes, t => t.Bridges, null)
            : null;
        var verse = 0;
        var sections = form.Kinds.Select(kind => new Section(
            kind,
            kind switch
            {
                Form.Verse => verses[verse++],
                Form.Lift => lift!,
                Form.Bridge => bridge!,
                _ => chorus,
            }
        ));
        return new Draft(_title, themes[0].Name, [.. sections]);
    }

    // The main theme, one more that can be mixed with it, and what fits everywhere. Every other lyric turns to the second theme
    // where the description calls for it about as much.
    private List<Theme> Themes()
    {
        var second = reading.Themes.Length > 1 && reading.Weights[1] >= 0.6 * reading.Weights[0] ? 1 : 0;
        var main = reading.Themes[index % 2 == 1 ? second : 0];
        var others = reading
            .Themes.Where(
                (theme, i) => theme != main && Agree(main, theme) && reading.Weights[i] >= Aside * reading.Weights[0]
            )
            .Take(1);
        return [main, .. others, .. main == _any ? [] : new[] { _any }];
    }

    // The second theme first, where there is one.
    private static List<Theme> Turned(List<Theme> themes) =>
        themes.Count < 3 ? themes : [themes[1], themes[0], .. themes.Skip(2)];

    private static bool Agree(Theme main, Theme other) =>
        (other.You == main.You || other.You == "none" || main.You == "none") && other.Mood * main.Mood >= 0;

    // A name is sung in the first lyric's chorus; elsewhere the theme's own hooks come more often than frames.
    private Stanza Chorus(List<Theme> themes)
    {
        var isNamed = reading.Phrases.Any(phrase => phrase.Kind == "name");
        var isFramed = (isNamed && index % 2 == 0) || (themes[0].Mood >= 0 && random.Chance(0.12));
        return (isFramed ? Framed(t => t.Choruses, null, isNamed ? "name" : "") : null)
            ?? Themed(themes, t => t.Choruses, null);
    }

    private Stanza Verse(List<Theme> themes, int blocks, bool inQuatrains, int index)
    {
        Stanza? verse = null;
        for (var i = 0; i < blocks; i++)
        {
            var isFirst = index == 0 && i == 0;
            var block = inQuatrains
                ? (isFirst || index + i > 1 ? Framed(t => t.Quatrains, QuatrainCounts) : null)
                    ?? Themed(themes, t => t.Quatrains, QuatrainCounts)
                : Couplets(themes, isFirst);
            verse = verse?.Then(block) ?? block;
        }

        return verse!;
    }

    private Stanza Couplets(List<Theme> themes, bool isFirst)
    {
        var framed = Framed(t => t.Couplets, CoupletCounts) ?? Themed(themes, t => t.Couplets, CoupletCounts);
        var themed = Themed(themes, t => t.Couplets, CoupletCounts);
        return isFirst ? framed.Then(themed) : themed.Then(framed);
    }

    // The frame that says most of what the description names and nobody has said yet.
    private Stanza? Framed(Func<Theme, ImmutableArray<Block>> blocks, ImmutableArray<int>? counts, string slot = "")
    {
        var choices = book
            .Frames.SelectMany(frame => blocks(frame))
            .Where(block => !IsTaken(block) && Suits(block))
            .SelectMany(block => Brevities.Select(brief => (Block: block, Filled: _slots.For(block.Slots, brief))))
            .Where(choice => choice.Filled is not null)
            .Where(choice => slot.Length == 0 || choice.Block.Slots.Contains(slot))
            .OrderByDescending(choice => Math.Min(choice.Filled!.Value.Gain, 4) + 1.1 * random.NextUnit())
            .ToList();
        foreach (var (block, filled) in choices)
        {
            if (stanzas.Write(block, filled!.Value.Filling, counts, taken.Contains, random) is { } stanza)
            {
                _slots.Say(filled.Value.Filling);
                return Keep(block, stanza, filled.Value.Filling);
            }
        }

        return null;
    }

    // Nobody drinks to the one who stole the money.
    private bool Suits(Block block)
    {
        var isBitter = reading.Themes.Take(3).Any(theme => theme.You == "enemy");
        return isBitter ? !block.Slots.Contains("who") || block.Slots.Contains("clause") : !block.Slots.Contains("foe");
    }

    private Stanza Themed(List<Theme> themes, Func<Theme, ImmutableArray<Block>> blocks, ImmutableArray<int>? counts)
    {
        foreach (var theme in themes)
        {
            if (Drawn(Shuffled(blocks(theme)).Where(block => !IsTaken(block)), counts, taken.Contains) is { } stanza)
            {
                return stanza;
            }
        }

        // Many lyrics for one wish: what was sung in another may come back, not what was sung in this.
        var all = themes.SelectMany(theme => Shuffled(blocks(theme)));
        return Drawn(all, counts, _own.Contains) ?? Drawn(all, null, _ => false)!;
    }

    private Stanza? Drawn(IEnumerable<Block> blocks, ImmutableArray<int>? counts, Func<string, bool> isTaken)
    {
        foreach (var block in blocks)
        {
            if (stanzas.Write(block, Filling.None, counts, isTaken, random) is { } stanza)
            {
                return Keep(block, stanza, Filling.None);
            }
        }

        return null;
    }

    private Stanza Keep(Block block, Stanza stanza, Filling filling)
    {
        taken.Add(block.Lines[0].Text);
        taken.UnionWith(stanza.Lines);
        _own.UnionWith(stanza.Lines);
        _slots.Say(stanza.Lines);
        if (block.Title.Length > 0)
        {
            _title = Wording.Title(Wording.Tidy(filling.Fill(block.Title)));
        }

        return stanza;
    }

    private bool IsTaken(Block block) => taken.Contains(block.Lines[0].Text);

    private List<Block> Shuffled(ImmutableArray<Block> blocks)
    {
        var shuffled = blocks.ToList();
        for (var i = shuffled.Count - 1; i > 0; i--)
        {
            var j = random.NextInt(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
