"""Swedish."""

from __future__ import annotations

from trustcheck.language.lexicon import tag
from trustcheck.language.lexicon.base import Conjugation, Inflection, Lexicon, words

LEXICON = Lexicon(
    code="sv",
    markers=words(
        "inte jag dig av från efter om något någon hon vad hur var varför mer utan bara mycket när ni er mellan "
        "blev varit göra "
        "hade ska skulle kunna vara oss vi du är har till och på med som det den denna detta en ett att kan "
        "måste vill blir din "
        "ditt dina vår vårt våra eller men också nu här vid hos inom bli fått få ge ger skicka skickar betala "
        "betalar kontakta "
        "önskar tack hej hälsningar vänlig vänliga kära räkningen fakturan beloppet förfallodag avtalet månad "
        "dagar vecka vidare "
        "redan tillsammans många alla båda själv vilken vilka mig mitt min dem de sig för samt innan ännu kronor "
        "genom eftersom "
        "sedan så igen vet mottagit betalt snart höra pengarna tillbaka gäller gick fick stängt ert era inga "
        "inget ingen enligt "
        "under över senast "
        "fel felet avdelningen avdelning internetbanken åtta pratat hjälp väg vägen arbetet kontot ändrat leveransen "
        "förseningen kundtjänst uppgifter behandlat nummer skickat tjänsten öppen tålamod betalningen påminnelse "
        "rättat "
    ),
    endings=("ngen", "erna", "arna", "orna", "lig", "liga", "ade", "het", "ning", "ats"),
    abbreviations=words(
        "nr kl t.ex tex bl.a ca ev dvs d.v.s jfr tel mob avd ang inkl exkl hr fr dr prof adv p kap fig tab max "
        "min ref p.g.a pga "
        "m.a.o m.h.t t.o.m fr.o.m s.k st § forts"
    ),
    final_abbreviations=words(
        "kr moms osv o.s.v m.m m.fl mm etc mån e.d o.d st jan feb mar apr jun jul aug sep sept okt nov dec milj "
        "mkr tkr f.n"
    ),
    words={
        tag.STATE: "finns fanns saknas saknades fattas fattades synes syntes tycks tycktes krävs behövs lyckas"
        " lyckades",
        tag.OTHERS_SAY: "påstår hävdar hotar",
        tag.NEGATOR: "inte ej icke aldrig ingen inga inget ingenting varken knappast utan",
        tag.AND: "och eller samt och/eller",
        tag.BUT: "men",
        tag.SUBORDINATOR: "eftersom medan sedan innan tills då fastän",
        tag.CONDITION: "ifall såvida såframt förutsatt därest",
        tag.WHETHER: "om huruvida",
        tag.WHEN: "när",
        tag.THAT: "att",
        tag.RELATIVE: "som vilket",
        tag.QUESTION_WORD: "vad vem hur var varför vilken vilket vilka när huruvida",
        tag.OTHERWISE: "annars",
        tag.COMPANY: "vi jag",
        tag.READER: "du ni",
        tag.SOMEONE: "han hon de den denna dessa man någon ingen alla båda detta",
        tag.EXPLETIVE: "det",
        tag.COMPANY_NOUN: (
            "banken bolaget företaget kundtjänst kundservice kundcenter kundavdelningen avdelningen fakturaavdelningen "
            "leverantören försäkringsbolaget elbolaget nätbolaget teamet handläggaren medarbetaren teknikern "
            "kundtjänsten"
        ),
        tag.CAN: "kan kunde",
        tag.MUST: "måste",
        tag.WANT: "vill ville önskar",
        tag.SHALL: "ska skall skulle",
        tag.HAVE: "har hade ha",
        tag.BE: "är var vara",
        tag.BECOME: "blir blev bli",
        tag.BECOME_PARTICIPLE: "blivit varit",
        tag.COMING: "kommer kom",
        tag.TO: "att",
        tag.REPORTING: (
            "skriver skrev skrivit säger sa sade sagt uppger uppgav uppgett uppgivit berättar berättade berättat "
            "meddelar "
            "meddelade meddelat anser ansåg menar menade påpekar påpekade påpekat förklarar förklarade förklarat "
            "nämner nämnde "
            "nämnt påstår påstod hävdar hävdade beskriver beskrev beskrivit upplever upplevde framför framförde"
        ),
        tag.WONDER: (
            "undrar undrade undra fråga frågar frågade frågat kolla kollar kollade kontrollera kontrollerar "
            "kontrollerade veta vet "
            "osäker undersöka undersöker undersökt utreda utreder se ser oklart bedöma avgöra avgör pröva prövar fråga"
        ),
        tag.ABOUT_HEAD: (
            "information informationen frågor fråga påminnelse varning varsel avtal avtalet besked meddelande "
            "meddelandet krav "
            "ansökan klagomål förfrågan uppgifter mer påminner påminna ber bad bett prata pratar informera "
            "informerar varnar "
            "handlar överens brev mejl detaljer ärendet läs läsa önskemål begäran ansöka ansöker ansökt"
        ),
        tag.PREPOSITION: (
            "i på till från för med av om vid hos efter före under över mellan inom utan mot genom per enligt "
            "via sedan innan "
            "bland längs utanför trots åt ur"
        ),
        tag.ADVERB: (
            "nu tack tyvärr därför då så därefter redan också ändå dessutom däremot därmed snart hellre först "
            "normalt vanligtvis bara "
            "endast genast igen fortfarande ännu dock ju nog väl visst gärna alltid ofta automatiskt samtidigt "
            "senast här där sedan "
            "tills framöver alltså nämligen faktiskt självklart naturligtvis härmed annars tidigare senare "
            "nyligen äntligen vidare "
            "kanske troligen sannolikt förmodligen lyckligtvis hittills tillfälligt omedelbart omgående idag "
            "igår imorgon inte"
        ),
        tag.POLITE: "vänligen",
        tag.DETERMINER: (
            "en ett din ditt dina er ert era vår vårt våra min mitt mina sin sitt sina hans hennes varje alla "
            "flera några andra denna detta dessa den det de ny nya nytt"
        ),
        tag.READER_MESSAGE: (
            "mejl mejlet mail mailet brev brevet meddelande meddelandet klagomål klagomålet svar e-post förfrågan"
        ),
    },
    phrases={
        tag.OTHERS_SAY: (
            "där står det|där står att|det står att|de skriver att|"
            "bedragarna skriver|bedragare skriver|meddelandet säger|avsändaren skriver|avsändaren säger"
        ),
        tag.CONDITION: (
            "om inte annat|så länge|så snart|i fall|i det fall|i de fall|förutsatt att|under förutsättning att|"
            "på villkor att|med förbehåll att|såvida inte|med mindre|endast om|bara om|för det fall|för den händelse"
        ),
        tag.SUBORDINATOR | tag.CONCESSION: "även om|trots att|oavsett om|vare sig|fast än",
        tag.SUBORDINATOR: (
            "så att|för att|därför att|efter att|innan dess att|genom att|i stället för att|istället för att|"
            "på grund av att|eftersom att"
        ),
        tag.THAT: "om att|på att|över att|av att|med att",
        tag.OTHERWISE: "i annat fall|i så fall|i det fallet|i sådant fall|i sådana fall|om inte",
        tag.NOMINAL_CONDITION: (
            "vid utebliven|vid försenad|vid sen|vid för sen|vid dröjsmål|vid bristande|vid fortsatt|"
            "utan betalning senast|vid betalning före|vid betalning efter"
        ),
        tag.FUTURE
        | tag.PRESENT: "kommer att|kommer inte att|kommer tyvärr att|kommer därför att|har tänkt|planerar att|tänker",
        tag.FUTURE: "kommer vi att|kommer vi inte att",
        tag.MUST: "tvungen att|tvungna att|skyldig att|skyldiga att",
        tag.WANT: "vill gärna",
        tag.ACCORDING_TO_READER: (
            "enligt dig|enligt er|enligt ditt mejl|enligt din anmälan|enligt ditt klagomål|som du ser det|"
            "enligt dina uppgifter"
        ),
        tag.POLITE: "var vänlig|var vänlig och|var god|var snäll och",
        tag.ADVERB: (
            "i dag|i går|i morgon|i förväg|till slut|av den anledningen|under tiden|i stället|sammanlagt|"
            "inom kort|för övrigt"
        ),
        0: (
            "inte bara|inte minst|inte sant|inte förrän|varför inte|om igen|som om|så mycket som|"
            "så fort som|så snart som|så gott som|när som helst|vad som helst|i och för sig|som regel|"
            "till och med|när det gäller|utan dröjsmål"
        ),
    },
    conjugations={
        "ar": Conjugation("a", "ar", "ade", "at/ad/ade", "a", "as", "ades/ats"),
        "er_te": Conjugation("a", "er", "te", "t/ta", "", "s/es", "tes/ts"),
        "er_de": Conjugation("a", "er", "de", "t/d/da", "", "s/es", "des/ts"),
        "r_dde": Conjugation("", "r", "dde", "tt/dd/dda", "", "s", "ddes/tts"),
        "rar": Conjugation("a", "", "de", "t/d/da", "", "s", "des/ts"),
    },
    regular={
        "ar": (
            "betala vänta öppna kosta kolla önska hoppas tacka varna ändra avsluta kasta svara prata jobba klaga "
            "hämta rätta lova "
            "sakna märka ordna passa påverka skaffa skada radera sluta spärra starta stoppa stödja trycka "
            "påminna handla samla avtala "
            "räkna upprätta drabba kreditera anmäla begära hindra uppdatera bifoga ersätta säkra bekräfta "
            "kontakta logga minska öka "
            "belasta omfatta utvidga anpassa avboka boka skicka använda kontrollera registrera informera "
            "garantera fakturera aktivera "
            "avaktivera reservera acceptera notera identifiera leverera reagera reklamera justera korrigera "
            "prioritera installera "
            "kompensera verifiera dokumentera flytta titta beklaga debitera fråga undra berätta meddela orsaka "
            "planera missa vidarebefordra "
            "åtgärda hantera hjälpas frysa returnera arbeta börja avhjälpa anlita ansvara avstå byta fortsätta "
            "granska klara koppla lämna "
            "erbjuda ordna samtala slutföra tacka utnyttja visa värdera åberopa fungera funka"
        ),
        "er_te": (
            "hjälpa köpa söka undersöka tänka läsa mista märka möta åka släcka kräka trycka röka leka låsa lösa "
            "resa sänka"
        ),
        "er_de": (
            "ringa stänga avstänga spärra glömma känna bestämma sända använda hända kräva leva behöva avgöra "
            "anmäla ställa inställa beställa återställa fylla gälla följa bygga hänga påskynda skilja stämma "
            "meddela överföra utföra medföra genomföra införa tillföra höra föra röra köra lära begära"
        ),
        "r_dde": "bo tro ske nå uppnå",
        "rar": "höra köra lära föra överföra genomföra utföra begära röra",
    },
    irregular=(
        "få får fick fått få fås -|gå går gick gått gå - -|ge/giva ger gav gett/givit/given ge ges gavs/getts",
        "stå står stod stått stå - -|bli/bliva blir blev blivit/bliven bli - -",
        "vara är var varit var - -|ha har hade haft ha - -|säga säger sa/sade sagt/sagd säg sägs sades/sagts",
        "ta/taga tar tog tagit/tagen/taget ta tas togs/tagits|se ser såg sett/sedd se ses sågs",
        "göra gör gjorde gjort/gjord gör görs gjordes/gjorts|veta vet visste vetat vet - -",
        "skriva skriver skrev skrivit/skriven/skrivet skriv skrivs skrevs/skrivits",
        "bryta bryter bröt brutit/bruten/brutet bryt bryts bröts/brutits",
        "komma kommer kom kommit kom - -|hålla håller höll hållit/hållen håll hålls hölls/hållits",
        "låta låter lät låtit låt - -|lägga lägger la/lade lagt/lagd lägg läggs lades/lagts",
        "sätta sätter satte satt sätt sätts sattes/satts",
        "finna finner fann funnit finn finns fanns/funnits|finnas finns fanns funnits - finns -",
        "ligga ligger låg legat ligg - -",
        "tvinga tvingar tvingade/tvang tvingat/tvungit/tvungen tvinga tvingas tvingades/tvingats",
        "slå slår slog slagit/slagen slå slås slogs",
        "mottaga/motta mottar/mottager mottog mottagit/mottagen/mottaget motta mottas mottogs/mottagits",
        "förstå förstår förstod förstått förstå förstås -|be/bedja ber bad bett be bes -",
        "välja väljer valde valt/vald välj väljs valdes/valts",
        "sälja säljer sålde sålt/såld sälj säljs såldes/sålts",
        "uppge uppger uppgav uppgett/uppgivit uppge uppges uppgavs",
        "erbjuda erbjuder erbjöd erbjudit/erbjuden erbjud erbjuds erbjöds",
        "stänga stänger stängde stängt/stängd/stängda stäng stängs stängdes/stängts",
        "gälla gäller gällde gällt - - -|bidra bidrar bidrog bidragit bidra - -",
        "kunna kan kunde kunnat - - -|skola ska/skall skulle - - - -|vilja vill ville velat - - -",
        "måsta måste måste måst - - -|böra bör borde bort - - -",
        "avbryta avbryter avbröt avbrutit/avbruten/avbrutet avbryt avbryts avbröts/avbrutits",
        "fortsätta fortsätter fortsatte fortsatt fortsätt - -|utebli uteblir uteblev uteblivit/utebliven - - -",
        "återkomma återkommer återkom återkommit återkom - -",
        "förfalla förfaller förföll förfallit/förfallen/förfallna - - -|falla faller föll fallit fall - -",
        "stiga stiger steg stigit stig - -",
        "driva driver drev drivit/driven driv drivs drevs",
        "dra/draga drar drog dragit/dragen dra dras drogs/dragits|träffa träffar träffade träffat träffa - -",
        "försvinna försvinner försvann försvunnit - - -|upphöra upphör upphörde upphört upphör - -",
        "avstå avstår avstod avstått avstå - -",
        "vidta vidtar vidtog vidtagit vidta vidtas vidtogs|delta deltar deltog deltagit delta - -",
        "överta övertar övertog övertagit överta - -|anta antar antog antagit anta antas -",
        "behålla behåller behöll behållit behåll - -|anse anser ansåg ansett anse anses ansågs",
        "bortse bortser bortsåg bortsett bortse - -",
        "sitta sitter satt suttit sitt - -|slippa slipper slapp sluppit slipp - -",
        "undvika undviker undvek undvikit undvik undviks -",
        "bestrida bestrider bestred bestridit bestrid bestrids -|hinna hinner hann hunnit - - -",
        "vinna vinner vann vunnit vinn - -|sprida sprider spred spritt sprid sprids -",
        "beskriva beskriver beskrev beskrivit/beskriven beskriv beskrivs beskrevs",
        "avskriva avskriver avskrev avskrivit/avskriven avskriv avskrivs -",
        "skjuta skjuter sköt skjutit/skjuten skjut skjuts sköts|dröja dröjer dröjde dröjt dröj - -",
        "tveka tvekar tvekade tvekat tveka - -",
        "rekommendera rekommenderar rekommenderade rekommenderat/rekommenderad rekommendera rekommenderas -",
        "ersätta ersätter ersatte ersatt/ersatta ersätt ersätts ersattes|byta byter bytte bytt byt byts byttes",
        "använda använder använde använt/använd använd används användes",
        "höja höjer höjde höjt/höjd höj höjs höjdes|frysa fryser frös frusit/frusen frys fryses -",
        "åta åtar åtog åtagit åta - -|sluta slutar slutade slutat sluta - -",
        "flytta flyttar flyttade flyttat/flyttad flytta flyttas flyttades",
        "godkänna godkänner godkände godkänt/godkänd godkänn godkänns godkändes",
        "avsluta avslutar avslutade avslutat/avslutad avsluta avslutas avslutades/avslutats",
        "bekräfta bekräftar bekräftade bekräftat/bekräftad bekräfta bekräftas bekräftades",
        "påminna påminner påminde påmint/påmind påminn påminns -",
    ),
    double="mn",
    finite_endings=("ar", "er", "as"),
    inflections=(
        Inflection("verb", "a", "a", "a ar er ade at ad te de t d da ta s as es ades ats tes des ts ande"),
        Inflection("verb", "å o y e", "", "r dde tt dd s ddes tts ende"),
        Inflection("noun", "a", "a", "an or orna as ans ors ornas"),
        Inflection("noun", "e", "", "n t r rna na s ns ts rs rnas"),
        Inflection("noun", "e", "e", "ar arna er erna"),
        Inflection("noun", "o i u y å é", "", "n t r er erna na s ns ts"),
        Inflection("noun", "*", "", "en et ar er or arna erna orna na s ens ets ars ers arnas ernas n"),
        Inflection("noun", "el", "el", "lar larna let len ler lerna"),
        Inflection("noun", "er", "", "n na ns nas"),
        Inflection("noun", "are", "", "n na s ns nas"),
        Inflection("adjective", "*", "", "t a are ast aste"),
        Inflection("adjective", "en", "en", "na nare nast"),
        Inflection("adjective", "el", "el", "la lare last"),
        Inflection("adjective", "er", "er", "ra rare rast"),
        Inflection("adjective", "d", "d", "t tt da"),
    ),
    doubles="mn",
    prefixes=(
        "av upp in ut till tillbaka över från med för be an åter efter under på om ned mot und före sam bort "
        "genom fram vidare"
    ),
    nouns=(
        "man mannen män männen|bok boken böcker böckerna|natt natten nätter nätterna|barn barnet barnen|"
        "fel felet felen|"
        "pengar pengarna|konto kontot konton kontona|krona kronan kronor kronorna kr|"
        "summa summan summor summorna|avgift avgiften avgifter avgifterna|"
        "medel medlet medlen|vara varan varor varorna|sak saken saker sakerna|regel regeln regler reglerna|"
        "ärende ärendet ärenden ärendena|"
        "år året åren|öre öret ören|räkning räkningen räkningar räkningarna|tjänst tjänsten tjänster tjänsterna",
    ),
)
