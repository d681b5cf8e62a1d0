namespace Troubadour.Composing.Measures;

/// <summary>A measure as tables name it.</summary>
/// <param name="Id">Its name in findings.</param>
/// <param name="Title">What people read.</param>
/// <param name="Group">The table it stands in.</param>
public sealed record Metric(string Id, string Title, MetricGroup Group);
