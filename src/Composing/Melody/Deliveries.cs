using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>What the deliveries that lyrics ask for mean to a singer.</summary>
internal static class Deliveries
{
    private const double Whispered = 0.08;
    private const double Soft = 0.3;
    private const double Belted = 1;

    /// <summary>The effort of a line, 0 to 1.</summary>
    /// <param name="delivery">What is asked.</param>
    /// <param name="usual">The section's effort.</param>
    public static double Effort(Delivery delivery, double usual) =>
        delivery switch
        {
            Delivery.Whispered => Whispered,
            Delivery.Soft => Soft,
            Delivery.Belted => Belted,
            _ => usual,
        };

    /// <summary>The delivery that a phrase was made with: it is sung so again when its section gets other energies or its words another tune.</summary>
    public static Delivery Of(VocalPhrase phrase) =>
        phrase.Rap
            ? Delivery.Spoken
            : phrase.Effort switch
            {
                Whispered => Delivery.Whispered,
                Soft => Delivery.Soft,
                Belted => Delivery.Belted,
                _ => Delivery.Usual,
            };
}
