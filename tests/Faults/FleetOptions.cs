namespace Troubadour.Faults;

/// <summary>What a fleet is made of.</summary>
public sealed record FleetOptions
{
    /// <summary>PostgreSQL, an S3 store, two servers that answer and two that work; else one server with SQLite and a folder.</summary>
    public required bool IsCluster { get; init; }

    /// <summary>Whether the single server lies on a small disk. It must not be killed.</summary>
    public bool IsOnSmallDisk { get; init; }

    /// <summary>Songs at the same time on each server that works.</summary>
    public int Slots { get; init; } = 2;

    /// <summary>How many servers answer.</summary>
    public int AnsweringServers { get; init; } = 2;

    /// <summary>More settings of every server, as arguments.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>How often servers tell that they live, in seconds.</summary>
    public int CheckinSeconds { get; init; } = 3;

    /// <summary>After how many seconds without it they are given up.</summary>
    public int FailoverSeconds { get; init; } = 6;
}
