/* Two wordings side by side, and what their gaps say. */
#include "align/quotation.h"

#define SIDE              (GSAY_QUOTATION_WINDOW + 1)
#define CELL(row, column) ((size_t)(row)*SIDE + (column))

#define END_GAP_WORDS   3u   /* words between the core and the first or last words that both wordings share */
#define RENDERING_GAPS  4u   /* places in which two renderings of a foreign sentence differ, at least */
#define RENDERING_PART  3u   /* one in so many of their words differs, at least */
#define SHOWN_BYTES_MAX 240u /* of the words lost or found that a message shows */

/* A stretch of both wordings without aligned words: [begin, end) of each. */
struct gap {
    uint32_t begin[2];
    uint32_t end[2];
};

/* What all gaps of a core say together. */
struct verdict {
    gsay_quote_change change;
    gsay_str          words[2]; /* lost, found */
    uint32_t          gaps;     /* that changed something */
    uint32_t          changed;  /* words in them, of both wordings */
    bool              has_failed;
};

/* Hesitations: sounds, and the phrases that reporters drop. */
static const gsay_str hesitations[] = {
    { "uh", 2 }, { "um", 2 }, { "er", 2 },  { "erm", 3 }, { "ah", 2 },
    { "hm", 2 }, { "mm", 2 }, { "hmm", 3 }, { "umm", 3 }, { "uhm", 3 },
};
static const gsay_str hesitation_pairs[][2] = {
    { { "you", 3 }, { "know", 4 } },
    { { "i", 1 }, { "mean", 4 } },
};

gsay_status gsay_quotation_table_open(gsay_arena *arena, gsay_quotation_table *table)
{
    table->matched = GSAY_TAKE(arena, uint16_t, (size_t)SIDE * SIDE);
    table->best = GSAY_TAKE(arena, uint16_t, (size_t)SIDE * SIDE);
    return table->matched && table->best ? GSAY_OK : GSAY_ENOMEM;
}

static uint16_t larger(uint16_t a, uint16_t b)
{
    return a > b ? a : b;
}

/* Score every pair of beginnings: 2 for an aligned word, 1 more where the words before are aligned, too. */
static void fill(gsay_quotation_table *table, const gsay_wording *sides[2], const struct gap *window)
{
    uint32_t rows = window->end[0] - window->begin[0];
    uint32_t columns = window->end[1] - window->begin[1];
    for (uint32_t i = 0; i <= rows; i++)
        table->matched[CELL(i, 0)] = table->best[CELL(i, 0)] = 0;
    for (uint32_t j = 0; j <= columns; j++)
        table->matched[j] = table->best[j] = 0;
    for (uint32_t i = 1; i <= rows; i++) {
        uint32_t word = sides[0]->words[window->begin[0] + i - 1];
        for (uint32_t j = 1; j <= columns; j++) {
            uint16_t *matched = &table->matched[CELL(i, j)];
            uint16_t  before = table->matched[CELL(i - 1, j - 1)];
            *matched = 0;
            if (word == sides[1]->words[window->begin[1] + j - 1])
                *matched = (uint16_t)(2 + larger(table->best[CELL(i - 1, j - 1)], (uint16_t)(before ? before + 1 : 0)));
            table->best[CELL(i, j)] =
                larger(*matched, larger(table->best[CELL(i - 1, j)], table->best[CELL(i, j - 1)]));
        }
    }
}

/* Walk back through the scores and note the aligned words. */
static void trace(gsay_quotation_table *table, const struct gap *window)
{
    uint32_t i = window->end[0] - window->begin[0];
    uint32_t j = window->end[1] - window->begin[1];
    uint32_t at = GSAY_QUOTATION_WINDOW;
    bool     in_run = false; /* the word behind was aligned because this one is */
    while (i > 0 && j > 0) {
        uint16_t matched = table->matched[CELL(i, j)];
        if (matched && (in_run || matched == table->best[CELL(i, j)])) {
            uint16_t before = table->matched[CELL(i - 1, j - 1)];
            at--;
            table->pairs[at][0] = window->begin[0] + i - 1;
            table->pairs[at][1] = window->begin[1] + j - 1;
            in_run = before && matched == before + 3;
            i--;
            j--;
        } else if (table->best[CELL(i - 1, j)] >= table->best[CELL(i, j - 1)]) {
            i--;
        } else {
            j--;
        }
    }
    table->pair_count = GSAY_QUOTATION_WINDOW - at;
    memmove(table->pairs, table->pairs + at, table->pair_count * sizeof *table->pairs);
}

