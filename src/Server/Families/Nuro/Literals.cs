using Troubadour.Music;

namespace Troubadour.Server.Families.Nuro;

/// <summary>The contract's words for timbres, and ours.</summary>
public static class Literals
{
    public static string Of(Timbre timbre) => Vocabulary.Timbres[(int)timbre];

    public static Timbre? Timbre(string? literal)
    {
        for (var i = 0; i < Vocabulary.Timbres.Count; i++)
        {
            if (Vocabulary.Timbres[i] == literal)
            {
                return (Timbre)i;
            }
        }

        return null;
    }

    public static Gender? Gender(string? literal) =>
        literal switch
        {
            "Female" => Music.Gender.Female,
            "Male" => Music.Gender.Male,
            _ => null,
        };
}
