namespace Troubadour.Lyrics.Tests;

/// <summary>The language of lyrics; all texts were written for these tests.</summary>
public sealed class LanguageGuessTests
{
    public static TheoryData<SungLanguage, string> Texts { get; } =
        new()
        {
            {
                SungLanguage.Spanish,
                """
                    Corazón, ¿dónde estás?
                    Te espero en la orilla del mar / con la luna sobre mi piel
                    Baby, no me digas que no / esta noche vamos a bailar
                    La lluvia cae despacio / y yo sigo pensando en ti
                    Quiero volver a mi pueblo / donde el viento sabe mi nombre
                    Si te vas, llévate también mis canciones
                    Somos dos extraños en la misma ciudad
                    Nadie me enseñó a querer / pero contigo aprendí
                    Ay, ay, ay, mi amor se fue por el río
                    Todo lo que tengo lo perdí en tu mirada
                    Las calles vacías recuerdan tu voz / y los perros ladran al sol
                    Mueve el cuerpo, sube las manos / que la fiesta no termina
                    """
            },
            {
                SungLanguage.French,
                """
                    Je marche seul sous la pluie de novembre
                    Tu m'as dit que la mer était loin / mais j'entends les vagues
                    Oh mon amour, ne pars pas si tôt
                    Les étoiles dansent au-dessus de nos têtes
                    C'est la vie qui nous emporte / et le vent qui nous ramène
                    On ira voir le soleil se lever / à l'autre bout du monde
                    Dans ma chambre il fait froid / depuis que tu n'es plus là
                    Chante avec moi la chanson des oubliés
                    Nous sommes les enfants de la nuit
                    Il y a des jours où tout va bien / et puis il y a les autres
                    Elle avait des yeux couleur d'orage
                    Encore une fois, encore un verre / et je rentre chez moi
                    """
            },
            {
                SungLanguage.German,
                """
                    Ich gehe allein durch die Straßen der Stadt
                    Du bist der Stern in meiner Nacht
                    Wir tanzen im Regen bis der Morgen kommt
                    Sag mir, wo die Zeit geblieben ist
                    Und wenn du gehst, dann nimm mein Herz mit dir
                    Der Wind erzählt von fernen Ländern / und ich höre zu
                    Nichts bleibt so wie es einmal war
                    Komm doch zurück, das Licht ist noch an
                    Ein kleines Haus am Rand der Welt
                    Heute Nacht gehört uns alles / morgen ist noch weit
                    Er hat gesagt, er kommt bald heim
                    Mädchen, dreh das Radio lauter / wir fahren ans Meer
                    """
            },
            {
                SungLanguage.Italian,
                """
                    Ti aspetto ancora sotto la pioggia
                    Il mare canta quando tu non ci sei
                    Amore mio, dimmi che non è finita
                    Cammino da solo per le strade di Roma
                    Una notte d'estate, due bicchieri di vino / e la luna che ride
                    Non so più chi sono senza di te
                    Andiamo via, lontano da questa città
                    Le stelle cadono e noi restiamo qui
                    Mia madre diceva che il tempo guarisce tutto
                    Balla con me fino a domani
                    C'è un treno che parte e un cuore che resta
                    Ogni volta che ti vedo mi manca il respiro
                    """
            },
            {
                SungLanguage.Portuguese,
                """
                    Eu te espero na beira do mar
                    A saudade bateu na minha porta outra vez
                    Meu coração não sabe mais mentir
                    Vem dançar comigo até o sol nascer
                    Você foi embora e levou o meu verão
                    A lua sobre o rio conta histórias de nós dois
                    Hoje eu não quero chorar, não
                    São tantas noites sem dormir / pensando em você
                    Menina do sorriso lindo, me dá a mão
                    O vento traz o cheiro da chuva no sertão
                    Tudo que eu tenho é uma canção
                    Quando o dia amanhecer a gente vai embora
                    """
            },
            {
                SungLanguage.Continental,
                """
                    Jag går ensam genom staden i natt / och snön faller över havet
                    Kocham cię jak wiosnę po zimie / a serce nie chce spać
                    Aku menunggu kamu di tepi pantai / sampai matahari terbenam
                    Gece yine sensiz geçti / yıldızlar bile ağladı
                    Miluju tě víc než včera / a zítra budu ještě víc
                    Nakupenda wewe peke yako / moyo wangu wakuimbia
                    Kimi ga suki da to sakebitai / ashita mo kitto
                    Minä odotan sinua rannalla / kun yö on valoisa
                    Szeretlek én, ha fúj a szél / és hull a hó az ablakon
                    Em ơi đừng khóc nữa / trời sẽ sáng ngày mai
                    Te iubesc ca pe o floare / și noaptea e prea lungă
                    Jeg venter på dig ved havnen / når sneen falder igen
                    """
            },
            {
                SungLanguage.English,
                """
                    Paper boats along the river / we never learned to swim
                    Finna pull up in the whip skrrt skrrt / Gucci on my drip ya heard
                    La la la, oh oh oh, na na na
                    María walks to Santa Fe / with roses from Guadalupe
                    Yo, I'm on fire tonight, lemme hear you say hey
                    Don't wanna be your backup plan no more
                    Tokyo, Paris, Berlin / same moon over all of them
                    He said c'est la vie and she laughed in his face
                    Ain't nobody gonna hold me down
                    Jolene and Billie and Michelle / came dancing down the hall
                    Whiskey, gasoline, chrome / midnight highway, no way home
                    Baby baby baby oh
                    Mi amor, I miss you every day / mi amor, come back and stay
                    Ganz egal what they say, I do it my way
                    Stardust, moonlight, neon rain
                    Hustle hard, stack bands, cop that Lambo
                    Amen, hallelujah, glory
                    The die is cast and I am in
                    I'm so done, no cap, deadass, for real
                    Sitting in a café with a naïve smile
                    Come on, come on, a little faster
                    Delta blues on a rusted guitar / Mississippi mud on my shoes
                    Shawty got moves like a hurricane
                    Hush little darling, mama's gonna sing
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_language_of_lyrics_is_guessed(SungLanguage language, string texts)
    {
        var lyrics = texts.Split('\n');
        Assert.True(lyrics.Length >= (language == SungLanguage.English ? 20 : 12));
        var wrong = lyrics
            .Select(text => (Text: text, Guess: SharedPronouncer.Value.For(text.Replace('/', '\n')).Language))
            .Where(pair => pair.Guess != language)
            .Select(pair => $"{pair.Guess}: {pair.Text}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Tags_tell_no_language() =>
        Assert.Equal(
            SungLanguage.Spanish,
            SharedPronouncer
                .Value.For("[Verse 1]\nEl sol se va\n[Pre-Chorus]\nsobre el mar\n[Chorus]\nno me dejes")
                .Language
        );

    [Fact]
    public void A_pronouncer_of_a_language_is_the_same_again() =>
        Assert.Same(SharedPronouncer.Value, SharedPronouncer.Value.For("Nothing but the rain"));
}
