using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Troubadour.Music;

/// <summary>One syllable as it is sung.</summary>
/// <param name="Phones">Phones of the radio set (aa ae ah ao aw ax ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p r s sh
/// t th uh uw v w y z zh), lower case; exactly one of them is a vowel.</param>
/// <param name="Stress">0 unstressed, 1 primary, 2 secondary.</param>
public sealed record Syllable(ImmutableArray<string> Phones, int Stress)
{
    /// <summary>The tone of a tonal language: 1 to 4, 5 neutral, as pinyin counts them; 0 where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tone { get; init; }
}
