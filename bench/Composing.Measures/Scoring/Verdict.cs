namespace Troubadour.Composing.Measures;

/// <summary>What the bench thinks of a song; every figure from 0 to 100, NaN for what the song does not have.</summary>
/// <param name="Score">The mean of the others that the song has.</param>
/// <param name="Melody">Closeness of the sung melody to human ones.</param>
/// <param name="Shape">The part of the melody's closeness that hears too much or too little repetition; no part of the score.</param>
/// <param name="Texture">Closeness of the whole texture.</param>
/// <param name="Words">Fit of words and notes, and words in order.</param>
/// <param name="Drums">Closeness of groove and velocities.</param>
/// <param name="Craft">How far the craft's aims are met.</param>
/// <param name="Passes">True when the song is good enough to be heard.</param>
public sealed record Verdict(
    double Score,
    double Melody,
    double Shape,
    double Texture,
    double Words,
    double Drums,
    double Craft,
    bool Passes
);
