namespace Troubadour.Composing;

/// <summary>How a line stands to the line it comes from.</summary>
internal enum LineRelation
{
    /// <summary>The same tune with other words.</summary>
    Repeat,

    /// <summary>The same beginning with another end.</summary>
    Vary,

    /// <summary>The same rhythm and shape some steps higher or lower.</summary>
    Sequence,

    /// <summary>The same rhythm, about, with a tune of its own.</summary>
    Answer,
}
