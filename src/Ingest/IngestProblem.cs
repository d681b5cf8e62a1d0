namespace Troubadour.Ingest;

/// <summary>Why a file was not taken.</summary>
public enum IngestProblem
{
    /// <summary>It has no bytes.</summary>
    Empty,

    /// <summary>It is no audio of a known format.</summary>
    NotAudio,

    /// <summary>It is audio, but cannot be read, or holds values that are no sound.</summary>
    Damaged,

    /// <summary>It lasts less than the limit.</summary>
    TooShort,

    /// <summary>It lasts more than the limit.</summary>
    TooLong,

    /// <summary>It has more bytes than the limit.</summary>
    TooLarge,

    /// <summary>Reading it took more time than the limit, on the clock or of the processor.</summary>
    TimedOut,

    /// <summary>No fault of the file: this computer lacks the decoder.</summary>
    NoDecoder,
}
