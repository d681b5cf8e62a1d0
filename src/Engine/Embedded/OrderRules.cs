using System.Globalization;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What an order must keep, in sentences for the caller's eyes.</summary>
internal sealed class OrderRules(SoundParts parts)
{
    private const double LeastExcerpt = 1;
    private const double MostExcerpt = 60;
    private const double MostSeconds = 600;

    // Callers know a clip's length to some decimals only.
    private const double Tolerance = 0.05;

    /// <summary>Checks an edit before it is made.</summary>
    /// <exception cref="SongRefusedException">It cannot be made.</exception>
    public static void Check(SongOrder order, Song source)
    {
        if (Writes(order))
        {
            CheckWords(order.Brief.Lyrics);
        }

        if (NeedsVoice(order, source) && source.Vocals.IsEmpty)
        {
            throw new SongRefusedException("This clip has no vocals.");
        }

        CheckSpan(order, ClipWindow.Of(source).Seconds);
    }

    /// <summary>Asks for a song that one can render: extensions of extensions must end somewhere.</summary>
    /// <exception cref="SongRefusedException">It is too long.</exception>
    public static void CheckLength(Song song)
    {
        if (song.Seconds > MostSeconds)
        {
            throw new SongRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The whole song would last {song.Seconds:F0} seconds; at most {MostSeconds} are allowed."
                )
            );
        }
    }

    /// <summary>Asks for words that can be sung.</summary>
    /// <exception cref="SongRefusedException">There are none, or they are of another language.</exception>
    public static void CheckWords(string lyrics)
    {
        if (!LyricsReader.Read(lyrics).Any(section => !section.IsInstrumental))
        {
            throw new SongRefusedException("The lyrics have no words to sing.") { HasNoWords = true };
        }

        if (!Pronouncer.IsSingable(LyricsReader.Words(lyrics)))
        {
            throw new SongRefusedException("input language not supported") { IsLanguage = true };
        }
    }

    /// <summary>Asks for a voice if the song is sung.</summary>
    /// <exception cref="SongRefusedException">No voice is installed.</exception>
    public void CheckVoice(Song song)
    {
        if (!song.Vocals.IsEmpty)
        {
            CheckVoice();
        }
    }

    /// <summary>Asks for a voice.</summary>
    /// <exception cref="SongRefusedException">No voice is installed.</exception>
    public void CheckVoice()
    {
        try
        {
            parts.RequireVoice();
        }
        catch (MissingPartException e)
        {
            throw new SongRefusedException("No voice is installed, so songs cannot be sung. " + e.Message, e);
        }
    }

    // Orders that write words need them; a replacement or a cover may bring its own.
    private static bool Writes(SongOrder order) =>
        order.Kind switch
        {
            OrderKind.Extend => order.Brief.IsVocal,
            OrderKind.AddVocals => true,
            OrderKind.Replace or OrderKind.Cover or OrderKind.SwapVocals => !string.IsNullOrWhiteSpace(
                order.Brief.Lyrics
            ),
            _ => false,
        };

    // In a recording nobody may have been heard; then what is exchanged is what was heard.
    private static bool NeedsVoice(SongOrder order, Song source) =>
        order.Kind switch
        {
            OrderKind.Voice or OrderKind.AddBacking => true,
            OrderKind.SwapSound => source.Recording is null,
            OrderKind.SwapVocals => source.Recording is null || string.IsNullOrWhiteSpace(order.Brief.Lyrics),
            _ => false,
        };

    private static void CheckSpan(SongOrder order, double length)
    {
        if (order.Kind is not (OrderKind.Extend or OrderKind.Replace or OrderKind.Voice))
        {
            return;
        }

        foreach (var second in (ReadOnlySpan<double?>)[order.FromSeconds, order.ToSeconds])
        {
            if (second is { } at && !(at >= 0 && at <= length + Tolerance))
            {
                throw Refusal($"The clip lasts {length:0.##} seconds; {at:0.##} is outside of it.");
            }
        }

        if (order.Kind == OrderKind.Extend)
        {
            return;
        }

        var (from, to) = (order.FromSeconds ?? 0, order.ToSeconds ?? length);
        if (!(from < to))
        {
            throw Refusal($"The stretch from {from:0.##} to {to:0.##} seconds is empty.");
        }

        if (order.Kind == OrderKind.Voice && !(to - from >= LeastExcerpt && to - from <= MostExcerpt))
        {
            throw Refusal($"A voice excerpt lasts {LeastExcerpt} to {MostExcerpt} seconds.");
        }
    }

    private static SongRefusedException Refusal(FormattableString sentence) =>
        new(sentence.ToString(CultureInfo.InvariantCulture));
}
