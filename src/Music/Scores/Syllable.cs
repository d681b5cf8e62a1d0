using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>One syllable as it is sung.</summary>
/// <param name="Phones">Phones of the radio set (aa ae ah ao aw ax ay b ch d dh eh er ey f g hh ih iy jh k l m n ng ow oy p r s sh
/// t th uh uw v w y z zh), lower case; exactly one of them is a vowel.</param>
/// <param name="Stress">0 unstressed, 1 primary, 2 secondary.</param>
public sealed record Syllable(ImmutableArray<string> Phones, int Stress);