/* Tell whether aligned pairs [first, first + GSAY_QUOTATION_RUN_WORDS) are a run: consecutive in either wording. */
static bool is_run(const gsay_quotation_table *table, uint32_t first)
{
    bool is_consecutive[2] = { true, true };
    if (first + GSAY_QUOTATION_RUN_WORDS > table->pair_count)
        return false;
    for (uint32_t i = first + 1; i < first + GSAY_QUOTATION_RUN_WORDS; i++)
        for (int side = 0; side < 2; side++)
            is_consecutive[side] &= table->pairs[i][side] == table->pairs[i - 1][side] + 1;
    return is_consecutive[0] || is_consecutive[1];
}

/* The core, as aligned pairs [first, last]. Returns false when there is no run at all. */
static bool find_core(const gsay_quotation_table *table, uint32_t *first, uint32_t *last)
{
    uint32_t low = 0;
    while (low < table->pair_count && !is_run(table, low))
        low++;
    if (low >= table->pair_count)
        return false;
    uint32_t high = table->pair_count - GSAY_QUOTATION_RUN_WORDS;
    while (!is_run(table, high))
        high--;
    *first = low;
    *last = high + GSAY_QUOTATION_RUN_WORDS - 1;
    return true;
}

/* The words outside the core on one side of each wording: before it (is_end false) or behind it. What lies beyond the
 * window is not counted. */
static void count_outside(const gsay_quotation_table *table, const gsay_wording *sides[2], const uint32_t core[2],
                          bool is_end, uint32_t outside[2])
{
    for (int side = 0; side < 2; side++) {
        bool is_cut = is_end ? table->end[side] < sides[side]->count : table->begin[side] > 0;
        if (is_cut)
            outside[side] = 0;
        else
            outside[side] = is_end ? sides[side]->count - 1 - table->pairs[core[1]][side] : table->pairs[core[0]][side];
    }
}

/* Tell whether the core passes: enough words, enough of the longer side aligned, and not just a phrase in the middle of
 * two sentences that go on differently on both sides (a quotation that is cut shorter goes on in one version only). */
static bool is_enough(const gsay_quotation_table *table, const gsay_wording *sides[2], const uint32_t core[2])
{
    uint32_t aligned = core[1] - core[0] + 1;
    uint32_t apart = 0;
    uint32_t longer = 0;
    for (int side = 0; side < 2; side++) {
        uint32_t words = table->pairs[core[1]][side] - table->pairs[core[0]][side] + 1;
        uint32_t outside[2];
        count_outside(table, sides, core, side == 1, outside);
        longer = words > longer ? words : longer;
        apart += outside[0] < outside[1] ? outside[0] : outside[1];
    }
    return aligned >= GSAY_QUOTATION_WORDS_MIN &&
           (uint64_t)aligned * 1000 >= (uint64_t)longer * GSAY_QUOTATION_PERMILLE &&
           (uint64_t)aligned * GSAY_QUOTATION_APART_PERMILLE >= (uint64_t)apart * 1000;
}

/* Tell whether words say something by themselves: two wordings hardly share them by chance. */
static bool are_content(const gsay_wording *wording, uint32_t begin, uint32_t end)
{
    return end - begin > 1 || !(gsay_lexicon_find(wording->texts[begin]).classes & GSAY_WORD(STOP));
}

/* Tell whether a gap between two aligned pairs is short in both wordings. */
static bool is_short_gap(const uint32_t low[2], const uint32_t high[2])
{
    return high[0] - low[0] <= END_GAP_WORDS + 1 && high[1] - low[1] <= END_GAP_WORDS + 1;
}

/* Take the very first and last words into the core where both wordings begin or end with the same ones, a short gap
 * away: then neither is cut there. Where one goes on, they must be words that both hardly have by chance. */
