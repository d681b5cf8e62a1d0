namespace Troubadour.Bookkeeping;

/// <summary>A clip of a claimed task, as its worker sees it.</summary>
public sealed class OpenClip
{
    /// <summary>Its id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its place among the clips of the task, from 0.</summary>
    public int Position { get; set; }

    /// <summary>One of <see cref="ClipKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The stem's name.</summary>
    public string Stem { get; set; } = "";

    /// <summary>The title asked for.</summary>
    public string Title { get; set; } = "";

    /// <summary>One of <see cref="TaskState"/>: an attempt before this one may have finished it.</summary>
    public string State { get; set; } = "";
}
