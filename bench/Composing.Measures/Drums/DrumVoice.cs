namespace Troubadour.Composing.Measures;

/// <summary>The three voices of a drum kit that grooves are compared by.</summary>
public enum DrumVoice
{
    /// <summary>Bass drum.</summary>
    Kick,

    /// <summary>Snare, rim and clap.</summary>
    Snare,

    /// <summary>Hi-hat in any position.</summary>
    Hat,
}
