namespace Troubadour.Synthesis;

/// <summary>What a filter lets through.</summary>
internal enum FilterKind
{
    Low,
    Band,
    High,
    Ladder,
}
