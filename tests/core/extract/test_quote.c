/* Quotations: their words as compared, who speaks, and by which verb. Each row's quotations are printed as `[words]
 * cue|speaker`, joined by "; ". */
#include "naming.h"
#include "suites.h"

#include <stdlib.h>

#include "base/buffer.h"

struct row {
    const char *text;
    const char *want;
};

static const struct row rows[] = {
    /* A cue behind. */
    { "“The harbour stays open,” Ruth Adeyemi said.", "[the harbour stays open] said|Ruth Adeyemi" },
    { "“The harbour stays open,” said Ruth Adeyemi.", "[the harbour stays open] said|Ruth Adeyemi" },
    { "\"The harbour stays open,\" Senator Ruth Adeyemi told reporters.",
      "[the harbour stays open] told|Ruth Adeyemi" },
    { "‘The harbour stays open’, said Ruth Adeyemi.", "[the harbour stays open] said|Ruth Adeyemi" },
    { "“Is it open?” asked Ruth Adeyemi.", "[is it open] asked|Ruth Adeyemi" },
    { "“The harbour stays open,” Ruth Adeyemi also said.", "[the harbour stays open] said|Ruth Adeyemi" },
    { "“The harbour stays open,” Ruth Adeyemi, who runs the port, said.",
      "[the harbour stays open] said|Ruth Adeyemi" },
    { "“The harbour stays open,” according to Ruth Adeyemi.", "[the harbour stays open] according to|Ruth Adeyemi" },
    { "“The harbour stays open,” said the head of the union.", "[the harbour stays open] said|the head of the union" },
    { "“The harbour stays open,” port officials said.", "[the harbour stays open] said|port officials" },
    { "“The harbour stays open,” said Marholm Harbour Authority spokeswoman Ruth Adeyemi.",
      "[the harbour stays open] said|Ruth Adeyemi" },
    { "“The harbour stays open,” Marholm Harbour Authority's chairwoman Ruth Adeyemi said.",
      "[the harbour stays open] said|Ruth Adeyemi" },
    { "“The harbour stays open,” a lawyer for Ruth Adeyemi said.",
      "[the harbour stays open] said|a lawyer for Ruth Adeyemi" },
    { "“The harbour stays open,” the firm representing Ruth Adeyemi said.",
      "[the harbour stays open] said|the firm representing Ruth Adeyemi" },
    { "“The harbour stays open,” said Marholm Harbour Authority in a letter to Ruth Adeyemi.",
      "[the harbour stays open] said|Marholm Harbour Authority" },
    /* A cue before. */
    { "Ruth Adeyemi said: “The harbour stays open.”", "[the harbour stays open] said|Ruth Adeyemi" },
    { "Ruth Adeyemi, who runs the port, said, “The harbour stays open.”",
      "[the harbour stays open] said|Ruth Adeyemi" },
    { "Ruth Adeyemi called the offer “not enough.” She left.", "[not enough] called|Ruth Adeyemi" },
    { "Said Ruth Adeyemi: “The harbour stays open.”", "[the harbour stays open] said|Ruth Adeyemi" },
    /* Pronouns and offices. */
    { "Ruth Adeyemi came late. “The harbour stays open,” she said.", "[the harbour stays open] said|Ruth Adeyemi" },
    { "“We wait,” Ruth Adeyemi said. “Nobody leaves,” she added.",
      "[we wait] said|Ruth Adeyemi; [nobody leaves] added|Ruth Adeyemi" },
    { "The crowd met Ruth Adeyemi and Anna Novak. “We wait,” she said.", "[we wait] said|" },
    { "Union president Ruth Adeyemi came late. “We wait,” said the union president.", "[we wait] said|Ruth Adeyemi" },
    { "“We wait,” Marholm Harbour Authority said. “Nobody leaves,” he added.",
      "[we wait] said|Marholm Harbour Authority; [nobody leaves] added|" },
    { "“President Novak is wrong,” he said.", "[president novak is wrong] said|" },
    /* One speech in two stretches. */
    { "“We wait,” Ruth Adeyemi said, “and we hope.”", "[we wait] said|Ruth Adeyemi; [and we hope] said|Ruth Adeyemi" },
    { "“We wait,” Ruth Adeyemi said. “Nobody leaves.”", "[we wait] said|Ruth Adeyemi; [nobody leaves] |Ruth Adeyemi" },
    { "Ruth Adeyemi said: “We wait here.\n\n“Nobody leaves before the morning.”",
      "[we wait here] said|Ruth Adeyemi; [nobody leaves before the morning] |Ruth Adeyemi" },
    /* The words as compared. */
    { "“We want … a free port,” he said.", "[we want … a free port] said|" },
    { "“We want [the crane] back,” he said.", "[we want [] the crane back] said|" },
    { "“The U.S. paid $1,500 or 2.5% in the '90s,” he said.", "[the us paid $ 1500 or 2.5 percent in the 90 s] said|" },
    { "“Don’t touch Ghana’s post-war ports!” he said.", "[don't touch ghana's post war ports] said|" },
    { "“At 6:00 on the 11th day,” he said.", "[at 6 on the 11th day] said|" },
    /* Quotations that have none of that. */
    { "The so-called “experts” left.", "[experts] |" },
    { "Nothing is “” here.", "" },
    { "Nothing is quoted here.", "" },
};

