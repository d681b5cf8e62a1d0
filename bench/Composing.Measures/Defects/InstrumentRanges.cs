using System.Collections.Immutable;

namespace Troubadour.Composing.Measures;

/// <summary>
/// The sounding ranges of General MIDI programs as MIDI keys: what a good player reaches on the real instrument; electronic sounds
/// reach what is still heard as a note.
/// </summary>
public static class InstrumentRanges
{
    private static readonly ImmutableArray<(int Low, int High)> Ranges =
    [
        .. Piano(),
        .. Chromatic(),
        .. Organs(),
        .. Guitars(),
        .. Basses(),
        .. Strings(),
        .. Ensembles(),
        .. Brass(),
        .. Reeds(),
        .. Pipes(),
        .. Same(24, 108, 8 + 8 + 8),
        .. Ethnic(),
        .. Same(12, 115, 8 + 8),
    ];

    /// <summary>Lowest and highest key of a program.</summary>
    /// <param name="program">0 to 127.</param>
    public static (int Low, int High) Of(int program) => Ranges[program];

    private static IEnumerable<(int Low, int High)> Piano() =>
        [(21, 108), (21, 108), (21, 108), (21, 108), (28, 103), (28, 103), (29, 89), (36, 96)];

    // Celesta, glockenspiel, music box, vibraphone, marimba, xylophone, bells, dulcimer.
    private static IEnumerable<(int Low, int High)> Chromatic() =>
        [(60, 108), (67, 108), (60, 108), (53, 89), (36, 96), (60, 108), (55, 89), (48, 96)];

    // Drawbar, percussive, rock, church and reed organs, accordion, harmonica, bandoneon.
    private static IEnumerable<(int Low, int High)> Organs() =>
        [(24, 108), (24, 108), (24, 108), (21, 108), (36, 96), (41, 96), (48, 96), (36, 96)];

    private static IEnumerable<(int Low, int High)> Guitars() =>
        [(40, 84), (40, 88), (40, 90), (40, 88), (40, 88), (40, 90), (40, 90), (52, 96)];

    private static IEnumerable<(int Low, int High)> Basses() =>
        [(26, 67), (23, 67), (23, 67), (26, 67), (23, 67), (23, 67), (20, 72), (20, 72)];

    // Violin, viola, cello, contrabass, tremolo, pizzicato, harp, timpani.
    private static IEnumerable<(int Low, int High)> Strings() =>
        [(55, 103), (48, 91), (36, 76), (24, 67), (28, 100), (28, 96), (23, 103), (36, 60)];

    // String ensembles, synth strings, choirs, voices, orchestra hit.
    private static IEnumerable<(int Low, int High)> Ensembles() =>
        [(28, 103), (28, 103), (24, 108), (24, 108), (40, 84), (40, 84), (36, 96), (36, 96)];

    // Trumpet, trombone, tuba, muted trumpet, horn, section, synth brass.
    private static IEnumerable<(int Low, int High)> Brass() =>
        [(52, 86), (34, 77), (26, 65), (52, 86), (34, 77), (34, 86), (24, 100), (24, 100)];

    // Saxophones from soprano to baritone, oboe, cor anglais, bassoon, clarinet.
    private static IEnumerable<(int Low, int High)> Reeds() =>
        [(56, 91), (49, 85), (44, 79), (36, 72), (58, 93), (52, 84), (34, 75), (50, 94)];

    // Piccolo, flute, recorder, pan flute, bottle, shakuhachi, whistle, ocarina.
    private static IEnumerable<(int Low, int High)> Pipes() =>
        [(72, 108), (59, 98), (60, 98), (55, 96), (48, 96), (50, 93), (60, 103), (57, 91)];

    // Sitar, banjo, shamisen, koto, kalimba, bagpipe, fiddle, shanai.
    private static IEnumerable<(int Low, int High)> Ethnic() =>
        [(42, 84), (48, 88), (48, 84), (41, 91), (48, 89), (55, 84), (55, 100), (55, 91)];

    private static IEnumerable<(int Low, int High)> Same(int low, int high, int count) =>
        Enumerable.Repeat((low, high), count);
}
