/* Packs the words of the lexicon at build time: generate OUTPUT LISTS_FOLDER
 *
 * Reads the open lists and the rows of the closed tables, which are linked in, gathers for every key its set of classes
 * and its links to rows, and writes the arrays that core/lexicon/words.c reads (the form of a record stands there). The
 * output depends on nothing but the input. Whatever is wrong with the data (an unsorted list, two rows that give one
 * word two numbers) stops the build here, with the word named. */
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/closed.h"

#define LINE_BYTES_MAX 256
#define PATH_BYTES_MAX 4096
#define SETS_MAX       4096u /* 12 bits in a record */

/* One key on its way into the block. */
typedef struct packed_word {
    char              text[GSAY_WORD_BYTES_MAX + 1];
    gsay_word_space   space;
    uint32_t          bucket;
    gsay_word_classes classes;
    size_t            link_count;
    uint16_t          links[GSAY_LINKS_MAX];
} packed_word;

/* All keys. */
typedef struct word_list {
    packed_word *words;
    size_t       count;
    size_t       capacity;
} word_list;

/* What every form of a row shares. */
typedef struct row_data {
    gsay_word_space   space;
    gsay_word_classes classes;
    int               link; /* negative is none */
} row_data;

/* The open lists. */
static const struct {
    const char       *file;
    gsay_word_classes classes;
} lists[] = {
    { "common.txt", GSAY_WORD(COMMON) },
    { "demonyms.txt", GSAY_WORD(DEMONYM) },
    { "family-names.txt", GSAY_WORD(FAMILY_NAME) },
    { "given-names.txt", GSAY_WORD(GIVEN_NAME) },
    { "places.txt", GSAY_WORD(PLACE) },
    { "proper.txt", GSAY_WORD(PROPER) },
    { "verbs.txt", GSAY_WORD(VERB) },
};

/* The closed tables, by the kind of their links. */
static const gsay_lexicon_table *const tables[] = {
    [GSAY_LINK_NUMERAL] = &gsay_numeral_table, [GSAY_LINK_CALENDAR] = &gsay_calendar_table,
    [GSAY_LINK_GRAMMAR] = &gsay_grammar_table, [GSAY_LINK_PEOPLE] = &gsay_people_table,
    [GSAY_LINK_NOUN] = &gsay_noun_table,
};

/* Stop the build. */
static void fail(const char *what, gsay_str subject)
{
    fprintf(stderr, "generate_lexicon: %s: %.*s\n", what, GSAY_ARG(subject));
    exit(EXIT_FAILURE);
}

/* Allocate zeroed memory or stop the build. */
static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        fail("out of memory", GSAY_STR("packing"));
    return memory;
}

static gsay_str key_of(const packed_word *word)
{
    return gsay_str_of(word->text);
}

/* By bucket, then space, then text: equal keys come together, buckets in order. */
static int compare_words(const void *left, const void *right)
{
    const packed_word *a = left;
    const packed_word *b = right;
    if (a->bucket != b->bucket)
        return a->bucket < b->bucket ? -1 : 1;
    if (a->space != b->space)
        return a->space < b->space ? -1 : 1;
    return gsay_str_compare(key_of(a), key_of(b));
}

/* Make room for one more key. */
static packed_word *next_word(word_list *list)
{
    if (list->count == list->capacity) {
        size_t       capacity = list->capacity ? 2 * list->capacity : 4096;
        packed_word *words = allocate(capacity, sizeof *words);
        if (list->count)
            memcpy(words, list->words, list->count * sizeof *words);
        free(list->words);
        list->words = words;
        list->capacity = capacity;
    }
    return &list->words[list->count++];
}

/* Add one key. */
static void add_word(word_list *list, gsay_str text, const row_data *data)
{
    packed_word *word = NULL;
    if (text.len == 0 || text.len > GSAY_WORD_BYTES_MAX)
        fail("empty or too long", text);
    word = next_word(list);
    *word = (packed_word){ .space = data->space,
                           .classes = data->classes,
                           .bucket = gsay_word_bucket(gsay_word_hash(data->space, text)) };
    memcpy(word->text, text.ptr, text.len);
    if (data->link >= 0)
        word->links[word->link_count++] = (uint16_t)data->link;
}

