/* Words of the language: what carries no content, what governs mood and negation, what hedges a number, what is written
 * with a full stop. Verbs are an open list (words/verbs.txt); those that are closed classes, with every form, stand
 * here.
 *
 * Contractions are whole words, since the scanner keeps the apostrophe: "don't" is an auxiliary and a negation. */
#include "lexicon/closed.h"

/* clang-format off */
#define WORDS(classes, words, phrases) { words, classes, 0, phrases, 0 }
#define HEDGES(hedge, words, phrases) { words, GSAY_WORD(HEDGE), 0, phrases, GSAY_HEDGE_##hedge }
#define BEHIND(hedge, words, phrases) { words, GSAY_WORD(HEDGE_BEHIND), 0, phrases, GSAY_HEDGE_##hedge }
#define STOPS             GSAY_WORD(STOP)
#define DETERMINERS       (GSAY_WORD(STOP) | GSAY_WORD(DETERMINER))
#define PREPOSITIONS      (GSAY_WORD(STOP) | GSAY_WORD(PREPOSITION))
#define PRONOUNS          (GSAY_WORD(STOP) | GSAY_WORD(PRONOUN))
#define CONJUNCTIONS      (GSAY_WORD(STOP) | GSAY_WORD(CONJUNCTION))
#define AUXILIARIES       (GSAY_WORD(STOP) | GSAY_WORD(AUXILIARY) | GSAY_WORD(VERB))
#define MODAL_AUXILIARIES (AUXILIARIES | GSAY_WORD(MODAL))
#define NEGATIONS         (GSAY_WORD(STOP) | GSAY_WORD(NEGATION))
#define MOODS             GSAY_WORD(MODAL)
#define MOOD_VERBS        (GSAY_WORD(MODAL) | GSAY_WORD(VERB))
#define DENIALS           (GSAY_WORD(NEGATION) | GSAY_WORD(VERB))
/* clang-format on */