static void reach_ends(const gsay_quotation_table *table, const gsay_wording *sides[2], uint32_t core[2])
{
    const uint32_t(*pairs)[2] = table->pairs;
    uint32_t last = table->pair_count - 1;
    uint32_t begins = 0, ends = 0;
    for (int side = 0; side < 2; side++) {
        uint32_t count = sides[side]->count;
        begins += core[0] > 0 && pairs[0][side] == 0 && pairs[core[0] - 1][side] == core[0] - 1;
        ends += core[1] < last && pairs[last][side] == count - 1 &&
                pairs[core[1] + 1][side] + (last - core[1] - 1) == count - 1;
    }
    if ((begins == 2 || (begins == 1 && are_content(sides[0], pairs[0][0], pairs[core[0] - 1][0] + 1))) &&
        is_short_gap(pairs[core[0] - 1], pairs[core[0]]))
        core[0] = 0;
    if ((ends == 2 || (ends == 1 && are_content(sides[0], pairs[core[1] + 1][0], pairs[last][0] + 1))) &&
        is_short_gap(pairs[core[1]], pairs[core[1] + 1]))
        core[1] = last;
}

/* Tell whether a mark stands in a gap of a wording: before one of its words or before the word that ends it. */
static bool has_mark(const gsay_wording *wording, uint32_t begin, uint32_t end, uint8_t mark)
{
    for (uint32_t i = begin; i <= end; i++)
        if (wording->marks[i] & mark)
            return true;
    return false;
}

/* Tell whether the words of a gap are all hesitations. */
static bool is_hesitation(const gsay_wording *wording, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++) {
        bool is_one = false;
        for (size_t row = 0; row < sizeof hesitations / sizeof *hesitations; row++)
            is_one |= gsay_str_equal(wording->texts[i], hesitations[row]);
        for (size_t row = 0; !is_one && row < sizeof hesitation_pairs / sizeof *hesitation_pairs; row++)
            if (i + 1 < end && gsay_str_equal(wording->texts[i], hesitation_pairs[row][0]) &&
                gsay_str_equal(wording->texts[i + 1], hesitation_pairs[row][1])) {
                is_one = true;
                i++;
            }
        if (!is_one)
            return false;
    }
    return true;
}

/* Tell whether a gap's words deny: then leaving them out says the opposite. */
static bool is_negation(const gsay_wording *wording, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        if (gsay_lexicon_find(wording->texts[i]).classes & GSAY_WORD(NEGATION))
            return true;
    return false;
}

/* The next letter of a gap's words on one side, over their borders and apostrophes; 0 at the end. */
static char next_letter(const gsay_wording *wording, uint32_t end, uint32_t *word, size_t *at)
{
    while (*word < end) {
        gsay_str text = wording->texts[*word];
        if (*at < text.len && text.ptr[*at] != '\'')
            return text.ptr[(*at)++];
        *at = *at < text.len ? *at + 1 : 0;
        *word += *at == 0;
    }
    return 0;
}

/* Tell whether both sides of a gap are the same letters, set apart in another way: "post war" and "postwar". */
static bool is_same_joined(const gsay_wording *sides[2], const struct gap *gap)
{
    uint32_t word[2] = { gap->begin[0], gap->begin[1] };
    size_t   at[2] = { 0, 0 };
    char     letter = 0;
    do {
        letter = next_letter(sides[0], gap->end[0], &word[0], &at[0]);
        if (letter != next_letter(sides[1], gap->end[1], &word[1], &at[1]))
            return false;
    } while (letter);
    return true;
}