/* Give a word a class more. */
static void add_class(word_list *list, gsay_str word, gsay_word_classes classes)
{
    const row_data data = { GSAY_SPACE_WORD, classes, -1 };
    add_word(list, word, &data);
}

/* What stands behind the last blank. */
static gsay_str last_word(gsay_str form)
{
    size_t begin = form.len;
    while (begin && form.ptr[begin - 1] != ' ')
        begin--;
    return (gsay_str){ form.ptr + begin, form.len - begin };
}

/* A word without its possessive mark: texts come in words without one. */
static gsay_str owner_of(gsay_str word)
{
    size_t mark = gsay_str_ends(word, GSAY_STR("'s")) ? 2 : gsay_str_ends(word, GSAY_STR("'"));
    return (gsay_str){ word.ptr, word.len - mark };
}

/* Mark the first word of a feast, and its owner, and its last word, behind a hyphen in it: "fitr" of "al-fitr". */
static void add_feast(word_list *list, gsay_str first, gsay_str last)
{
    size_t begin = last.len;
    while (begin && last.ptr[begin - 1] != '-')
        begin--;
    add_class(list, first, GSAY_WORD(FEAST));
    add_class(list, owner_of(first), GSAY_WORD(FEAST));
    add_class(list, owner_of((gsay_str){ last.ptr + begin, last.len - begin }), GSAY_WORD(FEAST_LAST));
}

/* Add one form; the first word of an entry of several gets the class PHRASE, so that readers know to look on. */
static void add_form(word_list *list, gsay_str form, const row_data *data)
{
    const char *space = form.len ? memchr(form.ptr, ' ', form.len) : NULL;
    add_word(list, form, data);
    if (!space)
        return;
    gsay_str first = { form.ptr, (size_t)(space - form.ptr) };
    add_class(list, first, GSAY_WORD(PHRASE));
    if (data->classes & GSAY_WORD(HOLIDAY))
        add_feast(list, first, last_word(form));
    if (data->classes & (GSAY_WORD(UNIT) | GSAY_WORD(TIME_UNIT)))
        add_class(list, first, GSAY_WORD(UNIT_FIRST));
    if (data->classes & (GSAY_WORD(HEDGE) | GSAY_WORD(HEDGE_BEHIND)))
        add_class(list, first, GSAY_WORD(HEDGE_FIRST));
    if (data->classes & GSAY_WORD(HEDGE))
        add_class(list, last_word(form), GSAY_WORD(HEDGE_LAST));
}

/* Add the forms of a row. */
static void add_forms(word_list *list, const char *forms, char separator, const row_data *data)
{
    while (forms && *forms) {
        const char *stop = strchr(forms, separator);
        size_t      len = stop ? (size_t)(stop - forms) : strlen(forms);
        add_form(list, (gsay_str){ forms, len }, data);
        forms += len + (stop ? 1 : 0);
    }
}

/* The link to a row. */
static int link_to(gsay_link_kind kind, size_t row)
{
    if (row >= 1u << GSAY_LINK_SHIFT)
        fail("too many rows in", GSAY_STR("a closed table"));
    return (int)((unsigned)kind << GSAY_LINK_SHIFT | (unsigned)row);
}

/* Add a table of plain rows; a row with nothing but classes needs no link. */
static void add_table(word_list *list, gsay_link_kind kind)
{
    for (size_t i = 0; i < tables[kind]->count; i++) {
        const gsay_lexicon_row *row = &tables[kind]->rows[i];
        int                     link = row->number || row->index ? link_to(kind, i) : -1;
        const row_data          data = { GSAY_SPACE_WORD, row->classes, link };
        add_forms(list, row->words, ' ', &data);
        add_forms(list, row->phrases, ',', &data);
    }
}

/* Add units: words and phrases, symbols, codes. Units of time have a class of their own. */
static void add_units(word_list *list)
{
    for (size_t i = 0; i < gsay_unit_count; i++) {
        const gsay_unit_row *row = &gsay_unit_rows[i];
        bool                 is_time = row->unit.dimension == GSAY_DIMENSION_TIME;
        gsay_word_classes    classes = is_time ? GSAY_WORD(TIME_UNIT) : GSAY_WORD(UNIT);
        row_data             data = { GSAY_SPACE_WORD, classes, link_to(GSAY_LINK_UNIT, i) };
        add_forms(list, row->words, ' ', &data);
        add_forms(list, row->phrases, ',', &data);
        data.space = GSAY_SPACE_UNIT;
        add_forms(list, row->symbols, ' ', &data);
        data.space = GSAY_SPACE_CODE;
        add_word(list, gsay_str_of(row->unit.ucum), &data);
    }
}

