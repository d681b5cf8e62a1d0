namespace Troubadour.Synthesis;

/// <summary>Effects at a patch's end.</summary>
internal enum InsertKind
{
    Chorus,
    Ensemble,
    Saturate,
    Crush,
    Tremolo,
    Pan,
    Peak,
    LowShelf,
    HighShelf,
    LowPass,
    HighPass,
    Width,
}
