namespace Troubadour.Mixing;

/// <summary>A point of an automation curve, joined to its neighbours by straight lines in decibels.</summary>
public readonly record struct GainPoint(double Second, double Db);