/* What one gap says. */
static gsay_quote_change judge_gap(const gsay_wording *sides[2], const struct gap *gap)
{
    bool is_empty[2];
    bool is_excused = false;
    for (int side = 0; side < 2; side++) {
        is_empty[side] = gap->begin[side] == gap->end[side];
        is_excused |= has_mark(sides[side], gap->begin[side], gap->end[side], GSAY_WORDING_BRACKET);
    }
    for (int side = 0; side < 2; side++)
        is_excused |= is_empty[side] && has_mark(sides[side], gap->begin[side], gap->end[side], GSAY_WORDING_ELLIPSIS);
    if ((is_empty[0] && is_empty[1]) || is_excused || is_same_joined(sides, gap))
        return GSAY_QUOTE_SAME;
    if (is_hesitation(sides[0], gap->begin[0], gap->end[0]) && is_hesitation(sides[1], gap->begin[1], gap->end[1]))
        return GSAY_QUOTE_HESITATION;
    if (!is_empty[0] && !is_empty[1])
        return GSAY_QUOTE_REPLACED;
    bool is_denied =
        is_negation(sides[0], gap->begin[0], gap->end[0]) || is_negation(sides[1], gap->begin[1], gap->end[1]);
    return is_denied ? GSAY_QUOTE_REPLACED : GSAY_QUOTE_OMITTED;
}

/* Join the words of one side of a gap to those of the gaps before. */
static void note_words(gsay_arena *arena, const gsay_wording *wording, const struct gap *gap, int side,
                       struct verdict *verdict)
{
    gsay_str *words = &verdict->words[side];
    for (uint32_t i = gap->begin[side]; i < gap->end[side] && words->len < SHOWN_BYTES_MAX; i++) {
        const char *joint = i > gap->begin[side] ? " " : words->len ? " … " : "";
        *words = gsay_arena_format(arena, "%.*s%s%.*s", GSAY_ARG(*words), joint, GSAY_ARG(wording->texts[i]));
        verdict->has_failed |= !words->ptr;
    }
}

/* Tell whether every word of a text stands in another. */
static bool has_all_words(gsay_str text, gsay_str words)
{
    for (size_t begin = 0, end = 0; begin < words.len; begin = end + 1) {
        for (end = begin; end < words.len && words.ptr[end] != ' ';)
            end++;
        bool has_word = false;
        for (size_t at = 0; !has_word && at + (end - begin) <= text.len; at++) {
            bool is_apart = (at == 0 || text.ptr[at - 1] == ' ') &&
                            (at + (end - begin) == text.len || text.ptr[at + (end - begin)] == ' ');
            has_word = is_apart && memcmp(text.ptr + at, words.ptr + begin, end - begin) == 0;
        }
        if (!has_word)
            return false;
    }
    return true;
}

/* Tell whether the same words are missing in one place and new in another: then they were moved. */
static bool is_moved(const struct verdict *verdict)
{
    return verdict->words[0].len > 0 && verdict->words[0].len == verdict->words[1].len &&
           has_all_words(verdict->words[0], verdict->words[1]) && has_all_words(verdict->words[1], verdict->words[0]);
}

/* Add what one gap says to the verdict. */
static void judge_into(gsay_arena *arena, const gsay_wording *sides[2], const struct gap *gap, struct verdict *verdict)
{
    gsay_quote_change change = judge_gap(sides, gap);
    if (change == GSAY_QUOTE_SAME)
        return;
    if (change > verdict->change)
        verdict->change = change;
    verdict->gaps++;
    verdict->changed += gap->end[0] - gap->begin[0] + gap->end[1] - gap->begin[1];
    note_words(arena, sides[0], gap, 0, verdict);
    note_words(arena, sides[1], gap, 1, verdict);
}

/* Judge all gaps of the core; at an end of both wordings also one word that each has there: a word replaced, since a
 * cut leaves one of them without any. */
static struct verdict judge(gsay_arena *arena, const gsay_quotation_table *table, const gsay_wording *sides[2],
                            const uint32_t core[2])
{
    struct verdict verdict = { .change = GSAY_QUOTE_SAME, .words = { GSAY_STR(""), GSAY_STR("") } };
    uint32_t       outside[2];
    count_outside(table, sides, core, false, outside);
    if (outside[0] == 1 && outside[1] == 1)
        judge_into(arena, sides, &(struct gap){ { 0, 0 }, { 1, 1 } }, &verdict);
    for (uint32_t i = core[0]; i < core[1]; i++) {
        struct gap gap = { { table->pairs[i][0] + 1, table->pairs[i][1] + 1 },
                           { table->pairs[i + 1][0], table->pairs[i + 1][1] } };
        judge_into(arena, sides, &gap, &verdict);
    }
    count_outside(table, sides, core, true, outside);
    if (outside[0] == 1 && outside[1] == 1) {
        uint32_t counts[2] = { sides[0]->count, sides[1]->count };
        judge_into(arena, sides, &(struct gap){ { counts[0] - 1, counts[1] - 1 }, { counts[0], counts[1] } }, &verdict);
    }
    if (verdict.change == GSAY_QUOTE_OMITTED && is_moved(&verdict))
        verdict.change = GSAY_QUOTE_REPLACED;
    return verdict;
}

