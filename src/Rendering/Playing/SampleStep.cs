namespace Troubadour.Rendering;

/// <summary>
/// How fast a sample is read: points a frame in 32.32 fixed point, constant within each group of eight frames and moving linearly from group to group.
/// </summary>
/// <param name="First">The step of the first group.</param>
/// <param name="Slope">What is added from a group to the next; wraps round, so that it may be negative.</param>
internal readonly record struct SampleStep(ulong First, ulong Slope)
{
    private const int Group = Interpolator.Group;

    /// <summary>The step that leads from one to another over so many frames.</summary>
    public static SampleStep Between(ulong from, ulong to, int count)
    {
        var groups = (count + Group - 1) / Group;
        return new SampleStep(from, (ulong)(((long)to - (long)from) / groups));
    }

    /// <summary>The greatest step within so many frames.</summary>
    public ulong Greatest(int count) => Math.Max(First, After(count).First);

    /// <summary>How far so many frames go.</summary>
    public ulong Distance(int count)
    {
        var (groups, rest) = ((ulong)(count / Group), (ulong)(count % Group));
        return Group * (groups * First + groups * (groups - 1) / 2 * Slope) + rest * (First + groups * Slope);
    }

    /// <summary>The step after so many frames.</summary>
    public SampleStep After(int count) => this with { First = First + (ulong)(count / Group) * Slope };
}
