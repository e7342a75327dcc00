"""Bokmål."""

from __future__ import annotations

from trustcheck.language.lexicon import tag
from trustcheck.language.lexicon.base import Conjugation, Inflection, Lexicon, words

LEXICON = Lexicon(
    code="nb",
    markers=words(
        "ikke jeg deg av fra etter hvis noe noen hun hva hvordan hvor hvorfor mer uten bare mye når dere mellom "
        "ble vært "
        "gjøre hadde skal skulle kunne være oss vi du er har til og på med som det den denne dette en et at å "
        "kan må vil "
        "blir deres din ditt dine vår vårt våre om eller men også nå her ved hos innen bli fått få gi gir sende sender "
        "betale betaler kontakt ønsker takk hei hilsen vennlig kjære regningen fakturaen beløpet forfall avtalen måned "
        "dager uke videre allerede sammen mange alle begge selv hvilken hvilke meg mitt min dersom fordi siden "
        "da så igjen "
        "vet mottatt betalt ennå snart høre forbindelse pengene tilbake noensinne gjelder blitt gikk fikk stengt "
        "feil feilen avdelingen avdeling nettbanken åtte gjennom snakket frem gjerne linjen tjenesten betalingen "
        "bekreftet "
        "hjelp vei veien arbeidet kontoen endret leveransen forsinkelsen kundeservice opplysninger behandlet "
        "nummer sendt purring "
    ),
    endings=("eten", "ngen", "else", "lsen", "ngene", "tene", "het"),
    abbreviations=words(
        "nr kl f.eks feks bl.a ca evt ev dvs jf jfr tlf mob avd vedr inkl ekskl eks hr fr dr prof adv pkt art kap fig "
        "tab maks min ref p.g.a pga ang mht m.h.t iht i.h.t ift ifm t.o.m f.o.m tom fom st s §"
    ),
    final_abbreviations=words(
        "kr mva osv mv m.m m.v o.l e.l etc mnd gt d.d p.t pr stk jan feb mar apr jun jul aug sep sept okt nov "
        "des mill mrd"
    ),
    words={
        tag.STATE: "finnes fins fantes synes syntes trengs trenges behøves lykkes mislykkes skyldes skyldtes høres",
        tag.OTHERS_SAY: "påstår påstås hevder truer",
        tag.NEGATOR: "ikke aldri ingen ingenting intet hverken verken neppe ikkje uten",
        tag.AND: "og eller samt og/eller",
        tag.BUT: "men",
        tag.SUBORDINATOR: "fordi ettersom mens siden før inntil til da enda",
        tag.CONDITION: "hvis dersom såfremt ifall sofremt",
        tag.WHETHER: "om hvorvidt",
        tag.WHEN: "når",
        tag.THAT: "at",
        tag.RELATIVE: "som",
        tag.QUESTION_WORD: "hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hvorvidt når hvorhen",
        tag.OTHERWISE: "ellers",
        tag.COMPANY: "vi jeg",
        tag.READER: "du dere",
        tag.FORMAL: "de",
        tag.SOMEONE: "han hun de den dette denne disse man noen ingen alle begge dette",
        tag.EXPLETIVE: "det",
        tag.COMPANY_NOUN: (
            "banken selskapet firmaet kundeservice kundesenteret kundesenter kundeavdelingen avdelingen "
            "fakturaavdelingen "
            "foretaket leverandøren forsikringsselskapet strømselskapet nettselskapet kraftselskapet teamet "
            "kundebehandleren saksbehandleren kundekonsulenten medarbeideren teknikeren montøren"
        ),
        tag.CAN: "kan kunne",
        tag.MUST: "må måtte plikter",
        tag.WANT: "ønsker",
        tag.SHALL: "skal skulle",
        tag.WILL: "vil ville",
        tag.HAVE: "har hadde ha",
        tag.BE: "er var være",
        tag.BECOME: "blir ble bli",
        tag.BECOME_PARTICIPLE: "blitt vært",
        tag.MOVED: "kommet gått blitt forsvunnet falt utløpt flyttet reist",
        tag.COMING: "kommer kom",
        tag.TO: "å",
        tag.REPORTING: (
            "skriver skrev skrevet sier sa sagt opplyser opplyste opplyst forteller fortalte fortalt melder "
            "meldte meldt mener "
            "mente oppgir oppga oppgitt hevder hevdet påpeker påpekte forklarer forklarte forklart nevner nevnte "
            "nevnt anfører "
            "anførte skildrer beskriver beskrev beskrevet opplever opplevde uttrykker informerte"
        ),
        tag.WONDER: (
            "lurer lurte lure spør spurte spørre spurt sjekk sjekke sjekker sjekket vite vet usikker undersøke "
            "undersøker "
            "undersøkt undersøkte kontrollere kontroller kontrollerer avklare avklarer avklart vurdere vurderer "
            "se ser finne "
            "spørsmål spørsmålet uklart tvil bekrefte avgjøre"
        ),
        tag.ABOUT_HEAD: (
            "informasjon informasjonen spørsmål påminnelse varsel avtale avtalen beskjed melding meldingen krav "
            "søknad klage "
            "henvendelse henvendelsen opplysninger mer minner ber ba bedt snakke snakker snakket informere "
            "informerer varsle "
            "varsler handler gjelder dreier enige enig brev e-post forespørsel kjennskap detaljer saken sak les lese "
            "påstand ønske ønsket purring søker søke søkt"
        ),
        tag.PREPOSITION: (
            "i på til fra for med av om ved hos etter før under over mellom innen uten mot gjennom per ifølge "
            "grunnet via "
            "siden inntil blant langs utenfor tross"
        ),
        tag.ADVERB: (
            "nå takk dessverre derfor da så deretter allerede også likevel dermed imidlertid snart heller først "
            "normalt vanligvis "
            "bare kun straks igjen fortsatt fremdeles ennå dog jo nok vel visst gjerne alltid ofte automatisk "
            "samtidig senest "
            "her der siden foreløpig fremover altså nemlig faktisk selvsagt selvfølgelig naturligvis herved "
            "dermed ellers "
            "tidligere senere nylig endelig videre dertil derimot muligens kanskje trolig sannsynligvis "
            "antakelig heldigvis "
            "derfra hittil midlertidig umiddelbart omgående følgelig tilsvarende ikke"
        ),
        tag.POLITE: "vennligst venligst",
        tag.DETERMINER: (
            "en et ei din ditt dine deres vår vårt våre min mitt mine sin sitt sine hans hennes hver hvert alle "
            "flere noen andre denne dette disse den det de ny nye nytt"
        ),
        tag.READER_MESSAGE: (
            "henvendelsen henvendelse e-posten e-post mailen mail brevet brev meldingen melding klagen klage "
            "svaret tilbakemeldingen beskjeden"
        ),
    },
    phrases={
        tag.OTHERS_SAY: (
            "der står det|det står der|står det i meldingen|står det i sms-en|står det i e-posten|"
            "de skriver at|svindlerne skriver|svindlere skriver|meldingen sier|avsenderen skriver|avsenderen sier"
        ),
        tag.CONDITION: (
            "med mindre|så fremt|så lenge|så sant|så snart|i tilfelle|i fall|forutsatt at|gitt at|"
            "under forutsetning av at|"
            "for det tilfelle at|i det tilfelle at|bare hvis|kun hvis|selv hvis|på betingelse av at|"
            "med det forbehold at"
        ),
        tag.SUBORDINATOR | tag.CONCESSION: "selv om|til tross for at|på tross av at|uansett om|enten|skjønt",
        tag.SUBORDINATOR: (
            "slik at|for at|fordi at|etter at|før enn|ved at|i stedet for å|i og med at|så vel som at|ut fra at|"
            "på grunn av at"
        ),
        tag.THAT: "om at|på at|over at|for at vi|av at|med at",
        tag.OTHERWISE: "i motsatt fall|i annet fall|i så fall|i det tilfellet|i slike tilfeller|hvis ikke|om ikke",
        tag.NOMINAL_CONDITION: (
            "ved manglende|ved uteblitt|ved forsinket|ved for sen|ved mislighold|ved fortsatt manglende|"
            "uten betaling innen|i tilfelle av|ved betaling innen|ved betaling før|ved betaling etter"
        ),
        tag.FUTURE | tag.PRESENT: (
            "kommer til å|kommer ikke til å|kommer dessverre til å|kommer derfor til å|har tenkt å|planlegger å"
        ),
        tag.FUTURE: "kommer vi til å|kommer vi ikke til å",
        tag.MUST: "nødt til å|pliktig til å|forpliktet til å|pålagt å",
        tag.WANT: "vil gjerne",
        tag.ACCORDING_TO_READER: (
            "ifølge deg|ifølge dere|ifølge henvendelsen din|ifølge e-posten din|ifølge klagen din|etter det du|"
            "slik du ser det|i følge deg"
        ),
        tag.ADVERB: (
            "i dag|i går|i morgen|i tillegg|på forhånd|for øvrig|så langt|til slutt|av den grunn|i mellomtiden|"
            "i stedet|til sammen|i alt|om kort tid"
        ),
        0: (
            "ikke bare|ikke minst|ikke sant|ikke desto mindre|ikke før|hvorfor ikke|om igjen|som om|"
            "så mye som|så fort som|så snart som|så godt som|når som helst|hva som helst|da som nå|"
            "ikke annet enn|ingen årsak|"
            "som regel|som følge av|til og med|når det gjelder"
        ),
    },
    conjugations={
        "et": Conjugation("e", "er", "et/a", "et/a", "", "es", "-"),
        "te": Conjugation("e", "er", "te", "t", "", "es", "tes"),
        "de": Conjugation("e", "er", "de", "d", "", "es", "des"),
        "dde": Conjugation("", "r", "dde", "dd", "", "s", "ddes"),
        "erte": Conjugation("e", "er", "te", "t", "", "es", "tes"),
    },
    regular={
        "et": (
            "vente åpne koste sjekke ønske håpe takke varsle endre avslutte kaste svare snakke jobbe klage "
            "legitimere forvente hente "
            "jobbe rette laste love mangle merke ordne passe påvirke skaffe skade slette slutte sperre starte "
            "stoppe støtte "
            "trykke utsette varme vurdere følge huske virke løsne utbedre behandle handle samle avtale beregne "
            "regne opprette "
            "bestille ramme kreditere etterspørre frakte påpeke dekke hevde forhindre hindre besvare påløpe oppdatere "
            "forvalte forberede avvente vedlegge undersøke erstatte lukke sikre bekrefte kontakte logge hoste "
            "minske øke "
            "belaste omfatte forlate opphøre utvide tilpasse forskuttere kansellere gjenåpne åpenbare purre "
            "inkassere melde "
            "dokumentere anbefale plage ane kjøpslå flytte krysse"
        ),
        "te": (
            "betale bruke stenge avstenge henge trenge lure ringe sende lese kjøpe høre kjøre tenke spise vise "
            "bestille forfalle glemme kjenne løse "
            "svare lære mene rekke søke trekke begynne hende miste møte nevne låne levere reise skylde spille "
            "styre tape tilhøre "
            "utelate bedømme føre gjennomføre iverksette innkalle kalle forstyrre overføre utføre tilføre tilby "
            "klare opplyse "
            "etterlyse beklage fornye innføre medføre påføre kontakte tilbakeføre tillate koble frakoble "
            "tilkoble avkoble bemerke "
            "opplyse melde innmelde utmelde påmelde avmelde avvise henvise bevise skjelne minne stemme gjemme "
            "lønne innløse utløse "
            "innhente dele fordele"
        ),
        "de": "prøve bygge eie leie kreve leve pleie veie oppleve behøve greie",
        "dde": "bo tro oppnå sy spå rå",
        "erte": (
            "kontrollere registrere informere garantere fakturere aktivere deaktivere reservere akseptere notere "
            "vurdere identifisere "
            "suspendere terminere levere oppdatere kontrahere reagere reklamere refundere kreditere organisere "
            "justere korrigere "
            "prioritere parkere pensjonere installere konkludere kommunisere kompensere presisere verifisere "
            "dokumentere"
        ),
    },
    irregular=(
        "få får fikk fått få fås -|gå går gikk gått gå - -|gi gir ga/gav gitt gi gis -|stå står sto/stod stått stå - -",
        "bli blir ble/blei blitt/vorte bli - -|være er var vært vær - -|ha har hadde hatt ha - -",
        "si sier sa sagt si sies -",
        "ta tar tok tatt ta tas -|se ser så sett se ses -|gjøre gjør gjorde gjort gjør gjøres -",
        "vite vet visste visst vit - -",
        "skrive skriver skrev skrevet skriv skrives -|bryte bryter brøt brutt bryt brytes -",
        "komme kommer kom kommet kom - -",
        "holde holder holdt holdt hold holdes -|la lar lot latt la - -|legge legger la/lagde lagt legg legges -",
        "sette setter satte satt sett settes -|finne finner fant funnet finn finnes/fins fantes",
        "ligge ligger lå ligget ligg - -",
        "tvinge tvinger tvang tvunget tving tvinges -|slå slår slo slått slå slås -",
        "motta mottar mottok mottatt motta mottas -",
        "skje skjer skjedde skjedd - - -|forstå forstår forsto/forstod forstått forstå forstås -",
        "be ber ba/bad bedt be bes -",
        "velge velger valgte valgt velg velges -|selge selger solgte solgt selg selges -",
        "spørre spør spurte spurt spør - -",
        "fortelle forteller fortalte fortalt fortell fortelles -|følge følger fulgte fulgt følg følges -",
        "hjelpe hjelper hjalp hjulpet hjelp hjelpes -",
        "oppgi oppgir oppga/oppgav oppgitt oppgi oppgis -|tilby tilbyr tilbød/tilbydde tilbudt tilby tilbys -",
        "tilbakebetale tilbakebetaler tilbakebetalte tilbakebetalt tilbakebetal tilbakebetales -",
        "kunne kan kunne kunnet - - -|skulle skal skulle skullet - - -|ville vil ville villet - - -",
        "måtte må måtte måttet - - -|burde bør burde burdet - - -",
        "gjelde gjelder gjaldt/gjeldte gjeldt/gjaldt gjeld - -|bidra bidrar bidro bidratt bidra - -",
        "utebli uteblir uteble uteblitt - - -",
        "avbryte avbryter avbrøt avbrutt avbryt avbrytes -|fortsette fortsetter fortsatte fortsatt fortsett - -",
        "fremgå fremgår fremgikk fremgått - - -|forbli forblir forble forblitt forbli - -",
        "nøle nøler nølte nølt nøl - -|synes synes syntes synes - synes -|finnes finnes fantes funnes - finnes -",
        "tre trer trådte trådt tre - -|inngå inngår inngikk inngått inngå inngås -",
        "forfalle forfaller forfalt forfalt - - -|falle faller falt falt fall - -",
        "stige stiger steg steget stig - -|drive driver drev drevet driv drives -",
        "heve hever hevet/hevde hevet/hevd hev heves -",
        "trekke trekker trakk trukket trekk trekkes -|treffe treffer traff truffet treff - -",
        "forsvinne forsvinner forsvant forsvunnet forsvinn - -|vinne vinner vant vunnet vinn - -",
        "løpe løper løp løpt løp - -|påløpe påløper påløp påløpt - - -",
        "bringe bringer brakte brakt bring bringes -|bære bærer bar båret bær bæres -",
        "gripe griper grep grepet grip gripes -|rekke rekker rakk rukket rekk - -",
        "vedta vedtar vedtok vedtatt vedta vedtas -|delta deltar deltok deltatt delta - -",
        "overta overtar overtok overtatt overta overtas -|anta antar antok antatt anta antas -",
        "unnlate unnlater unnlot unnlatt unnlat - -|tape taper tapte tapt tap tapes -",
        "skylde skylder skyldte skyldt - skyldes -|sitte sitter satt sittet sitt - -",
        "vise viser viste vist vis vises -|slippe slipper slapp sluppet slipp slippes -",
        "inndra inndrar inndro inndratt inndra inndras -|dra drar dro dratt dra - -",
        "gjenoppta gjenopptar gjenopptok gjenopptatt gjenoppta gjenopptas -",
        "unngå unngår unngikk unngått unngå unngås -",
        "fraskrive fraskriver fraskrev fraskrevet fraskriv fraskrives -",
        "avskrive avskriver avskrev avskrevet avskriv avskrives -",
        "beskrive beskriver beskrev beskrevet beskriv beskrives -|skyve skyver skjøv skjøvet skyv skyves -",
        "by byr bød budt by - -|forby forbyr forbød forbudt forby forbys -",
    ),
    double="m",
    finite_endings=("er", "es"),
    inflections=(
        Inflection("verb", "e", "e", "e er te t et de d es a ende tes des"),
        Inflection("verb", "å o y i u", "", "r dde dd s ende ddes"),
        Inflection("noun", "e", "", "n r ne s ns rs nes"),
        Inflection("noun", "e", "e", "a as"),
        Inflection("noun", "a o i u y å é", "", "en et er ene s ens ets ers enes"),
        Inflection("noun", "*", "", "en et a er ene s ens ets as ers enes"),
        Inflection("noun", "el", "el", "ler lene let la lers lenes lets"),
        Inflection("noun", "er", "er", "rer rene ret ra e ne"),
        Inflection("noun", "er", "", "e ne es nes"),
        Inflection("noun", "en", "en", "ner nene net"),
        Inflection("adjective", "*", "", "t e ere est este"),
        Inflection("adjective", "el", "el", "le lere lest leste"),
        Inflection("adjective", "en", "en", "ne nere nest neste"),
        Inflection("adjective", "er", "er", "re rere rest reste"),
        Inflection("adjective", "ig lig som", "", "t e ere st ste"),
    ),
    doubles="m",
    prefixes=(
        "av opp inn ut til tilbake over fra med for be an gjen etter under på om ned mot unn fore sam bort igjen "
        "gjennom fram frem"
    ),
    nouns=(
        "mann mannen menn mennene|bok boken boka bøker bøkene|natt natten natta netter nettene|"
        "barn barnet barna barnene|"
        "feil feilen feilene feila|penger pengene|konto kontoen kontoer kontoene konti|"
        "krone kronen krona kroner kronene kr|"
        "sum summen summer summene|gebyr gebyret gebyrer gebyrene gebyra|varsel varselet varslet varsler varslene|"
        "middel middelet midlet midler midlene|vare varen vara varer varene|sak saken saka saker sakene|"
        "faktum faktumet fakta faktaene",
    ),
)
