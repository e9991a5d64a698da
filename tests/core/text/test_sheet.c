/* A sheet made by hand: sentence borders and quotations as they stand in real text, in sentences of our own.
 *
 * Sentences: | stands behind each sentence, where the input has a space. Quotations: the words of each, marks dropped, in reading
 * order with | behind each; one that lies inside another follows it. */
#include "suite.h"
#include "reading.h"

static const char *const sentences[] = {
    /* abbreviations that go on, and that end */
    "The U.S. Navy sailed.|It came back.|",
    "She works in the U.S.|The office is small.|",
    "They met at 5 p.m. on Friday.|Nobody else came.|",
    "They met at 5 p.m.|The hall was full.|",
    "Mr. Dahl spoke first.|Mrs. Dahl did not.|Ms. Orr left.|",
    "Dr. Lena Falk, Ph.D., runs the clinic.|It is new.|",
    "Gen. Ruth Amis met Col. Peel.|Lt. Shaw was there.|",
    "St. Brannoc's has 40 beds.|St. Mary's has 30.|",
    "Prices rose by approx. 3% in Jan. and by 4% in Feb. 2020.|Then they fell.|",
    "The rally is on Oct. 3.|Bring water.|",
    "See No. 10 and Nos. 12 to 14.|The rest is lost.|",
    "Harlow Corp. bought Finch Ltd. for $2 million.|Finch Bros. was not asked.|",
    "He studied at Oakham, e.g. law, i.e. contracts.|He failed.|",
    "Cats, dogs, etc. are welcome.|Snakes are not.|",
    "Use tape, glue, etc.|Nails are better.|",
    "The match, Keld vs. Arden, was dull.|It rained.|",
    "The firm, founded ca. 1890, closed.|Its hall stands.|",
    "Fig. 3 shows the hull.|Figs. 4 and 5 do not.|",
    "Sec. 12 applies.|So does Art. 9 of the act.|",
    "Vol. 2, pp. 30-41, has the list.|Ch. 7 has none.|",
    "The dept. was told.|Its chief, Adm. Cole, was not.|",
    "Ave. Foch is closed.|So is Hill Rd. near the port.|",
    /* initials */
    "J. K. Moran wrote it.|P. D. Vane read it.|",
    "It was signed by A. B. Carver.|Then it was lost.|",
    "George W. Hale won.|John Q. Public lost.|",
    "Plan B.|Nothing else was left.|",
    "T.S. Farrow, a poet, died.|He was 80.|",
    /* numbers and dates */
    "It cost $1.5 million.|It was worth it.|",
    "The quake measured 6.2.|A second one measured 5.9.|",
    "In 2014.|In 2015 it closed.|",
    "It grew by 3.5 percent.|45 people were hired.|",
    "The score was 3.|Four were hurt.|",
    "Version 2.0.1 is out.|Version 2.0.2 is not.|",
    "At 10.30 the train left.|At 10.45 it stopped.|",
    "The bill of 3.4.2019 was paid.|The other was not.|",
    /* question and exclamation marks */
    "Who knew?|Nobody did!|",
    "Really?!|Yes.|",
    "What a day!!!|What a night.|",
    "“Is it safe?” she asked.|He nodded.|",
    "“Run!” cried Ostrom.|They ran.|",
    "“Where is it?” Ostrom asked the guard.|The guard shrugged.|",
    "\"Who pays?\" asked Vance.|\"You do.\"|",
    "Yahoo!|It is done.|",
    /* quotations around borders */
    "“We are done.”|She left.|",
    "“We are done,” she said.|“We go home.”|",
    "He said “no.”|She said “yes.”|",
    "\"It is over.\"|The crowd went home.|",
    "She called it “a mess.”|Then she laughed.|",
    "“We tried.|We failed,” said Brandt.|",
    "‘It is late,’ he said.|‘We must go.’|",
    "“She said ‘never.’”|He believed it.|",
    "«It is over.»|They left.|",
    "„It is over.“|They left.|",
    "(It was late.)|They left.|",
    "They left (it was late).|Nobody saw them.|",
    "It burned [see the map].|Two died.|",
    "The report is out.[4]|It is long.|",
    /* ellipses and dashes */
    "He waited … and left.|She stayed.|",
    "He waited... and left.|She stayed.|",
    "He waited. . . and left.|She stayed.|",
    "It was late…|They left.|",
    "It was late...|They left.|",
    "The dam – old, cracked – broke.|The town drowned.|",
    "One thing is sure — it broke.|Why is not.|",
    /* colons, semicolons, lower case */
    "Three came: Ann, Bo and Cy.|Dee did not.|",
    "It rained; it snowed.|It froze.|",
    "The iPhone sold.|iPads did not.|",
    "The band is called fun.|It is loud.|",
    "Write to help.desk@keld.example.|They answer.|",
    "Go to www.keld.example/a.b.|It is there.|",
    "Open config.yaml.|Change one line.|",
    "Run ./build.sh first.|Then wait.|",
    /* other scripts and marks */
    "Zoë Ångström spoke.|Łukasz did not.|",
    "Él habló.|Éva no.|",
    "東京 was calm.|Ōsaka was not.|",
    "It cost 5 €.|That is cheap.|",
    "The ship – HMS Keld – sank.|No. 2 gun was lost.|",
    "He scored vs. Arden, vs. Keld and vs. Orr.|He was tired.|",
    "The a.m. session ended.|The p.m. session began.|",
    "Jan. sales fell.|Feb. sales rose.|Mar. is open.|",
};

