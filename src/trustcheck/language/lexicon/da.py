"""Danish."""

from __future__ import annotations

from trustcheck.language.lexicon import tag
from trustcheck.language.lexicon.base import Conjugation, Inflection, Lexicon, words

LEXICON = Lexicon(
    code="da",
    markers=words(
        "ikke jeg dig af fra efter hvis noget nogen hun hvad hvordan hvor hvorfor mere uden bare meget når i jer "
        "mellem blev "
        "været gøre havde skal skulle kunne være os vi du er har til og på med som det den denne dette en et at "
        "kan må vil "
        "bliver jeres din dit dine vores om eller men også nu her ved hos inden blive fået få give giver sende "
        "sender betale "
        "betaler kontakt ønsker tak hej hilsen venlig kære regningen fakturaen beløbet aftalen måned dage uge "
        "uger videre "
        "allerede sammen mange alle begge selv hvilken hvilke mig mit min deres sig igen både måtte lige gerne "
        "derfor mulighed "
        "senest afhente dog ligesom bedes stadig fordi siden da så ved modtaget betalt endnu snart høre pengene "
        "tilbage gælder "
        "gik fik lukket ingen intet sker først over under "
        "fejl fejlen afdelingen afdeling netbanken otte igennem gennem talt gerne forbindelsen åben hjælp vej "
        "vejen arbejdet kontoen ændret leveringen forsinkelsen kundeservice oplysninger behandlet nummer sendt "
        "betalingen rykker frem "
        "tjenesten "
    ),
    endings=("eden", "ngen", "else", "hed", "erne", "ede", "ende"),
    abbreviations=words(
        "nr kl f.eks feks bl.a ca evt dvs d.v.s jf tlf mob afd vedr inkl ekskl eks hr fr dr prof adv pkt art kap "
        "fig tab maks "
        "min ref p.g.a pga mht m.h.t iht i.h.t ift ifm t.o.m f.o.m s.u st s § stk cpr ang reg kontonr"
    ),
    final_abbreviations=words(
        "kr moms osv mv m.m m.v m.fl o.l o.lign e.l etc md gl d.d p.t pr jan feb mar apr jun jul aug sep sept "
        "okt nov dec mio mia"
    ),
    words={
        tag.STATE: "findes fandtes synes syntes savnes lykkedes lykkes mislykkes skyldes skyldtes høres behøves",
        tag.OTHERS_SAY: "påstår hævder truer",
        tag.NEGATOR: "ikke aldrig ingen intet ingenting hverken næppe ej uden",
        tag.AND: "og eller samt og/eller",
        tag.BUT: "men",
        tag.SUBORDINATOR: "fordi eftersom mens siden før inden indtil til da selvom skønt",
        tag.CONDITION: "hvis såfremt ifald medmindre forudsat dersom",
        tag.WHETHER: "om hvorvidt",
        tag.WHEN: "når",
        tag.THAT: "at",
        tag.RELATIVE: "som der",
        tag.QUESTION_WORD: "hvad hvem hvor hvordan hvorfor hvilken hvilke hvilket hvornår hvorvidt",
        tag.OTHERWISE: "ellers",
        tag.COMPANY: "vi jeg",
        tag.READER: "du i",
        tag.FORMAL: "de",
        tag.SOMEONE: "han hun de den denne disse man nogen ingen alle begge dette",
        tag.EXPLETIVE: "det der",
        tag.COMPANY_NOUN: (
            "banken selskabet firmaet kundeservice kundecenter kundecentret kundeafdelingen afdelingen "
            "virksomheden leverandøren "
            "forsikringsselskabet elselskabet netselskabet teamet sagsbehandleren medarbejderen teknikeren montøren"
        ),
        tag.CAN: "kan kunne",
        tag.MUST: "må måtte skal skulle",
        tag.WANT: "ønsker",
        tag.WILL: "vil ville",
        tag.HAVE: "har havde have",
        tag.BE: "er var være",
        tag.BECOME: "bliver blev blive",
        tag.BECOME_PARTICIPLE: "blevet været",
        tag.MOVED: "kommet gået blevet forsvundet faldet udløbet flyttet rejst",
        tag.COMING: "kommer kom",
        tag.TO: "at",
        tag.GLADLY: "gerne godt",
        tag.REPORTING: (
            "skriver skrev skrevet siger sagde sagt oplyser oplyste oplyst fortæller fortalte fortalt meddeler "
            "meddelte meddelt "
            "mener mente anfører anførte påpeger påpegede forklarer forklarede forklaret nævner nævnte nævnt "
            "angiver angav "
            "hævder hævdede melder meldte beskriver beskrev beskrevet oplever oplevede"
        ),
        tag.WONDER: (
            "spekulerer undrer spørger spurgte spørge spurgt tjek tjekke tjekker tjekket vide ved usikker "
            "undersøge undersøger "
            "undersøgt undersøgte kontrollere kontroller kontrollerer afklare afklarer vurdere vurderer se ser "
            "finde spørgsmål "
            "spørgsmålet uklart tvivl bekræfte afgøre"
        ),
        tag.ABOUT_HEAD: (
            "information informationen oplysning oplysninger spørgsmål påmindelse varsel aftale aftalen besked "
            "meddelelse krav "
            "ansøgning klage henvendelse henvendelsen mere minder beder bad bedt tale taler informere informerer "
            "varsle varsler "
            "handler drejer enige enig brev e-mail mail anmodning detaljer sagen sag læs læse ønske rykker "
            "ansøge ansøger ansøgt"
        ),
        tag.PREPOSITION: (
            "i på til fra for med af om ved hos efter før under over mellem inden uden mod gennem per ifølge "
            "grundet via siden "
            "indtil blandt langs udenfor trods ad"
        ),
        tag.ADVERB: (
            "nu tak desværre derfor da så derefter allerede også alligevel dermed imidlertid snart hellere først "
            "normalt sædvanligvis "
            "bare kun straks igen stadig fortsat endnu dog jo nok vel vist gerne altid ofte automatisk samtidig "
            "senest her der "
            "siden foreløbig fremover altså nemlig faktisk selvfølgelig naturligvis hermed ellers tidligere "
            "senere netop endelig "
            "videre måske formentlig sandsynligvis heldigvis hidtil midlertidigt omgående øjeblikkeligt ikke godt"
        ),
        tag.POLITE: "venligst",
        tag.DETERMINER: (
            "en et din dit dine jeres vores vor min mit mine sin sit sine hans hendes deres hver hvert alle "
            "flere nogle andre denne dette disse den det de ny nye nyt"
        ),
        tag.READER_MESSAGE: (
            "henvendelsen henvendelse e-mail e-mailen mail mailen brevet brev besked beskeden meddelelse klagen "
            "klage svar"
        ),
    },
    phrases={
        tag.OTHERS_SAY: (
            "der står det|der står at|de skriver at|svindlerne skriver|"
            "svindlere skriver|beskeden siger|afsenderen skriver|afsenderen siger"
        ),
        tag.CONDITION: (
            "med mindre|så fremt|så længe|så snart|i tilfælde af at|i fald|forudsat at|under forudsætning af at|"
            "på betingelse af at|"
            "i det tilfælde at|for det tilfælde at|kun hvis"
        ),
        tag.SUBORDINATOR | tag.CONCESSION: "selv om|på trods af at|til trods for at|uanset om|hvad enten",
        tag.SUBORDINATOR: (
            "så at|sådan at|således at|for at|fordi at|efter at|før end|inden at|ved at|i stedet for at|på grund af at"
        ),
        tag.THAT: "om at|på at|over at|af at|med at",
        tag.OTHERWISE: "i modsat fald|i så fald|i det tilfælde|i sådanne tilfælde|hvis ikke",
        tag.NOMINAL_CONDITION: (
            "ved manglende|ved udebleven|ved udeblevet|ved forsinket|ved for sen|ved misligholdelse|"
            "ved fortsat manglende|uden betaling inden|ved betaling inden|ved betaling efter|i tilfælde af"
        ),
        tag.FUTURE | tag.PRESENT: (
            "kommer til at|kommer ikke til at|kommer desværre til at|kommer derfor til at|har tænkt mig at|"
            "planlægger at|har til hensigt at"
        ),
        tag.FUTURE: "kommer vi til at|kommer vi ikke til at|skal nok",
        tag.MUST: "nødt til at|forpligtet til at|pligt til at",
        tag.WANT: "vil gerne",
        tag.ACCORDING_TO_READER: (
            "ifølge dig|ifølge jer|ifølge din henvendelse|ifølge din e-mail|ifølge din mail|efter det du|som du ser det"
        ),
        tag.ADVERB: (
            "i dag|i går|i morgen|på forhånd|indtil videre|til sidst|af den grund|i mellemtiden|i stedet|i alt|"
            "inden længe|for øvrigt"
        ),
        0: (
            "ikke bare|ikke kun|ikke mindst|ikke sandt|ikke desto mindre|ikke før|hvorfor ikke|om igen|"
            "som om|så meget som|så hurtigt som|så snart som|så godt som|når som helst|hvad som helst|som regel|"
            "som følge af|"
            "til og med|når det gælder|ikke andet end|senest den"
        ),
    },
    conjugations={
        "ede": Conjugation("e", "er", "ede", "et/ede", "", "es", "edes"),
        "te": Conjugation("e", "er", "te", "t/te", "", "es", "tes"),
        "dde": Conjugation("", "r", "ede", "et", "", "s", "edes"),
    },
    regular={
        "ede": (
            "ringe vente åbne tjekke ønske håbe takke varsle ændre afslutte kaste svare snakke arbejde klage "
            "hente rette love mangle "
            "mærke ordne passe påvirke skaffe skade slette slutte spærre starte stoppe støtte udsætte huske "
            "virke handle samle aftale "
            "regne oprette kreditere dække hævde forhindre besvare opdatere afvente vedhæfte erstatte lukke "
            "sikre kontakte "
            "logge mindske omfatte forlade udvide tilpasse annullere genåbne rykke anbefale flytte krydse koste "
            "beklage bekræfte betinge "
            "beregne behandle kontrollere registrere informere garantere fakturere aktivere deaktivere reservere "
            "acceptere notere vurdere "
            "identificere suspendere reagere reklamere refundere justere korrigere prioritere installere "
            "kompensere præcisere "
            "verificere dokumentere afbestille påpege opkræve overdrage afhente ophæve hæve afklare forklare "
            "opleve leve prøve kræve "
            "behøve bygge eje leje pleje veje hænge bruge opsige vise tvinge indbetale debitere inddrive udbedre "
            "afhjælpe bestille "
            "undskylde tøve afvikle aflæse udlevere levere undre spekulere"
        ),
        "te": (
            "betale bruge sende læse købe høre køre tænke spise vise bestille glemme kende løse lære mene søge "
            "miste møde "
            "nævne låne rejse skylde spille styre tabe høre føre gennemføre kalde overføre udføre oplyse "
            "efterlyse indføre "
            "medføre afvise henvise bevise dele fordele udløse indløse meddele hede undersøge indbetale "
            "tilbagebetale ansøge tilhøre "
            "forsinke tillade udelade bestemme afstemme stemme ramme"
        ),
        "dde": "bo tro forny opnå ske råde",
    },
    irregular=(
        "få får fik fået få fås -|gå går gik gået gå - -|give giver gav givet giv gives -",
        "stå står stod stået stå - -|blive bliver blev blevet bliv - -",
        "være er var været vær - -|have har havde haft hav - -|sige siger sagde sagt sig siges -",
        "tage tager tog taget tag tages -|se ser så set se ses -",
        "gøre gør gjorde gjort gør gøres -|vide ved vidste vidst vid - -",
        "skrive skriver skrev skrevet skriv skrives -|bryde bryder brød brudt bryd brydes -",
        "komme kommer kom kommet kom - -",
        "holde holder holdt holdt hold holdes -|lade lader lod ladet/ladt lad lades -",
        "lægge lægger lagde lagt læg lægges -|sætte sætter satte sat sæt sættes -",
        "finde finder fandt fundet find findes -|ligge ligger lå ligget lig - -",
        "tvinge tvinger tvang tvunget tving tvinges -|slå slår slog slået slå slås -",
        "modtage modtager modtog modtaget modtag modtages -|ske sker skete sket - - -",
        "forstå forstår forstod forstået forstå forstås -",
        "bede beder bad bedt bed bedes -|vælge vælger valgte valgt vælg vælges -",
        "sælge sælger solgte solgt sælg sælges -|spørge spørger spurgte spurgt spørg - -",
        "fortælle fortæller fortalte fortalt fortæl fortælles -",
        "følge følger fulgte fulgt følg følges -|hjælpe hjælper hjalp hjulpet hjælp hjælpes -",
        "opgive opgiver opgav opgivet opgiv opgives -|tilbyde tilbyder tilbød tilbudt tilbyd tilbydes -",
        "gælde gælder gjaldt gældt - - -|bidrage bidrager bidrog bidraget bidrag - -",
        "kunne kan kunne kunnet - - -|skulle skal skulle skullet - - -|ville vil ville villet - - -",
        "måtte må måtte måttet - - -|burde bør burde burdet - - -",
        "afbryde afbryder afbrød afbrudt afbryd afbrydes -|fortsætte fortsætter fortsatte fortsat fortsæt - -",
        "udeblive udebliver udeblev udeblevet - - -|forfalde forfalder forfaldt forfaldet/forfalden - - -",
        "falde falder faldt faldet fald - -|stige stiger steg steget stig - -",
        "drive driver drev drevet driv drives -|trække trækker trak trukket træk trækkes -",
        "træffe træffer traf truffet træf træffes -",
        "forsvinde forsvinder forsvandt forsvundet - - -|vinde vinder vandt vundet vind - -",
        "løbe løber løb løbet løb - -|påløbe påløber påløb påløbet - - -",
        "bringe bringer bragte bragt bring bringes -|bære bærer bar båret bær bæres -",
        "gribe griber greb grebet grib gribes -|vedtage vedtager vedtog vedtaget vedtag vedtages -",
        "deltage deltager deltog deltaget deltag - -|overtage overtager overtog overtaget overtag overtages -",
        "antage antager antog antaget antag antages -|undlade undlader undlod undladt undlad undlades -",
        "sidde sidder sad siddet sid - -|slippe slipper slap sluppet slip slippes -",
        "inddrage inddrager inddrog inddraget inddrag inddrages -",
        "genoptage genoptager genoptog genoptaget genoptag genoptages -",
        "undgå undgår undgik undgået undgå undgås -|ophøre ophører ophørte ophørt ophør - -",
        "opsige opsiger opsagde opsagt opsig opsiges -|foretage foretager foretog foretaget foretag foretages -",
        "indgå indgår indgik indgået indgå indgås -|fremgå fremgår fremgik fremgået - - -",
        "beskrive beskriver beskrev beskrevet beskriv beskrives -",
        "afskrive afskriver afskrev afskrevet afskriv afskrives -",
        "forbyde forbyder forbød forbudt forbyd forbydes -|koste koster kostede kostet - - -",
        "burde bør burde burdet - - -|skyde skyder skød skudt skyd skydes -",
        "henvende henvender henvendte henvendt henvend - -|anvende anvender anvendte anvendt anvend anvendes -",
        "iværksætte iværksætter iværksatte iværksat iværksæt iværksættes -",
        "udsætte udsætter udsatte udsat udsæt udsættes -",
        "erstatte erstatter erstattede erstattet erstat erstattes -|kende kender kendte kendt kend kendes -",
        "godkende godkender godkendte godkendt godkend godkendes",
    ),
    double="bdfgklmnprst",
    finite_endings=("er", "es"),
    inflections=(
        Inflection("verb", "e", "e", "e er ede et te t es edes ende tes"),
        Inflection("verb", "å o y", "", "r ede et s ende"),
        Inflection("noun", "e", "", "n r rne t s ns rs rnes"),
        Inflection("noun", "e", "e", "et erne"),
        Inflection("noun", "a o i u y å é", "", "en et er erne s ens ets ers"),
        Inflection("noun", "*", "", "en et er erne e ene s ens ets ers ernes enes"),
        Inflection("noun", "el", "el", "ler lerne len let le"),
        Inflection("noun", "er", "", "e ne es nes en"),
        Inflection("adjective", "*", "", "t e ere est este"),
        Inflection("adjective", "en", "en", "ne nere"),
        Inflection("adjective", "el", "el", "le lere"),
        Inflection("adjective", "er", "er", "re rere"),
    ),
    doubles="bdfgklmnprst",
    prefixes=(
        "af op ind ud til tilbage over fra med for be an gen efter under på om ned mod und fore sam bort gennem "
        "frem videre"
    ),
    nouns=(
        "mand manden mænd mændene|bog bogen bøger bøgerne|nat natten nætter nætterne|barn barnet børn børnene|"
        "fejl fejlen fejlene|"
        "penge pengene|konto kontoen konti kontiene konti konto|krone kronen kroner kronerne kr|"
        "sum summen summer summerne|gebyr gebyret gebyrer gebyrerne|"
        "varsel varslet varsler varslerne|middel midlet midler midlerne|vare varen varer varerne|"
        "sag sagen sager sagerne|regel reglen regler reglerne|"
        "regning regningen regninger regningerne|dag dagen dage dagene|år året årene",
    ),
)
