namespace Troubadour.Singing.Neural;

/// <summary>The frames that a model counts time in.</summary>
/// <param name="Rate">Samples a second.</param>
/// <param name="Hop">Samples a frame.</param>
internal readonly record struct ModelFrame(int Rate, int Hop)
{
    /// <summary>Seconds a frame.</summary>
    public double Seconds => (double)Hop / Rate;

    /// <summary>Reads a configuration's frame.</summary>
    /// <exception cref="InvalidDataException">It is out of range.</exception>
    public static ModelFrame Read(BankSettings settings) =>
        new(settings.Integer("sample_rate", 44_100, 8_000, 96_000), settings.Integer("hop_size", 512, 32, 4_096));
}