static const gsay_lexicon_row rows[] = {
    /* "much", "few", "several" count vaguely as well: numerals.c. */
    WORDS(DETERMINERS,
          "the a an this that these those each every either neither some any all both half such another other "
          "what which whatever whichever much more most less least fewer enough several many few no own same",
          NULL),
    WORDS(DETERMINERS, "my your his her its our their whose", NULL),

    WORDS(PRONOUNS,
          "i me mine myself you yours yourself yourselves he him himself she hers herself it itself we us ours "
          "ourselves they "
          "them theirs themselves themself one oneself someone somebody something anyone anybody anything everyone "
          "everybody "
          "everything none who whom whoever whomever his her this that these those what which there thou thee ye",
          NULL),
    WORDS(PRONOUNS | GSAY_WORD(NEGATION), "nobody nothing", "no one"),
    /* Pronoun and auxiliary in one token: they begin clauses as both. */
    WORDS(PRONOUNS | GSAY_WORD(AUXILIARY),
          "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've "
          "we'd we'll "
          "they're they've they'd they'll that's that'll that'd who's who'd who'll who've what's what'll what're "
          "there's there'd "
          "there'll here's where's when's how's why's let's",
          NULL),

    WORDS(
        PREPOSITIONS,
        "of in to from for on at by with about against between into through during before after above below under over "
        "among "
        "amongst across along around behind beneath beside besides beyond despite down inside near off onto opposite "
        "out outside "
        "past per since throughout till toward towards underneath until unto up upon via within amid amidst aboard "
        "atop "
        "concerning regarding following including excluding like unlike minus plus than versus vs as round but except",
        "according to,because of,due to,ahead of,next to,in front of,instead of,out of,as of,as for,apart from,along "
        "with,"
        "in addition to,as well as,on behalf of,in spite of,close to,prior to,such as"),
    /* A preposition that turns its phrase round. */
    WORDS(PREPOSITIONS | GSAY_WORD(NEGATION), "without", NULL),

    WORDS(CONJUNCTIONS,
          "and or but nor so yet that which who whom whose because while whereas although though if unless until since "
          "when "
          "whenever where wherever whether once as than before after lest why how",
          "even though,even if,as if,so that,as soon as,as long as,in case,in order to"),

    WORDS(AUXILIARIES,
          "am is are was were be been being has have had having do does did doing done get gets got getting", NULL),
    WORDS(MODAL_AUXILIARIES, "will would shall should can could may might must ought gonna", NULL),
    WORDS(AUXILIARIES | GSAY_WORD(NEGATION),
          "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't", NULL),
    WORDS(MODAL_AUXILIARIES | GSAY_WORD(NEGATION),
          "won't wouldn't shan't shouldn't can't cannot couldn't mayn't mightn't mustn't needn't oughtn't daren't",
          NULL),

    WORDS(NEGATIONS, "not no never neither nor none nowhere", "no longer,not yet,no more"),
    /* Words that make a sentence say that something is not so, without being grammatical negations. */
    WORDS(GSAY_WORD(NEGATION),
          "hardly scarcely n't non lack lacks lacked lacking absent absence false falsely untrue unlikely "
          "impossible fake bogus debunked",
          NULL),
    WORDS(DENIALS,
          "deny denies denied denying refute refutes refuted refuting reject rejects rejected rejecting dispute "
          "disputes disputed "
          "disputing refuse refuses refused refusing fail fails failed failing rebut rebuts rebutted rebutting "
          "contradict "
          "contradicts contradicted contradicting debunk debunks debunking disprove disproves disproved disproving "
          "retract "
          "retracts retracted retracting dismiss dismisses dismissed dismissing",
          NULL),

    /* Not said to be so: possible, planned, hearsay. The comparison is silent about these. */
    WORDS(MOODS,
          "perhaps maybe possibly probably likely potentially potential presumably supposedly allegedly reportedly "
          "apparently "
          "hypothetical hypothetically conditional proposed planned expected projected scheduled prospective would-be "
          "if unless "
          "possible probable hopefully conceivably purportedly ostensibly could-be provided supposing assuming alleged",
          "as if,in case,provided that,were to,subject to,about to,due to be,set to"),
    /* Verbs whose complement need not have happened. */
    WORDS(
        MOOD_VERBS,
        "plan plans planning expect expects expecting hope hopes hoped hoping intend intends intended intending "
        "propose proposes "
        "proposing aim aims aimed aiming seek seeks sought seeking want wants wanted wanting wish wishes wished "
        "wishing forecast "
        "forecasts forecasted forecasting project projects projecting predict predicts predicted predicting anticipate "
        "anticipates anticipated anticipating threaten threatens threatened threatening consider considers considered "
        "considering suggest suggests suggested suggesting pledge pledges pledged pledging promise promises promised "
        "promising "
        "vow vows vowed vowing target targets targeted targeting urge urges urged urging demand demands demanded "
        "demanding "
        "offer offers offered offering try tries tried trying attempt attempts attempted attempting need needs needed "
        "needing "
        "suppose supposes supposed assume assumes assumed imagine imagines imagined imagining fear fears feared "
        "fearing",
        NULL),
    WORDS(
        MOOD_VERBS,
        "believe believes believed believing suspect suspects suspected suspecting speculate speculates speculated "
        "speculating "
        "estimate estimates estimated estimating appear appears appeared appearing seem seems seemed seeming schedule "
        "schedules "
        "scheduling claim claims claimed claiming allege alleges alleging recommend recommends recommended "
        "recommending prepare "
        "prepares prepared preparing envisage envisages envisaged envisaging envision envisions envisioned envisioning "
        "contemplate contemplates contemplated contemplating request requests requested requesting "
        "warn warns warned warning call calls calling mull mulls mulled mulling",
        NULL),

    WORDS(STOPS,
          "also just only even still yet too very quite rather almost already always often sometimes ever again here "
          "there then "
          "now thus hence therefore however moreover furthermore meanwhile otherwise instead indeed nevertheless "
          "nonetheless "
          "together apart away back else elsewhere everywhere somewhere anywhere perhaps maybe well really simply "
          "actually "
          "basically certainly currently recently later earlier soon ago well yes oh ok okay etc s t d ll re ve m",
          "of course,for example,for instance,at all,so far"),

    /* A hedge says how the number beside it is bounded; gsay_lexicon_find_words finds those of several words. */
    HEDGES(ABOUT,
           "about around roughly approximately approx circa ca some estimated ~ ≈ ∼ approximate ballpark odd-numbered",
           "in the region of,in the order of,on the order of,in the neighborhood of,in the neighbourhood of,something "
           "like,an estimated,"
           "more or less,give or take"),
    HEDGES(NEARLY, "nearly almost approaching nigh practically virtually",
           "close to,just under,just below,just short of,not quite,"
           "almost as many as,almost as much as"),
    HEDGES(OVER, "over above exceeding exceeds exceeded topping surpassing surpasses surpassed topped >",
           "more than,greater than,higher than,larger than,bigger than,longer than,upwards of,upward of,in excess "
           "of,north of,well over,"
           "well above,just over,just above,slightly over,slightly more than,a little over,a little more than,just "
           "more than,not less than,"
           "older than,taller than,heavier than,faster than,farther than,further than"),
    HEDGES(LEAST, "least minimum ≥ ⩾",
           "at least,no less than,no fewer than,not fewer than,a minimum of,minimum of,starting at,starting from"),
    HEDGES(UNDER, "under below < beneath",
           "less than,fewer than,lower than,smaller than,shorter than,south of,well under,well below,"
           "younger than,lighter than,slower than,slightly less than,slightly under,a little under,"
           "a little less than,shy of,short of"),
    HEDGES(MOST, "most maximum ≤ ⩽",
           "at most,at the most,up to,no more than,not more than,no greater than,as many as,as much as,as few as,"
           "a maximum of,maximum of,not exceeding,capped at,no higher than,no longer than"),
    HEDGES(EXACTLY, "exactly precisely", NULL),

    /* Behind the number: "50 or more", "20-odd", "12 at most". */
    BEHIND(LEAST, "plus",
           "or more,or greater,or higher,or above,or over,or older,or better,and more,and over,and above,and older"),
    BEHIND(MOST, NULL, "or less,or fewer,or under,or below,or lower,or younger"),
    BEHIND(ABOUT, "odd ish", "or so,or thereabouts"),
    WORDS(GSAY_WORD(HEDGE_BEHIND), "minimum maximum", "at least,at most,give or take"), /* as they hedge in front */

    /* What the numbers of "from 5 to 7" are: the old and the new, or the ends of a range. */
    WORDS(GSAY_WORD(CHANGE),
          "accelerate accelerated accelerates accelerating acceleration accelerations adjust adjusted adjusting "
          "adjustment adjustments adjusts advance advanced advances advancing boost boosted boosting boosts change "
          "changed changes changing climb climbed climbing climbs convert converted converting converts cut cuts "
          "cutting decline declined declines declining decrease decreased decreases decreasing decreasingly demote "
          "demoted demotes demoting demotion demotions dip dipped dipping dips double doubled doubles doubling "
          "down downed downgrade downgraded downgrades downgrading downing downs drop dropped dropping drops edge "
          "edged edges edging expand expanded expanding expands extend extended extending extends fall fallen "
          "falling falls fell felled fells gain gained gaining gains go going gone grew grow growing grown grows "
          "halve halved halves halving improve improved improvement improvements improves improving increase "
          "increased increases increasing increasingly jump jumped jumping jumps leap leaped leaping leaps lift "
          "lifted lifting lifts loss losses lower lowered lowering lowers move moved moves moving narrow narrowed "
          "narrower narrowing narrows plunge plunged plunges plunging promote promoted promotes promoting "
          "promotion promotions raise raised raises raising rebound rebounded rebounding rebounds recover "
          "recovered recovering recovers reduce reduced reduces reducing retreat retreated retreating retreats "
          "revisal revisals revise revised revises revising revision revisions rise risen rises rising rocket "
          "rocketed rocketing rockets rose sank shift shifted shifting shifts shrank shrink shrinking shrinks sink "
          "sinking sinks slid slide slides sliding slip slipped slipping slips slow slowed slowing slows soar "
          "soared soaring soaringly soars strengthen strengthened strengthening strengthens surge surged surges "
          "surging swell swelled swelling swells swing swinging swings switch switched switches switching swung "
          "trim trimmed trimming trims triple tripled triples tripling tumble tumbled tumbles tumbling turn turned "
          "turning turns up upgrade upgraded upgrades upgrading upped upping ups weaken weakened weakening weakens "
          "went widen widened widening widens worsen worsened worsening worsens",
          NULL),
    WORDS(GSAY_WORD(EXTENT),
          "between differ differed difference differences different differently differing differs rang range "
          "ranged ranges ranging reach reached reaches reaching span spanned spanning spans stretch stretched "
          "stretches stretching varied varies vary varying",
          NULL),
    WORDS(GSAY_WORD(PAYMENT),
          "bet bets betted betting bill billed billing bills charge charged charges charging cost costed costing "
          "costs earn earned earning earnings earns fine fined fines paid pay payed paying pays price priced "
          "prices pricing salaried salaries salary sell selling sells sold spend spending spends spent worth owe "
          "owed owes owing",
          NULL),
    WORDS(GSAY_WORD(STREET),
          "street avenue road lane drive boulevard st ave rd blvd square place court way highway terrace parkway",
          NULL),

    WORDS(GSAY_WORD(LABEL),
          "section sections sec sect article articles art arts chapter chapters chap paragraph paragraphs para paras "
          "clause clauses figure figures fig figs table tables tbl page pages p pp pg plate plates volume volumes vol "
          "vols appendix annex "
          "annexes schedule exhibit exhibits footnote equation equations eq eqs theorem lemma verse psalm canto "
          "version versions revision release build patch v ver no nos nr nrs number numbers item items step steps "
          "line lines row column question questions rule rules resolution resolutions directive regulation "
          "regulations amendment "
          "proposition prop bill act title treaty protocol case docket lot patent form "
          "room suite apt apartment floor gate platform pier terminal hangar exit highway route interstate motorway "
          "junction channel "
          "flight train bus tram line bay box unit block building hall ward district precinct zone sector area "
          "type phase stage level tier grade class category cat group model mark mk size division league formula "
          "isbn issn doi arxiv pmid ssn ein id ref tel telephone phone fax ext zip port episode "
          "round game issue ticket layer note option example location",
          NULL),
    /* Titles, months and weekdays have this class in their own tables; single letters are the scanner's business. */
    WORDS(GSAY_WORD(ABBREVIATION),
          "vs etc eg ie al cf ed eds vol vols ch chap sec sect fig figs pp pg para paras art arts par no nos nr op "
          "ibid approx est "
          "ca ave blvd rd sq hwy rte ste apt bldg mt mts ft pt ext tel dept gov div incl excl misc ret dist jr sr esq "
          "phd md "
          "ba ma bsc msc mba dds rn bc ad ce bce cent temp max avg govt hr hrs mi lb lbs oz in yd yds min mins tbsp "
          "tsp gal "
          "mph cc vs v viz trans rev repr orig ms mss bk ser seq ff n.b p.s a.m p.m u.s u.k u.n e.g i.e e.u rs dlrs",
          NULL),
};

const gsay_lexicon_table gsay_grammar_table = { rows, sizeof rows / sizeof *rows };
