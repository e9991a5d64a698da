/* What must hold of every input; see properties.h. */
#include "properties.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

#define DAY_READ_MAX 2932896 /* 9999-12-31: the ISO form that is read has four digits of a year */

_Noreturn void refuse(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

/* Tell whether an offset is in a text, or behind it, and not within a code point. */
static bool is_border(gsay_str text, size_t at)
{
    return at <= text.len && (at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80);
}

static bool is_cut_well(gsay_str text, gsay_span span)
{
    return span.begin <= span.end && is_border(text, span.begin) && is_border(text, span.end);
}

void demand_error(gsay_status status, const gsay_error *error)
{
    if (status == GSAY_OK)
        return;
    DEMAND(error->status == status);
    DEMAND(error->message[0] != '\0');
    DEMAND(memchr(error->message, '\0', sizeof error->message) != NULL);
    DEMAND(strchr(error->message, '\n') == NULL);
}

static void demand_segments(const gsay_document *document)
{
    size_t text_end = 0;
    size_t input_end = 0;
    for (size_t i = 0; i < document->segment_count; i++) {
        gsay_segment segment = document->segments[i];
        DEMAND(segment.text_begin >= text_end && segment.input_begin >= input_end);
        text_end = (size_t)segment.text_begin + segment.len;
        input_end = (size_t)segment.input_begin + segment.len;
        DEMAND(text_end <= document->text.len && input_end <= document->source.input.len);
        DEMAND(memcmp(document->text.ptr + segment.text_begin, document->source.input.ptr + segment.input_begin,
                      segment.len) == 0);
    }
}

void demand_document(const gsay_document *document)
{
    size_t end = 0;
    demand_segments(document);
    for (size_t i = 0; i < document->block_count; i++) {
        gsay_span span = document->blocks[i].text;
        DEMAND(span.begin < span.end && span.begin >= end);
        DEMAND(is_cut_well(document->text, span));
        end = span.end;
    }
}

static void demand_tokens(const gsay_text *text)
{
    uint32_t end = 0;
    for (size_t i = 0; i < text->token_count; i++) {
        gsay_span span = { text->tokens[i].begin, text->tokens[i].end };
        DEMAND(span.begin < span.end && span.begin >= end);
        DEMAND(is_cut_well(text->document->text, span));
        end = span.end;
    }
}

static void demand_quotations(const gsay_text *text)
{
    uint32_t last = 0;
    for (size_t i = 0; i < text->quotation_count; i++) {
        gsay_quotation quotation = text->quotations[i];
        DEMAND(quotation.open < quotation.close && quotation.close <= text->token_count);
        DEMAND(i == 0 || quotation.open > last);
        DEMAND(i > 0 || quotation.depth == 0);
        last = quotation.open;
    }
}

void demand_text(const gsay_text *text)
{
    uint32_t end = 0;
    uint32_t block = 0;
    demand_tokens(text);
    for (size_t i = 0; i < text->sentence_count; i++) {
        gsay_sentence sentence = text->sentences[i];
        DEMAND(sentence.begin == end && sentence.begin < sentence.end && sentence.end <= text->token_count);
        DEMAND(sentence.block >= block && sentence.block < text->document->block_count);
        end = sentence.end;
        block = sentence.block;
        gsay_span span = { text->tokens[sentence.begin].begin, text->tokens[sentence.end - 1].end };
        DEMAND(gsay_span_contains(text->document->blocks[block].text, span));
    }
    DEMAND(end == text->token_count);
    demand_quotations(text);
}

static void demand_decimal(gsay_decimal value)
{
    gsay_buffer  printed = { 0 };
    gsay_decimal again = { 0 };
    gsay_decimal_print(&printed, value);
    DEMAND(!printed.has_failed && printed.len > 0);
    /* Fractions are rounded when they are printed, and numbers of over 30 digits have an exponent, which is not read.
     */
    if (value.divisor <= 1 && !memchr(printed.ptr, 'e', printed.len)) {
        DEMAND(gsay_decimal_read(gsay_buffer_view(&printed), &again));
        DEMAND(gsay_decimal_compare(value, again) == 0);
    }
    gsay_buffer_clear(&printed);
}

static void demand_day(int32_t day)
{
    char room[16];
    if (day == GSAY_DAY_NONE || day < gsay_day_of((gsay_civil){ 1, 1, 1 }) || day > DAY_READ_MAX)
        return;
    DEMAND(gsay_day_read(gsay_day_print(day, room)) == day);
}

static void demand_number(const gsay_number *number)
{
    if (number->has_lo)
        demand_decimal(number->lo);
    if (number->has_hi)
        demand_decimal(number->hi);
    if (number->has_lo && number->has_hi)
        DEMAND(gsay_decimal_compare(number->lo, number->hi) <= 0);
}

static void demand_value(const gsay_value *value)
{
    DEMAND(value->kind > GSAY_KIND_NONE && value->kind < GSAY_KIND_COUNT);
    if (gsay_kind_is_number(value->kind)) {
        demand_number(&value->as.number);
    } else if (gsay_kind_is_temporal(value->kind)) {
        demand_day(value->as.temporal.days.from);
        demand_day(value->as.temporal.days.to);
        demand_number(&value->as.temporal.length);
    }
}

static void demand_place(const gsay_document *document, gsay_span text)
{
    gsay_span place = gsay_document_place(document, text);
    DEMAND(place.begin < place.end && is_cut_well(document->source.input, place));
    if (document->source.format == GSAY_FORMAT_TEXT)
        DEMAND(place.begin == text.begin && place.end == text.end);
}

static void demand_mention(const gsay_text *text, const gsay_mention *mention)
{
    DEMAND(mention->begin < mention->end && mention->end <= text->token_count);
    DEMAND(mention->context <= mention->begin);
    DEMAND(mention->text.begin < mention->text.end && is_cut_well(text->document->text, mention->text));
    DEMAND(mention->sentence < text->sentence_count);
    gsay_sentence sentence = text->sentences[mention->sentence];
    DEMAND(mention->begin >= sentence.begin && mention->begin < sentence.end);
    demand_value(&mention->value);
    demand_place(text->document, mention->text);
}

void demand_mentions(const gsay_mentions *mentions)
{
    uint32_t ends[2] = { 0, 0 };
    uint32_t begin = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        const gsay_mention *mention = &mentions->items[i];
        uint32_t           *end = &ends[mention->value.kind == GSAY_KIND_QUOTE];
        DEMAND(mention->text.begin >= begin && mention->text.begin >= *end);
        begin = mention->text.begin;
        *end = mention->text.end;
        demand_mention(mentions->text, mention);
    }
}

