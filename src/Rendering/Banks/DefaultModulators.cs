namespace Troubadour.Rendering;

/// <summary>
/// The modulators every instrument has (SoundFont 2.04, section 8.4). The velocity to filter cutoff modulator of 8.4.2 is left
/// out, as the players and banks in use today do: banks that want it bring their own.
/// </summary>
internal static class DefaultModulators
{
    private const ushort Bipolar = 0x200;
    private const ushort ConcaveFalling = 0x500;
    private const ushort Control = 0x80;
    private const ushort Velocity = 2;
    private const ushort ChannelPressure = 13;
    private const ushort PitchWheel = 14;
    private const ushort PitchWheelRange = 16;

    /// <summary>A fresh list of them.</summary>
    public static List<Modulator> Make() =>
        [
            new(ConcaveFalling | Velocity, (ushort)Generator.Attenuation, 960, 0, 0),
            new(ChannelPressure, (ushort)Generator.VibratoLfoToPitch, 50, 0, 0),
            new(Control | 1, (ushort)Generator.VibratoLfoToPitch, 50, 0, 0),
            new(ConcaveFalling | Control | 7, (ushort)Generator.Attenuation, 960, 0, 0),
            new(Bipolar | Control | 10, (ushort)Generator.Pan, 500, 0, 0),
            new(ConcaveFalling | Control | 11, (ushort)Generator.Attenuation, 960, 0, 0),
            new(Control | 91, (ushort)Generator.ReverbSend, 200, 0, 0),
            new(Control | 93, (ushort)Generator.ChorusSend, 200, 0, 0),
            new(Bipolar | PitchWheel, (ushort)Generator.FineTune, 12700, PitchWheelRange, 0),
        ];
}
