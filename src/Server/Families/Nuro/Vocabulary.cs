namespace Troubadour.Server.Families.Nuro;

/// <summary>The contract's enumerations, letter for letter (sections 2.1 and 2.2).</summary>
public static class Vocabulary
{
    public static IReadOnlyList<string> Types { get; } = ["vocal", "bgm"];

    public static IReadOnlyList<string> Versions { get; } = ["v1.0", "v2.0"];

    public static IReadOnlyList<string> Genders { get; } = ["Female", "Male"];

    public static IReadOnlyList<string> Segments { get; } = ["intro", "verse", "chorus", "inst", "bridge", "outro"];

    /// <summary>Section names of our own field "structure".</summary>
    public static IReadOnlyList<string> Sections { get; } =
    ["intro", "verse", "pre-chorus", "chorus", "inst", "bridge", "outro"];

    /// <summary>Genres of songs.</summary>
    public static IReadOnlyList<string> VocalGenres { get; } =
    [
        "Folk",
        "Pop",
        "Rock",
        "Chinese Style",
        "Hip Hop/Rap",
        "R&B/Soul",
        "Punk",
        "Electronic",
        "Jazz",
        "Reggae",
        "DJ",
        "Pop Punk",
        "Disco",
        "Future Bass",
        "Pop Rap",
        "Trap Rap",
        "R&B Rap",
        "Chinoiserie Electronic",
        "GuFeng Music",
        "Pop Rock",
        "Jazz Pop",
        "Bossa Nova",
        "Contemporary R&B",
    ];

    /// <summary>Moods of songs.</summary>
    public static IReadOnlyList<string> VocalMoods { get; } =
    [
        "Happy",
        "Dynamic/Energetic",
        "Sentimental/Melancholic/Lonely",
        "Inspirational/Hopeful",
        "Nostalgic/Memory",
        "Excited",
        "Sorrow/Sad",
        "Chill",
        "Romantic",
        "Miss",
        "Groovy/Funky",
        "Dreamy/Ethereal",
        "Calm/Relaxing",
    ];

    /// <summary>Colours of the voice.</summary>
    public static IReadOnlyList<string> Timbres { get; } =
    [
        "Warm",
        "Bright",
        "Husky",
        "Electrified voice",
        "Sweet_AUDIO_TIMBRE",
        "Cute_AUDIO_TIMBRE",
        "Loud and sonorous",
        "Powerful",
        "Sexy/Lazy",
    ];

    /// <summary>Genres of instrumentals.</summary>
    public static IReadOnlyList<string> BgmGenres { get; } =
    [
        "corporate",
        "dance/edm",
        "orchestral",
        "chill out",
        "rock",
        "hip hop",
        "folk",
        "funk",
        "ambient",
        "holiday",
        "jazz",
        "kids",
        "world",
        "travel",
        "commercial",
        "advertising",
        "driving",
        "cinematic",
        "upbeat",
        "epic",
        "inspiring",
        "business",
        "video game",
        "dark",
        "pop",
        "trailer",
        "modern",
        "electronic",
        "documentary",
        "soundtrack",
        "fashion",
        "acoustic",
        "movie",
        "tv",
        "high tech",
        "industrial",
        "dance",
        "video",
        "vlog",
        "marketing",
        "game",
        "radio",
        "promotional",
        "sports",
        "party",
        "summer",
        "beauty",
    ];

    /// <summary>Moods of instrumentals.</summary>
    public static IReadOnlyList<string> BgmMoods { get; } =
    [
        "positive",
        "uplifting",
        "energetic",
        "happy",
        "bright",
        "optimistic",
        "hopeful",
        "cool",
        "dreamy",
        "fun",
        "light",
        "powerful",
        "calm",
        "confident",
        "joyful",
        "dramatic",
        "peaceful",
        "playful",
        "soft",
        "groovy",
        "reflective",
        "easy",
        "relaxed",
        "lively",
        "smooth",
        "romantic",
        "intense",
        "elegant",
        "mellow",
        "emotional",
        "sentimental",
        "cheerful happy",
        "contemplative",
        "soothing",
        "proud",
        "passionate",
        "sweet",
        "mystical",
        "tranquil",
        "cheerful",
        "casual",
        "beautiful",
        "ethereal",
        "melancholy",
        "sad",
        "aggressive",
        "haunting",
        "adventure",
        "serene",
        "sincere",
        "funky",
        "funny",
    ];

    /// <summary>Instruments.</summary>
    public static IReadOnlyList<string> Instruments { get; } =
    [
        "piano",
        "drums",
        "guitar",
        "percussion",
        "synth",
        "electric guitar",
        "acoustic guitar",
        "bass guitar",
        "brass",
        "violin",
        "cello",
        "flute",
        "organ",
        "trumpet",
        "ukulele",
        "saxophone",
        "double bass",
        "harp",
        "glockenspiel",
        "synthesizer",
        "keyboard",
        "marimba",
        "bass",
        "banjo",
        "strings",
    ];

    /// <summary>Themes.</summary>
    public static IReadOnlyList<string> Themes { get; } =
    [
        "inspirational",
        "motivational",
        "achievement",
        "discovery",
        "every day",
        "love",
        "technology",
        "lifestyle",
        "journey",
        "meditation",
        "drama",
        "children",
        "hope",
        "fantasy",
        "holiday",
        "health",
        "family",
        "real estate",
        "media",
        "kids",
        "science",
        "education",
        "progress",
        "world",
        "vacation",
        "training",
        "christmas",
        "sales",
    ];
}
