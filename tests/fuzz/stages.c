/* Sources through the stages and the engine, for every target. */
#include "stages.h"

#include "properties.h"

#include "report/report.h"
#include "source/encoding.h"

static gsay_status read_once(gsay_arena *arena, gsay_vocabulary *vocabulary, gsay_source source, gsay_buffer *lines,
                             gsay_error *err)
{
    gsay_str      file = source.input;
    gsay_document document = { 0 };
    gsay_text     text = { 0 };
    gsay_mentions mentions = { 0 };
    gsay_claims   claims = { 0 };
    GSAY_TRY(gsay_source_decode(arena, &source, err));
    GSAY_TRY(gsay_document_read(arena, &source, &document, err));
    demand_document(&document);
    GSAY_TRY(gsay_text_read(arena, &document, vocabulary, &text, err));
    demand_text(&text);
    GSAY_TRY(gsay_extract(arena, &text, GSAY_DAY_NONE, &mentions, err));
    demand_mentions(&mentions);
    GSAY_TRY(gsay_claims_read(arena, &mentions, &claims, err));
    demand_claims(&claims);
    gsay_write_mentions(lines, &claims);
    DEMAND(!lines->has_failed);
    demand_lines(gsay_buffer_view(lines), file, source.decoding != NULL, mentions.count);
    return GSAY_OK;
}

void fuzz_stages(const gsay_source *source)
{
    gsay_arena      arena = { 0 };
    gsay_vocabulary vocabulary = { 0 };
    gsay_buffer     lines[2] = { { 0 }, { 0 } };
    DEMAND(gsay_vocabulary_open(&vocabulary, NULL) == GSAY_OK);
    for (int i = 0; i < 2; i++) {
        gsay_error  err = { 0 };
        gsay_status status = read_once(&arena, &vocabulary, *source, &lines[i], &err);
        demand_error(status, &err);
        DEMAND(status != GSAY_ENOMEM);
        DEMAND(status != GSAY_EENCODING || err.offset <= source->input.len || err.offset == SIZE_MAX);
        gsay_arena_reset(&arena);
    }
    DEMAND(gsay_str_equal(gsay_buffer_view(&lines[0]), gsay_buffer_view(&lines[1])));
    gsay_buffer_clear(&lines[0]);
    gsay_buffer_clear(&lines[1]);
    gsay_vocabulary_close(&vocabulary);
    gsay_arena_clear(&arena);
}

static void add(gsay_engine *engine, const char *name, gsay_str text, gsay_format format)
{
    gsay_error  err = { 0 };
    gsay_input  input = { .name = name, .text = text.ptr ? text.ptr : "", .len = text.len, .format = format };
    gsay_status status = gsay_engine_add_input(engine, &input, &err);
    demand_error(status, &err);
}

static void demand_finding(const gsay_engine_finding *finding)
{
    DEMAND(finding->rule[0] && finding->message[0] && strlen(finding->fingerprint) == 16);
    DEMAND(finding->at.start < finding->at.end && finding->at.line >= 1 && finding->at.column >= 1);
    for (size_t i = 0; i < finding->related_count; i++)
        DEMAND(finding->related[i].start < finding->related[i].end);
}

void fuzz_check(gsay_str first, gsay_str second, gsay_format format)
{
    gsay_settings settings = { .pack_folder = "rules", .jobs = 1, .date = "2024-05-06" };
    gsay_engine  *engine = NULL;
    gsay_error    err = { 0 };
    DEMAND(gsay_engine_open(&settings, &engine, &err) == GSAY_OK);
    add(engine, "first", first, format);
    if (second.len)
        add(engine, "second", second, format);
    gsay_status status = gsay_engine_check(engine, &err);
    demand_error(status, &err);
    for (size_t i = 0; i < gsay_engine_finding_count(engine); i++)
        demand_finding(gsay_engine_finding_at(engine, i));
    for (size_t i = 0; i < gsay_engine_problem_count(engine); i++) {
        const gsay_problem *problem = gsay_engine_problem_at(engine, i);
        DEMAND(problem->message[0] != '\0' && problem->status != GSAY_ENOMEM);
        DEMAND(problem->status != GSAY_ERULE || format == GSAY_FORMAT_CLAIMS); /* records tell of failures elsewhere */
    }
    gsay_engine_close(engine);
}
