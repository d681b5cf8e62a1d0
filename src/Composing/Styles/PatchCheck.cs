namespace Troubadour.Composing;

/// <summary>Checks the names of the synthesizers' patches. Which patches there are is not known here.</summary>
internal static class PatchCheck
{
    /// <summary>Refuses a name that is not lower-case words and figures joined by dashes; null means the sound bank.</summary>
    public static void Name(StyleSheet style, string where, string? name)
    {
        if (name is not null && !name.Split('-').All(IsWord))
        {
            throw StyleCheck.Wrong(
                style,
                $"the patch '{name}' of {where} is not a name: lower-case words or figures joined by dashes"
            );
        }
    }

    private static bool IsWord(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));
}