struct quotation_row {
    const char *input, *want;
};

static const struct quotation_row quotations[] = {
    /* double, typographic */
    { "“It burned,” she said.", "It burned,|" },
    { "She said “it burned” and “it fell”.", "it burned|it fell|" },
    { "“It burned,” she said. “It fell.”", "It burned,|It fell.|" },
    { "The “mayor” spoke.", "mayor|" },
    { "“A”, “B” and “C” are doors.", "A|B|C|" },
    { "She wrote: “It burned.”", "It burned.|" },
    { "“Who?”—“Me.”", "Who?|Me.|" },
    { "“It burned (again),” she said.", "It burned (again),|" },
    { "(“It burned”)", "It burned|" },
    { "“It burned … and fell.”", "It burned … and fell.|" },
    /* double, ASCII */
    { "\"It burned,\" she said.", "It burned,|" },
    { "She said \"it burned\" and \"it fell\".", "it burned|it fell|" },
    { "\"It burned,\" she said. \"It fell.\"", "It burned,|It fell.|" },
    { "(\"It burned\")", "It burned|" },
    { "[\"It burned\"]", "It burned|" },
    { "\"It burned\"--\"It fell\"", "It burned|It fell|" },
    { "The \"mayor\", the \"judge\".", "mayor|judge|" },
    { "He is 6'2\" tall and says \"no\".", "no|" },
    { "A 12\" pipe and a 3\" pipe.", "" },
    /* TeX and newswire */
    { "``It burned,'' she said.", "It burned,|" },
    { "She said ``it burned'' and ``it fell''.", "it burned|it fell|" },
    /* guillemets, low marks */
    { "«It burned», she said.", "It burned|" },
    { "« It burned », she said.", " It burned |" },
    { "»It burned«, she said.", "It burned|" },
    { "„It burned“, she said.", "It burned|" },
    { "„It burned”, she said.", "It burned|" },
    /* single */
    { "‘It burned,’ she said.", "It burned,|" },
    { "'It burned,' she said.", "It burned,|" },
    { "She said ‘it burned’ and ‘it fell’.", "it burned|it fell|" },
    { "It was 'over' by noon.", "over|" },
    { "The ‘mayor’ spoke.", "mayor|" },
    { "'Who?' she asked.", "Who?|" },
    /* apostrophes are no marks */
    { "It's the mayor's and the workers' dam.", "" },
    { "It’s the mayor’s and the workers’ dam.", "" },
    { "They don't, won't and can't.", "" },
    { "Rock 'n' roll of the '80s.", "" },
    { "The class of ’98 met.", "" },
    { "Five o'clock, O'Hara said.", "" },
    { "The boss' car and James' house.", "" },
    { "‘It’s over,’ she said.", "It’s over,|" },
    { "'It's over,' she said.", "It's over,|" },
    { "“The workers’ dam burned,” she said.", "The workers’ dam burned,|" },
    { "\"The workers' dam burned,\" she said.", "The workers' dam burned,|" },
    /* nested */
    { "“She said ‘no’ twice,” he said.", "She said ‘no’ twice,|no|" },
    { "‘She said “no” twice,’ he said.", "She said “no” twice,|no|" },
    { "\"She said 'no' twice,\" he said.", "She said 'no' twice,|no|" },
    { "«She said “no” twice», he said.", "She said “no” twice|no|" },
    { "“She said ‘no.’”", "She said ‘no.’|no.|" },
    { "“‘No,’ she said,” he said.", "‘No,’ she said,|No,|" },
    { "“He read “The Dam” aloud,” she said.", "He read “The Dam” aloud,|The Dam|" },
    /* over paragraphs and unclosed */
    { "“It burned.\n\n“It fell,” she said.", "It burned.|It fell,|" },
    { "\"It burned.\n\n\"It fell,\" she said.", "It burned.|It fell,|" },
    { "“It burned.\n\nShe left.", "It burned.|" },
    { "“It burned.”\n\n“It fell.”", "It burned.|It fell.|" },
    { "It burned.” She left.", "" },
    { "It burned.\" She left.", "" },
    /* punctuation inside and outside */
    { "She said, “It burned!”; he said nothing.", "It burned!|" },
    { "Did she say “it burned”?", "it burned|" },
    { "“It burned”: that was all.", "It burned|" },
    { "“It burned,”[2] she said.", "It burned,|" },
    { "The film “Dam, 1962” won.", "Dam, 1962|" },
    { "She said it was “100% safe”.", "100% safe|" },
};

