namespace Troubadour.Mixing;

/// <summary>The rooms of a mix.</summary>
public enum ReverbKind
{
    /// <summary>Small and early: gives drums and guitars a place.</summary>
    Room,

    /// <summary>Dense and bright: for voices and snares.</summary>
    Plate,

    /// <summary>Large and late: for pads, strings and ballads.</summary>
    Hall,
}
