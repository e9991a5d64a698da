/* Words around names: titles and ranks, verbs of speech, words of organisations, particles inside names.
 *
 * A title may stand before a name ("Defence Secretary Ann Lee", "Sgt. Lee") or after it ("Ann Lee, the secretary").
 * Abbreviated ones are written with a full stop as well, here without. Speech verbs have all their inflected forms;
 * those that as often do something else ("point", "note") are here too, since they count only beside a quotation or a
 * "that". */
#include "lexicon/closed.h"

/* clang-format off */
#define WORDS(classes, words, phrases) { words, classes, 0, phrases, 0 }
#define TITLES       GSAY_WORD(TITLE)
#define SHORT_TITLES (GSAY_WORD(TITLE) | GSAY_WORD(ABBREVIATION))
#define SPEECH_VERBS (GSAY_WORD(SPEECH) | GSAY_WORD(VERB))
#define HOUSES       GSAY_WORD(ORGANISATION)
#define SHORT_HOUSES (GSAY_WORD(ORGANISATION) | GSAY_WORD(ABBREVIATION))
#define PARTICLES    GSAY_WORD(PARTICLE)
/* clang-format on */

static const gsay_lexicon_row rows[] = {
    /* Forms of address and ranks, shortened. */
    WORDS(SHORT_TITLES,
          "mr mrs ms mx dr drs prof rev fr sr revd hon rt st capt cpt cmdr cdr col gen lt sgt cpl pvt pfc maj adm brig "
          "ens "
          "sen sens rep reps gov govs pres supt insp det atty messrs mme mlle mgr msgr pte wo hrh",
          "lt. col.,lt. gen.,maj. gen.,brig. gen.,lt. gov.,rear adm.,vice adm.,staff sgt.,det. sgt.,lt col,lt gen,maj "
          "gen,brig gen,rt hon,"
          "rt. hon."),
    /* Address, nobility, clergy. */
    WORDS(TITLES,
          "mister miss madam madame mademoiselle monsieur sir dame lord lady baron baroness count countess viscount "
          "duke duchess "
          "earl marquis marquess prince princess king queen emperor empress sultan emir sheikh sheik shah tsar czar "
          "kaiser pharaoh "
          "pope cardinal archbishop bishop rabbi imam ayatollah mullah mufti father reverend pastor deacon monsignor "
          "canon dean "
          "vicar chaplain brother sister saint patriarch abbot swami guru",
          "his majesty,her majesty,his holiness,her royal highness,his royal highness,grand ayatollah,crown prince"),
    /* Offices of state and of companies. */
    WORDS(TITLES,
          "president premier chancellor minister secretary undersecretary governor mayor senator congressman "
          "congresswoman "
          "representative delegate councillor councilman councilwoman councilor alderman assemblyman assemblywoman "
          "lawmaker "
          "legislator deputy mp mps mep meps msp speaker ambassador envoy consul attaché attache commissioner "
          "chairman chairwoman chairperson chair spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople "
          "press "
          "director president-elect ex-president leader chief head official taoiseach tanaiste comptroller treasurer "
          "ombudsman ombudswoman prime vice acting former interim whip negotiator aide adviser advisor whistleblower "
          "vice-president vice-chairman co-chair co-chairman secretary-general director-general governor-general "
          "attorney-general",
          "prime minister,foreign minister,defence minister,defense minister,finance minister,interior minister,health "
          "minister,"
          "justice minister,deputy prime minister,vice president,secretary of state,secretary of defense,secretary of "
          "defence,"
          "secretary general,director general,governor general,attorney general,solicitor general,surgeon general,"
          "defence secretary,defense secretary,home secretary,foreign secretary,health secretary,treasury secretary,"
          "press secretary,education secretary,energy secretary,interior secretary,commerce secretary,labor secretary,"
          "state secretary,chief executive,chief executive officer,chief financial officer,chief operating officer,"
          "chief justice,chief of staff,special envoy,high commissioner,district attorney,police chief,fire "
          "chief,crown prosecutor,"
          "managing director,executive director,vice chairman,board member,first lady,first minister,head coach,"
          "executive officer,member of parliament,leader of the opposition,majority leader,minority leader"),
    /* Forces and police. */
    WORDS(
        TITLES,
        "general admiral marshal colonel major captain commander lieutenant sergeant corporal private brigadier "
        "commodore "
        "ensign midshipman cadet airman airwoman seaman gunner trooper officer constable inspector detective "
        "superintendent "
        "sheriff warden marshall commandant",
        "lieutenant general,major general,brigadier general,lieutenant colonel,rear admiral,vice admiral,field marshal,"
        "staff sergeant,sergeant major,master sergeant,first lieutenant,second lieutenant,warrant officer,petty "
        "officer,"
        "chief inspector,detective sergeant,detective inspector,police officer,chief constable,chief superintendent"),
    /* Professions and parts that news sets before a name: "actor Ann Lee", "witness Ann Lee". */
    WORDS(TITLES,
          "judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel advocate professor doctor "
          "nurse surgeon "
          "physician coroner lecturer scientist researcher economist analyst historian author writer novelist poet "
          "journalist "
          "reporter editor columnist correspondent producer actor actress singer musician artist architect engineer "
          "astronaut cosmonaut coach manager midfielder striker defender goalkeeper quarterback pitcher forward winger "
          "founder co-founder cofounder owner chef pilot ceo cfo cto coo executive banker billionaire activist "
          "campaigner "
          "principal headteacher headmaster headmistress teacher resident neighbour neighbor survivor witness suspect "
          "defendant victim widow",
          NULL),

    /* Plain verbs of saying. A row ends where its literal nears the 4,095 bytes that C promises. */
    WORDS(
        SPEECH_VERBS,
        "say says said saying tell tells told telling ask asks asked asking answer answers answered answering reply "
        "replies "
        "replied replying respond responds responded responding state states stated stating declare declares declared "
        "declaring announce announces announced announcing add adds added adding warn warns warned warning note notes "
        "noted "
        "noting claim claims claimed claiming insist insists insisted insisting argue argues argued arguing explain "
        "explains "
        "explained explaining write writes wrote written writing tweet tweets tweeted tweeting post posts posted "
        "posting "
        "report reports reported reporting recall recalls recalled recalling remark remarks remarked remarking comment "
        "comments commented commenting admit admits admitted admitting acknowledge acknowledges acknowledged "
        "acknowledging "
        "concede concedes conceded conceding confess confesses confessed confessing deny denies denied denying",
        NULL),
    /* Saying with weight, or of the future. */
    WORDS(
        SPEECH_VERBS,
        "allege alleges alleged alleging assert asserts asserted asserting contend contends contended contending "
        "maintain "
        "maintains maintained maintaining stress stresses stressed stressing emphasize emphasizes emphasized "
        "emphasizing "
        "emphasise emphasises emphasised emphasising underline underlines underlined underlining underscore "
        "underscores "
        "underscored underscoring reiterate reiterates reiterated reiterating repeat repeats repeated repeating affirm "
        "affirms affirmed affirming reaffirm reaffirms reaffirmed reaffirming confirm confirms confirmed confirming "
        "suggest suggests suggested suggesting propose proposes proposed proposing urge urges urged urging call calls "
        "called "
        "calling demand demands demanded demanding order orders ordered ordering request requests requested requesting "
        "pledge pledges pledged pledging promise promises promised promising vow vows vowed vowing swear swears swore "
        "sworn "
        "swearing threaten threatens threatened threatening predict predicts predicted predicting forecast forecasts "
        "forecasted forecasting estimate estimates estimated estimating quote quotes quoted quoting cite cites cited "
        "citing",
        NULL),
    /* Saying in some manner, of somebody. */
    WORDS(
        SPEECH_VERBS,
        "reveal reveals revealed revealing disclose discloses disclosed disclosing mention mentions mentioned "
        "mentioning "
        "observe observes observed observing point points pointed pointing joke jokes joked joking quip quips quipped "
        "quipping laugh laughs laughed laughing shout shouts shouted shouting yell yells yelled yelling scream screams "
        "screamed screaming cry cries cried crying whisper whispers whispered whispering mutter mutters muttered "
        "muttering "
        "exclaim exclaims exclaimed exclaiming boast boasts boasted boasting brag brags bragged bragging complain "
        "complains "
        "complained complaining lament laments lamented lamenting caution cautions cautioned cautioning advise advises "
        "advised advising inform informs informed informing testify testifies testified testifying accuse accuses "
        "accused "
        "accusing criticize criticizes criticized criticizing criticise criticises criticised criticising condemn "
        "condemns "
        "condemned condemning praise praises praised praising thank thanks thanked thanking apologize apologizes "
        "apologized "
        "apologizing apologise apologises apologised apologising",
        NULL),
    /* Thinking aloud, talking on. */
    WORDS(
        SPEECH_VERBS,
        "conclude concludes concluded concluding continue continues continued continuing agree agrees agreed agreeing "
        "disagree disagrees disagreed disagreeing believe believes believed believing think thinks thought thinking "
        "counter "
        "counters countered countering retort retorts retorted retorting interject interjects interjected interjecting "
        "elaborate elaborates elaborated elaborating opine opines opined opining recount recounts recounted recounting "
        "relate "
        "relates related relating describe describes described describing summarize summarizes summarized summarizing "
        "summarise summarises summarised summarising speak speaks spoke spoken speaking talk talks talked talking read "
        "reads "
        "reading hint hints hinted hinting imply implies implied implying express expresses expressed expressing "
        "indicate "
        "indicates indicated indicating signal signals signaled signalled signaling signalling proclaim proclaims "
        "proclaimed "
        "proclaiming plead pleads pleaded pled pleading recommend recommends recommended recommending tout touts "
        "touted "
        "touting chide chides chided chiding scold scolds scolded scolding fume fumes fumed fuming muse muses mused "
        "musing",
        NULL),

    /* Legal forms, after the name. */
    WORDS(SHORT_HOUSES,
          "inc corp co ltd llc llp plc bros dept univ assn assoc intl gmbh ag sa nv bv ab asa oyj spa pty pvt kk "
          "lp pc",
          NULL),
    /* Companies and the press. */
    WORDS(HOUSES,
          "incorporated corporation company companies limited holdings holding group partners associates enterprises "
          "industries "
          "ventures capital bank bancorp insurance airlines airways motors motor energy petroleum oil gas "
          "pharmaceuticals "
          "pharma laboratories labs technologies technology systems software electronics communications telecom media "
          "entertainment studios pictures records press publishing publishers news newspaper newspapers magazine times "
          "post "
          "journal gazette herald tribune telegraph guardian chronicle broadcasting network radio television tv",
          NULL),
    /* State, forces, schools, sport, alliances. */
    WORDS(HOUSES,
          "ministry department agency office bureau commission committee council board authority administration "
          "service services "
          "parliament congress senate assembly legislature cabinet government court tribunal police army navy force "
          "forces "
          "guard command corps brigade division regiment battalion squadron fleet party union federation confederation "
          "league "
          "alliance coalition front movement association society institute institution foundation fund trust charity "
          "organisation organization academy university college school polytechnic hospital clinic church cathedral "
          "mosque "
          "synagogue temple museum gallery library theatre theater orchestra club team fc afc cf united rovers "
          "wanderers nato "
          "unesco unicef opec interpol europol asean treasury exchange reserve watchdog consortium secretariat "
          "directorate "
          "embassy consulate mission delegation chamber cooperative syndicate",
          "united nations,european union,european commission,european parliament,white house,supreme court,state "
          "department,"
          "security council,world bank,red cross,red crescent,home office,foreign office,african union,arab league"),

    WORDS(PARTICLES,
          "van von der den de del della dello di da do dos das du des la le les los las el al ul bin ibn bint abu ben "
          "ap ter ten "
          "te zu zum zur af av y e i und degli dei delle san santa st vander",
          NULL),
};

const gsay_lexicon_table gsay_people_table = { rows, sizeof rows / sizeof *rows };