void demand_claims(const gsay_claims *claims)
{
    for (size_t i = 0; i < claims->count; i++) {
        DEMAND(claims->items[i].mention < claims->mentions->count);
        DEMAND(i == 0 || claims->items[i].mention > claims->items[i - 1].mention);
    }
}

/* A whole number that a line states; SIZE_MAX where it states none. */
static size_t member_size(const cJSON *object, const char *name)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsNumber(member) && member->valuedouble >= 0 ? (size_t)member->valuedouble : SIZE_MAX;
}

static void demand_line(gsay_str line, gsay_str file, bool is_decoded)
{
    cJSON      *object = cJSON_ParseWithLength(line.ptr, line.len);
    size_t      start = member_size(object, "start");
    size_t      end = member_size(object, "end");
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, "text"));
    DEMAND(cJSON_IsObject(object) && text);
    DEMAND(start < end && end <= file.len);
    DEMAND(member_size(object, "line") >= 1 && member_size(object, "column") >= 1);
    gsay_span span = { (uint32_t)start, (uint32_t)end };
    if (!is_decoded)
        DEMAND(gsay_str_equal(gsay_str_slice(file, span), gsay_str_of(text)));
    cJSON_Delete(object);
}

void demand_lines(gsay_str lines, gsay_str file, bool is_decoded, size_t count)
{
    while (lines.len) {
        const char *end = memchr(lines.ptr, '\n', lines.len);
        DEMAND(end != NULL && count > 0);
        gsay_str line = { lines.ptr, (size_t)(end - lines.ptr) };
        demand_line(line, file, is_decoded);
        lines = (gsay_str){ end + 1, lines.len - line.len - 1 };
        count--;
    }
    DEMAND(count == 0);
}