START_TEST(ends_sentences_where_the_sheet_does)
{
    struct reading reading;
    gsay_arena     arena = { 0 };
    gsay_str       want = gsay_str_of(sentences[_i]);
    char          *input = GSAY_NEW(&arena, char, want.len + 1);
    gsay_str       shown = GSAY_STR("");
    size_t         len = 0;
    for (size_t i = 0; i < want.len; i++)
        if (want.ptr[i] != '|')
            input[len++] = want.ptr[i];
        else if (i + 1 < want.len)
            input[len++] = ' ';
    open_reading(&reading, (gsay_str){ input, len }, GSAY_FORMAT_TEXT);
    for (size_t i = 0; i < reading.text.sentence_count; i++) {
        gsay_sentence sentence = reading.text.sentences[i];
        gsay_span     span = { reading.text.tokens[sentence.begin].begin, reading.text.tokens[sentence.end - 1].end };
        shown = gsay_arena_format(&arena, "%.*s%.*s|", GSAY_ARG(shown), GSAY_ARG(gsay_str_slice(reading.document.text, span)));
    }
    ck_assert_msg(gsay_str_equal(shown, want), "%s\n%.*s", sentences[_i], GSAY_ARG(shown));
    close_reading(&reading);
    gsay_arena_clear(&arena);
}
END_TEST

START_TEST(finds_quotations_as_the_sheet_does)
{
    struct reading reading;
    gsay_str       shown = GSAY_STR("");
    open_reading(&reading, gsay_str_of(quotations[_i].input), GSAY_FORMAT_TEXT);
    for (size_t i = 0; i < reading.text.quotation_count; i++) {
        gsay_quotation    quotation = reading.text.quotations[i];
        const gsay_token *last = &reading.text.tokens[quotation.close - 1];
        bool      is_closed = quotation.close < reading.text.token_count && (reading.text.tokens[quotation.close].flags & GSAY_TOKEN_CLOSES);
        gsay_span words = { reading.text.tokens[quotation.open].end, is_closed ? reading.text.tokens[quotation.close].begin : last->end };
        shown = gsay_arena_format(&reading.arena, "%.*s%.*s|", GSAY_ARG(shown), GSAY_ARG(gsay_str_slice(reading.document.text, words)));
    }
    ck_assert_msg(gsay_str_equal(shown, gsay_str_of(quotations[_i].want)), "%s\n%.*s", quotations[_i].input, GSAY_ARG(shown));
    close_reading(&reading);
}
END_TEST

Suite *sheet_suite(void);

Suite *sheet_suite(void)
{
    Suite *suite = suite_create("core/text/sheet");
    TCase *tcase = tcase_create("sheet");
    tcase_add_loop_test(tcase, ends_sentences_where_the_sheet_does, 0, (int)(sizeof sentences / sizeof *sentences));
    tcase_add_loop_test(tcase, finds_quotations_as_the_sheet_does, 0, (int)(sizeof quotations / sizeof *quotations));
    suite_add_tcase(suite, tcase);
    return suite;
}
