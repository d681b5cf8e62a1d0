namespace Troubadour.Composing.Tests.Shared;

/// <summary>Lyrics of our own for songs under test.</summary>
internal static class Words
{
    /// <summary>A whole song as the contract's example writes one: tags in the running text.</summary>
    public const string Driving =
        "[intro] [verse] We were driving, windows down, the summer on our skin, Radio was playing all the songs that "
        + "pulled us in, Every mile a promise, every bend a brand new start, You were drawing maps of home across my "
        + "open heart [pre-chorus] And I know, and I know, we can never go back, But the light on the road leaves a "
        + "glittering track [chorus] So carry me over the river tonight, Carry me into the morning light, We were "
        + "running on nothing but a feeling so right, Carry me over the river tonight [inst] (Instrumental break) "
        + "[verse] Now the years are turning, and the city never sleeps, I have kept your letters in a drawer that "
        + "memory keeps, Every street a question that I never learned to say, But the river keeps on running and it "
        + "will not fade away [chorus] So carry me over the river tonight, Carry me into the morning light, We were "
        + "running on nothing but a feeling so right, Carry me over the river tonight [bridge] Hold on, hold on, the "
        + "water is wide, Hold on, hold on, I will be by your side [chorus] So carry me over the river tonight, Carry "
        + "me into the morning light, We were running on nothing but a feeling so right, Carry me over the river "
        + "tonight [outro] Over the river tonight";

    /// <summary>A verse and a chorus in lines.</summary>
    public const string Short =
        "[Verse 1]\nStreet lights are burning low\nNobody here that I used to know\n"
        + "[Chorus]\nSing it to me slowly\nSing it till the morning comes\n";
}
