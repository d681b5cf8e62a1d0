using Troubadour.Music;

namespace Troubadour.Singing;

/// <summary>The small differences between singers of one timbre, drawn from a person's number: the same number is always the same person.</summary>
internal static class Persons
{
    /// <summary>A colour as this person has it; person 0 is the colour itself.</summary>
    public static VoiceColour Touch(VoiceColour colour, long person)
    {
        if (person == 0)
        {
            return colour;
        }

        var random = new RandomStream(person, "person");
        double Own(string name, double spread) => random.Child(name).Next(-spread, spread);
        return colour with
        {
            Warp = colour.Warp * (1 + Own("warp", 0.03)),
            Tilt = colour.Tilt + Own("tilt", 0.5),
            Body = colour.Body + Own("body", 1.2),
            Twang = colour.Twang + Own("twang", 1.2),
            Formant = colour.Formant + Own("formant", 1),
            Breath = colour.Breath * (1 + Own("breath", 0.25)),
            Vibrato = colour.Vibrato * (1 + Own("vibrato", 0.2)),
            VibratoRate = colour.VibratoRate * (1 + Own("rate", 0.06)),
            Scoop = colour.Scoop * (1 + Own("scoop", 0.3)),
            Glide = colour.Glide * (1 + Own("glide", 0.1)),
        };
    }
}
