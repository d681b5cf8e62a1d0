namespace Troubadour.Engine.Bench;

/// <summary>What was heard of a song's lines, as shares and milliseconds.</summary>
internal sealed record Heard(double Energy, double Aligned, double TextWins, double OnsetMs);
