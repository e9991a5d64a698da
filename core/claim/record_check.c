/* What one field of a record that was read owes to another: all that alignment, rules and reports take for granted.
 * Ranges of single fields stand in their table. */
#include "claim/record_line.h"

static gsay_status refuse(gsay_error *err, const char *why)
{
    return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "%s", why);
}

static bool has_line_break(gsay_str text)
{
    return text.len && (memchr(text.ptr, '\n', text.len) || memchr(text.ptr, '\r', text.len));
}

/* Tell whether the excerpt shows the text at its place, as far as it reaches: then the place lies on borders of
 * characters, too. */
static bool shows(const gsay_place *place)
{
    size_t before = place->span.begin - place->excerpt_begin;
    if (place->excerpt_begin > place->span.begin || before >= place->excerpt.len)
        return false;
    size_t left = place->excerpt.len - before;
    size_t shared = left < place->text.len ? left : place->text.len;
    return memcmp(place->excerpt.ptr + before, place->text.ptr, shared) == 0;
}

gsay_status gsay_place_check(const gsay_place *place, gsay_error *err)
{
    if (place->span.begin >= place->span.end || place->origin.begin >= place->origin.end)
        return refuse(err, "its place ends before it begins");
    if (place->text.len != place->span.end - place->span.begin)
        return refuse(err, "its place is not as long as its text");
    if (place->line == 0 || place->column == 0)
        return refuse(err, "its place has no line or no column");
    if (place->excerpt.len > GSAY_EXCERPT_BYTES_MAX || has_line_break(place->excerpt))
        return refuse(err, "its excerpt is longer than a line may be shown");
    return shows(place) ? GSAY_OK : refuse(err, "its excerpt does not show its text");
}

/* Tell whether strings rise and none stands twice. */
static bool is_sorted(gsay_str_set set)
{
    for (uint32_t i = 1; i < set.count; i++)
        if (gsay_str_compare(set.items[i - 1], set.items[i]) >= 0)
            return false;
    return true;
}

static bool is_rising(gsay_stem_set set)
{
    for (uint32_t i = 1; i < set.count; i++)
        if (set.hashes[i - 1] >= set.hashes[i])
            return false;
    return true;
}

static gsay_status check_claim(const gsay_claim *claim, gsay_error *err)
{
    if (!is_sorted(claim->modifiers) || !is_sorted(claim->about))
        return refuse(err, "its modifiers or the names that it is about are not in order");
    if (!is_rising(claim->content))
        return refuse(err, "its content is not in order");
    return GSAY_OK;
}

static gsay_status check_value(const gsay_value *value, gsay_error *err)
{
    if (value->kind == GSAY_KIND_NONE)
        return refuse(err, "its kind is missing");
    if (value->kind == GSAY_KIND_NAME && (!value->as.name.form.len || !value->as.name.shown.len))
        return refuse(err, "its name is empty");
    return GSAY_OK;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* A sentence is read again as a block of text, and none begins or ends with white space. */
static gsay_status check_sentence(gsay_str sentence, gsay_error *err)
{
    if (sentence.len && (is_space(sentence.ptr[0]) || is_space(sentence.ptr[sentence.len - 1])))
        return refuse(err, "its sentence begins or ends with white space");
    return GSAY_OK;
}

gsay_status gsay_record_check(const gsay_record_text *record, gsay_error *err)
{
    gsay_kind kind = record->value.kind;
    bool      has_claim = record->named.len || gsay_kind_is_number(kind) || gsay_kind_is_temporal(kind);
    if (record->source.len == 0)
        return refuse(err, "its source has no name");
    GSAY_TRY(gsay_place_check(&record->place, err));
    GSAY_TRY(check_value(&record->value, err));
    GSAY_TRY(check_sentence(record->sentence, err));
    if (!record->sentence.len && !record->named.len)
        return refuse(err, "its sentence is missing"); /* what stands outside prose may be named */
    if ((record->claim != NULL) != has_claim)
        return refuse(err, record->claim ? "a value of its kind has no claim" : "its claim is missing");
    return record->claim ? check_claim(record->claim, err) : GSAY_OK;
}