static void print_quotes(const struct naming *naming, gsay_buffer *out)
{
    for (size_t i = 0; i < naming->mentions.count; i++) {
        const gsay_value *value = &naming->mentions.items[i].value;
        if (value->kind == GSAY_KIND_QUOTE)
            gsay_buffer_add_format(out, "%s[%.*s] %.*s|%.*s", out->len ? "; " : "", GSAY_ARG(value->as.quote.normal),
                                   GSAY_ARG(value->as.quote.cue), GSAY_ARG(value->as.quote.speaker));
    }
}

START_TEST(reads_words_cue_and_speaker)
{
    const struct row *row = &rows[_i];
    struct naming     naming;
    gsay_buffer       out = { 0 };
    open_naming(&naming, gsay_str_of(row->text), GSAY_FORMAT_TEXT);
    print_quotes(&naming, &out);
    gsay_str got = gsay_buffer_view(&out);
    ck_assert_msg(gsay_str_equal(got, gsay_str_of(row->want)), "%s\n  found %.*s\n  not   %s", row->text, GSAY_ARG(got),
                  row->want);
    gsay_buffer_clear(&out);
    close_naming(&naming);
}
END_TEST

START_TEST(spans_take_their_marks_in)
{
    struct naming naming;
    open_naming(&naming, GSAY_STR("“We wait in Accra,” he said."), GSAY_FORMAT_TEXT);
    ck_assert_uint_eq(naming.mentions.count, 2);
    assert_str(gsay_str_slice(naming.document.text, naming.mentions.items[0].text), "“We wait in Accra,”");
    assert_str(naming.mentions.items[1].value.as.name.form, "accra");
    close_naming(&naming);
}
END_TEST

START_TEST(reads_long_texts_in_linear_time)
{
    static const char *const pieces[] = { "\"a b\" he said ", "“Adeyemi ", "she said ", "\"", "“x” ", "He said “x”, " };
    const size_t             total = sweep(1u << 20);
    char                    *text = malloc(total + 64);
    struct naming            naming;
    size_t                   len = strlen(pieces[_i]);
    size_t                   used = 0;
    ck_assert_ptr_nonnull(text);
    for (; used < total; used += len)
        memcpy(text + used, pieces[_i], len);
    open_naming(&naming, (gsay_str){ text, used }, GSAY_FORMAT_TEXT);
    close_naming(&naming);
    free(text);
}
END_TEST

START_TEST(fails_cleanly_without_memory)
{
    struct naming naming;
    open_naming(&naming, GSAY_STR("Union president Ruth Adeyemi left. “We [all] wait,” said the union president."),
                GSAY_FORMAT_TEXT);
    gsay_status status = GSAY_ENOMEM;
    for (size_t n = 1; status != GSAY_OK; n++) {
        gsay_arena    arena = { .fail_after = n };
        gsay_scan     scan = { .text = &naming.text, .arena = &arena };
        gsay_mentions mentions = { .text = &naming.text };
        gsay_error    err = { 0 };
        status = gsay_find_quotes(&scan, &mentions, &err);
        ck_assert(status == GSAY_OK || err.status == GSAY_ENOMEM);
        ck_assert(status != GSAY_OK || mentions.count == 1);
        gsay_arena_clear(&arena);
        ck_assert_uint_lt(n, 10000);
    }
    close_naming(&naming);
}
END_TEST

Suite *quote_suite(void)
{
    Suite *suite = suite_create("core/extract/quote");
    TCase *tests = tcase_create("quotations");
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, reads_words_cue_and_speaker, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, spans_take_their_marks_in);
    tcase_add_loop_test(tests, reads_long_texts_in_linear_time, 0, 6);
    tcase_add_test(tests, fails_cleanly_without_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
