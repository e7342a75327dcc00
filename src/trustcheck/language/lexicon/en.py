"""English."""

from __future__ import annotations

from trustcheck.language.lexicon import tag
from trustcheck.language.lexicon.base import Conjugation, Inflection, Lexicon, words

LEXICON = Lexicon(
    code="en",
    markers=words(
        "not i you of from after if something someone she what how where why more without only much when your "
        "between was been "
        "do had shall should could be us we are is has have to and on with as it the this that a an can must "
        "will our or but "
        "also now here by within get send pay contact wish thank thanks dear regards invoice amount due "
        "agreement days week "
        "already together many all both self which me my them they for please in so would were any there their "
        "who about than "
        "into no yes these those at before did does don't won't can't isn't hasn't haven't it's we're we've "
        "we'll you're you've"
    ),
    endings=("tion", "ment", "ness", "ally", "able", "ing", "ful"),
    abbreviations=words(
        "no nos mr mrs ms mx dr prof st e.g i.e eg ie ref tel ext vs approx cf fig vol para sec art dept rev gen "
        "jr messrs"
    ),
    final_abbreviations=words(
        "etc a.m p.m am pm ltd inc co plc corp jan feb mar apr jun jul aug sep sept oct nov dec u.k u.s yrs hrs mins"
    ),
    words={
        tag.OTHERS_SAY: "pretend pretends threaten",
        tag.NEGATOR: (
            "not don't doesn't didn't won't wouldn't can't couldn't mustn't shan't shouldn't isn't aren't wasn't "
            "weren't haven't hasn't hadn't needn't never no none nothing nobody neither nor cannot hardly without"
        ),
        tag.AND: "and or and/or nor",
        tag.BUT: "but",
        tag.SUBORDINATOR: "because since while whereas before after until till although though as",
        tag.CONDITION: "if unless provided providing",
        tag.WHETHER: "whether",
        tag.WHEN: "when once whenever",
        tag.THAT: "that",
        tag.RELATIVE: "which who whom whose",
        tag.QUESTION_WORD: "what who whom whose how where why which when whether",
        tag.OTHERWISE: "otherwise",
        tag.COMPANY: "we i we've we're we'll we'd i've i'm i'll i'd",
        tag.READER: "you you've you're you'll you'd",
        tag.SOMEONE: (
            "he she they it this these those one nobody everyone someone anyone they've they're they'll he's she's who"
        ),
        tag.EXPLETIVE: "there it's there's",
        tag.COMPANY_NOUN: (
            "bank company team department supplier provider insurer support colleague colleagues agent agents "
            "adviser engineer"
        ),
        tag.CAN: "can could may might can't couldn't cannot",
        tag.MUST: "must mustn't",
        tag.WANT: "want wants wanted wish wishes",
        tag.FUTURE: "will won't shall shan't we'll you'll they'll i'll would wouldn't we'd",
        tag.HAVE: "have has had haven't hasn't hadn't we've you've they've i've having",
        tag.BE: "is are was were am isn't aren't wasn't weren't be we're you're they're i'm it's there's",
        tag.DO: "do does did don't doesn't didn't",
        tag.BECOME_PARTICIPLE: "been being",
        tag.TO: "to",
        tag.INVERTER: "should had were",
        tag.REPORTING: (
            "say says said tell tells told write writes wrote written mention mentioned mentions report reported "
            "reports state stated "
            "states explain explained explains describe described inform informed claim claimed feel felt "
            "advised advise believe"
        ),
        tag.WONDER: (
            "wonder wonders wondering wondered ask asks asked asking check checks checked checking know see "
            "unsure confirm find decide determine establish question"
        ),
        tag.ABOUT_HEAD: "",
        tag.PREPOSITION: (
            "in on to from for with of by at after before under over between within without against through per "
            "via since until "
            "among along outside despite about into during due as regarding following upon"
        ),
        tag.ADVERB: (
            "now thanks unfortunately therefore then already also still however soon rather first normally "
            "usually only just again yet "
            "indeed always often automatically meanwhile here there later recently finally perhaps probably "
            "hopefully currently "
            "temporarily immediately sadly today yesterday tomorrow please simply so thus accordingly otherwise "
            "not never kindly "
            "regrettably sincerely really fully both ever"
        ),
        tag.POLITE: "please kindly",
        tag.DETERMINER: (
            "a an the your our my his her its their each every all some any this that these those another other new no"
        ),
        tag.READER_MESSAGE: "email e-mail letter message complaint enquiry inquiry call note reply",
    },
    phrases={
        tag.OTHERS_SAY: (
            "it says there|they claim|they say|the message says|the text says|the email says|"
            "the scammers say|scammers say|"
            "the text claims|the message claims|the email claims|fraudsters write|fraudsters say|fraudsters claim|"
            "criminals write|criminals say|criminals claim|scammers claim|"
            "scammers write|the caller says|the sender says"
        ),
        tag.CONDITION: (
            "in case|as long as|so long as|provided that|providing that|on condition that|in the event that|"
            "only if|as soon as|"
            "even if|assuming that|supposing that|should it be that"
        ),
        tag.SUBORDINATOR | tag.CONCESSION: "even though|whether or not|despite the fact that",
        tag.SUBORDINATOR: "so that|in order to|in order that|now that|by the time|even as|rather than",
        tag.OTHERWISE: "if not|failing that|in that case|in which case|or else|failing which",
        tag.NOMINAL_CONDITION: (
            "in the event of|in case of|failing payment|without payment by|without payment|if unpaid|if not paid|"
            "if paid"
        ),
        tag.FUTURE: "going to|about to|due to be|plan to|plans to|intend to|intends to|scheduled to|set to",
        tag.MUST: "have to|has to|had to|need to|needs to|needed to|required to|obliged to",
        tag.WANT: "would like|would like to|'d like to",
        tag.ACCORDING_TO_READER: "according to you|according to your|in your view|in your opinion|as you see it",
        tag.IMPERATIVE: "let us know|let me know",
        tag.POLITE: "we kindly ask you to",
        tag.ADVERB: (
            "in addition|at present|at the moment|in the meantime|for now|so far|as a result|of course|as yet|"
            "at once|in advance|in full"
        ),
        0: (
            "according to your version|"
            "not only|not least|no later than|why not|as if|as though|if only|no .|such as|as well as|"
            "as soon as possible|"
            "as quickly as possible|no doubt|no problem|no matter|not just|not merely|as follows|as of|"
            "as part of|as a|as an|as the|"
            "as your|as our|as per|as well|due to|with no|not until|as usual|used to|thank you for|thank you"
        ),
    },
    conjugations={
        "ed": Conjugation("", "/s", "ed", "ed", ""),
        "d": Conjugation("", "/s", "d", "d", ""),
        "es": Conjugation("", "/es", "ed", "ed", ""),
        "y": Conjugation("y", "y/ies", "ied", "ied", "y"),
    },
    regular={
        "ed": (
            "call contact check ask answer end open wait need want help return follow work start report confirm "
            "allow block "
            "add expect explain extend inform ignore log look mail offer order owe present prevent protect "
            "record refund reject "
            "remind remain request reset respond restrict result review sort stay suspend talk thank treat visit "
            "wonder disconnect "
            "collect correct credit deliver deduct demand appear attempt await comment complain consider consult "
            "adjust click "
            "disregard email enter fail grant happen join limit list own pass post print reconnect remember "
            "repair restart seem "
            "shut sign step support turn view warn amend pass direct discover hesitate obtain"
        ),
        "d": (
            "close receive use change charge arrange apologise apologize believe continue decide ensure excuse "
            "invoice issue like "
            "live make move note notice owe please provide raise reactivate reduce release remove replace "
            "resolve resume save schedule "
            "settle state terminate update advise agree cause compensate complete delete double-check ensure "
            "escalate give "
            "handle include investigate manage operate prepare increase share sue disable enable expire hope love "
            "impose assume hesitate balance locate dispute forgive oblige require reimburse upgrade value"
        ),
        "es": "process reach pass discuss dispatch fix cross finish publish search press address access switch",
        "y": "try apply reply carry copy deny notify rely supply verify identify modify query specify hurry",
    },
    irregular=(
        "pay pay/pays paid paid pay|get get/gets got got/gotten get|go go/goes went gone go",
        "give give/gives gave given give|take take/takes took taken take",
        "be is/are/am/isn't/aren't was/were/wasn't/weren't been be",
        "have have/has/haven't/hasn't had/hadn't had have|do do/does/don't/doesn't did/didn't done do/don't",
        "say say/says said said say|tell tell/tells told told tell|see see/sees saw seen see",
        "write write/writes wrote written write|make make/makes made made make",
        "send send/sends sent sent send|know know/knows knew known know|come come/comes came come come",
        "find find/finds found found find|keep keep/keeps kept kept keep",
        "leave leave/leaves left left leave|let let/lets let let let|put put/puts put put put",
        "cut cut/cuts cut cut cut|lose lose/loses lost lost lose|bring bring/brings brought brought bring",
        "understand understand/understands understood understood -|begin begin/begins began begun begin",
        "break break/breaks broke broken break|hold hold/holds held held hold",
        "choose choose/chooses chose chosen choose",
        "read read/reads read read read|speak speak/speaks spoke spoken speak",
        "think think/thinks thought thought think|buy buy/buys bought bought buy|sell sell/sells sold sold sell",
        "meet meet/meets met met meet",
        "feel feel/feels felt felt -|become become/becomes became become -|fall fall/falls fell fallen -",
        "grow grow/grows grew grown -|rise rise/rises rose risen -|run run/runs ran run run",
        "stand stand/stands stood stood -",
        "lend lend/lends lent lent lend|spend spend/spends spent spent -|set set/sets set set set",
        "shut shut/shuts shut shut shut|withdraw withdraw/withdraws withdrew withdrawn withdraw",
        "forget forget/forgets forgot forgotten forget",
        "hear hear/hears heard heard hear|mean mean/means meant meant -|lead lead/leads led led -",
        "quit quit/quits quit quit quit|stop stop/stops stopped stopped stop|ban ban/bans banned banned ban",
        "bar bar/bars barred barred bar",
        "cancel cancel/cancels cancelled/canceled cancelled/canceled cancel",
        "submit submit/submits submitted submitted submit|occur occur/occurs occurred occurred -",
        "refer refer/refers referred referred refer|transfer transfer/transfers transferred transferred transfer",
        "regret regret/regrets regretted regretted -|permit permit/permits permitted permitted permit",
        "commit commit/commits committed committed -|drop drop/drops dropped dropped drop",
        "plan plan/plans planned planned plan|omit omit/omits omitted omitted omit",
        "can can/can't/cannot could/couldn't - -|may may might - -|must must/mustn't - - -",
        "will will/won't would/wouldn't - -|shall shall/shan't should/shouldn't - -",
        "register register/registers registered registered register",
        "we've we've/you've/they've/i've - - -|we're we're/you're/they're/i'm/it's/there's - - -",
        "we'll we'll/you'll/they'll/i'll - - -|we'd we'd/you'd/i'd - - -|show show/shows showed shown show",
        "lie lie/lies lay lain -|sit sit/sits sat sat -|draw draw/draws drew drawn draw|"
        "seek seek/seeks sought sought seek|win win/wins won won -",
    ),
    verb_second=False,
    inflections=(
        Inflection("verb", "* y o a i u w", "", "s ed ing es"),
        Inflection("verb", "e", "e", "es ed ing"),
        Inflection("verb", "y", "y", "ies ied"),
        Inflection("noun", "* e y o a i u w", "", "s 's es s'"),
        Inflection("noun", "y", "y", "ies"),
        Inflection("adjective", "*", "", "er est"),
        Inflection("adjective", "e", "", "r st"),
        Inflection("adjective", "y", "y", "ier iest"),
    ),
    doubles="bdglmnprt",
    prefixes="re un over under with mis dis out",
    nouns=(
        "person people persons|child children|man men|woman women|foot feet|life lives|half halves|penny pence pennies",
    ),
)