/* The part of both wordings that is laid side by side: all, or a window around the row that they share. */
static struct gap find_window(const gsay_wording *sides[2], const uint32_t begin[2])
{
    struct gap     window;
    const uint32_t half = GSAY_QUOTATION_WINDOW / 2;
    for (int side = 0; side < 2; side++) {
        uint32_t count = sides[side]->count;
        window.begin[side] = count <= GSAY_QUOTATION_WINDOW || begin[side] < half ? 0 : begin[side] - half;
        window.end[side] =
            count - window.begin[side] < GSAY_QUOTATION_WINDOW ? count : window.begin[side] + GSAY_QUOTATION_WINDOW;
    }
    return window;
}

/* Align by the row that both share alone, where going on from it in step ends at an edge of either wording on both
 * sides: equal words, or a quotation that was cut shorter. Returns false where the words part before. */
static bool align_in_step(gsay_quotation_table *table, const gsay_wording *sides[2], const struct gap *window,
                          const uint32_t begin[2])
{
    uint32_t first[2] = { begin[0], begin[1] };
    uint32_t end[2] = { begin[0], begin[1] };
    while (first[0] > window->begin[0] && first[1] > window->begin[1] &&
           sides[0]->words[first[0] - 1] == sides[1]->words[first[1] - 1]) {
        first[0]--;
        first[1]--;
    }
    while (end[0] < window->end[0] && end[1] < window->end[1] && sides[0]->words[end[0]] == sides[1]->words[end[1]]) {
        end[0]++;
        end[1]++;
    }
    bool has_begin = first[0] == window->begin[0] || first[1] == window->begin[1];
    bool has_end = end[0] == window->end[0] || end[1] == window->end[1];
    if (!has_begin || !has_end)
        return false;
    table->pair_count = end[0] - first[0];
    for (uint32_t i = 0; i < table->pair_count; i++) {
        table->pairs[i][0] = first[0] + i;
        table->pairs[i][1] = first[1] + i;
    }
    return true;
}

/* Tell whether the words were said in another language: two translators of one sentence differ in several places and in
 * many words, where a slip or a cut is one place. aligned: pairs of the core. */
static bool is_other_rendering(const struct verdict *verdict, uint32_t aligned)
{
    return verdict->gaps >= RENDERING_GAPS && verdict->changed * RENDERING_PART >= aligned + verdict->changed / 2;
}

gsay_status gsay_quotation_compare(gsay_arena *arena, gsay_quotation_table *table, const gsay_wording *sides[2],
                                   const uint32_t begin[2], gsay_quotation_difference *difference, bool *is_version)
{
    uint32_t   core[2] = { 0, 0 };
    struct gap window = find_window(sides, begin);
    for (int side = 0; side < 2; side++) {
        table->begin[side] = window.begin[side];
        table->end[side] = window.end[side];
    }
    if (!align_in_step(table, sides, &window, begin)) {
        fill(table, sides, &window);
        trace(table, &window);
    }
    *is_version = find_core(table, &core[0], &core[1]);
    if (*is_version) {
        reach_ends(table, sides, core);
        *is_version = is_enough(table, sides, core);
    }
    if (!*is_version)
        return GSAY_OK;
    struct verdict verdict = judge(arena, table, sides, core);
    *is_version = !is_other_rendering(&verdict, core[1] - core[0] + 1);
    *difference = (gsay_quotation_difference){ verdict.change, verdict.words[0], verdict.words[1] };
    return verdict.has_failed ? GSAY_ENOMEM : GSAY_OK;
}
