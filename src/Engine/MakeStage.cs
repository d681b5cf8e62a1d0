namespace Troubadour.Engine;

/// <summary>Where the making of a song has got to.</summary>
public enum MakeStage
{
    /// <summary>Reading lyrics and composing.</summary>
    Compose,

    /// <summary>Singing the phrases.</summary>
    Sing,

    /// <summary>Playing the instruments and mixing them.</summary>
    Mix,

    /// <summary>Loudness, limiting, files.</summary>
    Master,
}
