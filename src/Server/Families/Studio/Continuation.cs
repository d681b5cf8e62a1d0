namespace Troubadour.Server.Families.Studio;

/// <summary>A song that goes on.</summary>
/// <param name="ClipId">Its clip.</param>
/// <param name="Crop">Where the new part begins: a share of the clip up to 1, seconds above; null is the clip's end.</param>
internal sealed record Continuation(string ClipId, double? Crop)
{
    /// <summary>Where the new part begins, in seconds; null is the clip's end.</summary>
    /// <param name="length">The clip's length in seconds.</param>
    public double? SecondsIn(double length) => Crop is <= 1 ? Crop * length : Crop;
}