/* Tell whether a code is one of three capitals, and not a bare noun or a sign. */
static bool is_currency_code(const char *code)
{
    return strlen(code) == 3 && strspn(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

/* Add currencies: words and phrases, signs and codes. A row of parts (cents) does not own the code. */
static void add_currencies(word_list *list)
{
    for (size_t i = 0; i < gsay_currency_count; i++) {
        const gsay_currency_row *row = &gsay_currency_rows[i];
        row_data                 data = { GSAY_SPACE_WORD, GSAY_WORD(CURRENCY), link_to(GSAY_LINK_CURRENCY, i) };
        add_forms(list, row->words, ' ', &data);
        add_forms(list, row->phrases, ',', &data);
        data.space = GSAY_SPACE_CURRENCY;
        add_forms(list, row->symbols, ' ', &data);
        if (!row->currency.minor && is_currency_code(row->currency.code))
            add_word(list, gsay_str_of(row->currency.code), &data);
    }
}

/* Add an open list: one folded entry a line, in rising order of bytes. */
static void add_list(word_list *list, const char *folder, size_t number)
{
    const row_data data = { GSAY_SPACE_WORD, lists[number].classes, -1 };
    char           before[LINE_BYTES_MAX] = "";
    char           line[LINE_BYTES_MAX];
    char           path[PATH_BYTES_MAX];
    FILE          *file = NULL;
    snprintf(path, sizeof path, "%s/%s", folder, lists[number].file);
    file = fopen(path, "r");
    if (!file)
        fail("cannot open", gsay_str_of(path));
    while (fgets(line, sizeof line, file)) {
        gsay_str entry = { line, strcspn(line, "\n") };
        line[entry.len] = '\0';
        if (gsay_str_compare(gsay_str_of(before), entry) >= 0)
            fail("not in rising order", entry);
        add_form(list, entry, &data);
        memcpy(before, line, entry.len + 1);
    }
    if (ferror(file))
        fail("cannot read", gsay_str_of(path));
    fclose(file);
}

/* Join two records of one key. */
static void merge_word(packed_word *into, const packed_word *from)
{
    into->classes |= from->classes;
    for (size_t i = 0; i < from->link_count; i++) {
        if (into->link_count == GSAY_LINKS_MAX)
            fail("too many rows know", key_of(into));
        into->links[into->link_count++] = from->links[i];
    }
}

/* Stop when two links of a word give it the same field twice: a lexeme has one number, one unit and so on. */
static void check_links(const packed_word *word)
{
    unsigned numbers = 0;
    unsigned indexes = 0;
    unsigned units = 0;
    unsigned currencies = 0;
    for (size_t i = 0; i < word->link_count; i++) {
        unsigned kind = word->links[i] >> GSAY_LINK_SHIFT;
        size_t   row = word->links[i] & GSAY_LINK_ROWS;
        units += kind == GSAY_LINK_UNIT;
        currencies += kind == GSAY_LINK_CURRENCY;
        if (kind == GSAY_LINK_UNIT || kind == GSAY_LINK_CURRENCY)
            continue;
        numbers += tables[kind]->rows[row].number != 0;
        indexes += tables[kind]->rows[row].index != 0;
    }
    if (numbers > 1 || indexes > 1 || units > 1 || currencies > 1)
        fail("two rows disagree about", key_of(word));
}

/* Sort the keys and join equal ones. */
static void sort_words(word_list *list)
{
    size_t kept = 0;
    qsort(list->words, list->count, sizeof *list->words, compare_words);
    for (size_t i = 0; i < list->count; i++) {
        if (kept && compare_words(&list->words[kept - 1], &list->words[i]) == 0)
            merge_word(&list->words[kept - 1], &list->words[i]);
        else
            list->words[kept++] = list->words[i];
    }
    list->count = kept;
    for (size_t i = 0; i < kept; i++)
        check_links(&list->words[i]);
}

/* Find or add a set of classes. Returns its number. */
static size_t set_number(uint64_t *sets, size_t *count, gsay_word_classes classes)
{
    for (size_t i = 0; i < *count; i++) {
        if (sets[i] == classes)
            return i;
    }
    if (*count == SETS_MAX)
        fail("too many", GSAY_STR("sets of classes"));
    sets[*count] = classes;
    return (*count)++;
}

/* Write one record. Returns its bytes. */
static size_t pack_word(const packed_word *word, size_t set, unsigned char *out)
{
    gsay_str key = key_of(word);
    size_t   head = set | word->link_count << GSAY_SET_BITS;
    size_t   size = 3;
    out[0] = (unsigned char)(key.len << 2 | (size_t)word->space);
    out[1] = (unsigned char)(head & 0xff);
    out[2] = (unsigned char)(head >> 8);
    for (size_t i = 0; i < word->link_count; i++) {
        out[size++] = (unsigned char)(word->links[i] & 0xff);
        out[size++] = (unsigned char)(word->links[i] >> 8);
    }
    memcpy(out + size, key.ptr, key.len);
    return size + key.len;
}

/* Write an array of numbers, each as the argument of a macro ("" is none), several to a line. */
static void write_array(FILE *file, const char *head, const char *macro, const uint64_t *numbers, size_t count)
{
    fprintf(file, "static const %s = {", head);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s%s(0x%llx),", i % 8 ? "" : "\n", macro, (unsigned long long)numbers[i]);
    fprintf(file, "\n};\n\n");
}

/* Write bytes as an array of 64-bit numbers, the first byte lowest; the macro puts it first in memory. */
static void write_block(FILE *file, const unsigned char *bytes, size_t size)
{
    uint64_t *block = allocate(size / 8 + 1, sizeof *block);
    for (size_t i = 0; i < size; i++)
        block[i / 8] |= (uint64_t)bytes[i] << i % 8 * 8;
    write_array(file, "uint64_t block[]", "EIGHT", block, size / 8 + 1);
    free(block);
}

/* Pack all keys, which are in order, and write the three arrays. */
static void write_words(FILE *file, const word_list *list)
{
    const size_t   record_max = 3 + 2 * GSAY_LINKS_MAX + GSAY_WORD_BYTES_MAX;
    uint64_t      *sets = allocate(SETS_MAX, sizeof *sets);
    uint64_t      *starts = allocate(GSAY_BUCKETS + 1, sizeof *starts);
    unsigned char *bytes = allocate(list->count + 1, record_max);
    size_t         set_count = 0;
    size_t         size = 0;
    size_t         next = 0;
    for (size_t bucket = 0; bucket < GSAY_BUCKETS; bucket++) {
        starts[bucket] = size;
        for (; next < list->count && list->words[next].bucket == bucket; next++) {
            const packed_word *word = &list->words[next];
            size += pack_word(word, set_number(sets, &set_count, word->classes), bytes + size);
        }
    }
    starts[GSAY_BUCKETS] = size;
    fprintf(file, "/* Made by core/lexicon/words/generate.c: %zu keys, %zu bytes. */\n", list->count, size);
    write_array(file, "gsay_word_classes sets[]", "", sets, set_count);
    write_array(file, "uint32_t starts[]", "", starts, GSAY_BUCKETS + 1);
    write_block(file, bytes, size);
    free(bytes);
    free(starts);
    free(sets);
}

int main(int argc, char **argv)
{
    word_list list = { 0 };
    FILE     *file = NULL;
    if (argc != 3)
        fail("expects", GSAY_STR("OUTPUT LISTS_FOLDER"));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        add_table(&list, (gsay_link_kind)i);
    add_units(&list);
    add_currencies(&list);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        add_list(&list, argv[2], i);
    sort_words(&list);
    file = fopen(argv[1], "w");
    if (!file)
        fail("cannot write", gsay_str_of(argv[1]));
    write_words(file, &list);
    if (fclose(file) != 0)
        fail("cannot write", gsay_str_of(argv[1]));
    free(list.words);
    return EXIT_SUCCESS;
}
