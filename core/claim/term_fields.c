/* Terms as objects in the records of their source, and back. */
#include "claim/term_fields.h"

static const char *const kind_words[] = { "regional", "word", "dots", "percent", "number", "place" };
_Static_assert(sizeof kind_words / sizeof *kind_words == GSAY_TERM_PLACE + 1, "each kind of term has a word");

static const char *const norm_words[] = { "british", "american", "oxford", "australian", "canadian" };
_Static_assert(sizeof norm_words / sizeof *norm_words == GSAY_NORM_COUNT, "each norm has a word");

static const gsay_object *const place_objects[] = { &gsay_place_object };

static const gsay_field term_fields[] = {
    GSAY_ROW_WORD(gsay_term_text, kind, "kind", kind_words),
    GSAY_ROW_WORDS(gsay_term_text, norms, "norms", norm_words),
    GSAY_ROW_TEXT(gsay_term_text, key, "key"),
    GSAY_ROW_TEXT(gsay_term_text, form, "form"),
    GSAY_ROW_OBJECT(gsay_term_text, place, "place", place_objects),
    GSAY_ROW_NUMBER(gsay_term_text, sentence, "sentence_number", 0, UINT32_MAX),
    GSAY_ROW_END,
};
const gsay_object gsay_term_object = { term_fields, sizeof(gsay_term_text), alignof(gsay_term_text) };

/* The place of a term, found as that of a record is. */
static gsay_place place_of(const gsay_terms *terms, const gsay_term *term, gsay_str source)
{
    gsay_record record = {
        .place = { .source = source, .span = term->span, .line = term->position.line, .column = term->position.column },
        .source = terms->source
    };
    return gsay_record_place(&record);
}

gsay_status gsay_terms_show(gsay_arena *arena, const gsay_terms *terms, gsay_str source, gsay_term_text **texts,
                            gsay_error *err)
{
    gsay_term_text *made = GSAY_TAKE(arena, gsay_term_text, terms->count);
    if (!made)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < terms->count; i++) {
        const gsay_term *term = &terms->items[i];
        made[i] = (gsay_term_text){ .kind = term->kind,
                                    .norms = term->norms,
                                    .key = term->key,
                                    .form = term->form,
                                    .place = place_of(terms, term, source),
                                    .sentence = term->sentence };
    }
    *texts = made;
    return GSAY_OK;
}

gsay_status gsay_terms_adopt(gsay_arena *arena, gsay_term_text *texts, size_t count, gsay_str source,
                             gsay_terms **terms, gsay_error *err)
{
    gsay_terms         *made = GSAY_TAKE(arena, gsay_terms, 1);
    gsay_term          *items = GSAY_TAKE(arena, gsay_term, count);
    gsay_record_source *places = GSAY_TAKE(arena, gsay_record_source, count);
    if (!made || !items || !places)
        return gsay_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        gsay_term_text *text = &texts[i];
        GSAY_TRY(gsay_place_check(&text->place, err));
        if (!text->key.len || !text->form.len)
            return gsay_fail(err, GSAY_EINPUT, SIZE_MAX, "a term lacks its key or its form");
        text->place.source = source;
        places[i] = (gsay_record_source){ .place = &text->place };
        items[i] = (gsay_term){ .kind = text->kind,
                                .norms = text->norms,
                                .key = text->key,
                                .form = text->form,
                                .span = text->place.span,
                                .sentence = text->sentence,
                                .source = &places[i] };
        items[i].position = (gsay_position){ text->place.line, text->place.column };
    }
    *made = (gsay_terms){ .items = items, .count = count };
    *terms = made;
    return GSAY_OK;
}
