using CsCheck;

namespace Troubadour.Lyrics.Tests;

/// <summary>Words of the languages that are sung by their letters; ' after the stressed syllable.</summary>
public sealed class LetterLanguageTests
{
    public static TheoryData<SungLanguage, string> Languages { get; } =
        new()
        {
            {
                SungLanguage.Spanish,
                """
                    corazón = k ow.r aa.s ow n'; amor = aa.m ow r'; vida = b iy'.dh aa; quiero = k y eh'.r ow; noche = n ow'.ch eh
                    cielo = s y eh'.l ow; siempre = s y eh m'.p r eh; guitarra = g iy.t aa'.r aa; llorar = y ow.r aa r'; lluvia = y uw'.b y aa
                    mañana = m aa.n y aa'.n aa; calle = k aa'.y eh; tiempo = t y eh m'.p ow; hijo = iy'.hh ow; gente = hh eh n'.t eh
                    bailar = b ay.l aa r'; fuego = f w eh'.g ow; agua = aa'.g w aa; cien = s y eh n'; estrella = eh.s t r eh'.y aa
                    alma = aa l'.m aa; dónde = d ow n'.d eh; María = m aa.r iy'.aa; días = d iy'.aa s; luna = l uw'.n aa
                    guerra = g eh'.r aa; pingüino = p iy n.g w iy'.n ow; ciudad = s y uw.dh aa d'; luz = l uw s'; jamás = hh aa.m aa s'
                    corazones = k ow.r aa.s ow'.n eh s; zapato = s aa.p aa'.t ow; quizás = k iy.s aa s'; viento = b y eh n'.t ow; aire = ay'.r eh
                    ley = l ey'; reina = r ey'.n aa; deuda = d eh w'.dh aa; causa = k aw'.s aa; huevo = w eh'.b ow
                    nadie = n aa'.dh y eh; azul = aa.s uw l'; volver = b ow l.b eh r'; perdón = p eh r.d ow n'; canción = k aa n.s y ow n'
                    soledad = s ow.l eh.dh aa d'; camino = k aa.m iy'.n ow; sueño = s w eh'.n y ow; rojo = r ow'.hh ow; cerveza = s eh r.b eh'.s aa
                    México = m eh'.hh iy.k ow; examen = eh k.s aa'.m eh n; baby = b ey'.b iy; y = iy'; siiiiempre = s y eh m'.p r eh
                    """
            },
            {
                SungLanguage.French,
                """
                    amour = aa.m uw r'; coeur = k er r'; nuit = n w iy'; chanson = sh aa n.s ow n'; toujours = t uw.zh uw r'
                    jamais = zh aa.m eh'; vie = v iy'; monde = m ow n d'; petit = p ax.t iy'; enfant = aa n.f aa n'
                    soleil = s ow.l ey'; étoile = ey.t w aa l'; fleur = f l er r'; l'amour = l aa.m uw r'; j'ai = zh ey'
                    c'est = s eh'; qu'il = k iy l'; aujourd'hui = ow.zh uw r.d w iy'; d'un = d ah n'; t'aime = t eh m'
                    beau = b ow'; bonjour = b ow n.zh uw r'; femme = f aa m'; homme = ow m'; temps = t aa n'
                    souvent = s uw.v aa n'; pleure = p l er r'; danse = d aa n s'; ensemble = aa n.s aa n'.b l ax; loin = l w ae n'
                    moins = m w ae n'; rien = r y ae n'; chien = sh y ae n'; lumière = l y uw.m y eh r'; été = ey.t ey'
                    fenêtre = f ax.n eh'.t r ax; quatre = k aa'.t r ax; merci = m eh r.s iy'; jour = zh uw r'; rêve = r eh v'
                    garçon = g aa r.s ow n'; fille = f iy y'; travail = t r aa.v ay'; voyage = v w aa.y aa zh'; deux = d uh'
                    heure = er r'; yeux = y uh'; dimanche = d iy.m aa n sh'; campagne = k aa n.p aa n y'; oiseau = w aa.z ow'
                    ciel = s y eh l'; mourir = m uw.r iy r'; blanc = b l aa n'; parfum = p aa r.f ah n'; voix = v w aa'
                    question = k eh s.t y ow n'; musique = m y uw.z iy k'; gens = zh aa n'
                    """
            },
            {
                SungLanguage.German,
                """
                    liebe = l iy'.b ax; Herz = hh eh r t s'; Nacht = n aa k t'; leben = l ey'.b ax n; immer = ih'.m er
                    schön = sh er n'; Straße = sh t r aa'.s ax; sprechen = sh p r eh'.sh ax n; Stern = sh t eh r n'; träume = t r oy'.m ax
                    weiß = v ay s'; groß = g r ow s'; heute = hh oy'.t ax; morgen = m ao r'.g ax n; wieder = v iy'.d er
                    gehen = g ey'.ax n; geben = g ey'.b ax n; gefallen = g ax.f aa'.l ax n; vergessen = f eh r.g eh'.s ax n; Licht = l ih sh t'
                    ich = ih sh'; nichts = n ih sh t s'; auch = aw k'; Buch = b uw k'; lachen = l aa'.k ax n
                    wachsen = v aa k'.s ax n; sechs = z eh k s'; Wasser = v aa'.s er; Wind = v ih n t'; Vater = f aa'.t er
                    viel = f iy l'; zwei = t s v ay'; ganz = g aa n t s'; Herzen = hh eh r'.t s ax n; Zeit = t s ay t'
                    Himmel = hh ih'.m ax l; Sonne = z ao'.n ax; Mond = m ow n t'; Welt = v eh l t'; Tränen = t r eh'.n ax n
                    Frühling = f r y uw'.l ih ng; Feuer = f oy'.er; deutsch = d oy ch'; Fenster = f eh n'.s t er; Regen = r ey'.g ax n
                    Freundin = f r oy n'.d ih n; jung = y uh ng'; singen = z ih ng'.ax n; König = k er'.n ih sh; zwanzig = t s v aa n'.t s ih sh
                    Tag = t aa k'; Lied = l iy t'; allein = aa.l ay n'; Erde = eh r'.d ax; Mutter = m uh'.t er
                    Kinder = k ih n'.d er
                    """
            },
            {
                SungLanguage.Italian,
                """
                    amore = aa.m ow'.r eh; cuore = k w ow'.r eh; vita = v iy'.t aa; cielo = ch eh'.l ow; notte = n ow'.t eh
                    sole = s ow'.l eh; voglio = v ow'.l y ow; bene = b eh'.n eh; ciao = ch aw'; perché = p eh r.k ey'
                    città = ch iy.t aa'; chiesa = k y eh'.z aa; ghiaccio = g y aa'.ch ow; giorno = jh ow r'.n ow; gente = jh eh n'.t eh
                    gioia = jh oy'.aa; famiglia = f aa.m iy'.l y aa; figli = f iy'.l y iy; gli = l y iy'; bagno = b aa'.n y ow
                    signora = s iy.n y ow'.r aa; sogno = s ow'.n y ow; acqua = aa'.k w aa; quando = k w aa n'.d ow; scena = sh eh'.n aa
                    bellissima = b eh.l iy.s iy'.m aa; casa = k aa'.z aa; rosa = r ow'.z aa; pazzo = p aa'.t s ow; ragazza = r aa.g aa'.t s aa
                    l'amore = l aa.m ow'.r eh; c'è = ch eh'; mio = m iy'.ow; anima = aa'.n iy.m aa; tuoi = t w oy'
                    noi = n oy'; piangere = p y aa n'.jh eh.r eh; felice = f eh.l iy'.ch eh; grazie = g r aa'.t s y eh; canzone = k aa n.t s ow'.n eh
                    stelle = s t eh'.l eh; uscire = uw.sh iy'.r eh; zero = t s eh'.r ow; fuoco = f w ow'.k ow; guerra = g w eh'.r aa
                    bacio = b aa'.ch ow; occhi = ow'.k iy; parole = p aa.r ow'.l eh
                    """
            },
            {
                SungLanguage.Portuguese,
                """
                    coração = k ow.r aa.s aw n'; saudade = s aw.d aa'.jh iy; amor = aa.m ow r'; vida = v iy'.d aa; noite = n oy'.ch iy
                    você = v ow.s ey'; não = n aw n'; mãe = m ay n'; pão = p aw n'; canção = k aa n.s aw n'
                    menina = m eh.n iy'.n aa; minha = m iy'.n y aa; filho = f iy'.l y uw; olhos = ow'.l y uw s; chuva = sh uw'.v aa
                    cidade = s iy.d aa'.jh iy; gente = zh eh n'.ch iy; tarde = t aa r'.jh iy; dia = jh iy'.aa; hoje = ow'.zh iy
                    amanhã = aa.m aa.n y ah n'; Brasil = b r aa.z iy w'; sol = s ow'; azul = aa.z uw'; mel = m eh w'
                    rio = hh iy'.uw; rua = hh uw'.aa; carro = k aa'.hh uw; rosa = hh ow'.z aa; feliz = f eh.l iy s'
                    jeito = zh ey'.t uw; caixa = k ay'.sh aa; exame = eh.z aa'.m iy; quero = k eh'.r uw; quando = k w aa n'.d uw
                    água = aa'.g w aa; guerra = g eh'.hh aa; bem = b ey n'; homem = ow'.m ey n; também = t aa m.b ey n'
                    sim = s iy n'; bom = b ow n'; jardim = zh aa r.jh iy n'; alegria = aa.l eh.g r iy'.aa; história = iy.s t ao'.r iy.aa
                    sozinho = s ow.z iy'.n y uw; Maria = m aa.r iy'.aa; praia = p r ay'.aa; céu = s eh w'; mundo = m uw n'.d uw
                    """
            },
            {
                SungLanguage.Continental,
                """
                    miłość = m iy'.w ow sh ch; cześć = ch eh sh ch'; świat = sh w y aa t'; şarkı = sh aa r'.k ih; güzel = g y uw'.z eh l
                    dünya = d y uw'.n y aa; seviyorum = s eh.v iy.y ow'.r uw m; cinta = s iy n'.t aa; hati = hh aa'.t iy; yêu = y eh w'
                    tôi = t oy'; aisuru = ay.s uw'.r uw; sakura = s aa.k uw'.r aa; tsuki = t s uw'.k iy; amor = aa'.m ow r
                    vincit = v iy n'.s iy t; omnia = ow m'.n y aa; upendo = uw.p eh n'.d ow; wangu = w aa ng'.g uw; rzeka = zh eh'.k aa
                    życie = zh iy'.s y eh; wo = w ow'; ai = ay'; ni = n iy'; selamanya = s eh.l aa.m aa'.n y aa
                    hayat = hh aa'.y aa t; kalbim = k aa l'.b iy m; rakkaus = r aa'.k aw s; láska = l aa'.s k aa; szerelem = sh eh.r eh'.l eh m
                    ölelés = er.l eh'.l eh s; kärlek = k eh r'.l eh k; solen = s ow'.l eh n; natten = n aa'.t eh n; kærlighed = k ae r.l iy'.g eh d
                    hjärta = y eh r'.t aa; dziękuję = d z iy.eh n.k uw'.y eh n; kraj = k r ay'
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Languages))]
    public void Words_are_sung_by_the_rules_of_their_language(SungLanguage language, string words)
    {
        var pronouncer = SharedPronouncer.Value.In(language);
        var pairs = words.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pairs.Length >= (language == SungLanguage.Continental ? 30 : 40));
        Assert.All(
            pairs,
            pair =>
            {
                var (word, expected) = (pair.Split(" = ")[0], pair.Split(" = ")[1]);
                var sung = Assert.Single(pronouncer.Line(word));
                Assert.Equal($"{word} = {expected}", $"{word} = {Spell(sung.Syllables)}");
            }
        );
    }

    [Theory]
    [InlineData(SungLanguage.Spanish, "el", false)]
    [InlineData(SungLanguage.Spanish, "corazón", true)]
    [InlineData(SungLanguage.German, "und", false)]
    [InlineData(SungLanguage.French, "je", false)]
    [InlineData(SungLanguage.English, "the", false)]
    public void Words_that_carry_the_sentence_are_told_apart(SungLanguage language, string word, bool isContent) =>
        Assert.Equal(isContent, SharedPronouncer.Value.In(language).Word(word).IsContent);

    [Fact]
    public void Every_language_gives_any_text_one_vowel_a_syllable_and_known_phones() =>
        Gen.Select(
                Gen.Int[0, 6].Select(i => (SungLanguage)i),
                Gen.OneOf(
                    Gen.String["abcdefghijklmnopqrstuvwxyzáàâãäåæçéèêëíîïñóôõöøœßúùûüýÿłşğıążćśńđ'-  "],
                    Gen.String["aeiouhcgqstnmlyjw "],
                    Gen.String
                )
            )
            .Sample(
                (language, text) =>
                {
                    foreach (var word in SharedPronouncer.Value.In(language).Line(text))
                    {
                        Assert.NotEmpty(word.Syllables);
                        foreach (var syllable in word.Syllables)
                        {
                            Assert.Equal(1, syllable.Phones.Count(Phones.IsVowel));
                            Assert.All(syllable.Phones, phone => Assert.NotNull(Phones.Find(phone)));
                        }
                    }
                },
                iter: 3000
            );

    private static string Spell(IEnumerable<Music.Syllable> syllables) =>
        string.Join('.', syllables.Select(s => string.Join(' ', s.Phones) + (s.Stress == 1 ? "'" : "")));
}
