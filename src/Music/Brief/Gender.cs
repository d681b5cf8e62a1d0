namespace Troubadour.Music;

/// <summary>The singer's gender as the contract names it.</summary>
public enum Gender
{
    /// <summary>The upper tessitura, A3 to C5.</summary>
    Female,

    /// <summary>The lower tessitura, A2 to E4.</summary>
    Male,
}
