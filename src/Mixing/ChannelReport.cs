namespace Troubadour.Mixing;

/// <summary>How loud a stem is in the mix, after its fader and before the master gain.</summary>
/// <param name="Id">The stem.</param>
/// <param name="IntegratedLufs">Over the song; -infinity for silence.</param>
/// <param name="ShortTermLufs">Of each 3 s, every 100 ms.</param>
public sealed record ChannelReport(string Id, double IntegratedLufs, IReadOnlyList<double> ShortTermLufs);
