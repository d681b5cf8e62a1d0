using Troubadour.Music;

namespace Troubadour.Server.Families.Studio;

/// <summary>Translates what was asked of the music into the engine's terms.</summary>
internal static class Briefs
{
    private const double Middle = 0.5;
    private const int LeastDetail = 1;
    private const int MostDetail = 5;

    /// <summary>The brief without words, title and seed.</summary>
    public static SongBrief Of(Ask ask) =>
        new()
        {
            Description = ask.Prompt,
            Exclude = ask.NegativePrompt,
            Seconds = Vocabulary.Models.First(model => model.Name == ask.Model).Seconds,
            StyleStrength = ask.PromptStrength,
            LyricsStrength = ask.LyricsStrength,
            Clarity = Clarity(ask.ClarityStrength),
            Detail = Detail(ask.Quality),
            IsLiteral = ask.IsLiteral,
            Part = ask.Part,
            WordsWithin = ask.IsInstrumental ? null : ask.WordsWithin,
        };

    // What the contract calls usual is our middle; below and above it the way is straight.
    private static double Clarity(double strength)
    {
        const double Usual = Requests.UsualClarityStrength;
        return strength <= Usual ? Middle * strength / Usual : Middle + (1 - Middle) * (strength - Usual) / (1 - Usual);
    }

    private static int Detail(double quality) =>
        LeastDetail + (int)Math.Round((MostDetail - LeastDetail) * quality, MidpointRounding.AwayFromZero);
}
