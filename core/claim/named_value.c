/* Values that stand alone: what an expression caught outside prose, and what a user writes behind a name. */
#include "claim/named_pattern.h"

#include "base/utf8.h"

#define DIGITS_BYTES_MAX 64u /* of a number with its marks */

/* Read digits with marks between their groups: "1,234.5" as prose has it. */
static bool read_digits(gsay_str text, gsay_decimal *number)
{
    char   plain[DIGITS_BYTES_MAX];
    size_t len = 0;
    if (text.len > sizeof plain)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        bool is_group = text.ptr[i] == ',' && len > 0 && i + 3 < text.len &&
                        (i + 4 == text.len || text.ptr[i + 4] < '0' || text.ptr[i + 4] > '9');
        if (!is_group)
            plain[len++] = text.ptr[i];
    }
    return gsay_decimal_read((gsay_str){ plain, len }, number);
}

static void fill_number(gsay_decimal number, gsay_kind kind, gsay_value *value)
{
    *value = (gsay_value){ .kind = kind };
    value->as.number = (gsay_number){ .lo = number,
                                      .hi = number,
                                      .unit = kind == GSAY_KIND_PERCENT ? GSAY_STR("%") : GSAY_STR(""),
                                      .of = GSAY_STR(""),
                                      .has_lo = true,
                                      .has_hi = true,
                                      .bound = GSAY_BOUND_EXACT,
                                      .precision = number.precision };
}

/* "2024-05-03", in a badge also "2024--05--03". Returns false when it is no day. */
static bool read_day(gsay_arena *arena, gsay_str text, gsay_value *value)
{
    char   plain[10];
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool is_doubled = i > 0 && text.ptr[i] == '-' && text.ptr[i - 1] == '-';
        if (!is_doubled && len == sizeof plain)
            return false;
        if (!is_doubled)
            plain[len++] = text.ptr[i];
    }
    int32_t day = gsay_day_read((gsay_str){ plain, len });
    if (day == GSAY_DAY_NONE)
        return false;
    gsay_civil civil = gsay_civil_of(day);
    value->kind = GSAY_KIND_DATE;
    value->as.temporal = (gsay_temporal){ .timex = gsay_arena_copy(arena, (gsay_str){ plain, len }),
                                          .days = { day, day + 1 },
                                          .year = (int16_t)civil.year,
                                          .month = (uint8_t)civil.month,
                                          .day = (uint8_t)civil.day,
                                          .granularity = GSAY_GRANULARITY_DAY,
                                          .resolved_by = GSAY_RESOLVED_TEXT };
    return true;
}

/* The percentage of "87%", in an address "87%25"; the text without its sign. */
static bool cut_percent(gsay_str *text)
{
    gsay_str signs[] = { GSAY_STR("%25"), GSAY_STR("%") };
    for (size_t i = 0; i < 2; i++) {
        if (!gsay_str_ends(*text, signs[i]))
            continue;
        text->len -= signs[i].len;
        return true;
    }
    return false;
}

gsay_status gsay_plain_value_read(gsay_arena *arena, gsay_str text, bool is_word, gsay_value *value, gsay_error *err)
{
    gsay_decimal number = { 0 };
    gsay_str     digits = text, folded = { 0 };
    bool         is_percent = cut_percent(&digits);
    gsay_value   found = { 0 };
    if (!is_word && read_digits(digits, &number)) {
        fill_number(number, is_percent ? GSAY_KIND_PERCENT : GSAY_KIND_NUMBER, value);
        return GSAY_OK;
    }
    if (!is_word && read_day(arena, text, &found)) {
        if (!found.as.temporal.timex.ptr)
            return gsay_fail_memory(err);
        *value = found;
        return GSAY_OK;
    }
    folded = gsay_utf8_fold(arena, text);
    if (!folded.ptr)
        return gsay_fail_memory(err);
    *value = (gsay_value){ .kind = GSAY_KIND_NAME, .as.name = { .form = folded, .shown = text } };
    return GSAY_OK;
}

/* The one mention that is all of a text, with any hedge before it. NULL when there is none. */
static const gsay_value *only_value(const gsay_mentions *mentions)
{
    const gsay_mention *mention = mentions->items;
    if (mentions->count != 1 || mention->end != mentions->text->token_count || mention->context != 0)
        return NULL;
    return &mention->value;
}

gsay_status gsay_prose_value_read(gsay_arena *arena, gsay_vocabulary *vocabulary, gsay_str text, gsay_value *value,
                                  gsay_error *err)
{
    gsay_document document = { .text = text };
    gsay_block    block = { .text = { 0, (uint32_t)text.len } };
    gsay_text     words = { 0 };
    gsay_mentions mentions = { 0 };
    document.source.date = GSAY_DAY_NONE;
    document.blocks = &block;
    document.block_count = text.len > 0;
    gsay_status status = gsay_text_read(arena, &document, vocabulary, &words, err);
    if (status == GSAY_OK)
        status = gsay_extract(arena, &words, GSAY_DAY_NONE, &mentions, err);
    const gsay_value *found = status == GSAY_OK ? only_value(&mentions) : NULL;
    if (found)
        *value = *found;
    if (status == GSAY_OK && !found)
        return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "\"%.*s\" is no value", GSAY_ARG(text));
    return status;
}
