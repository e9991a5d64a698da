/* The answers: what is packed of a word, joined with what its rows of the closed tables know. */
#include "lexicon/lexicon.h"

#include "lexicon/closed.h"

/* Add what one row of a closed class knows. */
static void add_row(gsay_lexeme *lexeme, const gsay_lexicon_table *table, size_t row)
{
    const gsay_lexicon_row *found = &table->rows[row];
    if (found->number)
        lexeme->number = gsay_decimal_from(found->number);
    if (found->index)
        lexeme->index = found->index;
}

/* Follow one link of a packed word. */
static void add_link(gsay_lexeme *lexeme, unsigned link)
{
    size_t row = link & GSAY_LINK_ROWS;
    switch ((gsay_link_kind)(link >> GSAY_LINK_SHIFT)) {
    case GSAY_LINK_NUMERAL:
        add_row(lexeme, &gsay_numeral_table, row);
        break;
    case GSAY_LINK_CALENDAR:
        add_row(lexeme, &gsay_calendar_table, row);
        break;
    case GSAY_LINK_GRAMMAR:
        add_row(lexeme, &gsay_grammar_table, row);
        break;
    case GSAY_LINK_PEOPLE:
        add_row(lexeme, &gsay_people_table, row);
        break;
    case GSAY_LINK_NOUN:
        add_row(lexeme, &gsay_noun_table, row);
        break;
    case GSAY_LINK_UNIT:
        lexeme->unit = &gsay_unit_rows[row].unit;
        break;
    case GSAY_LINK_CURRENCY:
        lexeme->currency = &gsay_currency_rows[row].currency;
        break;
    }
}

/* All that a packed word's links lead to. */
static gsay_lexeme follow_links(const gsay_word_entry *entry)
{
    gsay_lexeme lexeme = { .classes = entry->classes };
    for (size_t i = 0; i < entry->link_count; i++)
        add_link(&lexeme, entry->links[2 * i] | (unsigned)entry->links[2 * i + 1] << 8);
    return lexeme;
}

/* Look a key up in its space; zeroed when there is none. Nine words in ten have no links. */
static gsay_lexeme find_in(gsay_word_space space, gsay_str key)
{
    gsay_word_entry entry;
    if (!gsay_words_find(space, key, &entry))
        return (gsay_lexeme){ 0 };
    return entry.link_count > 0 ? follow_links(&entry) : (gsay_lexeme){ .classes = entry.classes };
}

/* Some words joined by one space, and where each of them ends. */
struct phrase {
    char   text[GSAY_WORD_BYTES_MAX];
    size_t ends[GSAY_PHRASE_WORDS_MAX];
};

/* Join as many words as fit. Returns how many. */
static size_t join_words(const gsay_str *words, size_t count, struct phrase *phrase)
{
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        size_t gap = i > 0;
        if (words[i].len == 0 || words[i].len + gap > GSAY_WORD_BYTES_MAX - len)
            return i;
        if (gap)
            phrase->text[len++] = ' ';
        memcpy(phrase->text + len, words[i].ptr, words[i].len);
        len += words[i].len;
        phrase->ends[i] = len;
    }
    return count;
}

/* Read a factor, "5/18" or "1609.344". */
static gsay_decimal read_factor(const char *text)
{
    gsay_str     whole = gsay_str_of(text);
    const char  *slash = memchr(text, '/', whole.len);
    gsay_decimal number = gsay_decimal_from(1);
    gsay_decimal divisor = gsay_decimal_from(1);
    if (!slash) {
        gsay_decimal_read(whole, &number);
        return number;
    }
    gsay_decimal_read((gsay_str){ text, (size_t)(slash - text) }, &number);
    gsay_decimal_read(gsay_str_of(slash + 1), &divisor);
    return gsay_decimal_divide(number, divisor);
}

gsay_lexeme gsay_lexicon_find(gsay_str folded)
{
    return find_in(GSAY_SPACE_WORD, folded);
}

gsay_lexeme gsay_lexicon_find_words(const gsay_str *folded, size_t count, size_t *used)
{
    struct phrase phrase;
    gsay_lexeme   first = count ? gsay_lexicon_find(folded[0]) : (gsay_lexeme){ 0 };
    if (used)
        *used = first.classes != 0;
    if (!(first.classes & GSAY_WORD(PHRASE)))
        return first;
    size_t fitting = join_words(folded, count < GSAY_PHRASE_WORDS_MAX ? count : GSAY_PHRASE_WORDS_MAX, &phrase);
    for (size_t words = fitting; words > 1; words--) {
        gsay_str    text = { phrase.text, phrase.ends[words - 1] };
        gsay_lexeme found = find_in(GSAY_SPACE_WORD, text);
        if (!found.classes)
            continue;
        if (used)
            *used = words;
        return found;
    }
    if (used)
        *used = (first.classes & ~GSAY_WORD(PHRASE)) != 0;
    return first;
}

const gsay_unit *gsay_unit_of_symbol(gsay_str symbol)
{
    return find_in(GSAY_SPACE_UNIT, symbol).unit;
}

const gsay_unit *gsay_unit_of_code(gsay_str ucum)
{
    return find_in(GSAY_SPACE_CODE, ucum).unit;
}

gsay_decimal gsay_unit_to_base(const gsay_unit *unit, gsay_decimal value)
{
    if (unit->offset)
        value = gsay_decimal_add(value, read_factor(unit->offset));
    return gsay_decimal_multiply(value, read_factor(unit->factor));
}

const gsay_currency *gsay_currency_of_symbol(gsay_str symbol)
{
    return find_in(GSAY_SPACE_CURRENCY, symbol).currency;
}
