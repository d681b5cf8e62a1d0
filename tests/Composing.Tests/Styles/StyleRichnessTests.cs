using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Styles;

/// <summary>What every style must offer, so that songs of one style differ and their sections grow.</summary>
public class StyleRichnessTests
{
    private const double MostShared = 0.3;

    private static IEnumerable<StyleSheet> Styles => Room.Library.Styles.Values;

    [Fact]
    public void There_are_at_least_forty_styles_in_four_metres()
    {
        Assert.True(Room.Library.Styles.Count >= 40);
        Assert.Equal(
            ["12/8", "3/4", "4/4", "6/8"],
            Styles.Select(style => style.Meter).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Each_style_is_chosen_by_some_word()
    {
        var named = Room
            .Library.VocalGenres.Values.SelectMany(weights => weights.Keys)
            .Concat(Room.Library.BgmGenres.Values.SelectMany(effect => effect.Styles.Keys));
        Assert.Empty(Room.Library.Styles.Keys.Except(named));
    }

    [Fact]
    public void A_family_has_twelve_fills_and_four_of_them_small() =>
        Corpus.AssertNone(
            from family in Room.Library.Fills
            let texts = family.Value.Low.Concat(family.Value.High).Select(Text).ToList()
            where family.Value.Low.Length < 4 || texts.Distinct().Count() < 12
            select $"{family.Key}: {family.Value.Low.Length} small ones, {texts.Distinct().Count()} different in all"
        );

    [Fact]
    public void A_style_has_two_grooves_for_bare_sections_and_three_for_others() =>
        Corpus.AssertNone(
            from style in Styles
            let drums = style.Drums
            where drums.Low.Length < 2 || drums.Mid.Length < 3 || drums.High.Length < 3
            select $"{style.Id}: {drums.Low.Length}, {drums.Mid.Length}, {drums.High.Length}"
        );

    [Fact]
    public void Verses_and_choruses_have_four_progressions_and_other_sections_two() =>
        Corpus.AssertNone(
            from style in Styles
            from family in style.Progressions
            from kind in (string[])["verse", "chorus", "pre-chorus", "bridge"]
            let modal = family.Key is "dorian" or "mixolydian"
            let least = kind is "verse" or "chorus" ? 4
            : modal ? 0
            : 2
            let count = family.Value.GetValueOrDefault(kind, []).Length
            where count < least
            select $"{style.Id}, {family.Key} {kind}: {count}"
        );

    [Fact]
    public void Each_style_has_a_melody_instrument_and_most_have_a_second_line()
    {
        Corpus.AssertNone(
            Styles.Where(style => style.Parts.All(part => part.Role != PartRole.Lead)).Select(style => style.Id)
        );
        var second = Styles.Count(style => style.Parts.Any(part => part.Role == PartRole.Counter));
        Assert.True(second >= Styles.Count() * 2 / 3.0, $"{second} of {Styles.Count()}");
    }

    [Fact]
    public void A_chorus_has_two_layers_more_than_a_verse_and_the_second_verse_is_not_the_first() =>
        Corpus.AssertNone(
            from style in Styles
            let verse = Layers(style, "verse", 0.44)
            let second = Layers(style, "verse", 0.52)
            let chorus = Math.Min(Layers(style, "chorus", 0.8).Count, Layers(style, "chorus", 0.93).Count)
            where chorus < verse.Count + 2 || verse.SetEquals(second)
            select $"{style.Id}: {verse.Count} in a verse, {chorus} in a chorus"
        );

    [Fact]
    public void Two_styles_share_at_most_three_of_ten_comping_patterns() => Corpus.AssertNone(Shared(Comping));

    [Fact]
    public void Two_styles_share_at_most_three_of_ten_bass_patterns() => Corpus.AssertNone(Shared(Bass));

    [Fact]
    public void Chinese_styles_are_pentatonic_and_play_chinese_instruments() =>
        Corpus.AssertNone(
            from genre in (string[])["Chinese Style", "GuFeng Music", "Chinoiserie Electronic"]
            let style = Room.Library.Styles[Room.Library.VocalGenres[genre].MaxBy(pair => pair.Value).Key]
            let ours = style.Parts.Count(part => part.Program is 15 or 73 or 77 or 106 or 107 or 110)
            where
                ours < 4
                || style.Modes.Keys.Any(mode => !mode.EndsWith("Pentatonic", StringComparison.Ordinal))
                || !style.Melody.Pentatonic
                || style.Lead.Ornaments < 0.6
            select $"{style.Id}: {ours} instruments"
        );

    private static string Text(IReadOnlyDictionary<string, string> groove) =>
        string.Join(' ', groove.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Key + row.Value));

    private static IEnumerable<string> Shared(Func<StyleSheet, HashSet<string>> patterns) =>
        from one in Styles
        from two in Styles
        where string.CompareOrdinal(one.Id, two.Id) < 0
        let rows = patterns(one)
        let others = patterns(two)
        let both = rows.Intersect(others).ToList()
        where both.Count > MostShared * Math.Min(rows.Count, others.Count)
        select $"{one.Id} and {two.Id} share {both.Count}: {string.Join(' ', both)}";

    private static HashSet<string> Bass(StyleSheet style) =>
        style.Bass is { } bass ? bass.Mid.Concat(bass.High).ToHashSet() : [];

    private static HashSet<string> Comping(StyleSheet style) =>
        style
            .Parts.Where(part => part.Role is PartRole.Chords or PartRole.Arpeggio)
            .SelectMany(part => part.Mid.Concat(part.High))
            .ToHashSet();

    // Melody instruments play in every section and are no layer; the kit is one.
    private static HashSet<string> Layers(StyleSheet style, string kind, double energy)
    {
        var parts = style.Bass is null ? style.Parts : style.Parts.Add(style.Bass);
        var playing = parts
            .Where(part => part.Role != PartRole.Lead)
            .Where(part => energy >= part.Energy[0] && energy <= part.Energy[1])
            .Where(part => part.Sections.IsEmpty || part.Sections.Contains(kind))
            .Select(part => part.Id);
        return [.. energy >= style.Drums.FromEnergy ? playing.Append("drums") : playing];
    }
}
