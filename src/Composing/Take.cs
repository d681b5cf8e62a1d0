using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What is sung and played over a form.</summary>
/// <param name="Stage">The form at its place.</param>
/// <param name="Parts">The instruments.</param>
/// <param name="Vocals">The sung phrases as they are performed, leads first.</param>
internal sealed record Take(Stage Stage, ImmutableArray<Part> Parts, ImmutableArray<VocalPhrase> Vocals)
{
    /// <summary>The form as a song keeps it.</summary>
    public ImmutableArray<SongSection> Sections =>
        [
            .. Stage.Sections.Select(section => new SongSection(
                section.Plan.Kind,
                section.Tick,
                section.End - section.Tick,
                section.Plan.Bars,
                section.Energy,
                section.Plan.Transpose
            )),
        ];
}
