namespace Troubadour.Mixing;

/// <summary>
/// Stems whose sound in the master was settled by an earlier mix and stays to the bit, while the others are mixed anew around it.
/// </summary>
/// <param name="Ids">The stems; those that are not in the mix do no harm.</param>
/// <param name="Track">Their gain from bus to master.</param>
/// <param name="GainDb">Their master gain.</param>
/// <param name="Settings">Their rooms, echoes, returns and bus filter, as the earlier mix had them.</param>
public sealed record HeldGroup(IReadOnlyList<string> Ids, GainTrack Track, double GainDb, MixSettings Settings)
{
    /// <summary>Decibels by which the others' master gain is over theirs in the balance that is wanted.</summary>
    public double OthersDb { get; init; }

    /// <summary>How far the others' master gain may go from there for the sake of the loudness, in decibels.</summary>
    public double SearchDb { get; init; } = 4;
}
