namespace Troubadour.Server.Working;

/// <summary>What a line from a worker says.</summary>
internal enum WorkerReportKind
{
    /// <summary>The engine is loaded.</summary>
    Ready,

    /// <summary>The engine cannot be loaded; the worker ends.</summary>
    Unready,

    /// <summary>A step of progress.</summary>
    Progress,

    /// <summary>The song is made.</summary>
    Done,

    /// <summary>The brief cannot be made into a song.</summary>
    Refused,

    /// <summary>The engine failed.</summary>
    Failed,
}
