"""Nynorsk."""

from __future__ import annotations

from trustcheck.language.lexicon import tag
from trustcheck.language.lexicon.base import Conjugation, Inflection, Lexicon, words

LEXICON = Lexicon(
    code="nn",
    markers=words(
        "ikkje eg deg av frå etter viss noko nokon nokre ho kva korleis kor kvifor meir utan berre mykje når de "
        "dykk mellom "
        "vart vore gjere hadde skal skulle kunne vere oss vi me du er har til og på med som det den denne dette "
        "ein eit ei at "
        "å kan må vil blir vert dykkar din ditt dine vår vårt våre om eller men òg no her ved hos innan bli "
        "verte få gje gjev "
        "gir sende sender betale betaler betalar kontakt ønskjer ynskjer takk hei helsing venleg kjære rekninga "
        "fakturaen "
        "beløpet avtalen månad månader dagar veke veker vidare allereie saman mange alle begge sjølv kven kvar "
        "kvart meg mitt "
        "min dei dersom gjeld tenesta tenester opplysningar hugs heile gjer seier fordi sidan då så igjen fleire "
        "einskild kome "
        "kjem høyre fyrst først eigen eige tilbake motteke betalt ennå enno snart pengane blitt vorte gjekk fekk "
        "stengd same "
        "hjå lyt framleis tysdag laurdag sundag måndag samla korkje sagd einaste eigedom eigen nyleg byte bytt løyst "
        "vatn "
        "forfall gjenstår verdi avtala gong gonger kome nytt meldinga førespurnad framover heimesida "
        "feil feilen avdelinga avdeling nettbanken åtte gjennom snakka retta gjerne linja open opna att "
        "attende tolmod tolmodet hjelp veg vegen arbeidet kontoen endra leveringa forseinkinga kundeservice "
        "opplysningar handsama "
        "nummer sendt di mi si henne vårar ynskjer nøgde vonar burde verka mottok trur "
        "saka betalinga purring "
    ),
    endings=("eita", "heit", "inga", "ngar", "ngane", "ande", "lege", "leg", "ane"),
    abbreviations=words(
        "nr kl t.d td bl.a mellom.a m.a ca evt ev dvs jf jfr tlf mob avd vedr inkl ekskl eks hr fr dr prof adv "
        "pkt art kap fig "
        "tab maks min ref p.g.a pga mht m.o.t iht ift ifm t.o.m f.o.m tom fom st s § f.eks"
    ),
    final_abbreviations=words(
        "kr mva osb osv mv m.m m.v o.l e.l etc mnd gt d.d p.t pr stk jan feb mar apr jun jul aug sep sept okt "
        "nov des mill mrd"
    ),
    words={
        tag.STATE: "finst fins fanst finnast synest syntest trengst lukkast mislukkast skuldast høyrest",
        tag.OTHERS_SAY: "påstår hevdar trugar",
        tag.NEGATOR: "ikkje aldri ingen inga inkje ingenting korkje verken neppe knapt ikke utan",
        tag.AND: "og eller samt og/eller",
        tag.BUT: "men",
        tag.SUBORDINATOR: "fordi ettersom medan sidan før inntil til då enda",
        tag.CONDITION: "viss dersom såframt ifall hvis",
        tag.WHETHER: "om",
        tag.WHEN: "når",
        tag.THAT: "at",
        tag.RELATIVE: "som",
        tag.QUESTION_WORD: "kva kven kor korleis kvifor når",
        tag.OTHERWISE: "elles annars",
        tag.COMPANY: "vi me eg",
        tag.READER: "du de dokker",
        tag.SOMEONE: "han ho dei den denne desse ein nokon ingen alle begge dette",
        tag.EXPLETIVE: "det",
        tag.COMPANY_NOUN: (
            "banken selskapet firmaet kundeservice kundesenteret kundesenter kundeavdelinga avdelinga fakturaavdelinga "
            "føretaket leverandøren forsikringsselskapet straumselskapet nettselskapet kraftselskapet teamet "
            "kundebehandlaren sakshandsamaren saksbehandlaren medarbeidaren teknikaren montøren"
        ),
        tag.CAN: "kan kunne",
        tag.MUST: "må måtte pliktar",
        tag.WANT: "ønskjer ynskjer ønsker",
        tag.SHALL: "skal skulle",
        tag.WILL: "vil ville",
        tag.HAVE: "har hadde ha",
        tag.BE: "er var vere",
        tag.BECOME: "blir blei bli vert vart verte",
        tag.BECOME_PARTICIPLE: "blitt vorte vore vorten",
        tag.MOVED: "komen kome gått blitt vorte vorten forsvunne",
        tag.COMING: "kjem kom",
        tag.TO: "å",
        tag.REPORTING: (
            "skriv skreiv skrive seier sa sagt opplyser opplyste opplyst fortel fortalde fortalt melder melde "
            "meldt meiner "
            "meinte oppgir oppgav oppgjeve oppgitt hevdar hevda peikar forklarer forklarte forklart nemner "
            "nemnde nemnt "
            "skildrar skildra opplever opplevde informerer informerte"
        ),
        tag.WONDER: (
            "lurer lurte lure undrar spør spurde spørje spurt sjekk sjekke sjekkar sjekka vite veit usikker "
            "undersøkje undersøkjer "
            "undersøkt undersøkte kontrollere kontroller kontrollerer avklare avklarer vurdere vurderer sjå ser "
            "finne spørsmål "
            "spørsmålet uklart tvil stadfeste avgjere"
        ),
        tag.ABOUT_HEAD: (
            "informasjon informasjonen spørsmål påminning varsel avtale avtalen beskjed melding meldinga krav "
            "søknad klage "
            "førespurnad førespurnaden opplysningar meir minner ber bad bede snakke snakkar informere informerer "
            "varsle varslar "
            "handlar gjeld einige einig brev e-post detaljar saka sak les lese ønske ynske purring søkjer søkt"
        ),
        tag.PREPOSITION: (
            "i på til frå for med av om ved hos etter før under over mellom innan utan mot gjennom per ifølgje "
            "grunna via "
            "sidan inntil blant langs utanfor trass"
        ),
        tag.ADVERB: (
            "no takk dessverre diverre derfor difor då da så deretter allereie òg også likevel dermed imidlertid "
            "snart heller først fyrst "
            "normalt vanlegvis berre straks igjen framleis enno ennå jo nok vel visst gjerne alltid ofte "
            "automatisk samtidig "
            "seinast her der sidan førebels framover altså nemleg faktisk sjølvsagt naturlegvis herved elles "
            "tidlegare seinare "
            "nyleg endeleg vidare kanskje truleg sannsynlegvis heldigvis hittil mellombels omgåande ikkje"
        ),
        tag.POLITE: "vennlegst ver",
        tag.DETERMINER: (
            "ein eit ei di mi din ditt dine dykkar vår vårt våre min mitt mine sin sitt sine hans hennar kvar kvart "
            "alle fleire nokon nokre andre denne dette desse den det dei ny nye nytt"
        ),
        tag.READER_MESSAGE: (
            "førespurnaden førespurnad henvendinga e-posten e-post brevet brev meldinga melding klaga klagen "
            "klage svaret tilbakemeldinga beskjeden"
        ),
    },
    phrases={
        tag.OTHERS_SAY: (
            "der står det|det står der|står det i meldinga|står det i sms-en|står det i e-posten|"
            "dei skriv at|svindlarane skriv|svindlarar skriv|meldinga seier|avsendaren skriv|avsendaren seier"
        ),
        tag.CONDITION: (
            "med mindre|så framt|så lenge|så sant|så snart|i tilfelle|i fall|på vilkår av at|føresett at|"
            "under føresetnad av at|"
            "i det tilfellet at|berre viss|berre dersom"
        ),
        tag.SUBORDINATOR | tag.CONCESSION: "sjølv om|trass i at|til trass for at|uansett om|enten|endå om",
        tag.SUBORDINATOR: "slik at|for at|fordi at|etter at|før enn|ved at|i staden for å|på grunn av at",
        tag.THAT: "om at|på at|over at|av at|med at",
        tag.OTHERWISE: (
            "i motsett fall|i anna fall|i så fall|i det tilfellet|i slike tilfelle|viss ikkje|om ikkje|dersom ikkje"
        ),
        tag.NOMINAL_CONDITION: (
            "ved manglande|ved utebliven|ved uteblitt|ved forseinka|ved for sein|ved mishald|ved betaling innan|"
            "ved betaling etter|utan betaling innan"
        ),
        tag.FUTURE
        | tag.PRESENT: "kjem til å|kjem ikkje til å|kjem dessverre til å|kjem difor til å|har tenkt å|planlegg å",
        tag.FUTURE: "kjem vi til å|kjem me til å|kjem vi ikkje til å",
        tag.MUST: "nøydd til å|nøydde til å|pliktig til å|pålagt å",
        tag.WANT: "vil gjerne",
        tag.ACCORDING_TO_READER: (
            "ifølgje deg|ifølgje dykk|ifølgje e-posten din|ifølgje førespurnaden din|etter det du|slik du ser det"
        ),
        tag.POLITE: "ver venleg og|ver snill og",
        tag.ADVERB: (
            "i dag|i går|i morgon|i tillegg|på førehand|så langt|til slutt|av den grunn|i mellomtida|i staden|"
            "til saman|i alt|om kort tid"
        ),
        0: (
            "ikkje berre|ikkje minst|ikkje sant|ikkje før|kvifor ikkje|om igjen|som om|så mykje som|"
            "så fort som|så snart som|så godt som|når som helst|kva som helst|ikkje anna enn|som regel|"
            "som følgje av|til og med|"
            "når det gjeld"
        ),
    },
    conjugations={
        "a": Conjugation("e", "ar", "a", "a", "", "ast", "-"),
        "te": Conjugation("e", "er", "te", "t", "", "ast", "-"),
        "de": Conjugation("e", "er", "de", "d/t", "", "ast", "-"),
        "dde": Conjugation("", "r", "dde", "dd/tt", "", "ast", "-"),
        "erte": Conjugation("e", "er", "te", "t", "", "ast", "-"),
        "j": Conjugation("je", "jer/er", "te", "t", "/j", "jast/ast", "-"),
        "jd": Conjugation("je", "jer/er", "de", "d/t", "", "jast/ast", "-"),
    },
    regular={
        "a": (
            "vente opne koste ønskje håpe takke varsle endre avslutte kaste svare snakke jobbe klage hente rette "
            "love mangle "
            "merke ordne passe påverke skaffe skade slette slutte starte stoppe støtte trykkje huske verke "
            "handle samle avtale "
            "rekne opprette ramme dekkje hevde hindre oppdatere avvente erstatte lukke sikre stadfeste kontakte "
            "freiste "
            "logge minske auke "
            "omfatte utvide tilpasse gjenopne purre sjekke flytte krysse vone fylgje hoppe arbeide omarbeide "
            "utarbeide bruke betale"
        ),
        "te": (
            "betale bruke sende lese kjøpe tenkje spise vise bestille kjenne lære meine miste møte levere reise "
            "skulde spele styre tape høyre mene gjennomføre kalle overføre utføre tilføre opplyse etterlyse "
            "fornye innføre medføre "
            "påføre avvise tilvise bevise skilje innløyse løyse utløyse innhente dele fordele forseinke behandle "
            "trekkje følgje melde avmelde"
        ),
        "de": (
            "høyre køyre prøve byggje eige leige krevje leve pleie stengje avstengje hengje oppleve behøve greie "
            "handheve"
        ),
        "dde": "bu tru oppnå rå snu",
        "erte": (
            "kontrollere registrere informere garantere fakturere aktivere deaktivere reservere akseptere notere "
            "vurdere identifisere "
            "suspendere levere oppdatere reagere reklamere refundere kreditere justere korrigere prioritere "
            "installere presisere "
            "verifisere dokumentere kansellere kompensere"
        ),
        "j": "søkje undersøkje merkje tenkje ønskje ynskje trykkje dekkje kjøpje styrkje",
        "jd": "ringje stengje avstengje byggje hengje leggje følgje trengje",
    },
    irregular=(
        "få får fekk fått få få/fåast -|gå går gjekk gått gå gåast -",
        "gje/gi gjev/gir gav gjeve/gitt gje/gi gjevast/givast -|stå står stod stått stå - -",
        "bli/verte blir/vert blei/vart blitt/vorte/vorten bli/ver - -|vere/vera er var vore ver - -",
        "ha har hadde hatt ha - -|seie/si seier sa sagt sei seiast -",
        "ta tek/tar tok teke/tatt ta takast -|sjå ser såg sett sjå sjåast -",
        "gjere gjer gjorde gjort gjer gjerast -|vite veit visste visst vit - -",
        "skrive skriv skreiv skrive/skrivi/skreve skriv skrivast -|bryte bryt braut brote bryt brytast -",
        "kome/komme kjem kom kome/komme kom - -",
        "halde held heldt halde hald haldast -|la/late lèt/lar/let lét/lot late/latt lat - -",
        "leggje/legge legg la lagt legg leggjast -",
        "setje/sette set/sett sette sett set setjast -|finne finn fann funne finn finnast/finst fanst",
        "liggje/ligge ligg låg lege ligg - -",
        "tvinge/tvinga tvingar/tving tvinga/tvang tvinga/tvunge tving tvingast -",
        "slå slår slo slått/slege slå slåast -|motta mottek/mottar mottok motteke/mottatt motta mottakast -",
        "skje skjer skjedde skjedd/skjett - - -|forstå forstår forstod forstått forstå - -",
        "be ber bad bede/bedt be bedast -|velje vel valde valt vel veljast -|selje sel selde selt sel seljast -",
        "spørje spør spurde spurt spør - -|fortelje fortel fortalde fortalt fortel - -",
        "følgje følgjer/følgjer følgde/følgte følgt/følgd følg - -",
        "hjelpe/hjelpa hjelper hjelpte/hjalp hjelpt/hjulpe hjelp hjelpast -",
        "oppgje/oppgi oppgjev/oppgir oppgav oppgjeve/oppgitt oppgje - -",
        "tilby tilbyr tilbaud tilbode tilby tilbydast -|gjelde gjeld galdt gjelde gjeld - -",
        "bidra bidreg/bidrar bidrog bidrege/bidratt bidra - -",
        "kunne/kunna kan kunne kunna - - -|skulle/skulla skal skulle skulla - - -",
        "vilje/ville vil ville villa - - -|måtte/måtta må måtte måtta - - -|burde/burda bør burde burda - - -",
        "avbryte avbryt avbraut avbrote avbryt avbrytast -|utebli uteblir uteblei uteblitt - - -",
        "stengje/stenge stengjer/stenger stengde/stengte stengt/stengd steng stengjast/stengast -",
        "forfalle forfell forfall forfalle - - -|falle fell fall falle fall - -|stige stig steig stige stig - -",
        "drive driv dreiv drive driv drivast -|trekkje/trekke trekkjer/trekk trekte/drog trekt trekk trekkjast -",
        "treffe treff traff treft treff - -",
        "vinne vinn vann vunne vinn - -|løpe/laupe laup laup laupe laup - -",
        "bringe bringar brakte brakt bring - -|bere ber bar bore ber - -|gripe grip greip gripe grip - -",
        "vedta vedtek/vedtar vedtok vedteke/vedtatt vedta vedtakast -",
        "delta deltek/deltar deltok delteke/deltatt delta - -",
        "skulde skuldar/skylder skulda/skyldte skulda/skyldt - - -",
        "skylde skylder/skuldar skylde/skulda skyldt/skulda - - -|sitje/sitte sit sat sete sit - -",
        "sleppe slepp slapp sleppt/sloppe slepp - -|lure lurer lurte lurt lur -",
        "kjenne kjenner kjende kjent kjenn kjennast|unngå unngår unngjekk unngått unngå - -",
        "krevje krev kravde/krevde kravd/krevd/kravt krev krevjast -",
        "sperre sperrar sperra sperra sperr sperrast -|gløyme gløymer gløymde gløymt gløym - -",
        "nemne nemner nemnde nemnt nemn - -|purre purrar purra purra purr - -|hugse hugsar hugsa hugsa hugs - -",
        "nøle nøler nølte nølt nøl - -|gjenoppta gjenopptek/gjenopptar gjenopptok gjenoppteke gjenoppta - -",
    ),
    double="m",
    finite_endings=("ar", "er", "ast"),
    inflections=(
        Inflection("verb", "e", "e", "e a er ar te t de d ast ande"),
        Inflection("verb", "a", "a", "a e er ar te t de d ast ande"),
        Inflection("verb", "je", "je", "e jer er te t de d jast ast jande"),
        Inflection("verb", "å o y i u", "", "r dde dd tt ast ande"),
        Inflection("noun", "e", "", "n r ne s"),
        Inflection("noun", "e", "e", "a ar ane er ene"),
        Inflection("noun", "a o i u y å é", "", "en et er ar ene ane s"),
        Inflection("noun", "*", "", "en et a ar er ane ene s"),
        Inflection("noun", "el", "el", "lar lane let la ler lene"),
        Inflection("noun", "ar er", "", "e en ane ar"),
        Inflection("adjective", "*", "", "t e are ast aste"),
        Inflection("adjective", "en", "en", "e i ne nare nast"),
        Inflection("adjective", "el", "el", "le lare last"),
    ),
    doubles="m",
    prefixes=(
        "av opp inn ut til tilbake over frå med for be an gjen etter under på om ned mot unn fore sam bort gjennom fram"
    ),
    nouns=(
        "mann mannen menn mennene|bok boka bøker bøkene|natt natta netter nettene|barn barnet barna|"
        "feil feilen feila feilane|"
        "pengar pengane|konto kontoen kontoar kontoane|krone krona kroner kronene|sum summen summar summane|"
        "gebyr gebyret gebyra|"
        "varsel varselet varsla|middel middelet middela|vare vara varer varene|sak saka saker sakene|"
        "regel regelen reglar reglane|"
        "teneste tenesta tenester tenestene|rekning rekninga rekningar rekningane",
    ),
)
